import {Button} from '@mantine/core';
import {useMutation} from '@tanstack/react-query';
import {call} from '../api/call';
import type {Foreseen} from '../api/types';
import {Mark} from '../parts/StateMark';
import {useTexts} from '../texts';

/** What would come of trying one message again by now; nothing is sent. */
export function MessagePreview({message}: {message: number}) {
  const {problems: t} = useTexts();
  const preview = useMutation({mutationFn: () => call<Foreseen>('POST', `/messages/${message}/preview`)});
  const fault = preview.error?.message ?? preview.data?.fault;
  return (
    <>
      <Button loading={preview.isPending} onClick={() => preview.mutate()}>
        {t.preview}
      </Button>
      {(preview.data ?? preview.error) && (
        <p className={`notice ${fault ? 'bad' : 'good'}`} role="status">
          <Mark tone={fault ? 'bad' : 'good'}>{fault ?? preview.data?.would}</Mark>
        </p>
      )}
    </>
  );
}
