import {useQueryClient, type QueryClient} from '@tanstack/react-query';
import {useEffect, useState} from 'react';
import type {Change} from './types';

export type Liveness = 'live' | 'polling';

const POLL_MILLIS = 10_000;
const RETRY_MILLIS = 30_000;

/** What is asked anew when the hub says that something of a kind changed. */
const STALE: Record<Change, string[]> = {
  messages: ['overview', 'series', 'messages', 'document', 'problems', 'problem-messages', 'approvals'],
  pauses: ['overview', 'connections', 'document'],
  problems: ['problems', 'overview', 'approvals', 'comments'],
};

function refresh(client: QueryClient, kinds: Iterable<Change>) {
  const keys = new Set([...kinds].flatMap(k => STALE[k]));
  for (const key of keys) void client.invalidateQueries({queryKey: [key]});
}

/** Keeps what is shown fresh: by the hub's events, else by asking every ten seconds. */
export function useEvents(): Liveness {
  const client = useQueryClient();
  const [liveness, setLiveness] = useState<Liveness>('polling');
  useEffect(() => {
    let source: EventSource | undefined;
    let retry: number | undefined;
    const open = () => {
      source = new EventSource('api/events');
      source.onopen = () => setLiveness('live');
      source.addEventListener('changed', event => {
        const {what} = JSON.parse(event.data as string) as {what: Change};
        refresh(client, what in STALE ? [what] : []);
      });
      source.onerror = () => {
        setLiveness('polling');
        if (source?.readyState === EventSource.CLOSED) retry = window.setTimeout(open, RETRY_MILLIS);
      };
    };
    open();
    return () => {
      source?.close();
      window.clearTimeout(retry);
    };
  }, [client]);
  useEffect(() => {
    if (liveness === 'live') return;
    const timer = window.setInterval(() => {
      if (!document.hidden) refresh(client, ['messages', 'pauses', 'problems']);
    }, POLL_MILLIS);
    return () => window.clearInterval(timer);
  }, [client, liveness]);
  return liveness;
}
