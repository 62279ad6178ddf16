import {Button, TextInput} from '@mantine/core';
import {useDebouncedValue} from '@mantine/hooks';
import {useInfiniteQuery} from '@tanstack/react-query';
import {useMemo, useState} from 'react';
import {get} from '../api/call';
import type {AuditRow, Json} from '../api/types';
import {DataTable, type Column} from '../parts/DataTable';
import {Loaded} from '../parts/Loaded';
import {Moment} from '../parts/Moment';
import {PageHead} from '../parts/Section';
import {useTexts} from '../texts';
import './access.css';

/** What the hub and people did, the newest first. */
export function AuditPage() {
  const texts = useTexts();
  const {access: t} = texts;
  const [kind, setKind] = useState('');
  const [subject, setSubject] = useState('');
  const [filter] = useDebouncedValue({kind: kind.trim(), subject: subject.trim()}, 250);
  const rows = useInfiniteQuery({
    queryKey: ['audit', filter.kind, filter.subject],
    queryFn: ({pageParam}) => get<{rows: AuditRow[]; next: string | null}>('/audit', {...filter, after: pageParam}),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
  });
  const columns = useMemo((): Column<AuditRow>[] => {
    const {access} = texts;
    return [
      {id: 'at', header: access.col.at, cell: c => <Moment at={c.row.original.at} />},
      {id: 'kind', header: access.kind, cell: c => <span className="code">{c.row.original.kind}</span>},
      {id: 'subject', header: access.subject, cell: c => c.row.original.subject},
      {
        id: 'details',
        header: access.col.details,
        meta: {fill: true, wide: true},
        cell: c => <span title={plain(c.row.original.details)}>{plain(c.row.original.details)}</span>,
      },
    ];
  }, [texts]);
  return (
    <>
      <PageHead title={t.audit} />
      <div className="row audit-filters">
        <TextInput
          label={t.kind}
          placeholder={t.kindHint}
          value={kind}
          onChange={event => setKind(event.currentTarget.value)}
        />
        <TextInput
          label={t.subject}
          placeholder={t.subjectHint}
          value={subject}
          onChange={event => setSubject(event.currentTarget.value)}
        />
      </div>
      <Loaded of={rows}>
        {({pages}) => {
          const list = pages.flatMap(p => p.rows);
          if (list.length === 0) return <p className="dim">{t.noRows}</p>;
          return (
            <>
              <DataTable label={t.audit} columns={columns} rows={list} rowId={(r, index) => `${r.at} ${index}`} />
              {rows.hasNextPage && (
                <Button className="more" loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
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

/** Details in one line. */
const plain = (details: Json) => (typeof details === 'string' ? details : JSON.stringify(details));
