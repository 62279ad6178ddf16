import type {Foreseen, Message, Preview, Problem} from '../../src/api/types';
import {Refusal, text, type Endpoint} from './endpoint';
import {audit, decide} from './decide';
import {CAUSES} from './messages';
import {before, type World} from './world';

const WORDS: Record<string, Pick<Problem, 'what' | 'todo'>> = {
  taxArea: {
    what: {
      en: 'The tax group of a line has no counterpart in Business Central’s VAT posting setup for this tax area.',
      de: 'Für die Steuergruppe einer Zeile gibt es in Business Central keine MwSt.-Buchungseinrichtung in diesem Steuergebiet.',
    },
    todo: {
      en: 'Add the row to the table of tax groups, or set it up in Business Central; then try again.',
      de: 'Die Zeile in der Tabelle der Steuergruppen ergänzen oder in Business Central einrichten; dann wiederholen.',
    },
  },
  sku: {
    what: {
      en: 'The order has an article that Business Central does not know.',
      de: 'Der Auftrag enthält einen Artikel, den Business Central nicht kennt.',
    },
    todo: {
      en: 'Create the item or correct its number in the shop; the orders go on by themselves.',
      de: 'Artikel anlegen oder seine Nummer im Shop berichtigen; die Aufträge laufen von selbst weiter.',
    },
  },
  vatId: {
    what: {
      en: 'A customer’s VAT id does not have the form of its country.',
      de: 'Die USt-IdNr. eines Debitors hat nicht die Form ihres Landes.',
    },
    todo: {
      en: 'Correct the VAT id in the shop, or ask the customer.',
      de: 'USt-IdNr. im Shop berichtigen oder beim Kunden erfragen.',
    },
  },
  none: {
    what: {
      en: 'Two posted invoices fit, so nobody knows which one was paid.',
      de: 'Zwei gebuchte Rechnungen passen; unklar ist, welche bezahlt wurde.',
    },
    todo: {
      en: 'Enter the payment in the ERP and mark it as entered.',
      de: 'Zahlung im ERP erfassen und als erfasst kennzeichnen.',
    },
  },
};

const messagesOf = (world: World, index: number): Message[] =>
  world.messages.filter(m => m.state === 'dead' && m.reason === CAUSES[index]?.reason);

function problems(world: World): Problem[] {
  return CAUSES.flatMap((cause, index): Problem[] => {
    const dead = messagesOf(world, index);
    const words = WORDS[cause.field ?? 'none'];
    if (dead.length === 0 || !words) return [];
    const id = `c${index + 1}`;
    return [
      {
        id,
        flow: cause.flow,
        fault: cause.fault,
        field: cause.field,
        key: cause.key,
        text: cause.text,
        example: cause.reason,
        count: dead.length,
        oldest: dead.at(-1)?.created ?? '',
        newest: dead[0]?.created ?? '',
        money: cause.money,
        ...words,
        assigned: world.assigned.get(id) ?? null,
        comments: world.comments.get(id)?.length ?? 0,
        suggested:
          index === 3
            ? {
                action: 'discard',
                reason: 'Customer corrected the VAT id in the shop',
                by: 'j.keller',
                at: before(400_000),
                times: 3,
              }
            : null,
      },
    ];
  }).sort((a, b) => b.count - a.count);
}

function known(world: World, id = ''): Message[] {
  if (!problems(world).some(p => p.id === id)) throw new Refusal(404, 'this cause has no messages any more');
  return messagesOf(world, Number(id.slice(1)) - 1);
}

/** What a cause blames is mended once a person put a value over its key. */
function preview(world: World, id = ''): Preview {
  const messages = known(world, id);
  const key = problems(world).find(p => p.id === id)?.key ?? null;
  const mended = [...world.values].some(([row, {table}]) => `${table}/${row}` === key);
  const samples = messages.slice(0, 20).map(m => ({
    message: m.id,
    number: m.number,
    would: mended ? 'create a sales order in erp' : null,
    fault: mended ? null : m.reason,
  }));
  return {ready: mended ? samples.length : 0, still: mended ? 0 : samples.length, samples};
}

const group = (action: 'resubmit' | 'discard'): Endpoint => ({
  method: 'POST',
  path: `/problems/:id/${action}`,
  right: 'decide',
  body: ['reason'],
  answer: ({world, session, path, body}) =>
    decide(
      world,
      session,
      action,
      known(world, path.id).map(m => m.id),
      text(body, 'reason'),
    ),
});

export const problemDesk: Endpoint[] = [
  {
    method: 'GET',
    path: '/problems',
    right: 'read',
    answer: ({world}) => ({problems: problems(world), total: problems(world).length}),
  },
  {
    method: 'GET',
    path: '/problems/:id/messages',
    right: 'read',
    query: ['after'],
    answer: ({world, path}) => ({messages: known(world, path.id), next: null}),
  },
  {method: 'POST', path: '/problems/:id/preview', right: 'decide', answer: ({world, path}) => preview(world, path.id)},
  {
    method: 'POST',
    path: '/messages/:id/preview',
    right: 'decide',
    answer: ({world, path}): Foreseen => {
      const message = world.messages.find(m => String(m.id) === path.id);
      if (!message) throw new Refusal(404, `no message ${path.id ?? ''}`);
      return {would: null, json: null, fault: message.reason};
    },
  },
  group('resubmit'),
  group('discard'),
  {
    method: 'PUT',
    path: '/problems/:id/assignee',
    right: 'decide',
    body: ['user'],
    answer: ({world, session, path, body}) => {
      const id = path.id ?? '';
      if (body.user === null) world.assigned.delete(id);
      else world.assigned.set(id, text(body, 'user'));
      audit(world, session, 'problem.assigned', id, String(body.user));
      return {user: body.user};
    },
  },
  {
    method: 'GET',
    path: '/problems/:id/comments',
    right: 'decide',
    answer: ({world, path}) => ({comments: world.comments.get(path.id ?? '') ?? []}),
  },
  {
    method: 'POST',
    path: '/problems/:id/comments',
    right: 'decide',
    body: ['text'],
    answer: ({world, session, path, body}) => {
      const id = path.id ?? '';
      const comments = [...(world.comments.get(id) ?? []), {at: before(0), by: session.user, text: text(body, 'text')}];
      world.comments.set(id, comments);
      return {comments};
    },
  },
];
