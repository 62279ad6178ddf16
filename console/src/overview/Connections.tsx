import {useMemo} from 'react';
import type {ConnectionState} from '../api/types';
import {ConnectionMark} from '../connections/ConnectionMark';
import {DataTable, type Column} from '../parts/DataTable';
import {Ago} from '../parts/Moment';
import {Section} from '../parts/Section';
import {useTexts} from '../texts';
import {BudgetBar} from './Budget';
import {budgetsOf} from './needs';

export function Connections({connections}: {connections: ConnectionState[]}) {
  const texts = useTexts();
  const columns = useMemo((): Column<ConnectionState>[] => {
    const {col} = texts.overview;
    return [
      {
        id: 'connection',
        header: col.connection,
        cell: c => (
          <span className="row tight">
            <span className="strong">{c.row.original.name}</span>
            <span className="dim">{c.row.original.connector}</span>
          </span>
        ),
      },
      {id: 'state', header: col.state, cell: c => <ConnectionMark of={c.row.original} />},
      {id: 'lastCall', header: col.lastCall, meta: {wide: true}, cell: c => <Ago at={c.row.original.lastCall} />},
      {
        id: 'lastSuccess',
        header: col.lastSuccess,
        meta: {wide: true},
        cell: c => <Ago at={c.row.original.lastSuccess} />,
      },
      {
        id: 'budget',
        header: col.budget,
        cell: c => budgetsOf(c.row.original).map(b => <BudgetBar key={b.limit} budget={b} />),
      },
    ];
  }, [texts]);
  return (
    <Section title={texts.overview.connections}>
      <DataTable label={texts.overview.connections} columns={columns} rows={connections} rowId={c => c.name} />
    </Section>
  );
}
