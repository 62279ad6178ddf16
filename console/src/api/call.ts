import {isAttended} from './attended';

/** An answer of the hub that is not the wished one, in its own words. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly field?: string,
    /** All that the hub said. */
    readonly told: unknown = null,
  ) {
    super(message);
  }
}

let csrf = '';

/** The session's proof that a call comes from this page; every call that changes something carries it. */
export function setCsrf(value: string): void {
  csrf = value;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Params = Record<string, string | number | readonly string[] | null | undefined>;

/** The query part of an address, without what is empty; a list is repeated. */
export function query(params: Params): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of [value].flat()) {
      if (one !== null && one !== undefined && one !== '') parts.append(name, String(one));
    }
  }
  const text = parts.toString();
  return text === '' ? '' : `?${text}`;
}

/** Calls the hub below the page's own address. Throws ApiError for everything but success. */
export async function call<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = {Accept: 'application/json'};
  if (!isAttended()) headers['X-Kontor-Unattended'] = 'true';
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (method !== 'GET' && csrf !== '') headers['X-Kontor-Csrf'] = csrf;
  const answer = await fetch(`api${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : {body: JSON.stringify(body)}),
  }).catch((e: unknown) => {
    throw new ApiError(0, e instanceof Error ? e.message : String(e));
  });
  const text = await answer.text();
  if (!answer.ok) throw failure(answer.status, text);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

export const get = <T>(path: string, params: Params = {}) => call<T>('GET', path + query(params));

function failure(status: number, text: string): ApiError {
  try {
    const told = JSON.parse(text) as {error?: string; field?: string};
    return new ApiError(status, told.error ?? `HTTP ${status}`, told.field, told);
  } catch {
    return new ApiError(status, `HTTP ${status}`);
  }
}
