import {Checkbox, TextInput} from '@mantine/core';
import {useState} from 'react';
import {call} from '../api/call';
import {ROLES, type Role, type User} from '../api/types';
import {ReasonDialog} from '../parts/ReasonDialog';
import {useTexts} from '../texts';
import {Choices} from './Choices';

interface Props {
  /** The one that is changed; none for a new one. */
  user?: User;
  onAdded: (oneTime: {of: string; secret: string}) => void;
  onClose: () => void;
}

/** Adds a user, or changes one's name, roles and whether they may sign in. */
export function UserDialog({user: before, onAdded, onClose}: Props) {
  const texts = useTexts();
  const {access: t} = texts;
  const [user, setUser] = useState(before?.user ?? '');
  const [name, setName] = useState(before?.name ?? '');
  const [roles, setRoles] = useState<Role[]>(before?.roles ?? ['viewer']);
  const [disabled, setDisabled] = useState(before?.disabled ?? false);
  // An identity provider gives those of its people at each sign-in.
  const rolesAreOurs = before?.via !== 'oidc';
  const act = async () => {
    if (before) {
      const changed = {name, disabled, ...(rolesAreOurs ? {roles} : {})};
      return call('PATCH', `/users/${encodeURIComponent(before.user)}`, changed);
    }
    const added = await call<{user: string; oneTimePassword: string}>('POST', '/users', {
      user: user.trim(),
      name,
      roles,
    });
    onAdded({of: added.user, secret: added.oneTimePassword});
    return added;
  };
  return (
    <ReasonDialog
      title={before ? t.edit : t.addUser}
      withReason={false}
      complete={user.trim() !== '' && name.trim() !== '' && roles.length > 0}
      act={act}
      onClose={onClose}
    >
      <TextInput
        label={t.user}
        value={user}
        readOnly={before !== undefined}
        onChange={event => setUser(event.currentTarget.value)}
      />
      <TextInput label={t.name} value={name} onChange={event => setName(event.currentTarget.value)} />
      {rolesAreOurs ? (
        <Choices label={t.roles} values={ROLES} name={r => texts.roles[r]} chosen={roles} onChange={setRoles} />
      ) : (
        <p className="dim">{t.rolesElsewhere}</p>
      )}
      {before && (
        <Checkbox
          size="xs"
          label={t.disable}
          checked={disabled}
          onChange={event => setDisabled(event.currentTarget.checked)}
        />
      )}
    </ReasonDialog>
  );
}
