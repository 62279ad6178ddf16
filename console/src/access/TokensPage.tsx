import {Button} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {useMemo, useState} from 'react';
import {call} from '../api/call';
import {tokensQuery} from '../api/queries';
import type {Token} from '../api/types';
import {DataTable, type Column} from '../parts/DataTable';
import {Loaded} from '../parts/Loaded';
import {Ago, Moment} from '../parts/Moment';
import {ReasonDialog} from '../parts/ReasonDialog';
import {PageHead} from '../parts/Section';
import {useTexts} from '../texts';
import {Once} from './Once';
import {TokenDialog} from './TokenDialog';

/** What programs sign in with. */
export function TokensPage() {
  const texts = useTexts();
  const {access: t} = texts;
  const tokens = useQuery(tokensQuery);
  const [asked, setAsked] = useState<'add' | Token | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const columns = useMemo((): Column<Token>[] => {
    const {access} = texts;
    return [
      {id: 'name', header: access.name, cell: c => <b>{c.row.original.name}</b>},
      {id: 'rights', header: access.rights, cell: c => c.row.original.rights.join(', ')},
      {id: 'created', header: access.col.created, meta: {wide: true}, cell: c => <Ago at={c.row.original.created} />},
      {
        id: 'expires',
        header: access.col.expires,
        meta: {wide: true},
        cell: c => (c.row.original.expires === null ? access.forEver : <Moment at={c.row.original.expires} />),
      },
      {
        id: 'lastUsed',
        header: access.col.lastUsed,
        meta: {wide: true},
        cell: c => <Ago at={c.row.original.lastUsed} />,
      },
      {
        id: 'tools',
        header: '',
        meta: {figures: true},
        cell: c => (
          <Button size="compact-xs" onClick={() => setAsked(c.row.original)}>
            {access.remove}
          </Button>
        ),
      },
    ];
  }, [texts]);
  const close = () => setAsked(null);
  return (
    <>
      <PageHead title={t.tokens}>
        <span className="dim">{t.tokensHint}</span>
        <Button onClick={() => setAsked('add')}>{t.addToken}</Button>
      </PageHead>
      {made !== null && <Once label={t.token} hint={t.tokenHint} secret={made} onClose={() => setMade(null)} />}
      <Loaded of={tokens}>
        {list =>
          list.length === 0 ? (
            <p className="dim">{t.noTokens}</p>
          ) : (
            <DataTable label={t.tokens} columns={columns} rows={list} rowId={one => String(one.id)} />
          )
        }
      </Loaded>
      {asked === 'add' && <TokenDialog onMade={setMade} onClose={close} />}
      {asked !== null && asked !== 'add' && (
        <ReasonDialog
          title={t.remove}
          explanation={t.removeAsk(asked.name)}
          danger
          withReason={false}
          act={() => call('DELETE', `/tokens/${asked.id}`)}
          onClose={close}
        />
      )}
    </>
  );
}
