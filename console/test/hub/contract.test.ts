import {afterAll, beforeAll, expect, test} from 'vitest';
import {PASSWORD} from '../fake/world';
import {HERO} from '../fake/messages';
import {ENDPOINTS, startFake, type FakeHub} from '../fake/server';
import {ask} from './hub';

interface Schema {
  $ref?: string;
  type?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
}
interface Content {
  content?: Record<string, {schema?: Schema}>;
}
interface Operation {
  'x-rights': string[];
  parameters?: {name: string; in: string}[];
  requestBody?: Content;
  responses: Record<string, Content>;
}
interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: {schemas: Record<string, Schema>};
}

let described: Description;
let fake: FakeHub;
let cookie: string;

beforeAll(async () => {
  described = await ask<Description>('/openapi.json');
  fake = await startFake();
  const signedIn = await fetch(`${fake.url}/api/session`, {
    method: 'POST',
    body: JSON.stringify({user: 'a.weiss', password: PASSWORD}),
  });
  cookie = signedIn.headers.get('Set-Cookie') ?? '';
});
afterAll(() => fake.close());

const shape = (path: string) => path.replace(/[:*]\w+|\{[^}]*\}/g, '{}');

function operation(method: string, path: string): Operation | undefined {
  const found = Object.entries(described.paths).find(([p]) => shape(p) === shape(`/api${path}`));
  return found?.[1][method.toLowerCase()];
}

const schemaOf = (content: Content | undefined) => Object.values(content?.content ?? {})[0]?.schema;

function resolved(schema: Schema | undefined): Schema {
  const name = schema?.$ref?.split('/').at(-1);
  return name === undefined ? (schema ?? {}) : resolved(described.components.schemas[name]);
}

test('the fake hub answers at addresses of the real one only, for the same rights', () => {
  const wrong = ENDPOINTS.flatMap(({method, path, right}) => {
    const rights = operation(method, path)?.['x-rights'].join();
    return rights === (right ?? '') ? [] : [`${method} ${path}: fake ${right ?? ''}, hub ${rights ?? 'has none such'}`];
  });
  expect(wrong.join('\n')).toBe('');
  expect([operation('POST', '/session'), operation('GET', '/sign-in'), operation('GET', '/events')]).not.toContain(
    undefined,
  );
});

test('it takes no field or parameter that the real one does not', () => {
  const wrong = ENDPOINTS.flatMap(({method, path, query = [], body = []}) => {
    const real = operation(method, path);
    const parameters = (real?.parameters ?? []).filter(p => p.in === 'query').map(p => p.name);
    const fields = Object.keys(resolved(schemaOf(real?.requestBody)).properties ?? {});
    return [
      ...query.filter(name => !parameters.includes(name)).map(name => `${method} ${path}?${name}`),
      ...body
        .map(name => name.replace('?', ''))
        .filter(name => !fields.includes(name))
        .map(n => `${method} ${path} ${n}`),
    ];
  });
  expect(wrong.join('\n')).toBe('');
});

/** Addresses with something in them. */
const ASKED = [
  '/session',
  '/overview',
  '/overview/series?hours=24',
  '/messages/search?state=dead',
  '/documents?number=10482',
  `/documents/shop/${HERO.sourceId}`,
  '/messages/49190/payloads',
  '/alerts',
  '/setup',
  '/connections',
  '/users',
  '/tokens',
  '/audit',
  '/problems',
  '/problems/c1/messages',
  '/problems/c1/comments',
  '/approvals',
  '/tables',
  '/crossrefs?number=D-20418',
];

test.each(ASKED)('%s has the fields of the real answer, no more and no less', async path => {
  const answer = await fetch(`${fake.url}/api${path}`, {headers: {Cookie: cookie}});
  expect(answer.status).toBe(200);
  const found = Object.entries(described.paths).find(([p]) => matches(p, path));
  const schema = schemaOf(found?.[1].get?.responses['200']);
  expect(schema, 'description of the answer').toBeDefined();
  expect(differences(schema, await answer.json(), '').join('\n')).toBe('');
});

const matches = (pattern: string, path: string) =>
  new RegExp(`^${pattern.replace(/\{[^}]*\}/g, '[^/]+')}$`).test(`/api${path.split('?')[0] ?? ''}`);

/** Fields that only one of both has. */
function differences(schema: Schema | undefined, value: unknown, at: string): string[] {
  // What of a document is shown as it is has any fields.
  if (schema?.$ref?.endsWith('/JsonNode')) return [];
  const real = resolved(schema);
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.slice(0, 20).flatMap(one => differences(real.items, one, `${at}[]`));
  if (typeof real.additionalProperties === 'object') {
    const {additionalProperties} = real;
    return Object.values(value).flatMap(one => differences(additionalProperties, one, `${at}.*`));
  }
  const {properties} = real;
  if (properties === undefined) return [];
  const names = Object.keys(value);
  return [
    ...names.filter(name => !(name in properties)).map(name => `${at}.${name} is the fake's alone`),
    ...Object.keys(properties)
      .filter(name => !names.includes(name))
      .map(name => `${at}.${name} is missing in the fake`),
    ...names.flatMap(name => differences(properties[name], (value as Record<string, unknown>)[name], `${at}.${name}`)),
  ];
}
