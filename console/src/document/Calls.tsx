import {useMemo} from 'react';
import type {Call} from '../api/types';
import {DataTable, type Column} from '../parts/DataTable';
import {figure, told} from '../parts/format';
import {Moment} from '../parts/Moment';
import {Section} from '../parts/Section';
import {useTexts} from '../texts';

/** Every call that was made for the document. */
export function Calls({calls}: {calls: Call[]}) {
  const texts = useTexts();
  const columns = useMemo((): Column<Call>[] => {
    const {col} = texts.document;
    return [
      {id: 'at', header: col.at, cell: c => <Moment at={c.row.original.at} />},
      {id: 'target', header: col.target, cell: c => c.row.original.target},
      {id: 'action', header: col.action, cell: c => told(c.row.original.action, texts.callAction)},
      {id: 'outcome', header: col.outcome, cell: c => told(c.row.original.outcome, texts.outcome)},
      {
        id: 'detail',
        header: col.detail,
        meta: {fill: true, wide: true},
        cell: c => <span title={c.row.original.detail ?? undefined}>{c.row.original.detail}</span>,
      },
      {
        id: 'took',
        header: col.took,
        meta: {figures: true, wide: true},
        cell: c => (c.row.original.millis === null ? null : `${figure(c.row.original.millis, texts.locale)} ms`),
      },
      {
        id: 'mapping',
        header: col.mapping,
        meta: {wide: true},
        cell: c => <span className="dim">{c.row.original.mapping}</span>,
      },
      {
        id: 'message',
        header: col.message,
        meta: {figures: true, wide: true},
        cell: c => <span className="dim">{c.row.original.message}</span>,
      },
    ];
  }, [texts]);
  return (
    <Section title={texts.document.calls}>
      {calls.length === 0 ? (
        <p className="dim">{texts.document.noCalls}</p>
      ) : (
        <DataTable label={texts.document.calls} columns={columns} rows={calls} rowId={callId} />
      )}
    </Section>
  );
}

const callId = (call: Call) => `${call.message} ${call.at} ${call.action}`;
