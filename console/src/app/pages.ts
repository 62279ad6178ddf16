import type {Right} from '../api/types';
import type {Texts} from '../texts/en';

/** A page of the navigation, the right that it needs, and the key that follows g. */
export interface Page {
  path:
    | '/'
    | '/messages'
    | '/problems'
    | '/alerts'
    | '/connections'
    | '/setup'
    | '/master-data'
    | '/users'
    | '/tokens'
    | '/audit';
  name: keyof Texts['nav'];
  right: Right;
  key: string;
}

export const PAGES: Page[] = [
  {path: '/', name: 'overview', right: 'read', key: 'o'},
  {path: '/messages', name: 'messages', right: 'read', key: 'm'},
  {path: '/problems', name: 'problems', right: 'read', key: 'e'},
  {path: '/alerts', name: 'alerts', right: 'read', key: 'l'},
  {path: '/connections', name: 'connections', right: 'read', key: 'c'},
  {path: '/master-data', name: 'masterData', right: 'read', key: 'v'},
  {path: '/setup', name: 'setup', right: 'configure', key: 's'},
  {path: '/users', name: 'users', right: 'users', key: 'u'},
  {path: '/tokens', name: 'tokens', right: 'users', key: 't'},
  {path: '/audit', name: 'audit', right: 'audit', key: 'a'},
];

/** The pages that somebody with these rights is offered. */
export const offered = (rights: readonly Right[]) => PAGES.filter(p => rights.includes(p.right));

/** The right that an address needs; null where the page itself says what may not be seen. */
export const rightOf = (path: string): Right | null =>
  PAGES.find(p => p.path !== '/' && path.startsWith(p.path))?.right ?? null;
