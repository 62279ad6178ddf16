import {Button} from '@mantine/core';
import {useMutation, useQuery} from '@tanstack/react-query';
import {call} from '../api/call';
import {overviewQuery, useCan} from '../api/queries';
import type {FlowState} from '../api/types';
import {tell, tellKept} from '../parts/tell';
import {useTexts} from '../texts';
import {PauseButton} from './PauseButton';

/** Kinds of flows that read their source themselves; the others are fed by those. */
const POLLED = ['orders', 'stock', 'state', 'shared', 'progress'];

/** Pauses a flow, polls it or compares its two ends now, what of that there is. */
export function FlowTools({flow}: {flow: FlowState}) {
  const {connections: t} = useTexts();
  const can = useCan();
  const nights = useQuery(overviewQuery).data?.nights ?? [];
  if (!can('decide')) return null;
  return (
    <span className="row tight tools">
      <PauseButton kind="flow" of={flow} />
      {POLLED.includes(flow.kind) && (
        <NowButton label={t.poll} done={t.pollDone(flow.name)} path={`/flows/${encodeURIComponent(flow.name)}/poll`} />
      )}
      {nights.some(night => night.flow === flow.name) && (
        <NowButton
          label={t.reconcile}
          done={t.reconcileDone(flow.name)}
          path={`/flows/${encodeURIComponent(flow.name)}/reconcile`}
        />
      )}
    </span>
  );
}

function NowButton({label, done, path}: {label: string; done: string; path: string}) {
  const {common} = useTexts();
  const act = useMutation({
    mutationFn: () => call('POST', path),
    onSuccess: () => tell(done),
    onError: e => tellKept(label, e.message, common.close),
  });
  return (
    <Button size="compact-xs" loading={act.isPending} onClick={() => act.mutate()}>
      {label}
    </Button>
  );
}
