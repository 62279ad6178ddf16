import type {
  Draft,
  FlowValues,
  PackUse,
  Rule,
  SettingProblem,
  SetUp,
  SetUpConnection,
  SetUpFlow,
} from '../../src/api/setup';
import type {Session} from '../../src/api/types';
import {without} from '../../src/setup/rules';
import {BUSINESS_CENTRAL, SHOPWARE} from './connections';
import {audit} from './decide';
import {Answer, Refusal, text, type Endpoint} from './endpoint';
import type {World} from './world';

const SECRET: Rule = {type: 'string', writeOnly: true, description: 'Secret access key of the same integration'};

/** One of each kind of setting. */
const SHOP: Rule = {
  ...SHOPWARE,
  properties: {
    ...SHOPWARE.properties,
    clientSecret: SECRET,
    appSecret: {...SECRET, description: 'Secret of the app that signs webhooks'},
    overlap: {type: 'string', format: 'duration', default: 'PT2M', description: 'How far each poll reads back'},
    sendMail: {type: 'boolean', default: false, description: 'Whether the shop mails the buyer'},
    salesChannels: {type: 'array', items: {type: 'string'}, description: 'Ids of the sales channels'},
    progress: {
      type: 'object',
      title: 'Order progress',
      description: 'Needed to show in the shop what the ERP does with an order; may be empty.',
      properties: {
        mails: {type: 'array', items: {enum: ['released', 'shipped']}, title: 'Mails to the buyer'},
        handling: {enum: ['keep', 'cancel'], default: 'keep', title: 'Cancelled orders'},
      },
    },
    taxRates: {type: 'object', title: 'Tax rates', additionalProperties: {type: ['string', 'number']}},
    audiences: {
      type: 'array',
      title: 'Audiences',
      items: {type: 'object', required: ['code'], properties: {code: {type: 'string', title: 'Price group'}}},
    },
    extra: {type: 'object', title: 'Extra', description: 'Whatever else the shop is told.'},
  },
};

const VALUES: FlowValues = {enabled: true, dryRun: false, poll: 'PT1M', quiet: [], reconcile: null, sla: null};

const flow = (name: string, kind: string, from: string, to: string, part: Partial<FlowValues> = {}): SetUpFlow => ({
  name,
  kind,
  pack: PACK,
  from,
  to,
  polled: kind !== 'payments',
  compared: kind !== 'progress',
  values: {...VALUES, ...part},
  otherwise: {...VALUES, ...part},
  changed: [],
});

const PACK = 'business-central--shopware';

const connection = (name: string, connector: string, secrets: string[]): SetUpConnection => ({
  name,
  connector,
  zone: 'Europe/Berlin',
  referencePrefix: '',
  settings: {url: `https://${name}.example`, clientId: 'SWIAEXAMPLE000000000000000'},
  secrets,
  origin: 'file',
  flows: ['orders', 'payments'],
});

/** What is set up, as a hub tells it whose file names a shop, an ERP and one use of the pack. */
export function madeSetUp(): SetUp {
  return {
    version: 3,
    applied: 3,
    refused: null,
    systems: [
      {id: 'business-central', title: 'Dynamics 365 Business Central', schema: BUSINESS_CENTRAL},
      {id: 'shopware', title: 'Shopware 6', schema: SHOP},
    ],
    packs: [
      {
        name: PACK,
        title: 'Shopware 6 with Dynamics 365 Business Central',
        roles: {shop: 'shopware', erp: 'business-central'},
      },
    ],
    connections: [
      connection('shop', 'shopware', ['/clientSecret']),
      connection('erp', 'business-central', ['/clientSecret']),
    ],
    uses: [{pack: PACK, prefix: '', roles: {shop: 'shop', erp: 'erp'}, origin: 'file', flows: ['orders', 'payments']}],
    flows: [
      flow('orders', 'orders', 'shop', 'erp', {sla: 'PT15M', reconcile: '03:00'}),
      flow('payments', 'payments', 'shop', 'erp', {enabled: false}),
    ],
  };
}

/** The next version; it holds as soon as somebody asked after it twice. */
function next(world: World, session: Session, kind: string, subject: string, body: Record<string, unknown>) {
  const reason = text(body, 'reason');
  world.setUp.version++;
  audit(world, session, kind, subject, reason);
  return {version: world.setUp.version};
}

function wrong({settings, connector}: Draft, kept: readonly string[], setUp: SetUp): SettingProblem[] {
  const rule: Rule = setUp.systems.find(s => s.id === connector)?.schema ?? {};
  const missing = (rule.required ?? []).filter(name => settings[name] === undefined && !kept.includes(`/${name}`));
  const unknown = Object.keys(settings).filter(name => !Object.keys(rule.properties ?? {}).includes(name));
  return [
    ...missing.map(name => ({field: `settings.${name}`, problem: 'is missing', remedy: 'add it'})),
    ...unknown.map(name => ({field: `settings.${name}`, problem: 'is unknown', remedy: 'remove it'})),
    ...(settings.overlap === 'soon'
      ? [{field: 'settings.overlap', problem: 'has the wrong form', remedy: 'expected: a duration'}]
      : []),
  ];
}

const DRAFT = ['name', 'connector', 'zone', 'referencePrefix', 'settings'] as const;

