import {useTexts} from '../texts';
import {ago, fullMoment, moment} from './format';
import {useNow} from './now';

/** A moment in the reader's zone. */
export function Moment({at}: {at: string | null}) {
  const texts = useTexts();
  const now = useNow();
  if (at === null) return null;
  return (
    <time dateTime={at} title={fullMoment(at, texts.locale)}>
      {moment(at, now, texts.locale)}
    </time>
  );
}

/** How long ago a moment was, ticking. */
export function Ago({at}: {at: string | null}) {
  const texts = useTexts();
  const now = useNow();
  if (at === null) return <span className="dim">{texts.ago.never}</span>;
  return (
    <time dateTime={at} title={fullMoment(at, texts.locale)}>
      {ago(at, now, texts)}
    </time>
  );
}
