import {Button} from '@mantine/core';
import {useInfiniteQuery} from '@tanstack/react-query';
import {useNavigate} from '@tanstack/react-router';
import type {RowSelectionState} from '@tanstack/react-table';
import {useState} from 'react';
import {get} from '../api/call';
import {useCan} from '../api/queries';
import type {MessagePage, Problem} from '../api/types';
import {useMessageColumns} from '../messages/columns';
import {Selection} from '../messages/Selection';
import {DataTable} from '../parts/DataTable';
import {Loaded} from '../parts/Loaded';
import {Section} from '../parts/Section';
import {useTexts} from '../texts';

/** The messages of a cause, to decide about some of them. */
export function CauseMessages({problem}: {problem: Problem}) {
  const texts = useTexts();
  const can = useCan();
  const navigate = useNavigate();
  const columns = useMessageColumns('cause');
  const [selected, setSelected] = useState<RowSelectionState>({});
  const found = useInfiniteQuery({
    queryKey: ['problem-messages', problem.id],
    queryFn: ({pageParam}) => get<MessagePage>(`/problems/${problem.id}/messages`, {after: pageParam}),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
  });
  return (
    <Section title={texts.problems.messages}>
      <Loaded of={found}>
        {({pages}) => {
          const messages = pages.flatMap(p => p.messages);
          const chosen = messages.filter(m => selected[m.id]);
          return (
            <>
              {chosen.length > 0 && <Selection messages={chosen} onDone={() => setSelected({})} />}
              <DataTable
                label={texts.problems.messages}
                columns={columns}
                rows={messages}
                rowId={m => String(m.id)}
                onOpen={({flow, source, sourceId}) =>
                  void navigate({
                    to: '/documents/$source/$',
                    params: {source, _splat: sourceId},
                    search: {entity: flow},
                  })
                }
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
    </Section>
  );
}
