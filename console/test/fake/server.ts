import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Session} from '../../src/api/types';
import {access, sessionOf, signIn} from './access';
import {alerts} from './alerts';
import {Answer, Refusal, type Endpoint} from './endpoint';
import {connections} from './connections';
import {deciding} from './deciding';
import {files} from './files';
import {masterData} from './masterdata';
import {problemDesk} from './problems';
import {seeing} from './seeing';
import {setUp} from './setup';
import {users} from './users';
import {newWorld, type World} from './world';

/** All that the console asks of a hub, but for the session's beginning and the events. */
export const ENDPOINTS: Endpoint[] = [
  ...access,
  ...seeing,
  ...deciding,
  ...problemDesk,
  ...masterData,
  ...alerts,
  ...connections,
  ...setUp,
  ...users,
];

export interface FakeHub {
  url: string;
  world: World;
  close: () => Promise<void>;
}

/** A hub made from the console's contract alone: it refuses what the contract refuses, and keeps what it is told. */
export async function startFake(port = 0): Promise<FakeHub> {
  const world = newWorld();
  const server = createServer((request, response) => void serve(request, response, world));
  await new Promise<void>(ready => server.listen(port, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    world,
    close: () => end(server),
  };
}

async function end(server: Server) {
  server.closeAllConnections();
  await new Promise(done => server.close(done));
}

async function serve(request: IncomingMessage, response: ServerResponse, world: World) {
  const url = new URL(request.url ?? '/', 'http://hub');
  if (!url.pathname.startsWith('/api/')) return files(url.pathname, response);
  try {
    const body = await read(request);
    if (url.pathname === '/api/session' && request.method === 'POST') return signIn(world, body, response);
    if (url.pathname === '/api/sign-in') return send(response, new Answer(200, {password: true, oidc: null}));
    const session = sessionOf(world, request);
    if (url.pathname === '/api/events') return listen(response);
    send(response, ask(request, url, body, session, world));
  } catch (e) {
    if (!(e instanceof Refusal)) throw e;
    send(response, new Answer(e.status, {error: e.message, ...(e.field === undefined ? {} : {field: e.field})}));
  }
}

function ask(
  request: IncomingMessage,
  url: URL,
  body: Record<string, unknown>,
  session: Session,
  world: World,
): Answer {
  const path = url.pathname.slice('/api'.length);
  for (const endpoint of ENDPOINTS) {
    const found = endpoint.method === request.method ? match(endpoint.path, path) : null;
    if (found === null) continue;
    if (endpoint.method !== 'GET' && request.headers['x-kontor-csrf'] !== session.csrf) {
      throw new Refusal(403, 'the header X-Kontor-Csrf is missing or wrong; take it from GET /api/session');
    }
    if (session.mustChangePassword && !path.startsWith('/session'))
      throw new Refusal(403, 'change your password first');
    if (endpoint.right !== null && !session.rights.includes(endpoint.right)) {
      throw new Refusal(403, `this needs the right ${endpoint.right}`);
    }
    onlyKnown(endpoint, url.searchParams, body);
    const answer = endpoint.answer({world, session, path: found, query: url.searchParams, body});
    if (answer instanceof Answer) return answer;
    return answer === undefined ? new Answer(204, undefined) : new Answer(200, answer);
  }
  // No test may pass that asks what no hub answers.
  throw new Refusal(501, `${request.method ?? ''} ${path} does not exist`);
}

/** The named parts of a path, or null if it is another; a part with a star takes the rest. */
function match(pattern: string, path: string): Record<string, string> | null {
  const names = [...pattern.matchAll(/[:*](\w+)/g)].map(m => m[1] ?? '');
  const shape = pattern.replace(/:\w+/g, '([^/]+)').replace(/\*\w+/, '(.+)');
  const found = new RegExp(`^${shape}$`).exec(path);
  return found && Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(found[i + 1] ?? '')]));
}

function onlyKnown(endpoint: Endpoint, query: URLSearchParams, body: Record<string, unknown>) {
  for (const name of query.keys()) {
    if (!endpoint.query?.includes(name)) throw new Refusal(400, `${name} is unknown here; leave it out`, name);
  }
  const known = (endpoint.body ?? []).map(f => f.replace('?', ''));
  for (const name of Object.keys(body)) {
    if (!known.includes(name)) throw new Refusal(400, `${name} is unknown here; leave it out`, name);
  }
  for (const field of endpoint.body ?? []) {
    if (!field.endsWith('?') && !(field in body))
      throw new Refusal(400, `${field} is missing; it must have a value`, field);
  }
}

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  let raw = '';
  for await (const chunk of request) raw += String(chunk);
  return raw === '' ? {} : (JSON.parse(raw) as Record<string, unknown>);
}

function send(response: ServerResponse, answer: Answer) {
  response.writeHead(answer.status, {'Content-Type': answer.type, 'Cache-Control': 'no-store'});
  response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
}

function listen(response: ServerResponse) {
  response.writeHead(200, {'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store'});
  response.write(': here\n\n');
}
