import {useMemo} from 'react';
import type {Night} from '../api/types';
import {DataTable, type Column} from '../parts/DataTable';
import {figure} from '../parts/format';
import {Ago} from '../parts/Moment';
import {Section} from '../parts/Section';
import {Mark} from '../parts/StateMark';
import {useTexts} from '../texts';

/** What the last nightly comparison of each flow found. */
export function Nights({nights}: {nights: Night[]}) {
  const texts = useTexts();
  const columns = useMemo((): Column<Night>[] => {
    const {col} = texts.overview;
    return [
      {id: 'flow', header: col.flow, cell: c => <span className="strong">{c.row.original.flow}</span>},
      {id: 'ended', header: col.ended, cell: c => <Ago at={c.row.original.ended} />},
      {
        id: 'compared',
        header: col.compared,
        meta: {figures: true},
        cell: c => figure(c.row.original.compared, texts.locale),
      },
      {
        id: 'different',
        header: col.different,
        meta: {figures: true},
        cell: c => figure(c.row.original.different, texts.locale),
      },
      {id: 'causes', header: col.causes, meta: {fill: true}, cell: c => <Verdict night={c.row.original} />},
    ];
  }, [texts]);
  return (
    <Section title={texts.overview.nights}>
      <DataTable label={texts.overview.nights} columns={columns} rows={nights} rowId={n => n.flow} />
    </Section>
  );
}

function Verdict({night}: {night: Night}) {
  const texts = useTexts();
  if (night.failure !== null) return <Mark tone="bad">{night.failure}</Mark>;
  if (night.ended === null) return null;
  return night.different > 0 ? (
    <Mark tone="wait">{night.causes}</Mark>
  ) : (
    <Mark tone="good">{texts.overview.agreed}</Mark>
  );
}
