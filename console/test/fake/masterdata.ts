import type {Crossref, ValueRow, ValueTable} from '../../src/api/types';
import {Answer, Refusal, text, type Endpoint} from './endpoint';
import {audit} from './decide';
import type {World} from './world';

const CONFIGURED: Record<string, Record<string, string>> = {
  taxGroups: {'DOMESTIC/STANDARD': 'VAT19', 'DOMESTIC/REDUCED': 'VAT7', 'EU/STANDARD': 'VAT19'},
  shipmentMethods: {'dhl-paket': 'DHL', 'dhl-express': 'DHLEXP', spedition: 'SPED'},
};

function tables(world: World): ValueTable[] {
  return Object.entries(CONFIGURED).map(([name, rows]) => {
    const shown = Object.entries(rows).map(([key, value]): ValueRow => ({
      key,
      value,
      from: 'configuration',
      configured: value,
      by: null,
      reason: null,
      at: null,
    }));
    const own = [...world.values].filter(([, row]) => row.table === name);
    for (const [key, row] of own) {
      const put: ValueRow = {
        key,
        value: row.value,
        from: 'console',
        configured: rows[key] ?? null,
        by: row.by,
        reason: row.reason,
        at: row.at,
      };
      const at = shown.findIndex(r => r.key === key);
      if (at < 0) shown.push(put);
      else shown[at] = put;
    }
    return {name, rows: shown.sort((a, b) => a.key.localeCompare(b.key))};
  });
}

const same = (a: Crossref, b: Record<string, unknown>) =>
  a.source === b.source && a.entity === b.entity && a.sourceId === b.sourceId && a.target === b.target;

const LINK = ['source', 'entity', 'sourceId', 'target', 'targetId?', 'number?', 'reason'];

export const masterData: Endpoint[] = [
  {method: 'GET', path: '/tables', right: 'read', answer: ({world}) => ({tables: tables(world)})},
  {
    method: 'PUT',
    path: '/tables/:name/*key',
    right: 'configure',
    body: ['value', 'reason'],
    answer: ({world, session, path, body}) => {
      const {name = '', key = ''} = path;
      if (!(name in CONFIGURED)) throw new Refusal(400, `name ${name} is no table`, 'name');
      const reason = text(body, 'reason');
      if (body.value === null) world.values.delete(key);
      else
        world.values.set(key, {
          table: name,
          value: text(body, 'value'),
          by: session.user,
          reason,
          at: new Date().toISOString(),
        });
      audit(world, session, 'table.row', `${name}:${key}`, reason);
      return {tables: tables(world)};
    },
  },
  {
    method: 'GET',
    path: '/crossrefs',
    right: 'read',
    query: ['number'],
    answer: ({world, query}) => {
      const number = query.get('number');
      return {crossrefs: world.links.filter(l => [l.number, l.sourceId, l.targetId].includes(number))};
    },
  },
  {
    method: 'POST',
    path: '/crossrefs',
    right: 'configure',
    body: LINK,
    answer: ({world, session, body}) => {
      const link: Crossref = {
        source: text(body, 'source'),
        entity: text(body, 'entity'),
        sourceId: text(body, 'sourceId'),
        target: text(body, 'target'),
        targetId: typeof body.targetId === 'string' ? body.targetId : `id of ${text(body, 'number')}`,
        number: typeof body.number === 'string' ? body.number : null,
      };
      world.links = [...world.links.filter(l => !same(l, body)), link];
      audit(world, session, 'crossref.linked', `${link.source}:${link.sourceId}`, text(body, 'reason'));
      return undefined;
    },
  },
  {
    method: 'DELETE',
    path: '/crossrefs',
    right: 'configure',
    body: LINK,
    answer: ({world, session, body}) => {
      if (!world.links.some(l => same(l, body))) throw new Refusal(404, 'sourceId is not linked there', 'sourceId');
      world.links = world.links.filter(l => !same(l, body));
      audit(
        world,
        session,
        'crossref.unlinked',
        `${text(body, 'source')}:${text(body, 'sourceId')}`,
        text(body, 'reason'),
      );
      return new Answer(204, undefined);
    },
  },
];
