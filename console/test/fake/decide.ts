import type {Approval, Decided, Deferred, Message, Session} from '../../src/api/types';
import {Answer, Refusal} from './endpoint';
import {before, type World} from './world';

const MONEY = ['orders', 'payments', 'refunds', 'credit-memos'];
const OPEN = ['ready', 'waiting', 'retrying', 'dead'];

export function audit(world: World, session: Session, kind: string, subject: string, details: string) {
  world.audit.unshift({at: before(0), kind, subject, details: `${details} (${session.user})`});
}

/** Decides about messages; what concerns money waits for a second person where four eyes are asked for. */
export function decide(
  world: World,
  session: Session,
  action: Approval['action'] | 'send',
  ids: number[],
  reason: string,
  number: string | null = null,
): Decided | Answer {
  const messages = ids.map(id => world.messages.find(m => m.id === id));
  const missing = ids.find((_, i) => messages[i] === undefined);
  if (missing !== undefined) throw new Refusal(404, `no message ${missing}`);
  if (world.fourEyes && action !== 'skip' && action !== 'send' && messages.some(m => m && MONEY.includes(m.flow))) {
    const id = world.approvals.length + 1;
    const approval: Approval = {
      id,
      action,
      messages: ids,
      problem: null,
      number,
      reason,
      by: session.user,
      at: before(0),
      settled: null,
    };
    world.approvals.push(approval);
    return new Answer(202, {approval: id} satisfies Deferred);
  }
  return carryOut(
    world,
    session,
    action,
    messages.filter(m => m !== undefined),
    reason,
    number,
  );
}

function carryOut(
  world: World,
  session: Session,
  action: Approval['action'] | 'send',
  messages: Message[],
  reason: string,
  number: string | null,
): Decided {
  const untouched = messages
    .filter(m => !OPEN.includes(m.state))
    .map(m => ({message: m.id, why: `is ${m.state} already`}));
  const open = messages.filter(m => OPEN.includes(m.state));
  for (const message of open) {
    message.state = {resubmit: 'ready', send: 'ready', discard: 'discarded', skip: 'skipped', entered: 'skipped'}[
      action
    ] as Message['state'];
    message.reason = reason;
    message.fault = null;
    if (number !== null) message.targetNumber = number;
    audit(world, session, `desk.${action}`, `message:${message.id}`, reason);
  }
  return {changed: open.length, untouched};
}

export function settle(world: World, session: Session, id: number, approve: boolean, reason: string): Decided {
  const approval = world.approvals.find(a => a.id === id && a.settled === null);
  if (!approval) throw new Refusal(404, `no open approval ${id}`);
  if (approval.by === session.user) throw new Refusal(403, 'another person has to approve it');
  approval.settled = before(0);
  audit(world, session, approve ? 'desk.approve' : 'desk.refuse', `approval:${id}`, reason);
  if (!approve) return {changed: 0, untouched: []};
  const messages = world.messages.filter(m => approval.messages.includes(m.id));
  return carryOut(world, session, approval.action, messages, approval.reason, approval.number);
}
