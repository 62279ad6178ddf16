import {Button} from '@mantine/core';
import {useState} from 'react';
import {call} from '../api/call';
import {useCan} from '../api/queries';
import {ReasonDialog} from '../parts/ReasonDialog';
import {subject} from '../parts/subject';
import {useTexts} from '../texts';

interface Props {
  kind: 'connection' | 'flow';
  of: {name: string; paused: string | null};
}

/** Pauses a connection or flow with a reason, or has it go on. */
export function PauseButton({kind, of}: Props) {
  const {connections: t} = useTexts();
  const can = useCan();
  const [asked, setAsked] = useState(false);
  if (!can('decide')) return null;
  const paused = of.paused !== null;
  const about = {subject: subject(kind, of.name)};
  return (
    <>
      <Button size="compact-xs" onClick={() => setAsked(true)}>
        {paused ? t.resume : t.pause}
      </Button>
      {asked && (
        <ReasonDialog
          title={paused ? t.resume : t.pause}
          explanation={paused ? t.resumeAsk(of.name) : t.pauseAsk(of.name)}
          withReason={!paused}
          act={reason => (paused ? call('POST', '/resume', about) : call('POST', '/pause', {...about, reason}))}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}
