import {Button} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {call} from '../api/call';
import {overviewQuery, useCan} from '../api/queries';
import {ReasonDialog} from '../parts/ReasonDialog';
import {useTexts} from '../texts';

/** The one switch that stops everything, and the way back. */
export function StopSwitch() {
  const texts = useTexts();
  const can = useCan();
  const stopped = useQuery(overviewQuery).data?.stopped ?? null;
  const [asking, setAsking] = useState(false);
  if (!can('decide')) return null;
  const start = stopped !== null;
  return (
    <>
      <Button className={start ? undefined : 'bad'} onClick={() => setAsking(true)}>
        {start ? texts.shell.start : texts.shell.stop}
      </Button>
      {asking && (
        <ReasonDialog
          title={start ? texts.shell.start : texts.shell.stop}
          explanation={start ? texts.shell.startAsk : texts.shell.stopAsk}
          danger={!start}
          withReason={!start}
          act={reason => call('POST', start ? '/start' : '/stop', start ? undefined : {reason})}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
