import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import {query, type Params} from '../api/call';
import {readFilters} from '../messages/filters';
import {Shell} from './Shell';
import {Missing} from './Missing';
import {readSearch} from './search';

const root = createRootRoute({component: Shell, notFoundComponent: Missing});

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../overview/OverviewPage'), 'OverviewPage'),
});
const messages = createRoute({
  getParentRoute: () => root,
  path: '/messages',
  validateSearch: readFilters,
  component: lazyRouteComponent(() => import('../messages/MessagesPage'), 'MessagesPage'),
});
const document = createRoute({
  getParentRoute: () => root,
  path: '/documents/$source/$',
  validateSearch: ({entity}: Record<string, unknown>): {entity?: string} =>
    typeof entity === 'string' ? {entity} : {},
  component: lazyRouteComponent(() => import('../document/DocumentPage'), 'DocumentPage'),
});
const problems = createRoute({
  getParentRoute: () => root,
  path: '/problems',
  component: lazyRouteComponent(() => import('../problems/ProblemsPage'), 'ProblemsPage'),
});
const problem = createRoute({
  getParentRoute: () => problems,
  path: '/$id',
  component: lazyRouteComponent(() => import('../problems/ProblemDetail'), 'ProblemDetail'),
});
const alerts = createRoute({
  getParentRoute: () => root,
  path: '/alerts',
  component: lazyRouteComponent(() => import('../alerts/AlertsPage'), 'AlertsPage'),
});
const connections = createRoute({
  getParentRoute: () => root,
  path: '/connections',
  validateSearch: ({flow}: Record<string, unknown>) => (typeof flow === 'string' ? {flow} : {}),
  component: lazyRouteComponent(() => import('../connections/ConnectionsPage'), 'ConnectionsPage'),
});
const connection = createRoute({
  getParentRoute: () => root,
  path: '/connections/$name',
  component: lazyRouteComponent(() => import('../connections/ConnectionPage'), 'ConnectionPage'),
});
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('../setup/SetUpPage'), 'SetUpPage'),
});
const connectionEditor = () => import('../setup/ConnectionEditor');
const newConnection = createRoute({
  getParentRoute: () => root,
  path: '/setup/connection',
  component: lazyRouteComponent(connectionEditor, 'ConnectionEditor'),
});
const changedConnection = createRoute({
  getParentRoute: () => root,
  path: '/setup/connection/$name',
  component: lazyRouteComponent(connectionEditor, 'ConnectionEditor'),
});
const masterData = createRoute({
  getParentRoute: () => root,
  path: '/master-data',
  validateSearch: ({number}: Record<string, unknown>) => (typeof number === 'string' ? {number} : {}),
  component: lazyRouteComponent(() => import('../masterdata/MasterDataPage'), 'MasterDataPage'),
});
const users = createRoute({
  getParentRoute: () => root,
  path: '/users',
  component: lazyRouteComponent(() => import('../access/UsersPage'), 'UsersPage'),
});
const tokens = createRoute({
  getParentRoute: () => root,
  path: '/tokens',
  component: lazyRouteComponent(() => import('../access/TokensPage'), 'TokensPage'),
});
const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  component: lazyRouteComponent(() => import('../access/AuditPage'), 'AuditPage'),
});

/** Addresses stand behind the hash, so that numbers and e-mails in them never reach a server's log. */
export const router = createRouter({
  routeTree: root.addChildren([
    overview,
    messages,
    document,
    problems.addChildren([problem]),
    alerts,
    connections,
    connection,
    setUp,
    newConnection,
    changedConnection,
    masterData,
    users,
    tokens,
    audit,
  ]),
  history: createHashHistory(),
  parseSearch: readSearch,
  stringifySearch: search => query(search as Params),
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
