import {
  STATES,
  type Message,
  type Overview,
  type Payloads,
  type Series,
  type State,
  type Subject,
} from '../../src/api/types';
import {Answer, Refusal, type Endpoint} from './endpoint';
import {documentOf} from './document';
import {before, type World} from './world';
import {payloadsOf} from './payloads';

const FILTERS = ['number', 'state', 'flow', 'from', 'to', 'fault', 'text', 'email'] as const;

const SUBJECTS: Record<string, Subject> = {
  article: 'article',
  products: 'article',
  stock: 'article',
  prices: 'article',
  customer: 'customer',
  customers: 'customer',
};

const subjectOf = (named: string): Subject => SUBJECTS[named] ?? 'order';

export const seeing: Endpoint[] = [
  {method: 'GET', path: '/overview', right: 'read', answer: ({world}) => overview(world)},
  {
    method: 'GET',
    path: '/overview/series',
    right: 'read',
    query: ['hours'],
    answer: ({query}) => series(Number(query.get('hours') ?? 24)),
  },
  {
    method: 'GET',
    path: '/messages/search',
    right: 'read',
    query: [...FILTERS, 'after', 'limit'],
    answer: ({world, query, session}) => {
      if (query.has('email') && !session.rights.includes('personal'))
        throw new Refusal(403, 'this needs the right personal');
      return page(world.messages, query);
    },
  },
  {
    method: 'GET',
    path: '/messages/export',
    right: 'read',
    query: FILTERS,
    answer: ({world, query}) =>
      new Answer(
        200,
        ['id,number,state', ...search(world.messages, query).map(m => `${m.id},${m.number ?? ''},${m.state}`)].join(
          '\r\n',
        ),
        'text/csv',
      ),
  },
  {
    method: 'GET',
    path: '/documents',
    right: 'read',
    query: ['number'],
    answer: ({world, query}) => ({documents: found(world.messages, query.get('number') ?? '')}),
  },
  {
    method: 'GET',
    path: '/documents/:source/*sourceId',
    right: 'read',
    query: ['entity'],
    answer: ({world, path, query}) => {
      const called = world.messages.filter(m => m.source === path.source && m.sourceId === path.sourceId);
      const subjects = [...new Set(called.map(m => subjectOf(m.flow)))];
      const asked = subjectOf(query.get('entity') ?? '');
      const subject = subjects.includes(asked) ? asked : subjects[0];
      if (!subject) throw new Refusal(404, `no document ${path.sourceId ?? ''} of ${path.source ?? ''}`);
      return documentOf(
        called.filter(m => subjectOf(m.flow) === subject).reverse(),
        subject,
        subjects.filter(s => s !== subject),
      );
    },
  },
  {
    method: 'GET',
    path: '/messages/:id/payloads',
    right: 'read',
    answer: ({world, path, session}): Payloads => {
      const message = world.messages.find(m => String(m.id) === path.id);
      if (!message) throw new Refusal(404, `no message ${path.id ?? ''}`);
      return payloadsOf(message, !session.rights.includes('personal'));
    },
  },
];

/** What no index finds, the hub looks for in a stretch at a time: an answer may be empty and still say what is next. */
const STRETCH = 150;

function page(messages: Message[], query: URLSearchParams) {
  const limit = Number(query.get('limit') ?? 50);
  const left = messages.filter(m => m.id < Number(query.get('after') ?? Infinity));
  const states = query.getAll('state');
  const isOfOpen = states.length > 0 && !states.some(s => ['done', 'skipped', 'discarded'].includes(s));
  const looked = isOfOpen || query.has('number') || query.has('email') ? left : left.slice(0, STRETCH);
  const found = search(looked, query);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : looked.length < left.length ? looked.at(-1) : undefined;
  return {messages: shown, next: last === undefined ? null : String(last.id)};
}

function search(messages: Message[], query: URLSearchParams): Message[] {
  const states = query.getAll('state');
  const wrong = states.find(s => !STATES.includes(s as State));
  if (wrong !== undefined) throw new Refusal(400, `state ${wrong} is unknown; known are ${STATES.join(', ')}`, 'state');
  const is = (name: string, value: string | null) => !query.has(name) || query.get(name) === value;
  const has = (name: string, value: string | null) =>
    !query.has(name) || (value ?? '').toLowerCase().includes((query.get(name) ?? '').toLowerCase());
  return messages.filter(
    m =>
      (states.length === 0 || states.includes(m.state)) &&
      (is('number', m.number) || is('number', m.targetNumber) || is('number', m.sourceId)) &&
      is('flow', m.flow) &&
      is('fault', m.fault) &&
      has('text', m.reason) &&
      m.created >= (query.get('from') ?? '') &&
      m.created < (query.get('to') ?? '9'),
  );
}

function found(messages: Message[], number: string) {
  const documents = new Map<string, Message[]>();
  for (const m of messages.filter(m => m.number === number || m.targetNumber === number)) {
    const key = `${m.source}/${m.sourceId}`;
    documents.set(key, [...(documents.get(key) ?? []), m]);
  }
  return [...documents.values()].slice(0, 8).map(own => ({
    source: own[0]?.source,
    sourceId: own[0]?.sourceId,
    number,
    entity: {stock: 'stock', customers: 'customer'}[own[0]?.flow ?? ''] ?? 'order',
    latest: own[0]?.created,
    open: own.filter(m => ['ready', 'waiting', 'retrying'].includes(m.state)).length,
    dead: own.filter(m => m.state === 'dead').length,
  }));
}

