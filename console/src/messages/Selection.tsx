import {Button} from '@mantine/core';
import {useState} from 'react';
import {ActionDialog, type Decision} from '../parts/ActionDialog';
import type {Message} from '../api/types';
import {useTexts} from '../texts';

const OF_MANY: Decision[] = ['resubmit', 'skip', 'discard'];
const OF_ONE: Decision[] = ['resubmit', 'send', 'entered', 'skip', 'discard'];

/** What can be decided about the selected messages. */
export function Selection({messages, onDone}: {messages: Message[]; onDone: () => void}) {
  const texts = useTexts();
  const [asked, setAsked] = useState<Decision | null>(null);
  const close = () => {
    setAsked(null);
    onDone();
  };
  return (
    <span className="row">
      <span className="strong">{texts.common.selected(messages.length)}</span>
      {(messages.length === 1 ? OF_ONE : OF_MANY).map(decision => (
        <Button key={decision} size="compact-xs" onClick={() => setAsked(decision)}>
          {texts.actions[decision]}
        </Button>
      ))}
      {asked && <ActionDialog action={asked} messages={messages.map(m => m.id)} onClose={close} />}
    </span>
  );
}
