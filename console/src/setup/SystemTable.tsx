import {Button} from '@mantine/core';
import {useQueryClient} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import {useMemo, useState} from 'react';
import type {SetUp, SetUpConnection} from '../api/setup';
import {DataTable, type Column} from '../parts/DataTable';
import {ReasonDialog} from '../parts/ReasonDialog';
import {Section} from '../parts/Section';
import {useTexts} from '../texts';
import {removed} from './changes';

/** Connections, with what can be done about those that were made here. */
export function SystemTable({setUp: {connections, systems}}: {setUp: SetUp}) {
  const texts = useTexts();
  const {setup: t} = texts;
  const client = useQueryClient();
  const [asked, setAsked] = useState<string | null>(null);
  const columns = useMemo((): Column<SetUpConnection>[] => {
    const {col, origin} = texts.setup;
    return [
      {
        id: 'name',
        header: col.connection,
        cell: c => (
          <Link to="/connections/$name" params={{name: c.row.original.name}}>
            {c.row.original.name}
          </Link>
        ),
      },
      {
        id: 'system',
        header: col.system,
        cell: c => systems.find(s => s.id === c.row.original.connector)?.title ?? c.row.original.connector,
      },
      {
        id: 'flows',
        header: col.flows,
        meta: {fill: true, wide: true},
        cell: c => <span className="dim">{c.row.original.flows.join(', ')}</span>,
      },
      {id: 'origin', header: col.origin, cell: c => origin[c.row.original.origin]},
      {id: 'tools', header: '', cell: c => <Tools of={c.row.original} onRemove={setAsked} />},
    ];
  }, [texts, systems]);
  return (
    <Section title={t.connections}>
      <DataTable label={t.connections} columns={columns} rows={connections} rowId={c => c.name} />
      {asked !== null && (
        <ReasonDialog
          title={t.removeConnection(asked)}
          explanation={t.removeConnectionAsk(asked)}
          danger
          act={reason => removed(client, `/setup/connections/${asked}`, {reason})}
          onClose={() => setAsked(null)}
        />
      )}
    </Section>
  );
}

function Tools({of: {name, origin}, onRemove}: {of: SetUpConnection; onRemove: (name: string) => void}) {
  const {setup: t} = useTexts();
  if (origin === 'file') return <span className="dim">{t.inFile}</span>;
  return (
    <span className="row tight tools">
      <Link to="/setup/connection/$name" params={{name}}>
        {t.change}
      </Link>
      <Button size="compact-xs" onClick={() => onRemove(name)} aria-label={t.removeConnection(name)}>
        {t.removeIt}
      </Button>
    </span>
  );
}
