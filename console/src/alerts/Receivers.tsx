import {useMemo} from 'react';
import type {Alert, AlertReceiver} from '../api/types';
import {DataTable, type Column} from '../parts/DataTable';
import {Ago} from '../parts/Moment';
import {Section} from '../parts/Section';
import {Mark} from '../parts/StateMark';
import {told} from '../parts/format';
import {useTexts} from '../texts';
import {lastReached} from './standing';

interface Props {
  receivers: AlertReceiver[];
  /** All that are shown, to see when each was last reached. */
  alerts: Alert[];
}

/** Who is told, and whether it arrives. */
export function Receivers({receivers, alerts}: Props) {
  const texts = useTexts();
  const {alerts: t} = texts;
  const columns = useMemo((): Column<AlertReceiver>[] => {
    const {col, ways} = texts.alerts;
    return [
      {id: 'name', header: col.receiver, cell: c => <b>{c.row.original.name}</b>},
      {id: 'way', header: col.way, cell: c => told(c.row.original.way, ways)},
      {id: 'last', header: col.last, cell: c => <Ago at={lastReached(c.row.original.name, alerts)} />},
      {id: 'state', header: col.state, meta: {fill: true}, cell: c => <Reached receiver={c.row.original} />},
    ];
  }, [texts, alerts]);
  return (
    <Section title={t.receivers}>
      {receivers.length === 0 ? (
        <p className="notice wait">{t.noReceivers}</p>
      ) : (
        <DataTable label={t.receivers} columns={columns} rows={receivers} rowId={r => r.name} />
      )}
    </Section>
  );
}

function Reached({receiver: {error, waiting}}: {receiver: AlertReceiver}) {
  const {alerts: t} = useTexts();
  if (error === null) return <Mark tone="good">{t.allArrives}</Mark>;
  return (
    <Mark tone="bad" title={error}>
      {t.nothingArrives(error, waiting)}
    </Mark>
  );
}
