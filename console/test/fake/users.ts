import {RIGHTS, ROLES, type Right, type Role, type User} from '../../src/api/types';
import {accountOf} from './access';
import {audit} from './decide';
import {Refusal, text, type Endpoint} from './endpoint';
import {before, type Account, type World} from './world';

const shown = ({user, name, roles, via, lastSignIn, disabled}: Account): User => ({
  user,
  name,
  roles,
  via,
  lastSignIn,
  disabled,
});

function rolesOf(body: Record<string, unknown>): Role[] {
  const roles = body.roles as Role[];
  if (!Array.isArray(roles) || roles.length === 0 || !roles.every(r => ROLES.includes(r))) {
    throw new Refusal(400, `roles must be some of ${ROLES.join(', ')}`, 'roles');
  }
  return roles;
}

function keepAdministrator(world: World) {
  if (!world.accounts.some(a => a.roles.includes('administrator') && !a.disabled)) {
    throw new Refusal(409, 'this is the last administrator; make somebody else one first');
  }
}

/** Carries out a change and takes it back where it would leave no administrator. */
function changing(world: World, account: Account, change: Partial<Account>) {
  const old = {...account};
  Object.assign(account, change);
  try {
    keepAdministrator(world);
  } catch (e) {
    Object.assign(account, old);
    throw e;
  }
}

export const users: Endpoint[] = [
  {method: 'GET', path: '/users', right: 'users', answer: ({world}) => ({users: world.accounts.map(shown)})},
  {
    method: 'POST',
    path: '/users',
    right: 'users',
    body: ['user', 'name', 'roles'],
    answer: ({world, session, body}) => {
      const user = text(body, 'user');
      if (world.accounts.some(a => a.user === user)) throw new Refusal(409, `user ${user} is there already`, 'user');
      const password = 'rose-anchor-42-meadow';
      world.accounts.push({
        user,
        name: text(body, 'name'),
        roles: rolesOf(body),
        via: 'password',
        lastSignIn: null,
        disabled: false,
        password,
        mustChange: true,
        wrongTries: 0,
      });
      audit(world, session, 'access.user-added', user, 'added');
      return {user, oneTimePassword: password};
    },
  },
  {
    method: 'PATCH',
    path: '/users/:user',
    right: 'users',
    body: ['name?', 'roles?', 'disabled?'],
    answer: ({world, session, path, body}) => {
      const account = accountOf(world, path.user ?? '');
      if ('roles' in body && account.via === 'oidc')
        throw new Refusal(409, `roles of ${account.user} come from the identity provider; change them there`);
      changing(world, account, {
        ...('name' in body ? {name: text(body, 'name')} : {}),
        ...('roles' in body ? {roles: rolesOf(body)} : {}),
        ...('disabled' in body ? {disabled: body.disabled === true} : {}),
      });
      audit(world, session, 'access.user-changed', account.user, account.roles.join(', '));
      return shown(account);
    },
  },
  {
    method: 'POST',
    path: '/users/:user/reset',
    right: 'users',
    answer: ({world, session, path}) => {
      const account = accountOf(world, path.user ?? '');
      Object.assign(account, {password: 'lamp-river-77-quince', mustChange: true});
      audit(world, session, 'access.password-reset', account.user, 'all sessions ended');
      return {oneTimePassword: account.password};
    },
  },
  {method: 'GET', path: '/tokens', right: 'users', answer: ({world}) => ({tokens: world.tokens})},
  {
    method: 'POST',
    path: '/tokens',
    right: 'users',
    body: ['name', 'rights', 'days'],
    answer: ({world, session, body}) => {
      const rights = body.rights as Right[];
      if (!Array.isArray(rights) || !rights.every(r => RIGHTS.includes(r)))
        throw new Refusal(400, 'rights must be some of the rights', 'rights');
      const id = world.tokens.length + 1;
      const expires = typeof body.days === 'number' ? before(-body.days * 86_400) : null;
      world.tokens.push({id, name: text(body, 'name'), rights, created: before(0), expires, lastUsed: null});
      audit(world, session, 'access.token-created', text(body, 'name'), rights.join(', '));
      return {id, token: 'kontor_7Yd2mQx0Zk3v9LwB'};
    },
  },
  {
    method: 'DELETE',
    path: '/tokens/:id',
    right: 'users',
    answer: ({world, path}) => {
      world.tokens = world.tokens.filter(t => String(t.id) !== path.id);
    },
  },
  {
    method: 'GET',
    path: '/audit',
    right: 'audit',
    query: ['kind', 'subject', 'after'],
    answer: ({world, query}) => {
      const rows = world.audit.filter(
        r => [r.kind, null].includes(query.get('kind')) && [r.subject, null].includes(query.get('subject')),
      );
      return {rows, next: null};
    },
  },
];
