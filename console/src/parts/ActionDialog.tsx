import {TextInput} from '@mantine/core';
import {useState} from 'react';
import {call} from '../api/call';
import type {Action} from '../api/types';
import {useTexts} from '../texts';
import {ReasonDialog} from './ReasonDialog';

/** What a person can decide about messages; a pause is ended where its connection or flow is. */
export type Decision = Exclude<Action, 'resume'>;

interface Props {
  action: Decision;
  messages: number[];
  onClose: () => void;
}

/** Asks for what a decision about messages needs, and carries it out. */
export function ActionDialog({action, messages, onClose}: Props) {
  const texts = useTexts();
  const [number, setNumber] = useState('');
  const withReason = action !== 'send' && action !== 'resubmit';
  return (
    <ReasonDialog
      title={texts.actions[action]}
      explanation={`${texts.common.messages(messages.length)}. ${texts.actionMeans[action]}`}
      danger={action === 'discard'}
      withReason={withReason}
      complete={action !== 'entered' || number.trim() !== ''}
      act={reason =>
        call('POST', `/messages/${action}`, {
          ids: messages,
          ...(action === 'entered' ? {number: number.trim()} : {}),
          ...(withReason ? {reason} : {}),
        })
      }
      onClose={onClose}
    >
      {action === 'entered' && (
        <TextInput
          label={texts.actionNumber}
          value={number}
          onChange={event => setNumber(event.currentTarget.value)}
          data-autofocus
        />
      )}
    </ReasonDialog>
  );
}
