import {useQuery} from '@tanstack/react-query';
import {Link, Outlet, useMatchRoute} from '@tanstack/react-router';
import {problemsQuery} from '../api/queries';
import type {Problem} from '../api/types';
import {figure} from '../parts/format';
import {Loaded} from '../parts/Loaded';
import {Ago} from '../parts/Moment';
import {PageHead} from '../parts/Section';
import {Mark} from '../parts/StateMark';
import {useTexts} from '../texts';
import {Approvals} from './Approvals';
import './problems.css';

/** What failed, by cause, the largest first; the chosen cause beside the list. */
export function ProblemsPage() {
  const texts = useTexts();
  const problems = useQuery(problemsQuery);
  const chosen = useMatchRoute()({to: '/problems/$id'});
  return (
    <>
      <PageHead title={texts.problems.title} />
      <Approvals />
      <Loaded of={problems}>
        {list =>
          list.length === 0 && chosen === false ? (
            <p className="notice good">
              <Mark tone="good">{texts.problems.none}</Mark>
            </p>
          ) : (
            <div className="problems">
              <nav aria-label={texts.problems.list}>
                <ul>
                  {list.map(problem => (
                    <li key={problem.id}>
                      <Cause problem={problem} />
                    </li>
                  ))}
                </ul>
              </nav>
              <div>{chosen === false ? <p className="dim">{texts.problems.choose}</p> : <Outlet />}</div>
            </div>
          )
        }
      </Loaded>
    </>
  );
}

function Cause({problem}: {problem: Problem}) {
  const texts = useTexts();
  const {problems: t} = texts;
  return (
    <Link to="/problems/$id" params={{id: problem.id}} data-row tabIndex={0}>
      <b className="figures">{figure(problem.count, texts.locale)}</b>
      <span>
        {problem.text} {problem.key !== null && <span className="code">{problem.key}</span>}
        <span className="dim about">
          <span>{problem.flow}</span>
          <span>
            {t.oldest} <Ago at={problem.oldest} />
          </span>
          {problem.money && <span className="bad">{t.money}</span>}
          {problem.assigned !== null && <span>{t.assigned(problem.assigned)}</span>}
          {problem.comments > 0 && <span>{t.comments(problem.comments)}</span>}
        </span>
      </span>
    </Link>
  );
}
