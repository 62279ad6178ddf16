import {queryOptions, useQuery} from '@tanstack/react-query';
import {ApiError, get, setCsrf} from './call';
import type * as t from './types';

/** The signed-in person's session, or null. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<t.Session | null> => {
    try {
      const session = await get<t.Session>('/session');
      setCsrf(session.csrf);
      return session;
    } catch (e) {
      if (e instanceof ApiError && e.status === 401) return null;
      throw e;
    }
  },
  staleTime: Infinity,
});

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: () => get<t.Overview>('/overview'),
});

export const seriesQuery = (hours: number) =>
  queryOptions({
    queryKey: ['series', hours],
    queryFn: () => get<t.Series>('/overview/series', {hours}),
  });

export const findQuery = (number: string) =>
  queryOptions({
    queryKey: ['find', number],
    queryFn: () => get<{documents: t.FoundDocument[]}>('/documents', {number}).then(a => a.documents),
    enabled: number !== '',
  });

export const documentQuery = (source: string, sourceId: string, entity: string | undefined) =>
  queryOptions({
    queryKey: ['document', source, sourceId, entity],
    queryFn: () => get<t.BusinessDocument>(`/documents/${encodeURIComponent(source)}/${segments(sourceId)}`, {entity}),
  });

export const payloadsQuery = (message: number) =>
  queryOptions({
    queryKey: ['payloads', message],
    queryFn: () => get<t.Payloads>(`/messages/${message}/payloads`),
  });

export const problemsQuery = queryOptions({
  queryKey: ['problems'],
  queryFn: () => get<{problems: t.Problem[]; total: number}>('/problems').then(a => a.problems),
});

export const commentsQuery = (problem: string) =>
  queryOptions({
    queryKey: ['comments', problem],
    queryFn: () => get<{comments: t.Comment[]}>(`/problems/${problem}/comments`).then(a => a.comments),
  });

/** Decisions that wait for a second person. */
export const approvalsQuery = queryOptions({
  queryKey: ['approvals'],
  queryFn: () =>
    get<{approvals: t.Approval[]}>('/approvals').then(a => a.approvals.filter(one => one.settled === null)),
});

export const tablesQuery = queryOptions({
  queryKey: ['tables'],
  queryFn: () => get<{tables: t.ValueTable[]}>('/tables').then(a => a.tables),
});

export const crossrefsQuery = (number: string) =>
  queryOptions({
    queryKey: ['crossrefs', number],
    queryFn: () => get<{crossrefs: t.Crossref[]}>('/crossrefs', {number}).then(a => a.crossrefs),
    enabled: number !== '',
  });

export const connectionsQuery = queryOptions({
  queryKey: ['connections'],
  queryFn: () => get<t.Connection[]>('/connections'),
});

export const alertsQuery = queryOptions({
  queryKey: ['alerts'],
  queryFn: () => get<t.AlertPage>('/alerts'),
  // The hub looks every few seconds and says nothing of it.
  refetchInterval: 15_000,
});

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: () => get<{users: t.User[]}>('/users').then(a => a.users),
});

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: () => get<{tokens: t.Token[]}>('/tokens').then(a => a.tokens),
});

/** How one can sign in; a password alone where the hub does not say. */
export const signInQuery = queryOptions({
  queryKey: ['sign-in'],
  queryFn: () => get<t.SignInWays>('/sign-in').catch((): t.SignInWays => ({password: true, oidc: null})),
});

/** Whether the signed-in person has a right. */
export function useCan(): (right: t.Right) => boolean {
  const session = useQuery(sessionQuery).data;
  return right => session?.rights.includes(right) ?? false;
}

/** An id as part of an address; an article's number may have slashes in it. */
const segments = (id: string) => id.split('/').map(encodeURIComponent).join('/');
