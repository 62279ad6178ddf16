import {useQuery} from '@tanstack/react-query';
import {tablesQuery} from '../api/queries';
import {Loaded} from '../parts/Loaded';
import {PageHead, Section} from '../parts/Section';
import {useTexts} from '../texts';
import {Links} from './Links';
import {TableRows} from './TableRows';

/** What people correct by hand: values that mappings look up, and which document is which. */
export function MasterDataPage() {
  const {masterData: t} = useTexts();
  const tables = useQuery(tablesQuery);
  return (
    <>
      <PageHead title={t.title} />
      <Links />
      <Loaded of={tables}>
        {list =>
          list.length === 0 ? (
            <Section title={t.tables}>
              <p className="dim">{t.noTables}</p>
            </Section>
          ) : (
            list.map(table => <TableRows key={table.name} table={table} />)
          )
        }
      </Loaded>
    </>
  );
}
