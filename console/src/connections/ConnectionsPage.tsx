import {useQuery} from '@tanstack/react-query';
import {getRouteApi, Link, useNavigate} from '@tanstack/react-router';
import {lazy, Suspense, useEffect, useMemo, useRef} from 'react';
import {overviewQuery, useCan} from '../api/queries';
import type {ConnectionState, FlowState} from '../api/types';
import {BudgetBar} from '../overview/Budget';
import {budgetsOf} from '../overview/needs';
import {ConnectionMark} from './ConnectionMark';
import {DataTable, type Column} from '../parts/DataTable';
import {figure} from '../parts/format';
import {Loaded} from '../parts/Loaded';
import {Ago} from '../parts/Moment';
import {PageHead, Section} from '../parts/Section';
import {Mark} from '../parts/StateMark';
import {useTexts} from '../texts';
import {FlowTools} from './FlowTools';
import {height, layout} from './layout';
import {PauseButton} from './PauseButton';
import './connections.css';

const route = getRouteApi('/connections');
const Picture = lazy(() => import('./Picture').then(m => ({default: m.Picture})));

/** The systems, the flows between them, and what can be done about each. */
export function ConnectionsPage() {
  const {connections: t, setup} = useTexts();
  const can = useCan();
  const overview = useQuery({...overviewQuery, refetchInterval: 15_000});
  const {flow} = route.useSearch();
  return (
    <>
      <PageHead title={t.title}>
        {can('configure') && <Link to="/setup/connection">{setup.newConnection}</Link>}
      </PageHead>
      <Loaded of={overview}>
        {data => (
          <>
            <div className="picture" role="figure" aria-label={t.pictureLabel}>
              <Suspense fallback={<Room connections={data.connections} flows={data.flows} />}>
                <Picture connections={data.connections} flows={data.flows} />
              </Suspense>
            </div>
            <Systems connections={data.connections} />
            <FlowList flows={data.flows} current={flow} />
          </>
        )}
      </Loaded>
    </>
  );
}

/** Keeps the picture's place until it is there: what stands below must not move away under a click. */
function Room({connections, flows}: {connections: ConnectionState[]; flows: FlowState[]}) {
  const boxes = layout(
    connections.map(c => c.name),
    flows,
  );
  return <div style={{height: height(boxes)}} />;
}

function Systems({connections}: {connections: ConnectionState[]}) {
  const texts = useTexts();
  const navigate = useNavigate();
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
      {
        id: 'state',
        header: col.state,
        meta: {fill: true},
        cell: c => (
          <span className="row tight">
            <ConnectionMark of={c.row.original} />
            <span className="dim">{c.row.original.paused}</span>
          </span>
        ),
      },
      {id: 'last', header: col.lastSuccess, meta: {wide: true}, cell: c => <Ago at={c.row.original.lastSuccess} />},
      {
        id: 'budget',
        header: col.budget,
        meta: {wide: true},
        cell: c => budgetsOf(c.row.original).map(b => <BudgetBar key={b.limit} budget={b} />),
      },
      {id: 'tools', header: '', cell: c => <PauseButton kind="connection" of={c.row.original} />},
    ];
  }, [texts]);
  return (
    <Section title={texts.connections.connections}>
      <DataTable
        label={texts.connections.connections}
        columns={columns}
        rows={connections}
        rowId={c => c.name}
        onOpen={({name}) => void navigate({to: '/connections/$name', params: {name}})}
      />
    </Section>
  );
}

interface FlowListProps {
  flows: FlowState[];
  /** The one that somebody comes for. */
  current?: string | undefined;
}

/** Flows with what can be done about each; also those of one connection. */
export function FlowList({flows, current}: FlowListProps) {
  const texts = useTexts();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current !== undefined) list.current?.querySelector('[aria-selected]')?.scrollIntoView({block: 'center'});
  }, [current]);
  const columns = useMemo((): Column<FlowState>[] => {
    const {col, isPaused, ok, dryRun} = texts.overview;
    const state = (flow: FlowState) =>
      flow.paused !== null ? <Mark tone="wait">{isPaused}</Mark> : <Mark tone="good">{flow.dryRun ? dryRun : ok}</Mark>;
    return [
      {id: 'flow', header: col.flow, cell: c => <span className="strong">{c.row.original.name}</span>},
      {
        id: 'way',
        header: col.way,
        meta: {wide: true},
        cell: c => <span className="dim">{`${c.row.original.from} → ${c.row.original.to}`}</span>,
      },
      {
        id: 'state',
        header: col.state,
        meta: {fill: true},
        cell: c => (
          <span className="row tight">
            {state(c.row.original)}
            <span className="dim">{c.row.original.paused}</span>
          </span>
        ),
      },
      {
        id: 'waiting',
        header: col.waiting,
        meta: {figures: true},
        cell: c => figure(c.row.original.waiting, texts.locale),
      },
      {id: 'tools', header: '', cell: c => <FlowTools flow={c.row.original} />},
    ];
  }, [texts]);
  return (
    <Section title={texts.connections.flows}>
      <div ref={list}>
        <DataTable
          label={texts.connections.flows}
          columns={columns}
          rows={flows}
          rowId={f => f.name}
          current={current}
        />
      </div>
    </Section>
  );
}
