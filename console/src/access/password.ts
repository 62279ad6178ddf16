import type {Texts} from '../texts/en';

const SHORTEST = 12;

/** What is wrong with a new password before the hub is asked, or null. */
export function passwordFault(fresh: string, again: string, {signIn}: Texts): string | null {
  if (fresh.length < SHORTEST) return signIn.short;
  return fresh === again ? null : signIn.differ;
}
