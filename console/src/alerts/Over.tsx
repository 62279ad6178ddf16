import {useMemo} from 'react';
import type {Alert} from '../api/types';
import {DataTable, type Column} from '../parts/DataTable';
import {Moment} from '../parts/Moment';
import {Section} from '../parts/Section';
import {useTexts, useTold} from '../texts';
import {tellings} from './standing';

/** What is over, the newest first. */
export function Over({alerts}: {alerts: Alert[]}) {
  const texts = useTexts();
  const inWords = useTold();
  const {alerts: t} = texts;
  const columns = useMemo((): Column<Alert>[] => {
    const {col, severity} = texts.alerts;
    return [
      {
        id: 'title',
        header: col.alert,
        meta: {fill: true},
        cell: c => {
          const {title, what} = inWords(c.row.original);
          return <span title={what}>{title}</span>;
        },
      },
      {id: 'severity', header: col.severity, cell: c => severity[c.row.original.severity]},
      {id: 'opened', header: col.opened, meta: {wide: true}, cell: c => <Moment at={c.row.original.opened} />},
      {id: 'over', header: col.over, cell: c => <Moment at={c.row.original.over} />},
      {
        id: 'told',
        header: col.told,
        meta: {wide: true},
        cell: c =>
          tellings(c.row.original.deliveries)
            .filter(one => one.times > 0)
            .map(one => `${one.receiver} ${one.times}×`)
            .join(', '),
      },
      {id: 'by', header: col.by, meta: {wide: true}, cell: c => c.row.original.acknowledgedBy},
    ];
  }, [texts, inWords]);
  return (
    <Section title={t.over}>
      {alerts.length === 0 ? (
        <p className="dim">{t.noneOver}</p>
      ) : (
        <DataTable label={t.over} columns={columns} rows={alerts} rowId={a => String(a.id)} />
      )}
    </Section>
  );
}