const FLOWS: [string, string, string, string, number, number | null][] = [
  ['orders', 'orders', 'shop', 'erp', 2.4, 300],
  ['customers', 'customers', 'shop', 'erp', 0.6, null],
  ['order-reply', 'reply', 'erp', 'shop', 2.3, 300],
  ['stock', 'stock', 'erp', 'shop', 41, 60],
  ['products', 'state', 'erp', 'shop', 3.1, 3600],
  ['prices', 'state', 'erp', 'shop', 0, 3600],
  ['progress', 'progress', 'erp', 'shop', 4.8, 900],
  ['payments', 'payments', 'shop', 'erp', 1.9, null],
  ['refunds', 'refunds', 'shop', 'erp', 0.1, null],
  ['orders-at', 'orders', 'shop-at', 'erp', 0, 300],
  ['stock-at', 'stock', 'erp', 'shop-at', 0, 60],
];

function overview(world: World): Overview {
  const of = (flow: string, ...states: State[]) =>
    world.messages.filter(m => m.flow === flow && states.includes(m.state));
  const dead = world.messages.filter(m => m.state === 'dead');
  return {
    at: before(0),
    inDoubt: false,
    stopped: world.stopped,
    needs: {
      dead: dead.length,
      groups: new Set(dead.map(m => m.flow + (m.fault ?? ''))).size,
      paused: world.pauses,
      overdue: dead.length === 0 ? 0 : 2,
    },
    connections: [
      {
        name: 'shop',
        connector: 'shopware',
        paused: null,
        lastCall: before(1),
        lastSuccess: before(1),
        breakerOpen: false,
        budgets: [],
      },
      {
        name: 'erp',
        connector: 'business-central',
        paused: null,
        lastCall: before(2),
        lastSuccess: before(2),
        breakerOpen: false,
        budgets: [
          {
            limit: 'requests-per-5-minutes',
            used: 2210,
            most: 6000,
            source: 'Microsoft, API limits',
            asOf: '2026-08-01',
          },
          {limit: 'concurrent-requests', used: 3, most: 5, source: 'Microsoft, API limits', asOf: '2026-08-01'},
        ],
      },
      {
        name: 'shop-at',
        connector: 'shopware',
        paused: null,
        lastCall: before(4),
        lastSuccess: before(190),
        breakerOpen: true,
        budgets: [{limit: 'requests-per-minute', used: 55, most: 60, source: 'answer of the shop', asOf: '2026-11-30'}],
      },
    ],
    flows: FLOWS.map(([name, kind, from, to, perMinute, slaSeconds]) => ({
      name,
      kind,
      from,
      to,
      perMinute,
      waiting: of(name, 'ready', 'waiting', 'retrying').length,
      oldestWaitingSeconds: of(name, 'ready', 'waiting', 'retrying').length * 1432,
      dead: of(name, 'dead').length,
      lastSuccess: name === 'refunds' ? before(8400) : before(1 + name.length * 3),
      slaSeconds,
      overdue: name === 'orders' && dead.length > 0 ? 2 : 0,
      dryRun: name === 'refunds',
      quietUntil: name === 'progress' ? new Date(new Date().setHours(6, 0, 0, 0) + 86_400_000).toISOString() : null,
      paused: world.pauses.find(p => p.subject === `flow:${name}`)?.reason ?? null,
    })),
    nights: [
      {
        flow: 'orders',
        ended: before(31_000),
        age: 'PT8H30M',
        compared: 4127,
        different: 0,
        waiting: 3,
        causes: '',
        failure: null,
      },
      {
        flow: 'payments',
        ended: before(30_800),
        age: 'PT8H30M',
        compared: 3986,
        different: 2,
        waiting: 1,
        causes: 'never received 1 · rule or mapping changed 1',
        failure: null,
      },
      {
        flow: 'stock',
        ended: before(30_400),
        age: 'PT8H30M',
        compared: 18_240,
        different: 0,
        waiting: 12,
        causes: '',
        failure: null,
      },
    ],
  };
}

/** A day has its night and its evening peak. */
function series(hours: number): Series {
  if (hours < 1 || hours > 168) throw new Refusal(400, 'hours must be between 1 and 168', 'hours');
  const step = hours <= 24 ? 900 : 3600;
  const steps = (hours * 3600) / step;
  const from = Math.floor(Date.now() / (step * 1000)) * step * 1000 - (steps - 1) * step * 1000;
  const wave = (i: number) => {
    const hour = (new Date(from + i * step * 1000).getHours() + 1) % 24;
    return Math.max(0.04, Math.sin(((hour - 5) / 24) * Math.PI) ** 2 + (hour > 18 && hour < 22 ? 0.6 : 0));
  };
  const counts = (rate: number, salt: number) =>
    Array.from({length: steps}, (_, i) =>
      Math.round(((rate * step) / 60) * wave(i) * (0.8 + ((i * 37 + salt * 13) % 40) / 100)),
    );
  return {
    step,
    from: new Date(from).toISOString(),
    flows: FLOWS.map(([name, , , , rate], salt) => ({
      name,
      done: counts(name === 'stock' ? 9 : rate, salt),
      dead: Array.from({length: steps}, (_, i) => (name === 'orders' && i > steps - 14 && i % 4 === 0 ? 3 : 0)),
    })),
  };
}
