import {useTexts} from '../texts';
import type {State} from '../api/types';

export type Tone = 'good' | 'wait' | 'bad' | 'quiet';

const TONES: Record<State, Tone> = {
  ready: 'quiet',
  waiting: 'wait',
  retrying: 'wait',
  done: 'good',
  skipped: 'quiet',
  dead: 'bad',
  discarded: 'quiet',
};

/** A word with a dot whose colour says how it stands. */
export function Mark({tone, children, title}: {tone: Tone; children: React.ReactNode; title?: string | undefined}) {
  return (
    <span className={`mark ${tone}`} title={title}>
      {children}
    </span>
  );
}

/** A message's state. */
export function StateMark({state}: {state: State}) {
  const texts = useTexts();
  return (
    <Mark tone={TONES[state]} title={texts.stateMeans[state]}>
      {texts.states[state]}
    </Mark>
  );
}
