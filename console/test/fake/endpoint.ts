import type {Right, Session} from '../../src/api/types';
import type {World} from './world';

export interface Asked {
  world: World;
  session: Session;
  path: Record<string, string>;
  query: URLSearchParams;
  body: Record<string, unknown>;
}

/** One address of the hub: who may ask, what may be asked, and the answer. */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  /** The right that it needs; null: any session. */
  right: Right | null;
  query?: readonly string[];
  /** The fields of the body; a name that ends with ? may be left out. */
  body?: readonly string[];
  answer: (asked: Asked) => unknown;
}

/** An answer that is not 200. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly field?: string,
  ) {
    super(message);
  }
}

/** An answer with another status than 200. */
export class Answer {
  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly type = 'application/json',
  ) {}
}

/** The text in a field that must have one. */
export function text(body: Record<string, unknown>, field: string): string {
  const value = body[field];
  if (typeof value !== 'string' || value.trim() === '') {
    throw new Refusal(400, `${field} is missing; it must have a value`, field);
  }
  return value;
}

export function ids(body: Record<string, unknown>, most = Infinity): number[] {
  const value = body.ids;
  if (!Array.isArray(value) || value.length === 0 || !value.every(Number.isInteger)) {
    throw new Refusal(400, 'ids is missing; it must be a list of message ids', 'ids');
  }
  if (value.length > most) throw new Refusal(400, `ids must be ${most} at most`, 'ids');
  return value as number[];
}
