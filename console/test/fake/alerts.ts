import type {Alert, AlertPage, Delivery, Said} from '../../src/api/types';
import {audit} from './decide';
import {Refusal, type Endpoint} from './endpoint';
import {before} from './world';

const delivery = (receiver: string, secondsAgo: number, part: Partial<Delivery> = {}): Delivery => ({
  receiver,
  tidings: 'opened',
  state: 'sent',
  attempts: 1,
  created: before(secondsAgo),
  finished: before(secondsAgo - 1),
  error: null,
  ...part,
});

const failing = {state: 'waiting', attempts: 4, finished: null, error: 'it answered 500'} as const;

function alert(part: Pick<Alert, 'id' | 'rule' | 'severity' | 'subject' | 'page'> & Partial<Alert>): Alert {
  return {
    count: 0,
    since: null,
    documents: [],
    en: said('', '', '', ''),
    de: said('', '', '', ''),
    opened: before(3000),
    told: before(3000),
    over: null,
    acknowledged: null,
    acknowledgedBy: null,
    deliveries: [],
    ...part,
  };
}

const said = (title: string, what: string, effect: string, todo: string): Said => ({title, what, effect, todo});

/** What stands and stood, as a hub tells it. */
export function madeAlerts(): AlertPage {
  return {
    open: [
      alert({
        id: 31,
        rule: 'drift',
        severity: 'warning',
        subject: 'payments',
        page: 'connections?flow=payments',
        count: 2,
        since: before(30_800),
        en: said(
          'The systems differ: 2 payments (payments)',
          'The comparison found: never received 1.',
          'Shop and ERP show different things of the same: 2 payments.',
          './kontor reconcile --flow=payments names them and says what it can mend.',
        ),
        de: said(
          'Die Systeme weichen ab: 2 Zahlungen (payments)',
          'Der Vergleich fand: nie angekommen 1.',
          'Shop und ERP zeigen Verschiedenes vom Selben: 2 Zahlungen.',
          './kontor reconcile --flow=payments nennt sie und sagt, was es beheben kann.',
        ),
        deliveries: [delivery('office', 30_700)],
      }),
      alert({
        id: 30,
        rule: 'failure',
        severity: 'urgent',
        subject: 'orders',
        page: 'problems/c1',
        count: 10,
        since: before(17_000),
        documents: ['10461', '10462'],
        en: said(
          'Not transferred: 10 orders (orders)',
          'Reason: no VAT posting setup for EU/REDUCED',
          'Waiting for a person: 10 orders. They are missing in the target until somebody decides. (10461, 10462 and 8 more)',
          'Mend the cause, then resubmit them; or discard what is not to be transferred.',
        ),
        de: said(
          'Nicht übertragen: 10 Aufträge (orders)',
          'Grund: no VAT posting setup for EU/REDUCED',
          'Auf eine Entscheidung warten: 10 Aufträge. Bis dahin fehlen sie im Zielsystem. (10461, 10462 und 8 weitere)',
          'Die Ursache beheben, dann erneut senden; oder verwerfen, was nicht übertragen werden soll.',
        ),
        deliveries: [
          delivery('office', 16_900),
          delivery('hook', 16_900, failing),
          delivery('office', 2500, {tidings: 'repeated'}),
        ],
      }),
    ],
    recent: [
      alert({
        id: 12,
        rule: 'unreachable',
        severity: 'urgent',
        subject: 'shop-at',
        page: 'connections/shop-at',
        en: said('Over: Cannot be reached: shop-at', '', 'It began at noon and is over.', 'Nothing is left to do.'),
        de: said('Vorbei: Nicht erreichbar: shop-at', '', 'Es ist vorbei.', 'Es ist nichts mehr zu tun.'),
        over: before(80_000),
        opened: before(83_000),
        acknowledged: before(82_000),
        acknowledgedBy: 'a.weiss',
        deliveries: [delivery('office', 83_000), delivery('office', 80_000, {tidings: 'over'})],
      }),
    ],
    receivers: [
      {name: 'office', way: 'email', error: null, waiting: 0},
      {name: 'hook', way: 'webhook', error: 'it answered 500', waiting: 1},
    ],
  };
}

export const alerts: Endpoint[] = [
  {method: 'GET', path: '/alerts', right: 'read', answer: ({world}) => world.alerts},
  {
    method: 'POST',
    path: '/alerts/:id/acknowledge',
    right: 'decide',
    answer: ({world, session, path}) => {
      const found = world.alerts.open.find(a => String(a.id) === path.id);
      if (!found) throw new Refusal(404, `there is no alert ${path.id ?? ''}`);
      found.acknowledged ??= before(0);
      found.acknowledgedBy ??= session.user;
      audit(world, session, 'alert.acknowledge', `alert:${found.id}`, '');
      return {acknowledged: found.id};
    },
  },
];
