import {queryOptions, type QueryClient} from '@tanstack/react-query';
import {get} from './call';
import type {Json} from './types';

/** A rule of a connector's settings: JSON Schema, every reference put in place. */
export interface Rule {
  type?: string | string[];
  title?: string;
  description?: string;
  enum?: Json[];
  default?: Json;
  format?: string;
  pattern?: string;
  writeOnly?: boolean;
  properties?: Record<string, Rule>;
  required?: string[];
  additionalProperties?: boolean | Rule;
  items?: Rule;
  allOf?: Rule[];
  anyOf?: Rule[];
  if?: Rule;
  then?: Rule;
  else?: Rule;
  /** What is not allowed here. */
  not?: Rule;
}

export interface System {
  id: string;
  title: string;
  schema: Rule;
}

export interface Pack {
  name: string;
  title: string;
  /** The system that fills each role. */
  roles: Record<string, string>;
}

export type Origin = 'file' | 'console';

/** Settings by name, as kontor.yaml has them. */
export type Settings = Record<string, Json>;

export interface SetUpConnection {
  name: string;
  connector: string;
  zone: string;
  referencePrefix: string;
  /** Without secrets. */
  settings: Settings;
  /** JSON pointers of the secrets that are kept. */
  secrets: string[];
  origin: Origin;
  flows: string[];
}

export interface PackUse {
  pack: string;
  prefix: string;
  roles: Record<string, string>;
  origin: Origin;
  flows: string[];
}

/** A part of the day, each end as hours and minutes. */
export interface Window {
  from: string;
  to: string;
}

export interface FlowValues {
  enabled: boolean;
  dryRun: boolean;
  poll: string;
  quiet: Window[];
  reconcile: string | null;
  sla: string | null;
}

export interface SetUpFlow {
  name: string;
  kind: string;
  pack: string;
  from: string;
  to: string;
  polled: boolean;
  compared: boolean;
  values: FlowValues;
  /** As they are without the console. */
  otherwise: FlowValues;
  changed: (keyof FlowValues)[];
}

export interface SetUp {
  version: number;
  /** The version by which this process works. */
  applied: number;
  refused: string | null;
  systems: System[];
  packs: Pack[];
  connections: SetUpConnection[];
  uses: PackUse[];
  flows: SetUpFlow[];
}

/** A connection as it is about to be kept. */
export interface Draft {
  name: string;
  connector: string;
  zone: string;
  referencePrefix: string;
  settings: Settings;
}

export interface SettingProblem {
  field: string;
  problem: string;
  remedy: string;
}

export interface Checked {
  problems: SettingProblem[];
  checked: null | {ok: boolean; lines: {ok: boolean; text: string}[]};
}

/** Whether the newest settings do not hold in this process yet. */
export const isTakingOn = ({version, applied, refused}: SetUp) => applied < version && refused === null;

export const setUpQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: () => get<SetUp>('/setup'),
  // While it takes new settings on, the hub answers nothing for a few seconds.
  refetchInterval: query => (query.state.data !== undefined && isTakingOn(query.state.data) ? 1000 : 20_000),
});

/** Notes that a version was stored, so that everybody waits for it. */
export function noteVersion(client: QueryClient, version: number): void {
  client.setQueryData(setUpQuery.queryKey, known => known && {...known, version, refused: null});
}
