import {Select} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {lazy, Suspense, useState} from 'react';
import {payloadsQuery} from '../api/queries';
import type {Body, BusinessDocument, Message} from '../api/types';
import {eventWords} from '../parts/format';
import {Loaded} from '../parts/Loaded';
import {Section} from '../parts/Section';
import {useTexts} from '../texts';

const Compared = lazy(() => import('./Compared').then(m => ({default: m.Compared})));

/** The document as read and as written, side by side, for one of its messages. */
export function PayloadPair({document}: {document: BusinessDocument}) {
  const texts = useTexts();
  const [chosen, setChosen] = useState(() => firstOf(document.messages)?.id);
  const payloads = useQuery({...payloadsQuery(chosen ?? 0), enabled: chosen !== undefined});
  if (chosen === undefined) return null;
  const choice = (
    <Select
      aria-label={texts.document.payloadOf}
      allowDeselect={false}
      value={String(chosen)}
      onChange={value => value !== null && setChosen(Number(value))}
      data={document.messages.map(m => ({
        value: String(m.id),
        label: `${m.flow}: ${eventWords(m.event, texts)} (${texts.states[m.state]}, ${m.id})`,
      }))}
      w={280}
    />
  );
  return (
    <Section title={texts.document.payloads} aside={choice}>
      <Loaded of={payloads}>
        {({before, after, masked}) => (
          <>
            <div className="payload-heads">
              <Head body={before} name={texts.document.before} />
              <Head body={after} name={texts.document.after} />
            </div>
            {(before ?? after) && (
              <Suspense fallback={null}>
                <Compared before={before} after={after} />
              </Suspense>
            )}
            <p className="dim payload-note">
              {texts.document.sorted} {masked && texts.document.masked}
            </p>
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Head({body, name}: {body: Body | null; name: string}) {
  const {document: t} = useTexts();
  return (
    <p>
      <span className="strong">{body?.title ?? name}</span>{' '}
      <span className="dim">
        {body === null ? t.gone : name}
        {body?.note ? ` · ${body.note}` : ''}
      </span>
    </p>
  );
}

/** What failed tells most; else the first event. */
const firstOf = (messages: Message[]) =>
  messages.find(m => m.state === 'dead') ?? messages.find(m => m.targetNumber !== null) ?? messages[0];