const isConsole = (found: {origin: string} | undefined, what: string) => {
  if (!found) throw new Refusal(404, `there is no ${what}`);
  if (found.origin === 'file') throw new Refusal(409, `${what} stands in kontor.yaml; change it there`);
};

const sameUse = (body: Record<string, unknown>) => (use: PackUse) =>
  use.pack === body.pack && use.prefix === body.prefix;

export const setUp: Endpoint[] = [
  {
    method: 'GET',
    path: '/setup',
    right: 'configure',
    answer: ({world}) => {
      const told = structuredClone(world.setUp);
      if (world.setUp.applied < world.setUp.version) world.setUp.applied++;
      return told;
    },
  },
  {
    method: 'POST',
    path: '/setup/check',
    right: 'configure',
    body: DRAFT,
    answer: ({world, body}) => {
      const draft = body as unknown as Draft;
      const kept = world.setUp.connections.find(c => c.name === draft.name)?.secrets ?? [];
      const problems = wrong(draft, kept, world.setUp);
      const ok = draft.settings.clientSecret !== 'wrong';
      const lines = ok
        ? [{ok, text: 'sign-in: works'}]
        : [{ok, text: 'sign-in: the secret is refused; copy it anew from the integration'}];
      return {problems, checked: problems.length > 0 ? null : {ok, lines}};
    },
  },
  {
    method: 'PUT',
    path: '/setup/connections/:name',
    right: 'configure',
    body: [...DRAFT, 'reason'],
    answer: ({world, session, path, body}) => {
      const draft = without(body as unknown as Draft & {reason: string}, 'reason');
      const name = path.name ?? '';
      const before = world.setUp.connections.find(c => c.name === name);
      if (before) isConsole(before, `connection ${name}`);
      const problems = wrong(draft, before?.secrets ?? [], world.setUp);
      if (problems[0]) return new Answer(400, {error: 'settings are wrong', field: problems[0].field, problems});
      const {clientSecret, ...settings} = draft.settings;
      const secrets = clientSecret === undefined ? (before?.secrets ?? []) : ['/clientSecret'];
      world.secrets.set(name, clientSecret ?? world.secrets.get(name) ?? null);
      const others = world.setUp.connections.filter(c => c.name !== name);
      const kept: SetUpConnection = {
        ...draft,
        settings,
        secrets,
        origin: 'console',
        flows: before?.flows ?? [],
      };
      world.setUp.connections = [...others, kept];
      return next(world, session, 'setup.connection', `connection:${name}`, body);
    },
  },
  {
    method: 'DELETE',
    path: '/setup/connections/:name',
    right: 'configure',
    body: ['reason'],
    answer: ({world, session, path, body}) => {
      const name = path.name ?? '';
      isConsole(
        world.setUp.connections.find(c => c.name === name),
        `connection ${name}`,
      );
      const user = world.setUp.uses.find(u => Object.values(u.roles).includes(name));
      if (user) throw new Refusal(409, `${name} is used by pack ${user.pack}; remove that first`);
      world.setUp.connections = world.setUp.connections.filter(c => c.name !== name);
      return next(world, session, 'setup.connection', `connection:${name}`, body);
    },
  },
  {
    method: 'PUT',
    path: '/setup/uses',
    right: 'configure',
    body: ['pack', 'prefix', 'roles', 'reason'],
    answer: ({world, session, body}) => {
      const {pack, prefix, roles} = body as unknown as PackUse;
      if (world.setUp.uses.some(sameUse(body)))
        throw new Refusal(409, `pack ${pack} is in use already; give another prefix`, 'prefix');
      const flows = world.setUp.flows
        .filter(f => ['orders', 'payments'].includes(f.name))
        .map(f => ({...f, name: prefix + f.name, from: roles.shop ?? '', to: roles.erp ?? ''}));
      world.setUp.flows = [...world.setUp.flows, ...flows];
      world.setUp.uses = [...world.setUp.uses, {pack, prefix, roles, origin: 'console', flows: flows.map(f => f.name)}];
      return next(world, session, 'setup.use', `pack:${pack}`, body);
    },
  },
  {
    method: 'DELETE',
    path: '/setup/uses',
    right: 'configure',
    body: ['pack', 'prefix', 'reason'],
    answer: ({world, session, body}) => {
      const use = world.setUp.uses.find(sameUse(body));
      isConsole(use, `use of ${String(body.pack)}`);
      world.setUp.uses = world.setUp.uses.filter(u => u !== use);
      world.setUp.flows = world.setUp.flows.filter(f => !use?.flows.includes(f.name));
      return next(world, session, 'setup.use', `pack:${String(body.pack)}`, body);
    },
  },
  {
    method: 'PUT',
    path: '/setup/flows/:name',
    right: 'configure',
    body: ['enabled?', 'dryRun?', 'poll?', 'quiet?', 'reconcile?', 'sla?', 'reason'],
    answer: ({world, session, path, body}) => {
      const found = world.setUp.flows.find(f => f.name === path.name);
      if (!found) throw new Refusal(404, `there is no flow ${path.name ?? ''}`);
      for (const name of Object.keys(VALUES) as (keyof FlowValues)[]) {
        if (!(name in body)) continue;
        const value = body[name] ?? found.otherwise[name];
        Object.assign(found.values, {[name]: value});
        found.changed = found.changed.filter(other => other !== name);
        if (body[name] !== null) found.changed.push(name);
      }
      return next(world, session, 'setup.flow', `flow:${found.name}`, body);
    },
  },
];
