import type {ConnectionState, Overview} from '../api/types';
import type {Tone} from '../parts/StateMark';
import type {Texts} from '../texts/en';
import {moment} from '../parts/format';
import {subjectName} from '../parts/subject';

/** One thing that a person should look at, and where. */
export interface Need {
  key: string;
  tone: Tone;
  text: string;
  detail?: string;
  to: '/' | '/messages' | '/problems' | '/connections';
}

/** The share of a budget from which on somebody should know, in percent. */
const NEARLY_USED = 90;

/** Of the limits kept towards a system those that are used up and come back; the others only say how it is asked. */
export const budgetsOf = ({budgets}: ConnectionState) =>
  budgets.filter(b => b.limit === 'concurrent-requests' || b.limit.startsWith('requests-per-'));

/** What needs a person now, the gravest first. */
export function needs(overview: Overview, approvals: number, now: number, texts: Texts): Need[] {
  const {overview: t} = texts;
  const list: Need[] = [];
  if (overview.needs.dead > 0) {
    list.push({key: 'dead', tone: 'bad', text: t.dead(overview.needs.dead, overview.needs.groups), to: '/problems'});
  }
  for (const c of overview.connections.filter(c => c.breakerOpen)) {
    list.push({key: `breaker ${c.name}`, tone: 'bad', text: t.breaker(c.name), to: '/connections'});
  }
  for (const p of overview.needs.paused) {
    const detail = `${p.reason} · ${texts.common.by(p.by)} · ${moment(p.since, now, texts.locale)}`;
    list.push({
      key: `pause ${p.subject}`,
      tone: 'wait',
      text: t.paused(subjectName(p.subject)),
      detail,
      to: '/connections',
    });
  }
  if (overview.needs.overdue > 0) {
    const late = overview.flows.filter(f => f.overdue > 0).map(f => `${f.name}: ${f.overdue}`);
    list.push({
      key: 'overdue',
      tone: 'bad',
      text: t.overdue(overview.needs.overdue),
      detail: late.join(' · '),
      to: '/messages',
    });
  }
  if (approvals > 0) list.push({key: 'approvals', tone: 'wait', text: t.approvals(approvals), to: '/problems'});
  for (const c of overview.connections) {
    const most = Math.max(0, ...budgetsOf(c).map(b => percent(b.used, b.most)));
    if (most >= NEARLY_USED)
      list.push({key: `budget ${c.name}`, tone: 'wait', text: t.budget(c.name, most), to: '/connections'});
  }
  for (const n of overview.nights) {
    if (n.failure !== null)
      list.push({key: `night ${n.flow}`, tone: 'bad', text: t.nightFailed(n.flow), detail: n.failure, to: '/'});
    else if (n.different > 0)
      list.push({key: `night ${n.flow}`, tone: 'wait', text: t.night(n.flow, n.different), detail: n.causes, to: '/'});
  }
  return [...list.filter(n => n.tone === 'bad'), ...list.filter(n => n.tone !== 'bad')];
}

/** A part in whole percent; 0 of nothing. */
export const percent = (used: number, most: number) => (most <= 0 ? 0 : Math.round((100 * used) / most));
