import {Button} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {useMemo, useState} from 'react';
import {call} from '../api/call';
import {usersQuery} from '../api/queries';
import type {User} from '../api/types';
import {DataTable, type Column} from '../parts/DataTable';
import {Loaded} from '../parts/Loaded';
import {Ago} from '../parts/Moment';
import {ReasonDialog} from '../parts/ReasonDialog';
import {PageHead} from '../parts/Section';
import {Mark} from '../parts/StateMark';
import {useTexts} from '../texts';
import {Once} from './Once';
import {UserDialog} from './UserDialog';

type Asked = {what: 'add'} | {what: 'edit' | 'reset'; user: User};

/** Who may sign in, and with which roles. */
export function UsersPage() {
  const texts = useTexts();
  const {access: t} = texts;
  const users = useQuery(usersQuery);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [oneTime, setOneTime] = useState<{of: string; secret: string} | null>(null);
  const columns = useMemo((): Column<User>[] => {
    const {access, roles} = texts;
    return [
      {id: 'user', header: access.user, accessorFn: u => u.user, cell: c => <b>{c.row.original.user}</b>},
      {id: 'name', header: access.name, accessorFn: u => u.name},
      {id: 'roles', header: access.roles, accessorFn: u => u.roles.map(r => roles[r]).join(', ')},
      {id: 'via', header: access.col.via, accessorFn: u => u.via, meta: {wide: true}},
      {
        id: 'lastSignIn',
        header: access.col.lastSignIn,
        accessorFn: u => u.lastSignIn ?? '',
        meta: {wide: true},
        cell: c => <Ago at={c.row.original.lastSignIn} />,
      },
      {id: 'disabled', header: '', cell: c => c.row.original.disabled && <Mark tone="wait">{access.disabled}</Mark>},
      {
        id: 'tools',
        header: '',
        meta: {figures: true},
        cell: c => (
          <span className="row tight tools">
            <Button size="compact-xs" onClick={() => setAsked({what: 'edit', user: c.row.original})}>
              {access.edit}
            </Button>
            {c.row.original.via === 'password' && (
              <Button size="compact-xs" onClick={() => setAsked({what: 'reset', user: c.row.original})}>
                {access.reset}
              </Button>
            )}
          </span>
        ),
      },
    ];
  }, [texts]);
  const close = () => setAsked(null);
  const reset = async (user: string) => {
    const {oneTimePassword} = await call<{oneTimePassword: string}>('POST', `/users/${encodeURIComponent(user)}/reset`);
    setOneTime({of: user, secret: oneTimePassword});
  };
  return (
    <>
      <PageHead title={t.users}>
        <Button onClick={() => setAsked({what: 'add'})}>{t.addUser}</Button>
      </PageHead>
      {oneTime && (
        <Once
          label={`${t.oneTime}: ${oneTime.of}`}
          hint={t.oneTimeHint}
          secret={oneTime.secret}
          onClose={() => setOneTime(null)}
        />
      )}
      <Loaded of={users}>
        {list => <DataTable label={t.users} columns={columns} rows={list} rowId={u => u.user} sortable />}
      </Loaded>
      {asked?.what === 'add' && <UserDialog onAdded={setOneTime} onClose={close} />}
      {asked?.what === 'edit' && <UserDialog user={asked.user} onAdded={setOneTime} onClose={close} />}
      {asked?.what === 'reset' && (
        <ReasonDialog
          title={t.reset}
          explanation={t.resetAsk(asked.user.user)}
          withReason={false}
          act={() => reset(asked.user.user)}
          onClose={close}
        />
      )}
    </>
  );
}
