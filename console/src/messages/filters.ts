import {STATES, type State} from '../api/types';

/** What the list of messages is narrowed to, as it stands in the address. */
export interface Filters {
  number?: string;
  state?: State[];
  flow?: string;
  from?: string;
  to?: string;
  fault?: string;
  text?: string;
  email?: string;
}

const WORDS = ['number', 'flow', 'fault', 'text', 'email'] as const;
const MOMENTS = ['from', 'to'] as const;

/** Filters from an address; what is unknown or makes no sense is left out. */
export function readFilters(search: Record<string, unknown>): Filters {
  const filters: Filters = {};
  for (const name of WORDS) {
    const value = search[name];
    if (typeof value === 'string' && value.trim() !== '') filters[name] = value.trim();
  }
  for (const name of MOMENTS) {
    const value = search[name];
    if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) filters[name] = new Date(value).toISOString();
  }
  const states = STATES.filter(s => [search.state].flat().includes(s));
  if (states.length > 0) filters.state = states;
  return filters;
}

/** The filters with one changed; an empty value takes it away. */
export function withFilter(filters: Filters, name: keyof Filters, value: string | string[] | null): Filters {
  return readFilters({...filters, [name]: value});
}

export const isEmpty = (filters: Filters) => Object.keys(filters).length === 0;

/** The value of a date-and-time field, in the reader's zone, for an instant. */
export function localMoment(instant: string | undefined): string {
  if (instant === undefined) return '';
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
