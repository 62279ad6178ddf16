import type {Preview} from '../api/types';

/** What would become of some messages of a sample. */
export interface Outcome {
  text: string;
  fails: boolean;
  numbers: string[];
}

/** A sample by outcome, so that what happens to many alike is said once. */
export function outcomes(samples: Preview['samples']): Outcome[] {
  const found = new Map<string, Outcome>();
  for (const {message, number, would, fault} of samples) {
    const text = fault ?? would ?? '';
    const outcome = found.get(text) ?? {text, fails: fault !== null, numbers: []};
    outcome.numbers.push(number ?? String(message));
    found.set(text, outcome);
  }
  return [...found.values()];
}
