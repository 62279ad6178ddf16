import {Button} from '@mantine/core';
import {useMutation} from '@tanstack/react-query';
import {call} from '../api/call';
import {useCan} from '../api/queries';
import type {FlowState} from '../api/types';
import {tell, tellKept} from '../parts/tell';
import {useTexts} from '../texts';
import {PauseButton} from './PauseButton';

/** Pauses a flow or polls it now. */
export function FlowTools({flow}: {flow: FlowState}) {
  const {connections: t} = useTexts();
  const can = useCan();
  if (!can('decide')) return null;
  return (
    <span className="row tight tools">
      <PauseButton kind="flow" of={flow} />
      <NowButton label={t.poll} done={t.pollDone(flow.name)} path={`/flows/${encodeURIComponent(flow.name)}/poll`} />
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
