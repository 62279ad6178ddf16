import {
  RIGHTS,
  type Approval,
  type AuditRow,
  type Comment,
  type Message,
  type Pause,
  type Right,
  type Role,
  type Token,
  type User,
} from '../../src/api/types';
import {madeMessages} from './messages';

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
  pauses: Pause[];
  stopped: {by: string; since: string; reason: string} | null;
  tokens: Token[];
  audit: AuditRow[];
  approvals: Approval[];
  comments: Map<string, Comment[]>;
  assigned: Map<string, string>;
  values: Map<string, string>;
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
      {...account('new', 'Nils Neumann', 'operator', null), mustChange: true},
    ],
    sessions: new Map(),
    messages: madeMessages(),
    pauses: [
      {subject: 'flow:prices', reason: 'Campaign prices are checked first', by: 'Jonas Keller', since: before(11_400)},
    ],
    stopped: null,
    tokens: [],
    audit: [],
    approvals: [],
    comments: new Map(),
    assigned: new Map(),
    values: new Map(),
    fourEyes: false,
  };
}
