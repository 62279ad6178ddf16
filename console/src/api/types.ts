/** The hub's answers, as its administration port gives them. Instants are ISO 8601 in UTC. */

export type Right = 'read' | 'personal' | 'decide' | 'configure' | 'audit' | 'users';
export const ROLES = ['viewer', 'operator', 'integrator', 'auditor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];
export const RIGHTS: readonly Right[] = ['read', 'personal', 'decide', 'configure', 'audit', 'users'];

export interface Session {
  user: string;
  name: string;
  roles: Role[];
  rights: Right[];
  csrf: string;
  mustChangePassword: boolean;
  via: 'password' | 'oidc' | 'token';
}

/** How one can sign in: `address` begins the way over another sign-in service. */
export interface SignInWays {
  password: boolean;
  oidc: {name: string; address: string} | null;
}

/** A text in both languages of the console. */
export interface Bilingual {
  en: string;
  de: string;
}

export interface Budget {
  limit: string;
  used: number;
  most: number;
  source: string;
  asOf: string | null;
}

export interface ConnectionState {
  name: string;
  connector: string;
  paused: string | null;
  lastCall: string | null;
  lastSuccess: string | null;
  breakerOpen: boolean;
  budgets: Budget[];
}

export interface FlowState {
  name: string;
  kind: string;
  from: string;
  to: string;
  perMinute: number;
  waiting: number;
  oldestWaitingSeconds: number;
  dead: number;
  lastSuccess: string | null;
  slaSeconds: number | null;
  overdue: number;
  dryRun: boolean;
  quietUntil: string | null;
  paused: string | null;
}

export interface Pause {
  /** `connection:NAME` or `flow:NAME`. */
  subject: string;
  reason: string;
  by: string;
  since: string;
}

export interface Night {
  flow: string;
  ended: string | null;
  /** Since then, ISO 8601. */
  age: string;
  compared: number;
  different: number;
  waiting: number;
  causes: string;
  failure: string | null;
}

export interface Overview {
  at: string;
  inDoubt: boolean;
  stopped: null | {by: string; since: string; reason: string};
  needs: {dead: number; groups: number; paused: Pause[]; overdue: number};
  connections: ConnectionState[];
  flows: FlowState[];
  nights: Night[];
}

/** Counts for each step of `step` seconds, beginning at `from`. */
export interface Series {
  step: number;
  from: string;
  flows: {name: string; done: number[]; dead: number[]}[];
}

export const STATES = ['ready', 'waiting', 'retrying', 'done', 'skipped', 'dead', 'discarded'] as const;
export type State = (typeof STATES)[number];

export interface Message {
  id: number;
  flow: string;
  kind: string;
  event: string;
  source: string;
  sourceId: string;
  number: string | null;
  targetNumber: string | null;
  state: State;
  reason: string | null;
  fault: string | null;
  attempts: number;
  created: string;
  finished: string | null;
  nextAt: string | null;
}

/** A page of a list; `next` is given as `after` to get the rest. */
export interface MessagePage {
  messages: Message[];
  next: string | null;
}

export interface FoundDocument {
  source: string;
  sourceId: string;
  number: string;
  entity: string;
  latest: string;
  open: number;
  dead: number;
}

export type Action = 'resubmit' | 'discard' | 'skip' | 'entered' | 'send' | 'resume';

export interface Call {
  message: number;
  at: string;
  target: string;
  action: string;
  outcome: string;
  detail: string | null;
  millis: number | null;
  mapping: string | null;
}

/** What a document is at large; one id may name one of each. */
export type Subject = 'order' | 'article' | 'customer';

export interface BusinessDocument {
  source: string;
  sourceId: string;
  number: string | null;
  subject: Subject;
  /** What else its source calls so. */
  others: Subject[];
  state: 'done' | 'waiting' | 'dead' | 'skipped';
  known: {system: string; entity: string; id: string; number: string | null}[];
  sla: null | {
    placed: string;
    arrived: string | null;
    seconds: number;
    limitSeconds: number | null;
    breached: boolean;
  };
  waitsFor: null | {text: string; message: number; since: string};
  next: {action: Action; label: string; messages: number[]}[];
  customerAnswer: Bilingual;
  timeline: {at: string; text: Bilingual; kind: string; message: number | null; by: string | null}[];
  messages: Message[];
  calls: Call[];
}

export type Json = string | number | boolean | null | Json[] | {[name: string]: Json};

export interface Body {
  title: string;
  /** Null if nobody can read it any more; the note says why. */
  json: Json;
  note: string | null;
}

export interface Payloads {
  before: Body | null;
  after: Body | null;
  masked: boolean;
}

export interface Problem {
  id: string;
  flow: string;
  fault: string;
  field: string | null;
  key: string | null;
  text: string;
  example: string;
  count: number;
  oldest: string;
  newest: string;
  money: boolean;
  what: Bilingual;
  todo: Bilingual;
  assigned: string | null;
  comments: number;
  suggested: null | {action: string; reason: string; by: string; at: string; times: number};
}

export interface Preview {
  ready: number;
  still: number;
  samples: {message: number; number: string | null; would: string | null; fault: string | null}[];
}

/** What would become of one message. */
export interface Foreseen {
  would: string | null;
  json: Json;
  fault: string | null;
}

/** What a decision did; or, under four eyes, the approval it waits for. */
export interface Decided {
  changed: number;
  untouched: {message: number; why: string}[];
}
export interface Deferred {
  approval: number;
}

export interface Approval {
  id: number;
  action: 'resubmit' | 'discard' | 'skip' | 'entered';
  messages: number[];
  problem: string | null;
  number: string | null;
  reason: string;
  by: string;
  at: string;
  settled: string | null;
}

export interface Comment {
  at: string;
  by: string;
  text: string;
}

/** A row of a value table; `configured` is what holds again once the row of a person is taken away. */
export interface ValueRow {
  key: string;
  value: string;
  from: 'shipped' | 'configuration' | 'console';
  configured: string | null;
  by: string | null;
  reason: string | null;
  at: string | null;
}

export interface ValueTable {
  name: string;
  rows: ValueRow[];
}

export interface Crossref {
  source: string;
  entity: string;
  sourceId: string;
  target: string;
  targetId: string;
  number: string | null;
}

export interface SettingSchema {
  type?: string | string[];
  title?: string;
  description?: string;
  enum?: Json[];
  default?: Json;
  properties?: Record<string, SettingSchema>;
  required?: string[];
  additionalProperties?: boolean | SettingSchema;
  items?: SettingSchema;
}

export interface Connection {
  name: string;
  connector: string;
  settings: Record<string, Json>;
  schema: SettingSchema;
  entities: Record<string, string[]>;
}

export interface CheckResult {
  ok: boolean;
  lines: {ok: boolean; text: string}[];
}

export interface User {
  user: string;
  name: string;
  roles: Role[];
  via: string;
  lastSignIn: string | null;
  disabled: boolean;
}

export interface Token {
  id: number;
  name: string;
  rights: Right[];
  created: string;
  expires: string | null;
  lastUsed: string | null;
}

export interface AuditRow {
  at: string;
  kind: string;
  subject: string;
  details: Json;
}

/** What an alert says in one language. */
export interface Said {
  title: string;
  what: string;
  effect: string;
  todo: string;
}

export interface Delivery {
  receiver: string;
  tidings: 'opened' | 'repeated' | 'over';
  state: 'waiting' | 'sent' | 'failed' | 'dropped';
  attempts: number;
  created: string;
  finished: string | null;
  error: string | null;
}

export interface Alert {
  id: number;
  rule: string;
  severity: 'urgent' | 'warning';
  subject: string;
  /** Where one can act: a page's address behind `#/`. */
  page: string;
  count: number;
  since: string | null;
  documents: string[];
  en: Said;
  de: Said;
  opened: string;
  told: string | null;
  over: string | null;
  acknowledged: string | null;
  acknowledgedBy: string | null;
  deliveries: Delivery[];
}

export interface AlertReceiver {
  name: string;
  way: string;
  error: string | null;
  waiting: number;
}

export interface AlertPage {
  open: Alert[];
  recent: Alert[];
  receivers: AlertReceiver[];
}

export type Change = 'messages' | 'pauses' | 'problems';
