import {Answer, ids, Refusal, text, type Endpoint} from './endpoint';
import {audit, decide} from './decide';
import {before} from './world';

const FLOWS = ['orders', 'customers', 'order-reply', 'stock', 'products', 'prices', 'progress', 'payments', 'refunds'];
const SUBJECTS = [...['shop', 'erp', 'shop-at'].map(c => `connection:${c}`), ...FLOWS.map(f => `flow:${f}`)];

function subjectOf(body: Record<string, unknown>): string {
  const subject = text(body, 'subject');
  if (!SUBJECTS.includes(subject))
    throw new Refusal(400, `subject ${subject} is unknown; known are ${SUBJECTS.join(', ')}`, 'subject');
  return subject;
}

/** Makes a flow's next poll due. */
const poll: Endpoint = {
  method: 'POST',
  path: '/flows/:name/poll',
  right: 'decide',
  answer: ({world, session, path}) => {
    const name = path.name ?? '';
    if (!FLOWS.includes(name)) throw new Refusal(404, `there is no flow ${name}`);
    audit(world, session, 'desk.poll', `flow:${name}`, 'now');
    return new Answer(202, {flow: name});
  },
};

export const deciding: Endpoint[] = [
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
  poll,
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
];
