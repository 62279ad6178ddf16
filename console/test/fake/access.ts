import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Session} from '../../src/api/types';
import {Refusal, text, type Endpoint} from './endpoint';
import {RIGHTS_OF, type Account, type World} from './world';

const MOST_TRIES = 5;

function sessionFor(account: Account, csrf: string): Session {
  return {
    user: account.user,
    name: account.name,
    roles: account.roles,
    rights: [...new Set(account.roles.flatMap(r => RIGHTS_OF[r]))],
    csrf,
    mustChangePassword: account.mustChange,
    via: 'password',
  };
}

export function signIn(world: World, body: Record<string, unknown>, response: ServerResponse) {
  const account = world.accounts.find(a => a.user === text(body, 'user'));
  if (account && account.wrongTries >= MOST_TRIES) {
    response.writeHead(429, {'Content-Type': 'application/json', 'Retry-After': '900'});
    response.end(JSON.stringify({error: 'too many wrong tries; try again in 15 minutes'}));
    return;
  }
  if (!account || account.disabled || account.password !== text(body, 'password')) {
    if (account) account.wrongTries++;
    throw new Refusal(401, 'user or password is wrong');
  }
  account.wrongTries = 0;
  const key = `s${world.sessions.size + 1}`;
  const csrf = `csrf-${key}`;
  world.sessions.set(key, {user: account.user, csrf});
  response.writeHead(200, {
    'Content-Type': 'application/json',
    'Set-Cookie': `kontor-session=${key}; HttpOnly; SameSite=Strict; Path=/`,
  });
  response.end(JSON.stringify(sessionFor(account, csrf)));
}

const keyOf = (request: IncomingMessage) => /kontor-session=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';

export function sessionOf(world: World, request: IncomingMessage): Session {
  const kept = world.sessions.get(keyOf(request));
  const account = world.accounts.find(a => a.user === kept?.user && !a.disabled);
  if (!kept || !account) throw new Refusal(401, 'sign in first');
  return sessionFor(account, kept.csrf);
}

export function accountOf(world: World, user: string): Account {
  const account = world.accounts.find(a => a.user === user);
  if (!account) throw new Refusal(404, `user ${user} is unknown`);
  return account;
}

export const access: Endpoint[] = [
  {method: 'GET', path: '/session', right: null, answer: ({session}) => session},
  {
    method: 'DELETE',
    path: '/session',
    right: null,
    answer: ({world, session}) => {
      for (const [key, kept] of world.sessions) if (kept.csrf === session.csrf) world.sessions.delete(key);
    },
  },
  {
    method: 'POST',
    path: '/session/password',
    right: null,
    body: ['old', 'new'],
    answer: ({world, session, body}) => {
      const account = accountOf(world, session.user);
      const fresh = text(body, 'new');
      if (account.password !== text(body, 'old')) throw new Refusal(400, 'old is not your password of now', 'old');
      if (fresh.length < 12) throw new Refusal(400, 'new is too short; it needs at least 12 characters', 'new');
      if (fresh.includes(account.user)) throw new Refusal(400, 'new must not contain your user name', 'new');
      account.password = fresh;
      account.mustChange = false;
    },
  },
];
