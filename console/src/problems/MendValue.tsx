import {Button, Select, TextInput} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import {useState} from 'react';
import {tablesQuery} from '../api/queries';
import {Section} from '../parts/Section';
import {PutValueDialog} from '../masterdata/PutValueDialog';
import {useTexts} from '../texts';

/** Mends the master data that a cause blames, such as `shipment/express`: a row of a value table, or a link. */
export function MendValue({blamed}: {blamed: string}) {
  const {problems: t} = useTexts();
  const tables = useQuery(tablesQuery).data ?? [];
  const named = tables.find(table => blamed.startsWith(`${table.name}/`))?.name;
  const guess = named ?? tables[0]?.name ?? null;
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const key = typed ?? (named === undefined ? blamed : blamed.slice(named.length + 1));
  const [asked, setAsked] = useState(false);
  const table = chosen ?? guess;
  return (
    <Section title={t.fix}>
      {tables.length === 0 ? (
        <p className="dim">{t.noTables}</p>
      ) : (
        <div className="row mend">
          <Select
            label={t.table}
            data={tables.map(one => one.name)}
            value={table}
            onChange={setChosen}
            allowDeselect={false}
          />
          <TextInput label={t.key} value={key} onChange={event => setTyped(event.currentTarget.value)} />
          <Button disabled={table === null || key.trim() === ''} onClick={() => setAsked(true)}>
            {t.fix} …
          </Button>
          <Link to="/master-data">{t.linkInstead}</Link>
        </div>
      )}
      {asked && table !== null && (
        <PutValueDialog
          table={table}
          keyName={key.trim()}
          value={tables.find(one => one.name === table)?.rows.find(row => row.key === key.trim())?.value ?? ''}
          onClose={() => setAsked(false)}
        />
      )}
    </Section>
  );
}
