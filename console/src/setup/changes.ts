import type {QueryClient} from '@tanstack/react-query';
import {call} from '../api/call';
import {noteVersion} from '../api/setup';

const changed = async (client: QueryClient, method: 'PUT' | 'DELETE', path: string, body: object) => {
  const {version} = await call<{version: number}>(method, path, body);
  noteVersion(client, version);
};

/** Stores a change of what is set up; from then on everybody waits until it holds. */
export const stored = (client: QueryClient, path: string, body: object) => changed(client, 'PUT', path, body);

/** Takes away what was set up here. */
export const removed = (client: QueryClient, path: string, body: object) => changed(client, 'DELETE', path, body);
