import {useQuery} from '@tanstack/react-query';
import {useNavigate} from '@tanstack/react-router';
import {useMemo} from 'react';
import {seriesQuery} from '../api/queries';
import type {FlowState} from '../api/types';
import {DataTable, type Column} from '../parts/DataTable';
import {figure, moment, span} from '../parts/format';
import {Ago} from '../parts/Moment';
import {Section} from '../parts/Section';
import {Mark} from '../parts/StateMark';
import {useTexts} from '../texts';
import type {Texts} from '../texts/en';
import {Spark} from './Spark';

export function Flows({flows}: {flows: FlowState[]}) {
  const texts = useTexts();
  const navigate = useNavigate();
  const series = useQuery({...seriesQuery(24), refetchInterval: 60_000}).data;
  const columns = useMemo(() => {
    const done = new Map(series?.flows.map(f => [f.name, f.done]));
    return flowColumns(texts, done);
  }, [texts, series]);
  return (
    <Section title={texts.overview.flows}>
      <DataTable
        label={texts.overview.flows}
        columns={columns}
        rows={flows}
        rowId={f => f.name}
        sortable
        onOpen={f => void navigate({to: '/messages', search: {flow: f.name}})}
      />
    </Section>
  );
}

function flowColumns(texts: Texts, done: Map<string, number[]>): Column<FlowState>[] {
  const {col} = texts.overview;
  const zero = (n: number) => (n === 0 ? <span className="dim">0</span> : figure(n, texts.locale));
  return [
    {id: 'flow', header: col.flow, accessorFn: f => f.name, cell: c => <FlowName flow={c.row.original} />},
    {
      id: 'way',
      header: col.way,
      accessorFn: f => `${f.from} → ${f.to}`,
      meta: {wide: true},
      cell: c => <span className="dim">{c.getValue<string>()}</span>,
    },
    {
      id: 'rate',
      header: col.rate,
      accessorFn: f => f.perMinute,
      meta: {figures: true},
      cell: c => zero(c.row.original.perMinute),
    },
    {
      id: 'trend',
      header: col.trend,
      enableSorting: false,
      meta: {wide: true},
      cell: c => <Spark values={done.get(c.row.original.name) ?? []} />,
    },
    {
      id: 'waiting',
      header: col.waiting,
      accessorFn: f => f.waiting,
      meta: {figures: true},
      cell: c => zero(c.row.original.waiting),
    },
    {
      id: 'oldest',
      header: col.oldest,
      accessorFn: f => f.oldestWaitingSeconds,
      meta: {figures: true, wide: true},
      cell: c => (c.row.original.waiting === 0 ? null : span(c.row.original.oldestWaitingSeconds, texts)),
    },
    {
      id: 'dead',
      header: col.dead,
      accessorFn: f => f.dead,
      meta: {figures: true},
      cell: c => (c.row.original.dead > 0 ? <b className="bad">{zero(c.row.original.dead)}</b> : zero(0)),
    },
    {
      id: 'lastSuccess',
      header: col.lastSuccess,
      accessorFn: f => f.lastSuccess ?? '',
      meta: {wide: true},
      cell: c => <Ago at={c.row.original.lastSuccess} />,
    },
    {
      id: 'sla',
      header: col.sla,
      accessorFn: f => f.overdue,
      meta: {wide: true},
      cell: c => <Sla flow={c.row.original} />,
    },
  ];
}

function FlowName({flow}: {flow: FlowState}) {
  const texts = useTexts();
  const {overview: t} = texts;
  return (
    <span className="row tight">
      <span className="strong">{flow.name}</span>
      {flow.paused !== null && (
        <span className="wait" title={flow.paused}>
          {t.isPaused}
        </span>
      )}
      {flow.dryRun && <span className="dim">{t.dryRun}</span>}
      {flow.quietUntil !== null && (
        <span className="dim">
          {t.quietUntil(moment(flow.quietUntil, Date.parse(flow.quietUntil), texts.locale).slice(0, 5))}
        </span>
      )}
    </span>
  );
}

function Sla({flow}: {flow: FlowState}) {
  const texts = useTexts();
  if (flow.slaSeconds === null) return null;
  return (
    <span className="row">
      <Mark tone={flow.overdue > 0 ? 'bad' : 'good'}>
        {flow.overdue > 0 ? texts.overview.overdueN(flow.overdue) : texts.overview.kept}
      </Mark>
      <span className="dim">{span(flow.slaSeconds, texts)}</span>
    </span>
  );
}
