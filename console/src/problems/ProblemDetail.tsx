import {Button} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {getRouteApi} from '@tanstack/react-router';
import {useState} from 'react';
import {call} from '../api/call';
import {problemsQuery, sessionQuery, useCan} from '../api/queries';
import type {Problem} from '../api/types';
import {ReasonDialog} from '../parts/ReasonDialog';
import {useTexts, useTold} from '../texts';
import {AssignDialog} from './AssignDialog';
import {CauseMessages} from './CauseMessages';
import {Comments} from './Comments';
import {Foreseen} from './Foreseen';
import {MendValue} from './MendValue';

const route = getRouteApi('/problems/$id');

/** One cause: what happened, what to do, and doing it. */
export function ProblemDetail() {
  const texts = useTexts();
  const {id} = route.useParams();
  const problem = useQuery(problemsQuery).data?.find(p => p.id === id);
  if (!problem) return <p className="dim">{texts.problems.solved}</p>;
  return <Shown problem={problem} key={id} />;
}

function Shown({problem}: {problem: Problem}) {
  const texts = useTexts();
  const told = useTold();
  const can = useCan();
  const {problems: t} = texts;
  return (
    <article className="problem">
      <h2>
        {problem.text} {problem.key !== null && <span className="code">{problem.key}</span>}
      </h2>
      <dl className="facts">
        <dt>{t.what}</dt>
        <dd>{told(problem.what)}</dd>
        <dt>{t.todo}</dt>
        <dd className="strong">{told(problem.todo)}</dd>
        <dt>{t.example}</dt>
        <dd>{problem.example}</dd>
      </dl>
      {can('decide') && <Decide problem={problem} />}
      {can('configure') && problem.key !== null && <MendValue blamed={problem.key} />}
      <CauseMessages problem={problem} />
      {can('decide') && <Comments problem={problem.id} />}
    </article>
  );
}

type Group = 'resubmit' | 'discard';

function Decide({problem}: {problem: Problem}) {
  const texts = useTexts();
  const {problems: t} = texts;
  const [asked, setAsked] = useState<{action: Group; reason: string} | 'assign' | null>(null);
  const user = useQuery(sessionQuery).data?.user ?? '';
  const {suggested} = problem;
  const groupAction = suggested?.action === 'discard' ? 'discard' : 'resubmit';
  return (
    <>
      {suggested && (
        <div className="notice row suggestion">
          <span>
            <b>{t.suggested}:</b> {suggested.reason}{' '}
            <span className="dim">({t.suggestion(suggested.by, texts.actions[groupAction], suggested.times)})</span>
          </span>
          <Button size="compact-xs" onClick={() => setAsked({action: groupAction, reason: suggested.reason})}>
            {t.sameAgain}
          </Button>
        </div>
      )}
      <Foreseen problem={problem.id}>
        <Button variant="filled" onClick={() => setAsked({action: 'resubmit', reason: ''})}>
          {t.retryAll}
        </Button>
        <Button onClick={() => setAsked({action: 'discard', reason: ''})}>{t.discardAll}</Button>
        <Button onClick={() => setAsked('assign')}>
          {problem.assigned === null ? t.assign : t.assigned(problem.assigned)}
        </Button>
      </Foreseen>
      {asked === 'assign' && <AssignDialog problem={problem} own={user} onClose={() => setAsked(null)} />}
      {asked !== null && asked !== 'assign' && (
        <ReasonDialog
          title={asked.action === 'discard' ? t.discardAll : t.retryAll}
          explanation={`${t.groupMeans(problem.count)} ${texts.actionMeans[asked.action]}`}
          danger={asked.action === 'discard'}
          suggestion={asked.reason}
          act={reason => call('POST', `/problems/${problem.id}/${asked.action}`, {reason})}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
