import {Button} from '@mantine/core';
import {useState} from 'react';
import {useCan} from '../api/queries';
import type {BusinessDocument} from '../api/types';
import {ActionDialog, type Decision} from '../parts/ActionDialog';
import {CopyButton} from '../parts/CopyButton';
import {Ago} from '../parts/Moment';
import {useLanguage, useTexts, useTold} from '../texts';
import {MessagePreview} from './MessagePreview';
import {Sla} from './Sla';

/** Where the document stands: what it waits for, what to do, its clock, its numbers, what to tell the customer. */
export function Standing({document}: {document: BusinessDocument}) {
  const texts = useTexts();
  const can = useCan();
  const {document: t} = texts;
  return (
    <aside className="standing">
      {document.waitsFor && (
        <div>
          <h3>{t.waitsFor}</h3>
          <p className={`notice ${document.state === 'dead' ? 'bad' : 'wait'}`}>
            {document.waitsFor.text}{' '}
            <span className="dim">
              <Ago at={document.waitsFor.since} />
            </span>
          </p>
        </div>
      )}
      {can('decide') && <Next document={document} />}
      {document.sla && <Sla sla={document.sla} />}
      {document.known.length > 0 && (
        <div>
          <h3>{t.numbers}</h3>
          <dl className="facts">
            {document.known.map(k => (
              <div key={`${k.system} ${k.entity} ${k.id}`} className="key-row">
                <dt>
                  {k.system} {texts.entity(k.entity)}
                </dt>
                <dd title={k.id}>{k.number ?? k.id}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      <CustomerAnswer document={document} />
    </aside>
  );
}

function CustomerAnswer({document}: {document: BusinessDocument}) {
  const {document: t} = useTexts();
  const told = useTold();
  const {language} = useLanguage();
  const sentence = told(document.customerAnswer);
  return (
    <div>
      <h3>{t.answer}</h3>
      <blockquote lang={language}>{sentence}</blockquote>
      <CopyButton text={sentence} label={t.copyAnswer} />
    </div>
  );
}

type Step = BusinessDocument['next'][number];

function Next({document}: {document: BusinessDocument}) {
  const texts = useTexts();
  const {document: t} = texts;
  const [asked, setAsked] = useState<{action: Decision; messages: number[]} | null>(null);
  const ask = ({action, messages}: Step) => {
    if (action !== 'resume') setAsked({action, messages});
  };
  const steps = document.next.filter(step => step.action !== 'resume');
  return (
    <div>
      <h3>{t.next}</h3>
      {steps.length === 0 ? (
        <p>{t.nothingToDo}</p>
      ) : (
        <div className="row">
          {steps.map((step, index) => (
            <Button
              key={step.action}
              title={step.label}
              variant={index === 0 ? 'filled' : 'default'}
              onClick={() => ask(step)}
            >
              {texts.actions[step.action]}
            </Button>
          ))}
          {steps[0]?.messages[0] !== undefined && <MessagePreview message={steps[0].messages[0]} />}
        </div>
      )}
      {asked && <ActionDialog {...asked} onClose={() => setAsked(null)} />}
    </div>
  );
}
