import {
  RIGHTS,
  type AlertPage,
  type Approval,
  type AuditRow,
  type Comment,
  type Crossref,
  type Json,
  type Message,
  type Pause,
  type Right,
  type Role,
  type Token,
  type User,
} from '../../src/api/types';
import type {SetUp} from '../../src/api/setup';
import {madeAlerts} from './alerts';
import {madeMessages} from './messages';
import {madeSetUp} from './setup';

export interface Account extends User {
  password: string;
  mustChange: boolean;
  wrongTries: number;
}

/** All that the fake hub keeps. */
export interface World {
  accounts: Account[];
  sessions: Map<string, {user: string; csrf: string}>;
  messages: Message[];
  alerts: AlertPage;
  setUp: SetUp;
  /** By connection; never given out. */
  secrets: Map<string, Json>;
  pauses: Pause[];
  stopped: {by: string; since: string; reason: string} | null;
  tokens: Token[];
  audit: AuditRow[];
  approvals: Approval[];
  comments: Map<string, Comment[]>;
  assigned: Map<string, string>;
  links: Crossref[];
  /** Rows that people put over value tables, by key. */
  values: Map<string, {table: string; value: string; by: string; reason: string; at: string}>;
  fourEyes: boolean;
}

export const RIGHTS_OF: Record<Role, Right[]> = {
  viewer: ['read'],
  operator: ['read', 'personal', 'decide'],
  integrator: ['read', 'personal', 'decide', 'configure'],
  auditor: ['read', 'audit'],
  administrator: [...RIGHTS],
};

export const PASSWORD = 'a long password';

const account = (user: string, name: string, role: Role, lastSignIn: string | null): Account => ({
  user,
  name,
  roles: [role],
  via: 'password',
  lastSignIn,
  disabled: false,
  password: PASSWORD,
  mustChange: false,
  wrongTries: 0,
});

/** An instant, seconds before now. */
export const before = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

export function newWorld(): World {
  return {
    accounts: [
      account('m.brandt', 'Marie Brandt', 'operator', before(5400)),
      account('j.keller', 'Jonas Keller', 'integrator', before(86_400)),
      account('a.weiss', 'Anna Weiss', 'administrator', before(600)),
      account('t.vogel', 'Tom Vogel', 'viewer', before(7_200)),
      account('l.ott', 'Lena Ott', 'auditor', before(300_000)),
      {...account('extern', 'Eva Extern', 'viewer', before(900)), via: 'oidc'},
      {...account('new', 'Nils Neumann', 'operator', null), mustChange: true},
    ],
    sessions: new Map(),
    messages: madeMessages(),
    alerts: madeAlerts(),
    setUp: madeSetUp(),
    secrets: new Map(),
    pauses: [
      {subject: 'flow:prices', reason: 'Campaign prices are checked first', by: 'j.keller', since: before(11_400)},
    ],
    stopped: null,
    tokens: [
      {
        id: 1,
        name: 'warehouse display',
        rights: ['read'],
        created: before(5_000_000),
        expires: null,
        lastUsed: before(40),
      },
      {
        id: 2,
        name: 'monitoring',
        rights: ['read', 'audit'],
        created: before(900_000),
        expires: before(-6_900_000),
        lastUsed: before(12),
      },
    ],
    audit: [
      {at: before(700), kind: 'access.signed-in', subject: 'a.weiss', details: 'by password (a.weiss)'},
      {
        at: before(11_400),
        kind: 'desk.pause',
        subject: 'flow:prices',
        details: 'Campaign prices are checked first (j.keller)',
      },
      {at: before(12_900), kind: 'desk.resubmit', subject: 'message:49192', details: 'tried again (m.brandt)'},
      {at: before(30_400), kind: 'reconcile.ended', subject: 'flow:stock', details: 'compared 18240, different 0'},
      {
        at: before(90_000),
        kind: 'crossref.linked',
        subject: 'shop:0196f3c2a4e1',
        details: 'debtor D-20418: two accounts of one company (j.keller)',
      },
    ],
    approvals: [],
    comments: new Map([
      [
        'c1',
        [
          {
            at: before(3000),
            by: 'm.brandt',
            text: 'Asked accounting whether EU/REDUCED is to be booked like EU/STANDARD.',
          },
        ],
      ],
    ]),
    assigned: new Map([['c1', 'm.brandt']]),
    links: [
      {source: 'shop', entity: 'customer', sourceId: '0196e0a1b2', target: 'erp', targetId: '7c3f', number: 'D-20418'},
      {source: 'shop', entity: 'order', sourceId: '0196f3bb01', target: 'erp', targetId: 'e1b7', number: '101230'},
    ],
    values: new Map(),
    fourEyes: false,
  };
}
