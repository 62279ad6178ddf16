import type {Right} from '../api/types';
import type {Texts} from '../texts/en';

/** A page of the navigation, the right that it needs, and the key that follows g. */
export interface Page {
  path: '/' | '/messages';
  name: keyof Texts['nav'];
  right: Right;
  key: string;
}

export const PAGES: Page[] = [
  {path: '/', name: 'overview', right: 'read', key: 'o'},
  {path: '/messages', name: 'messages', right: 'read', key: 'm'},
];

/** The pages that somebody with these rights is offered. */
export const offered = (rights: readonly Right[]) => PAGES.filter(p => rights.includes(p.right));
