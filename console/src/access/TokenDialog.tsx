import {TextInput} from '@mantine/core';
import {useState} from 'react';
import {call} from '../api/call';
import {RIGHTS, type Right} from '../api/types';
import {ReasonDialog} from '../parts/ReasonDialog';
import {useTexts} from '../texts';
import {Choices} from './Choices';

/** Creates a token; its text is given to `onMade` and known nowhere else. */
export function TokenDialog({onMade, onClose}: {onMade: (token: string) => void; onClose: () => void}) {
  const texts = useTexts();
  const {access: t} = texts;
  const [name, setName] = useState('');
  const [rights, setRights] = useState<Right[]>(['read']);
  const [days, setDays] = useState('90');
  const act = async () => {
    const body = {name: name.trim(), rights, days: days.trim() === '' ? null : Number(days)};
    onMade((await call<{id: number; token: string}>('POST', '/tokens', body)).token);
  };
  return (
    <ReasonDialog
      title={t.addToken}
      withReason={false}
      complete={name.trim() !== '' && rights.length > 0 && /^\s*\d{0,4}\s*$/.test(days)}
      act={act}
      onClose={onClose}
    >
      <TextInput data-autofocus label={t.name} value={name} onChange={event => setName(event.currentTarget.value)} />
      <Choices label={t.rights} values={RIGHTS} name={r => texts.rights[r]} chosen={rights} onChange={setRights} />
      <TextInput
        label={t.days}
        inputMode="numeric"
        value={days}
        onChange={event => setDays(event.currentTarget.value)}
      />
    </ReasonDialog>
  );
}
