import type {BusinessDocument} from '../api/types';
import {Moment} from '../parts/Moment';
import {Section} from '../parts/Section';
import {useTexts, useTold} from '../texts';

/** What happened, in business words, the newest last. */
export function Timeline({document}: {document: BusinessDocument}) {
  const texts = useTexts();
  const told = useTold();
  return (
    <Section title={texts.document.timeline}>
      <ol className="timeline">
        {document.timeline.map((entry, index) => (
          <li key={`${entry.at} ${index}`} data-kind={entry.kind}>
            <span className="dim at">
              <Moment at={entry.at} />
            </span>
            <span className="told">{told(entry.text)}</span>
            {entry.message !== null && <span className="dim id">{entry.message}</span>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
