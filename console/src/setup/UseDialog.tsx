import {Select, TextInput} from '@mantine/core';
import {useQueryClient} from '@tanstack/react-query';
import {useState} from 'react';
import type {SetUp} from '../api/setup';
import {ReasonDialog} from '../parts/ReasonDialog';
import {useTexts} from '../texts';
import {stored} from './changes';

/** Puts a pack to use: which (the only one that joins what is connected, at first), between which connections, and what its flows are called. */
export function UseDialog({setUp: {packs, connections, systems}, onClose}: {setUp: SetUp; onClose: () => void}) {
  const {setup: t} = useTexts();
  const client = useQueryClient();
  const possible = packs.filter(({roles}) =>
    Object.values(roles).every(system => connections.some(c => c.connector === system)),
  );
  const [chosen, setChosen] = useState(possible.length === 1 ? (possible[0]?.name ?? null) : null);
  const [given, setGiven] = useState<Record<string, string>>({});
  const [prefix, setPrefix] = useState('');
  const pack = packs.find(p => p.name === chosen);
  const roles = Object.entries(pack?.roles ?? {}).map(([role, system]) => {
    const fitting = connections.filter(c => c.connector === system).map(c => c.name);
    return {role, system, fitting, filled: given[role] ?? (fitting.length === 1 ? fitting[0] : undefined)};
  });
  return (
    <ReasonDialog
      title={t.newUse}
      explanation={t.useMeans}
      complete={pack !== undefined && roles.every(r => r.filled !== undefined)}
      act={reason =>
        stored(client, '/setup/uses', {
          pack: pack?.name,
          prefix: prefix.trim(),
          roles: Object.fromEntries(roles.map(r => [r.role, r.filled])),
          reason,
        })
      }
      onClose={onClose}
    >
      <Select
        label={t.col.pack}
        data={packs.map(p => ({value: p.name, label: p.title}))}
        value={chosen}
        onChange={setChosen}
        allowDeselect={false}
        withAsterisk
      />
      {roles.map(({role, system, fitting, filled}) => {
        const title = systems.find(s => s.id === system)?.title ?? system;
        return (
          <Select
            key={role}
            label={t.role(role)}
            description={t.roleOf(title)}
            error={fitting.length === 0 ? t.noFitting(title) : undefined}
            data={fitting}
            value={filled ?? null}
            onChange={name => setGiven({...given, ...(name === null ? {} : {[role]: name})})}
            allowDeselect={false}
            withAsterisk
          />
        );
      })}
      <TextInput
        label={t.col.prefix}
        description={t.prefixMeans}
        value={prefix}
        onChange={event => setPrefix(event.currentTarget.value)}
      />
    </ReasonDialog>
  );
}
