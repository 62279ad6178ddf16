import {Mark} from '../parts/StateMark';
import {useTexts} from '../texts';
import type {Verdict} from './draft';
import {controlId} from './form';
import {problemText} from './rules';

/** What is right and what is missing, line by line; a problem leads to its field. */
export function VerdictList({verdict: {problems, checked, error}}: {verdict: Verdict}) {
  const {setup: t} = useTexts();
  return (
    <div aria-live="polite" className="verdict">
      {error !== null && <p className="notice bad">{error}</p>}
      {problems.length > 0 && (
        <div className="notice bad">
          <p className="strong">{t.problems(problems.length)}</p>
          <ul>
            {problems.map(problem => (
              <li key={`${problem.field} ${problem.problem}`}>
                <button type="button" className="to-field" onClick={() => toField(problem.field)}>
                  {problem.field}
                </button>
                : {problemText(problem)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {checked && (
        <>
          <p className="strong">
            <Mark tone={checked.ok ? 'good' : 'bad'}>{checked.ok ? t.testWell : t.testNotWell}</Mark>
          </p>
          <ul className="check-lines">
            {checked.lines.map(line => (
              <li key={line.text}>
                <Mark tone={line.ok ? 'good' : checked.ok ? 'wait' : 'bad'}>{line.text}</Mark>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Puts the focus on a field; on what it stands in where it has no control of its own. */
function toField(field: string) {
  const steps = field.replace(/\[([^\]]*)\]/g, '.$1').split('.');
  for (let length = steps.length; length > 0; length--) {
    const control = document.getElementById(controlId(steps.slice(0, length)));
    if (control) {
      control.focus();
      control.scrollIntoView({block: 'center'});
      return;
    }
  }
}
