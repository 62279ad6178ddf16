import {useQueryClient, type QueryClient} from '@tanstack/react-query';
import {useEffect, useState} from 'react';
import type {Change} from './types';

export type Liveness = 'live' | 'polling';

const POLL_MILLIS = 10_000;
const RETRY_MILLIS = 30_000;
/** So long the hub gives out an overview that it read before; asked again then, it has seen the last change. */
const KEPT_MILLIS = 1_100;

/** What is asked anew when the hub says that something of a kind changed. */
const STALE: Record<Change, string[]> = {
  messages: ['overview', 'series', 'messages', 'document', 'find', 'problems', 'problem-messages', 'approvals'],
  pauses: ['overview', 'connections', 'document'],
  problems: ['problems', 'overview', 'approvals', 'comments'],
};

const ALL = Object.keys(STALE) as Change[];

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
    let late: number | undefined;
    let broken = false;
    const open = () => {
      source = new EventSource('api/events');
      source.onopen = () => {
        setLiveness('live');
        // The hub ends a stream now and then; what changed until it stands again nobody told.
        if (broken) refresh(client, ALL);
        broken = false;
      };
      source.addEventListener('changed', event => {
        const {what} = JSON.parse(event.data as string) as {what: Change};
        refresh(client, what in STALE ? [what] : []);
        window.clearTimeout(late);
        late = window.setTimeout(() => void client.invalidateQueries({queryKey: ['overview']}), KEPT_MILLIS);
      });
      source.onerror = () => {
        broken = true;
        setLiveness('polling');
        if (source?.readyState === EventSource.CLOSED) retry = window.setTimeout(open, RETRY_MILLIS);
      };
    };
    open();
    return () => {
      source?.close();
      window.clearTimeout(retry);
      window.clearTimeout(late);
    };
  }, [client]);
  useEffect(() => {
    if (liveness === 'live') return;
    const timer = window.setInterval(() => {
      if (!document.hidden) refresh(client, ALL);
    }, POLL_MILLIS);
    return () => window.clearInterval(timer);
  }, [client, liveness]);
  return liveness;
}
