import {Link} from '@tanstack/react-router';
import {useMemo} from 'react';
import type {Message} from '../api/types';
import type {Column} from '../parts/DataTable';
import {eventWords, told} from '../parts/format';
import {Moment} from '../parts/Moment';
import {StateMark} from '../parts/StateMark';
import {useTexts} from '../texts';

/** What need not be repeated on each row: on a document's page, and among the messages of one cause. */
const LEFT_OUT = {
  list: [],
  document: ['number', 'attempts', 'finished'],
  cause: ['state', 'target', 'flow', 'finished'],
};

/** The columns of every list of messages. */
export function useMessageColumns(where: keyof typeof LEFT_OUT): Column<Message>[] {
  const texts = useTexts();
  return useMemo(() => {
    const {col} = texts.messages;
    const all: Column<Message>[] = [
      {id: 'state', header: col.state, cell: c => <StateMark state={c.row.original.state} />},
      {id: 'number', header: col.number, cell: c => <Number message={c.row.original} />},
      {id: 'target', header: col.target, meta: {wide: true}, cell: c => c.row.original.targetNumber},
      {id: 'flow', header: col.flow, cell: c => c.row.original.flow},
      {
        id: 'event',
        header: col.event,
        meta: {wide: true},
        cell: c => <span title={c.row.original.event}>{eventWords(c.row.original.event, texts)}</span>,
      },
      {id: 'reason', header: col.reason, meta: {fill: true, wide: true}, cell: c => <Why message={c.row.original} />},
      {
        id: 'attempts',
        header: col.attempts,
        meta: {figures: true, wide: true},
        cell: c => c.row.original.attempts,
      },
      {id: 'created', header: col.created, meta: {wide: true}, cell: c => <Moment at={c.row.original.created} />},
      {id: 'finished', header: col.finished, meta: {wide: true}, cell: c => <Moment at={c.row.original.finished} />},
      {
        id: 'id',
        header: col.id,
        meta: {figures: true, wide: true},
        cell: c => <span className="dim">{c.row.original.id}</span>,
      },
    ];
    const leftOut: string[] = LEFT_OUT[where];
    return all.filter(column => !leftOut.includes(column.id ?? ''));
  }, [texts, where]);
}

/** Ids of machines are cut, so that words have room. */
const LONG = 14;

function Number({message: {flow, source, sourceId, number}}: {message: Message}) {
  return (
    <Link tabIndex={-1} to="/documents/$source/$" params={{source, _splat: sourceId}} search={{entity: flow}}>
      {number ?? <span title={sourceId}>{sourceId.length > LONG ? `${sourceId.slice(0, LONG)}…` : sourceId}</span>}
    </Link>
  );
}

function Why({message}: {message: Message}) {
  const {outcome} = useTexts();
  return (
    <span title={message.reason ?? undefined}>
      {message.fault !== null && <span className="dim">{told(message.fault, outcome)} </span>}
      {message.reason}
    </span>
  );
}
