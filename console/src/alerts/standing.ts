import type {Alert, Delivery} from '../api/types';

/** What one receiver was told of an alert. */
export interface Telling {
  receiver: string;
  /** How often it arrived. */
  times: number;
  /** When it last did, null if it never did. */
  last: string | null;
  /** Why the last one did not arrive, null if it did or waits for the end of a quiet time. */
  trouble: string | null;
  /** Whether something is still to be sent. */
  waits: boolean;
}

/** Where an alert leads. */
export type Way = 'cause' | 'documents' | 'connection' | 'flow' | 'connections';

const RANK = {urgent: 0, warning: 1} as const;

/** The gravest first; of those alike what nobody looks after, then the newest. */
export function gravest(alerts: Alert[]): Alert[] {
  const taken = (a: Alert) => (a.acknowledged === null ? 0 : 1);
  return [...alerts].sort(
    (a, b) => RANK[a.severity] - RANK[b.severity] || taken(a) - taken(b) || b.opened.localeCompare(a.opened),
  );
}

/** What each receiver was told, in the order in which they first were. */
export function tellings(deliveries: Delivery[]): Telling[] {
  const found = new Map<string, Telling>();
  for (const {receiver, state, finished, error} of deliveries) {
    const before = found.get(receiver) ?? {receiver, times: 0, last: null, trouble: null, waits: false};
    const sent = state === 'sent';
    found.set(receiver, {
      receiver,
      times: before.times + (sent ? 1 : 0),
      last: sent ? finished : before.last,
      trouble: sent || state === 'dropped' ? null : error,
      waits: state === 'waiting',
    });
  }
  return [...found.values()];
}

/** When something last arrived at a receiver, null if nothing shown did. */
export function lastReached(receiver: string, alerts: Alert[]): string | null {
  const times = alerts
    .flatMap(a => a.deliveries)
    .filter(d => d.receiver === receiver && d.state === 'sent')
    .map(d => d.finished ?? '');
  return times.sort().at(-1) ?? null;
}

/** What the page is about to which an alert leads; null if that is the page of alerts itself. */
export function wayOf(page: string): Way | null {
  if (page.startsWith('problems')) return 'cause';
  if (page.startsWith('messages')) return 'documents';
  if (page.startsWith('connections/')) return 'connection';
  if (page.startsWith('connections?')) return 'flow';
  return page.startsWith('connections') ? 'connections' : null;
}
