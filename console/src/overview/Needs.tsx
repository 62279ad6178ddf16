import {useQuery} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import {approvalsQuery} from '../api/queries';
import type {Overview} from '../api/types';
import {Mark} from '../parts/StateMark';
import {Section} from '../parts/Section';
import {useTexts} from '../texts';
import {needs} from './needs';

export function Needs({overview}: {overview: Overview}) {
  const texts = useTexts();
  const approvals = useQuery(approvalsQuery).data?.length ?? 0;
  const list = needs(overview, approvals, Date.parse(overview.at), texts);
  return (
    <Section title={texts.overview.needs}>
      {list.length === 0 ? (
        <p className="notice good">
          <Mark tone="good">{texts.overview.allWell}</Mark>
        </p>
      ) : (
        <ul className="needs">
          {list.map(need => (
            <li key={need.key} data-need={need.tone}>
              <Link to={need.to}>
                <Mark tone={need.tone}>{need.text}</Mark>
                {need.detail !== undefined && <span className="dim">{need.detail}</span>}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
