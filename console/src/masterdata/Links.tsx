import {Button, TextInput} from '@mantine/core';
import {useDebouncedValue} from '@mantine/hooks';
import {useQuery} from '@tanstack/react-query';
import {getRouteApi} from '@tanstack/react-router';
import {useMemo, useState} from 'react';
import {crossrefsQuery, useCan} from '../api/queries';
import type {Crossref} from '../api/types';
import {DataTable, type Column} from '../parts/DataTable';
import {Section} from '../parts/Section';
import {useTexts} from '../texts';
import {LinkDialog} from './LinkDialog';

const route = getRouteApi('/master-data');

const NEW: Crossref = {source: '', entity: 'customer', sourceId: '', target: '', targetId: '', number: null};

/** Which document of one system is which of another. */
export function Links() {
  const texts = useTexts();
  const {masterData: t} = texts;
  const can = useCan();
  const configure = can('configure');
  const [typed, setTyped] = useState(route.useSearch().number ?? '');
  const [number] = useDebouncedValue(typed.trim(), 200);
  const links = useQuery(crossrefsQuery(number)).data;
  const [asked, setAsked] = useState<{what: 'link' | 'unlink'; link: Crossref} | null>(null);
  const columns = useMemo((): Column<Crossref>[] => {
    const {col, correct, unlink} = texts.masterData;
    const tools: Column<Crossref> = {
      id: 'tools',
      header: '',
      cell: c => (
        <span className="row tight tools">
          <Button size="compact-xs" onClick={() => setAsked({what: 'link', link: c.row.original})}>
            {correct}
          </Button>
          <Button size="compact-xs" onClick={() => setAsked({what: 'unlink', link: c.row.original})}>
            {unlink}
          </Button>
        </span>
      ),
    };
    return [
      {id: 'entity', header: col.entity, cell: c => texts.entity(c.row.original.entity)},
      {id: 'source', header: col.source, cell: c => c.row.original.source},
      {id: 'sourceId', header: col.sourceId, cell: c => <span className="code">{c.row.original.sourceId}</span>},
      {id: 'target', header: col.target, cell: c => c.row.original.target},
      {id: 'number', header: col.number, cell: c => <b>{c.row.original.number}</b>},
      {
        id: 'targetId',
        header: col.targetId,
        meta: {fill: true, wide: true},
        cell: c => <span className="code">{c.row.original.targetId}</span>,
      },
      ...(configure ? [tools] : []),
    ];
  }, [texts, configure]);
  const add = <Button onClick={() => setAsked({what: 'link', link: NEW})}>{t.newLink}</Button>;
  return (
    <Section title={t.links} aside={configure && add}>
      <TextInput
        aria-label={t.links}
        placeholder={t.linksHint}
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
        maw={420}
        mb={8}
      />
      {number !== '' && links?.length === 0 && <p className="dim">{t.noLinks}</p>}
      {links !== undefined && links.length > 0 && (
        <DataTable
          label={t.links}
          columns={columns}
          rows={links}
          rowId={l => `${l.source}/${l.entity}/${l.sourceId}/${l.target}`}
        />
      )}
      {asked && <LinkDialog {...asked} onClose={() => setAsked(null)} />}
    </Section>
  );
}
