import type {Checked, Draft, SetUpConnection, SettingProblem} from '../api/setup';
import {ApiError} from '../api/call';

/** A connection that is about to be made to a system. */
export const newDraft = (connector: string, zone: string): Draft => ({
  name: '',
  connector,
  zone,
  referencePrefix: '',
  settings: {},
});

export const draftOf = ({name, connector, zone, referencePrefix, settings}: SetUpConnection): Draft => ({
  name,
  connector,
  zone,
  referencePrefix,
  settings,
});

/** What a person is told after a test or a refused save: problems by field, or how the system answered. */
export type Verdict = Pick<Checked, 'problems' | 'checked'> & {error: string | null};

export const NO_VERDICT: Verdict = {problems: [], checked: null, error: null};

/** What a refusal says, each problem at its field where the hub names it. */
export function verdictOf(error: Error): Verdict {
  if (!(error instanceof ApiError)) return {...NO_VERDICT, error: error.message};
  const told = error.told as {problems?: SettingProblem[]} | null;
  const problems =
    told?.problems ?? (error.field === undefined ? [] : [{field: error.field, problem: error.message, remedy: ''}]);
  return {problems, checked: null, error: problems.length === 0 ? error.message : null};
}

const NAME = /^[a-z][a-z0-9-]{0,39}$/;

/** Whether the hub takes a connection's name. */
export const isName = (name: string) => NAME.test(name);
