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
  component: lazyRouteComponent(() => import('../document/DocumentPage'), 'DocumentPage'),
});

/** Addresses stand behind the hash, so that numbers and e-mails in them never reach a server's log. */
export const router = createRouter({
  routeTree: root.addChildren([overview, messages, document]),
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
