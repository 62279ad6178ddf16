import {Button} from '@mantine/core';
import {useMutation} from '@tanstack/react-query';
import {call} from '../api/call';
import type {CheckResult} from '../api/types';
import {Section} from '../parts/Section';
import {Mark} from '../parts/StateMark';
import {useTexts} from '../texts';

/** Tests a connection and shows what was found. */
export function Check({name}: {name: string}) {
  const {connections: t} = useTexts();
  const check = useMutation({
    mutationFn: () => call<CheckResult>('POST', `/connections/${encodeURIComponent(name)}/check`),
  });
  const {data} = check;
  return (
    <Section title={t.checked}>
      <div className="stack">
        <div className="row">
          <Button loading={check.isPending} onClick={() => check.mutate()}>
            {t.check}
          </Button>
          {check.data && (
            <span role="status">
              <Mark tone={check.data.ok ? 'good' : 'bad'}>{check.data.ok ? t.allWell : t.notWell}</Mark>
            </span>
          )}
        </div>
        {check.error && (
          <p className="notice bad" role="alert">
            {check.error.message}
          </p>
        )}
        {data && (
          <ul className="check-lines">
            {data.lines.map(line => (
              <li key={line.text}>
                <Mark tone={line.ok ? 'good' : data.ok ? 'wait' : 'bad'}>{line.text}</Mark>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}
