import {Button} from '@mantine/core';
import {useMutation} from '@tanstack/react-query';
import type {ReactNode} from 'react';
import {call} from '../api/call';
import type {Preview} from '../api/types';
import {Mark} from '../parts/StateMark';
import {useTexts} from '../texts';
import {outcomes} from './outcomes';

/** What would become of a cause's messages by now, beside the decisions about them. */
export function Foreseen({problem, children}: {problem: string; children: ReactNode}) {
  const {problems: t} = useTexts();
  const preview = useMutation({mutationFn: () => call<Preview>('POST', `/problems/${problem}/preview`)});
  return (
    <div className="stack foreseen">
      <div className="row">
        <Button loading={preview.isPending} title={t.previewHint} onClick={() => preview.mutate()}>
          {t.preview}
        </Button>
        {children}
      </div>
      {preview.error && (
        <p className="notice bad" role="alert">
          {preview.error.message}
        </p>
      )}
      {preview.data && (
        <div className={`notice ${preview.data.still > 0 ? 'wait' : 'good'}`} role="status">
          <p className="strong">{t.foreseen(preview.data.ready, preview.data.still)}</p>
          <ul>
            {outcomes(preview.data.samples).map(({text, fails, numbers}) => (
              <li key={text}>
                <Mark tone={fails ? 'bad' : 'good'}>{text}</Mark> <span className="dim">{numbers.join(', ')}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
