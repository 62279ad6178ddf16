import type {ConnectionState} from '../api/types';
import {Mark} from '../parts/StateMark';
import {useTexts} from '../texts';

/** How a connection stands, in a word. */
export function ConnectionMark({of}: {of: Pick<ConnectionState, 'paused' | 'breakerOpen'>}) {
  const {overview: t} = useTexts();
  if (of.paused !== null) {
    return (
      <Mark tone="wait" title={of.paused}>
        {t.isPaused}
      </Mark>
    );
  }
  return of.breakerOpen ? <Mark tone="bad">{t.unreachable}</Mark> : <Mark tone="good">{t.ok}</Mark>;
}
