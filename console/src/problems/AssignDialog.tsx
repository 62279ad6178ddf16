import {TextInput} from '@mantine/core';
import {useState} from 'react';
import {call} from '../api/call';
import type {Problem} from '../api/types';
import {ReasonDialog} from '../parts/ReasonDialog';
import {useTexts} from '../texts';

/** Says who looks after a cause; proposes oneself. */
export function AssignDialog({problem, own, onClose}: {problem: Problem; own: string; onClose: () => void}) {
  const {problems: t} = useTexts();
  const [user, setUser] = useState(problem.assigned ?? own);
  return (
    <ReasonDialog
      title={t.assign}
      withReason={false}
      act={() => call('PUT', `/problems/${problem.id}/assignee`, {user: user.trim() === '' ? null : user.trim()})}
      onClose={onClose}
    >
      <TextInput data-autofocus label={t.assignTo} value={user} onChange={e => setUser(e.currentTarget.value)} />
    </ReasonDialog>
  );
}
