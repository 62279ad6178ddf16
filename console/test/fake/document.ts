import type {BusinessDocument, Message, Subject} from '../../src/api/types';

const seconds = (from: string, add: number) => new Date(Date.parse(from) + add * 1000).toISOString();

/** One document's page, from its messages alone. */
export function documentOf(messages: Message[], subject: Subject, others: Subject[]): BusinessDocument {
  const oldest = messages[0];
  if (!oldest) throw new Error('no messages');
  const {source, sourceId, number, created} = oldest;
  const dead = messages.find(m => m.state === 'dead');
  const waiting = messages.find(m => ['ready', 'waiting', 'retrying'].includes(m.state));
  const target = messages.find(m => m.targetNumber !== null)?.targetNumber ?? null;
  const state = dead ? 'dead' : waiting ? 'waiting' : messages.every(m => m.state === 'skipped') ? 'skipped' : 'done';
  const stuck = dead ?? waiting;
  return {
    source,
    sourceId,
    number,
    subject,
    others,
    state,
    known: [
      {system: source, entity: 'order', id: sourceId, number},
      ...(target === null ? [] : [{system: 'erp', entity: 'order', id: 'e1b7', number: target}]),
      {system: 'erp', entity: 'customer', id: '7c3f', number: 'D-20418'},
    ],
    sla: {
      placed: seconds(created, -4),
      arrived: state === 'done' ? oldest.finished : null,
      seconds: 5,
      limitSeconds: 300,
      breached: state === 'dead',
    },
    waitsFor: stuck ? {text: stuck.reason ?? 'its turn', message: stuck.id, since: stuck.created} : null,
    next: stuck
      ? [
          {action: 'resubmit', label: 'map anew and send again', messages: [stuck.id]},
          {action: 'entered', label: 'it is in the ERP already', messages: [stuck.id]},
          {action: 'skip', label: 'end without effect', messages: [stuck.id]},
          {action: 'discard', label: 'give up for good', messages: [stuck.id]},
        ]
      : [],
    customerAnswer:
      state === 'done'
        ? {
            en: `Your order ${number ?? ''} has reached our order processing and is being prepared.`,
            de: `Ihre Bestellung ${number ?? ''} ist in unserer Auftragsbearbeitung angekommen und wird vorbereitet.`,
          }
        : {
            en: `We have received your order ${number ?? ''}. Its entry takes a little longer than usual; we are working on it and nothing is lost.`,
            de: `Ihre Bestellung ${number ?? ''} ist bei uns eingegangen. Die Erfassung dauert etwas länger als üblich; wir kümmern uns darum, es geht nichts verloren.`,
          },
    timeline: timeline(messages, created, target, dead),
    messages,
    calls: [
      {
        message: oldest.id,
        at: seconds(created, 1),
        target: 'erp',
        action: 'read',
        outcome: 'done',
        detail: null,
        millis: 148,
        mapping: null,
      },
      ...(target === null
        ? []
        : [
            {
              message: oldest.id,
              at: seconds(created, 3),
              target: 'erp',
              action: 'create',
              outcome: 'done',
              detail: null,
              millis: 431,
              mapping: 'business-central/order.out',
            },
          ]),
    ],
  };
}

function timeline(messages: Message[], created: string, target: string | null, dead: Message | undefined) {
  type Entry = BusinessDocument['timeline'][number];
  const entry = (add: number, kind: string, en: string, de: string, by: string | null = null): Entry => ({
    at: seconds(created, add),
    text: {en, de},
    kind,
    message: messages[0]?.id ?? null,
    by,
  });
  const told: Entry[] = [
    entry(-4, 'placed', 'placed in shop', 'in shop bestellt'),
    entry(0, 'received', 'heard of from shop', 'von shop erfahren'),
  ];
  if (target !== null) told.push(entry(3, 'done', `entered in erp as ${target}`, `in erp angelegt als ${target}`));
  if (dead) {
    const why = dead.reason ?? '';
    told.push(
      entry(2, 'held', `held: ${why}`, `angehalten: ${why}`),
      entry(400, 'decided', 'tried again by m.brandt: by hand', 'erneut angestoßen von m.brandt: by hand', 'm.brandt'),
      entry(402, 'held', `held: ${why}`, `angehalten: ${why}`),
    );
  }
  if (messages.some(m => m.flow === 'payments')) {
    told.push(
      entry(
        260,
        'waits',
        'Payment of 214.20 EUR received; waits for the posted invoice',
        'Zahlung über 214,20 EUR eingegangen; wartet auf die gebuchte Rechnung',
      ),
    );
  }
  return told.sort((a, b) => a.at.localeCompare(b.at));
}
