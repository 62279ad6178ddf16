import {notifications} from '@mantine/notifications';
import type {Decided, Deferred} from '../api/types';
import type {Texts} from '../texts/en';

/** Says what came of a decision: how many messages it changed, which it left and why, or that a second person is asked. */
export function tellDecided(result: unknown, {decided}: Texts): void {
  if (isDeferred(result)) return tell(decided.deferred);
  if (!isDecided(result)) return tell(decided.done);
  tell(decided.changed(result.changed));
  if (result.untouched.length === 0) return;
  const lines = result.untouched.slice(0, 5).map(u => <div key={u.message}>{`${u.message}: ${u.why}`}</div>);
  notifications.show({title: decided.untouched(result.untouched.length), message: lines, autoClose: false});
}

const tell = (message: string) => void notifications.show({message});

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isDeferred = (value: unknown): value is Deferred => isObject(value) && 'approval' in value;
const isDecided = (value: unknown): value is Decided => isObject(value) && 'changed' in value && 'untouched' in value;
