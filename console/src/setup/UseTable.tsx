import {Button} from '@mantine/core';
import {useQueryClient} from '@tanstack/react-query';
import {useMemo, useState} from 'react';
import type {PackUse, SetUp} from '../api/setup';
import {DataTable, type Column} from '../parts/DataTable';
import {ReasonDialog} from '../parts/ReasonDialog';
import {Section} from '../parts/Section';
import {useTexts} from '../texts';
import {removed} from './changes';

/** The packs that are in use. */
export function UseTable({setUp: {uses, packs}}: {setUp: SetUp}) {
  const texts = useTexts();
  const {setup: t} = texts;
  const client = useQueryClient();
  const [asked, setAsked] = useState<PackUse | null>(null);
  const columns = useMemo((): Column<PackUse>[] => {
    const {col, origin, inFile, removeIt} = texts.setup;
    return [
      {
        id: 'pack',
        header: col.pack,
        cell: c => packs.find(p => p.name === c.row.original.pack)?.title ?? c.row.original.pack,
      },
      {
        id: 'roles',
        header: col.roles,
        cell: c =>
          Object.entries(c.row.original.roles)
            .map(([role, name]) => (role === name ? name : `${role}: ${name}`))
            .join(' · '),
      },
      {id: 'prefix', header: col.prefix, cell: c => <span className="code">{c.row.original.prefix}</span>},
      {
        id: 'flows',
        header: col.flows,
        meta: {fill: true, wide: true},
        cell: c => <span className="dim">{c.row.original.flows.join(', ')}</span>,
      },
      {id: 'origin', header: col.origin, cell: c => origin[c.row.original.origin]},
      {
        id: 'tools',
        header: '',
        cell: c =>
          c.row.original.origin === 'file' ? (
            <span className="dim">{inFile}</span>
          ) : (
            <Button size="compact-xs" onClick={() => setAsked(c.row.original)}>
              {removeIt}
            </Button>
          ),
      },
    ];
  }, [texts, packs]);
  return (
    <Section title={t.uses}>
      {uses.length === 0 ? (
        <p className="dim">{t.noUses}</p>
      ) : (
        <DataTable label={t.uses} columns={columns} rows={uses} rowId={u => `${u.pack} ${u.prefix}`} />
      )}
      {asked && (
        <ReasonDialog
          title={t.removeUse}
          explanation={t.removeUseAsk(asked.flows.length)}
          danger
          act={reason => removed(client, '/setup/uses', {pack: asked.pack, prefix: asked.prefix, reason})}
          onClose={() => setAsked(null)}
        />
      )}
    </Section>
  );
}
