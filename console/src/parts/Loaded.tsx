import {Button} from '@mantine/core';
import type {UseQueryResult} from '@tanstack/react-query';
import type {ReactNode} from 'react';
import {useTexts} from '../texts';

/** What was asked for once it is there; before, that it is being loaded, or why it could not be. */
export function Loaded<T>({of, children}: {of: UseQueryResult<T>; children: (data: T) => ReactNode}) {
  const texts = useTexts();
  if (of.data !== undefined) return children(of.data);
  if (of.error) {
    return (
      <div className="notice bad" role="alert">
        {texts.common.failed} {of.error.message}{' '}
        <Button size="compact-xs" onClick={() => void of.refetch()}>
          {texts.common.retry}
        </Button>
      </div>
    );
  }
  return (
    <p className="dim" role="status">
      {texts.common.loading} …
    </p>
  );
}
