import {Answer, ids, Refusal, text, type Endpoint} from './endpoint';
import {audit, decide, settle} from './decide';
import {before} from './world';

const FLOWS = ['orders', 'customers', 'order-reply', 'stock', 'products', 'prices', 'progress', 'payments', 'refunds'];
const SUBJECTS = [...['shop', 'erp', 'shop-at'].map(c => `connection:${c}`), ...FLOWS.map(f => `flow:${f}`)];

function subjectOf(body: Record<string, unknown>): string {
  const subject = text(body, 'subject');
  if (!SUBJECTS.includes(subject))
    throw new Refusal(400, `subject ${subject} is unknown; known are ${SUBJECTS.join(', ')}`, 'subject');
  return subject;
}

const FED = ['customers', 'order-reply', 'payments', 'refunds'];
const COMPARED = ['orders', 'payments', 'stock'];

/** What is done to a flow now, if it can be. */
const now = (what: 'poll' | 'reconcile', refused: (name: string) => string | null): Endpoint => ({
  method: 'POST',
  path: `/flows/:name/${what}`,
  right: 'decide',
  answer: ({world, session, path}) => {
    const name = path.name ?? '';
    if (!FLOWS.includes(name)) throw new Refusal(404, `there is no flow ${name}`);
    const why = refused(name);
    if (why !== null) throw new Refusal(400, `name ${name} ${why}`, 'name');
    audit(world, session, `desk.${what}`, `flow:${name}`, 'now');
    return new Answer(202, {flow: name});
  },
});

export const deciding: Endpoint[] = [
  {
    method: 'POST',
    path: '/stop',
    right: 'decide',
    body: ['reason'],
    answer: ({world, session, body}) => {
      world.stopped = {by: session.user, since: before(0), reason: text(body, 'reason')};
      audit(world, session, 'desk.stop', 'hub', world.stopped.reason);
      return {};
    },
  },
  {
    method: 'POST',
    path: '/start',
    right: 'decide',
    answer: ({world, session}) => {
      world.stopped = null;
      audit(world, session, 'desk.start', 'hub', 'started');
      return {};
    },
  },
  {
    method: 'POST',
    path: '/pause',
    right: 'decide',
    body: ['subject', 'reason'],
    answer: ({world, session, body}) => {
      const pause = {subject: subjectOf(body), reason: text(body, 'reason'), by: session.user, since: before(0)};
      world.pauses = [...world.pauses.filter(p => p.subject !== pause.subject), pause];
      audit(world, session, 'desk.pause', pause.subject, pause.reason);
      return {};
    },
  },
  {
    method: 'POST',
    path: '/resume',
    right: 'decide',
    body: ['subject'],
    answer: ({world, session, body}) => {
      const subject = subjectOf(body);
      world.pauses = world.pauses.filter(p => p.subject !== subject);
      audit(world, session, 'desk.resume', subject, 'resumed');
      return {};
    },
  },
  now('poll', name => (FED.includes(name) ? 'is fed by other flows; poll one of those' : null)),
  now('reconcile', name => (COMPARED.includes(name) ? null : 'has no time of reconcile; run ./kontor reconcile')),
  {
    method: 'POST',
    path: '/messages/resubmit',
    right: 'decide',
    body: ['ids'],
    answer: ({world, session, body}) => decide(world, session, 'resubmit', ids(body), 'tried again'),
  },
  {
    method: 'POST',
    path: '/messages/discard',
    right: 'decide',
    body: ['ids', 'reason'],
    answer: ({world, session, body}) => decide(world, session, 'discard', ids(body), text(body, 'reason')),
  },
  {
    method: 'POST',
    path: '/messages/skip',
    right: 'decide',
    body: ['ids', 'reason'],
    answer: ({world, session, body}) => decide(world, session, 'skip', ids(body), text(body, 'reason')),
  },
  {
    method: 'POST',
    path: '/messages/send',
    right: 'decide',
    body: ['ids'],
    answer: ({world, session, body}) => decide(world, session, 'send', ids(body, 1), 'sent'),
  },
  {
    method: 'POST',
    path: '/messages/entered',
    right: 'decide',
    body: ['ids', 'number', 'reason'],
    answer: ({world, session, body}) => {
      const number = text(body, 'number');
      if (!/^1\d{5}$/.test(number))
        throw new Refusal(400, `number ${number} is not in erp; look it up there`, 'number');
      return decide(world, session, 'entered', ids(body, 1), text(body, 'reason'), number);
    },
  },
  {
    method: 'GET',
    path: '/approvals',
    right: 'read',
    answer: ({world}) => ({approvals: world.approvals}),
  },
  {
    method: 'POST',
    path: '/approvals/:id',
    right: 'decide',
    body: ['approve', 'reason'],
    answer: ({world, session, path, body}) =>
      settle(world, session, Number(path.id), body.approve === true, text(body, 'reason')),
  },
];
