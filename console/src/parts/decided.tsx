import type {Decided, Deferred} from '../api/types';
import type {Texts} from '../texts/en';
import {tell, tellKept} from './tell';

/** Says what came of a decision: how many messages it changed, which it left and why, or that a second person is asked. */
export function tellDecided(result: unknown, {decided, common}: Texts): void {
  if (isDeferred(result)) return tell(decided.deferred);
  if (!isDecided(result)) return tell(decided.done);
  tell(decided.changed(result.changed));
  if (result.untouched.length === 0) return;
  const lines = result.untouched.slice(0, 5).map(u => <div key={u.message}>{`${u.message}: ${u.why}`}</div>);
  tellKept(decided.untouched(result.untouched.length), lines, common.close);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isDeferred = (value: unknown): value is Deferred => isObject(value) && 'approval' in value;
const isDecided = (value: unknown): value is Decided => isObject(value) && 'changed' in value && 'untouched' in value;
