import {useQueryClient} from '@tanstack/react-query';
import type {SetUpFlow} from '../api/setup';
import {ReasonDialog} from '../parts/ReasonDialog';
import {useTexts} from '../texts';
import {stored} from './changes';

/** Switches a flow on or off. */
export function SwitchDialog({flow, onClose}: {flow: SetUpFlow; onClose: () => void}) {
  const {setup: t} = useTexts();
  const client = useQueryClient();
  const on = flow.values.enabled;
  return (
    <ReasonDialog
      title={on ? t.switchOff : t.switchOn}
      explanation={on ? t.switchOffMeans(flow.name) : t.switchOnMeans(flow.name)}
      act={reason => stored(client, `/setup/flows/${encodeURIComponent(flow.name)}`, {enabled: !on, reason})}
      onClose={onClose}
    />
  );
}
