import {Button} from '@mantine/core';
import {useMemo, useState} from 'react';
import {call} from '../api/call';
import {useCan} from '../api/queries';
import type {ValueRow, ValueTable} from '../api/types';
import {DataTable, type Column} from '../parts/DataTable';
import {ReasonDialog} from '../parts/ReasonDialog';
import {Section} from '../parts/Section';
import {useTexts} from '../texts';
import {PutValueDialog, valuePath} from './PutValueDialog';

type Asked = {what: 'put'; key: string; value: string} | {what: 'reset'; row: ValueRow};

/** A value table with where each row comes from. */
export function TableRows({table}: {table: ValueTable}) {
  const texts = useTexts();
  const {masterData: t} = texts;
  const can = useCan();
  const configure = can('configure');
  const [asked, setAsked] = useState<Asked | null>(null);
  const columns = useMemo((): Column<ValueRow>[] => {
    const {col} = texts.masterData;
    const own = (row: ValueRow) => [row.by, row.reason].filter(Boolean).join(': ');
    return [
      {
        id: 'key',
        header: col.key,
        accessorFn: r => r.key,
        cell: c => <span className="code">{c.row.original.key}</span>,
      },
      {id: 'value', header: col.value, accessorFn: r => r.value, cell: c => <b>{c.row.original.value}</b>},
      {id: 'from', header: col.from, accessorFn: r => r.from, cell: c => texts.masterData.from[c.row.original.from]},
      {id: 'by', header: col.by, enableSorting: false, meta: {fill: true, wide: true}, cell: c => own(c.row.original)},
      ...(configure ? [tools(texts.masterData, setAsked)] : []),
    ];
  }, [texts, configure]);
  const add = <Button onClick={() => setAsked({what: 'put', key: '', value: ''})}>{t.add}</Button>;
  const close = () => setAsked(null);
  return (
    <Section title={table.name} aside={configure && add}>
      <DataTable label={table.name} columns={columns} rows={table.rows} rowId={r => r.key} sortable />
      {asked?.what === 'put' && (
        <PutValueDialog table={table.name} keyName={asked.key} value={asked.value} onClose={close} />
      )}
      {asked?.what === 'reset' && (
        <ReasonDialog
          title={t.asConfigured}
          explanation={t.asConfiguredAsk(asked.row.configured)}
          act={reason => call('PUT', valuePath(table.name, asked.row.key), {value: null, reason})}
          onClose={close}
        />
      )}
    </Section>
  );
}

function tools(t: {change: string; asConfigured: string}, ask: (asked: Asked) => void): Column<ValueRow> {
  return {
    id: 'tools',
    header: '',
    cell: c => {
      const row = c.row.original;
      return (
        <span className="row tight tools">
          {row.from === 'console' && (
            <Button size="compact-xs" onClick={() => ask({what: 'reset', row})}>
              {t.asConfigured}
            </Button>
          )}
          <Button size="compact-xs" onClick={() => ask({what: 'put', key: row.key, value: row.value})}>
            {t.change}
          </Button>
        </span>
      );
    },
  };
}
