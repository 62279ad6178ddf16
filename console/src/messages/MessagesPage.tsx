import {Button} from '@mantine/core';
import {useInfiniteQuery} from '@tanstack/react-query';
import {getRouteApi, useNavigate} from '@tanstack/react-router';
import type {RowSelectionState} from '@tanstack/react-table';
import {useState} from 'react';
import {get, query} from '../api/call';
import {useCan} from '../api/queries';
import type {Message, MessagePage} from '../api/types';
import {DataTable} from '../parts/DataTable';
import {Loaded} from '../parts/Loaded';
import {PageHead} from '../parts/Section';
import {useTexts} from '../texts';
import {FilterBar} from './FilterBar';
import type {Filters} from './filters';
import {Selection} from './Selection';
import {useMessageColumns} from './columns';
import {Views} from './Views';
import './messages.css';

const route = getRouteApi('/messages');
const PAGE = 100;

/** Finds messages by any of their properties. */
export function MessagesPage() {
  const texts = useTexts();
  const can = useCan();
  const filters = route.useSearch();
  const navigate = useNavigate();
  const columns = useMessageColumns('list');
  const [selected, setSelected] = useState<RowSelectionState>({});
  const setFilters = (to: Filters) => {
    setSelected({});
    void navigate({to: '/messages', search: to, replace: true});
  };
  const found = useInfiniteQuery({
    queryKey: ['messages', filters],
    queryFn: ({pageParam}) => get<MessagePage>('/messages/search', {...filters, after: pageParam, limit: PAGE}),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
  });
  const open = ({flow, source, sourceId}: Message) =>
    void navigate({to: '/documents/$source/$', params: {source, _splat: sourceId}, search: {entity: flow}});
  return (
    <>
      <PageHead title={texts.messages.title}>
        <Views filters={filters} onChoose={setFilters} />
        <Button component="a" href={`api/messages/export${query({...filters})}`} download>
          {texts.messages.export}
        </Button>
      </PageHead>
      <FilterBar filters={filters} onChange={setFilters} />
      <Loaded of={found}>
        {({pages}) => {
          const messages = pages.flatMap(p => p.messages);
          const chosen = messages.filter(m => selected[m.id]);
          if (messages.length === 0 && !found.hasNextPage) return <p className="dim">{texts.messages.empty}</p>;
          return (
            <>
              <div className="list-line">
                <span className="dim" role="status">
                  {messages.length === 0
                    ? texts.messages.emptySoFar
                    : texts.messages.shown(messages.length, found.hasNextPage)}
                </span>
                {chosen.length > 0 && <Selection messages={chosen} onDone={() => setSelected({})} />}
              </div>
              <DataTable
                label={texts.messages.title}
                columns={columns}
                rows={messages}
                rowId={m => String(m.id)}
                onOpen={open}
                {...(can('decide') ? {selected, onSelect: setSelected} : {})}
              />
              {found.hasNextPage && (
                <Button className="more" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                  {texts.common.more}
                </Button>
              )}
            </>
          );
        }}
      </Loaded>
    </>
  );
}
