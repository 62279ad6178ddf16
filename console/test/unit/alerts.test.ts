import {expect, test} from 'vitest';
import {gravest, lastReached, tellings, wayOf} from '../../src/alerts/standing';
import {madeAlerts} from '../fake/alerts';

const {open, recent} = madeAlerts();

test('what is urgent stands first, then what nobody looks after', () => {
  const base = open[0];
  if (!base) throw new Error('no alert');
  const taken = {...base, id: 1, acknowledged: '2026-11-30T12:00:00Z', acknowledgedBy: 'Eva'};
  const older = {...base, id: 2, opened: '2026-11-01T00:00:00Z'};
  expect(gravest([taken, older, ...open]).map(a => a.id)).toEqual([30, 31, 2, 1]);
});

test('of each receiver it is said how often it was told and why it was not', () => {
  const told = tellings(open[1]?.deliveries ?? []);
  expect(told.map(one => [one.receiver, one.times, one.trouble])).toEqual([
    ['office', 2, null],
    ['hook', 0, 'it answered 500'],
  ]);
  expect(tellings([])).toEqual([]);
});

test('a receiver was last reached by the newest that arrived, of whatever alert', () => {
  const newest = open[1]?.deliveries.at(-1)?.finished;
  expect(lastReached('office', [...open, ...recent])).toBe(newest);
  expect(lastReached('hook', open)).toBeNull();
});

test('what arrived after failing is no trouble any more, what was overtaken neither', () => {
  const failed = {
    receiver: 'hook',
    tidings: 'opened',
    attempts: 3,
    created: '',
    finished: null,
    error: 'gone',
  } as const;
  const sent = {...failed, state: 'sent', finished: '2026-11-30T12:00:00Z', error: null} as const;
  expect(tellings([{...failed, state: 'failed'}, sent])[0]).toMatchObject({times: 1, trouble: null});
  expect(tellings([{...failed, state: 'dropped'}])[0]).toMatchObject({times: 0, trouble: null, waits: false});
});

test('each alert leads somewhere that has a name', () => {
  expect(
    ['problems/c1', 'messages?flow=a', 'connections/erp', 'connections?flow=a', 'connections', 'alerts'].map(wayOf),
  ).toEqual(['cause', 'documents', 'connection', 'flow', 'connections', null]);
});
