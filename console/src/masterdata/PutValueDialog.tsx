import {TextInput} from '@mantine/core';
import {useState} from 'react';
import {call} from '../api/call';
import {ReasonDialog} from '../parts/ReasonDialog';
import {useTexts} from '../texts';

interface Props {
  table: string;
  /** Empty for a new row. */
  keyName: string;
  value: string;
  onClose: () => void;
}

export const valuePath = (table: string, key: string) =>
  `/tables/${encodeURIComponent(table)}/${key.split('/').map(encodeURIComponent).join('/')}`;

/** Puts a row of a value table over the configured one. */
export function PutValueDialog({table, keyName, value: before, onClose}: Props) {
  const texts = useTexts();
  const [key, setKey] = useState(keyName);
  const [value, setValue] = useState(before);
  return (
    <ReasonDialog
      title={texts.common.save}
      explanation={`${table}. ${texts.problems.fixHint}`}
      complete={key.trim() !== '' && value.trim() !== '' && value !== before}
      act={reason => call('PUT', valuePath(table, key.trim()), {value: value.trim(), reason})}
      onClose={onClose}
    >
      <TextInput
        label={texts.problems.key}
        value={key}
        readOnly={keyName !== ''}
        onChange={event => setKey(event.currentTarget.value)}
      />
      <TextInput
        data-autofocus
        label={texts.problems.value}
        value={value}
        onChange={event => setValue(event.currentTarget.value)}
      />
    </ReasonDialog>
  );
}
