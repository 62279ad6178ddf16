import {useMemo} from 'react';
import type {Budget, ConnectionState} from '../api/types';
import {DataTable, type Column} from '../parts/DataTable';
import {figure} from '../parts/format';
import {Ago} from '../parts/Moment';
import {Section} from '../parts/Section';
import {Mark} from '../parts/StateMark';
import {useTexts} from '../texts';
import {percent} from './needs';

export function Connections({connections}: {connections: ConnectionState[]}) {
  const texts = useTexts();
  const columns = useMemo((): Column<ConnectionState>[] => {
    const {col} = texts.overview;
    return [
      {
        id: 'connection',
        header: col.connection,
        cell: c => (
          <span className="row">
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
        cell: c => c.row.original.budgets.map(b => <BudgetBar key={b.limit} budget={b} />),
      },
    ];
  }, [texts]);
  return (
    <Section title={texts.overview.connections}>
      <DataTable label={texts.overview.connections} columns={columns} rows={connections} rowId={c => c.name} />
    </Section>
  );
}

/** How a connection stands, in a word. */
export function ConnectionMark({of}: {of: Pick<ConnectionState, 'paused' | 'breakerOpen'>}) {
  const {overview: t} = useTexts();
  if (of.paused !== null) {
    return (
      <Mark tone="wait" title={of.paused}>
        {t.isPaused}
      </Mark>
    );
  }
  return of.breakerOpen ? <Mark tone="bad">{t.unreachable}</Mark> : <Mark tone="good">{t.ok}</Mark>;
}

/** How much of a request budget is used; where the limit comes from stands in the title. */
export function BudgetBar({budget}: {budget: Budget}) {
  const texts = useTexts();
  const share = percent(budget.used, budget.most);
  const tone = share >= 100 ? 'bad' : share >= 90 ? 'wait' : 'calm';
  const used = texts.overview.of(figure(budget.used, texts.locale), figure(budget.most, texts.locale));
  return (
    <span
      className="budget"
      title={`${budget.limit}: ${used} · ${[budget.source, budget.asOf].filter(Boolean).join(', ')}`}
    >
      <meter className={tone} min={0} max={100} value={Math.min(share, 100)} aria-label={budget.limit} />
      <span>{share} %</span>
      <span className="dim wide">{budget.limit}</span>
    </span>
  );
}
