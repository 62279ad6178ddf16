import type {Message, State} from '../../src/api/types';

/** Failures as they come: fault, the hub's words, flow. */
export const CAUSES = [
  {
    flow: 'orders',
    fault: 'Invalid',
    field: 'taxArea',
    key: 'taxGroups/EU/REDUCED',
    text: 'no VAT posting setup for EU/REDUCED; line … has rate …',
    reason: 'no VAT posting setup for EU/REDUCED; line 2 has rate 7',
    count: 9,
    money: true,
  },
  {
    flow: 'orders',
    fault: 'Missing',
    field: 'sku',
    key: 'AH-2210-GR',
    text: 'item … is not in the ERP since …',
    reason: 'item AH-2210-GR is not in the ERP since 2 d',
    count: 4,
    money: true,
  },
  {
    flow: 'payments',
    fault: 'Ambiguous',
    field: null,
    key: null,
    text: 'two posted invoices fit order …: … and …',
    reason: 'two posted invoices fit order 10466: 103112 and 103115',
    count: 1,
    money: true,
  },
  {
    flow: 'customers',
    fault: 'Invalid',
    field: 'vatId',
    key: null,
    text: 'VAT id … is not one of country …',
    reason: 'VAT id ATU1234567 is not one of country AT',
    count: 3,
    money: false,
  },
] as const;

const WAITS: [string, string, string, string][] = [
  ['payments', 'paid:9f31', 'Missing', 'posted invoice of order {n} is not there yet'],
  ['orders', 'created', 'Missing', 'waits for debtor D-{n}'],
  ['progress', 'shipped', '', 'quiet hours of the flow until 06:00'],
];

const DONE: [string, string, string][] = [
  ['orders', 'created', 'shop'],
  ['order-reply', 'reply', 'erp'],
  ['stock', 'changed', 'erp'],
  ['stock', 'changed', 'erp'],
  ['customers', 'created', 'shop'],
  ['progress', 'invoiced', 'erp'],
  ['orders', 'edited:77aa', 'shop'],
  ['payments', 'paid:1c02', 'shop'],
];

function message(id: number, secondsAgo: number, part: Partial<Message> & {flow: string; event: string}): Message {
  const created = Date.now() - secondsAgo * 1000;
  const state: State = part.state ?? 'done';
  return {
    id,
    kind: ['orders', 'payments', 'progress'].includes(part.flow) ? 'event' : 'notice',
    source: 'shop',
    sourceId: `0196f3${(id * 7919).toString(16).padStart(6, '0')}a4e17b`,
    number: String(10_000 + (id % 600)),
    targetNumber: null,
    state,
    reason: null,
    fault: null,
    attempts: 1,
    created: new Date(created).toISOString(),
    finished: state === 'done' || state === 'skipped' ? new Date(created + 1300 + (id % 9) * 210).toISOString() : null,
    nextAt: null,
    ...part,
  };
}

/** A day of messages as a mid-sized shop has them, the newest first. */
export function madeMessages(): Message[] {
  const made: Message[] = [];
  let id = 48_900;
  const add = (secondsAgo: number, part: Partial<Message> & {flow: string; event: string}) =>
    made.push(message(++id, secondsAgo, part));
  for (let i = 0; i < 230; i++) {
    const [flow, event, source] = DONE[i % DONE.length] ?? ['orders', 'created', 'shop'];
    const number = flow === 'stock' ? `AH-${1000 + ((i * 37) % 400)}` : String(10_480 - Math.floor(i / 4));
    const skipped = i % 17 === 3;
    add(20 + i * 173, {
      flow,
      event,
      source,
      number,
      targetNumber: flow === 'orders' && !skipped ? String(101_230 - Math.floor(i / 4)) : null,
      ...(skipped ? {state: 'skipped', reason: 'unchanged'} : {}),
    });
  }
  for (const [c, cause] of CAUSES.entries()) {
    for (let i = 0; i < cause.count; i++) {
      add(900 + c * 2500 + i * 1900, {
        flow: cause.flow,
        event: cause.flow === 'payments' ? 'paid:33d0' : 'created',
        number: cause.flow === 'customers' ? `K-${2040 + i}` : String(10_461 - c * 9 - i),
        state: 'dead',
        fault: cause.fault,
        reason: cause.reason,
      });
    }
  }
  for (const [i, [flow, event, fault, reason]] of WAITS.entries()) {
    const number = String(10_470 - i);
    add(400 + i * 3000, {
      flow,
      event,
      number,
      state: i === 2 ? 'retrying' : 'waiting',
      fault: fault === '' ? null : fault,
      reason: reason.replace('{n}', number),
      nextAt: new Date(Date.now() + 55_000).toISOString(),
    });
  }
  add(1260, {...HERO, event: 'created', state: 'dead', fault: 'Invalid', reason: CAUSES[0].reason, attempts: 2});
  add(1000, {
    ...HERO,
    event: 'paid:5e0c',
    flow: 'payments',
    state: 'waiting',
    fault: 'Missing',
    reason: 'posted invoice of order 10482 is not there yet',
  });
  for (const [flow, event] of [
    ['stock', 'changed'],
    ['progress', 'shipped:1'],
  ] as const) {
    add(79_000, {...TWINS, flow, event});
  }
  made.sort((a, b) => b.created.localeCompare(a.created));
  return made.map((m, i) => ({...m, id: 49_200 - i}));
}

/** An article and an order of the ERP that are called alike. */
export const TWINS = {source: 'erp', sourceId: '1000', number: '1000'};

/** The order that the pages tell of. */
export const HERO = {flow: 'orders', source: 'shop', sourceId: '0196f3c2a4e17b40b1c5', number: '10482'};
