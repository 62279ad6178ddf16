import type {BrowserContextOptions, Page} from 'playwright-core';
import {afterAll, beforeAll} from 'vitest';
import {startFake, type FakeHub} from '../fake/server';
import {PASSWORD} from '../fake/world';
import {browsing, signIn} from './browsing';

export {expectAccessible} from './browsing';

export interface Opened {
  page: Page;
  hub: FakeHub;
}

/** Pages on a hub that is made for the tests of one file. */
export function pages() {
  let hub: FakeHub;
  beforeAll(async () => {
    hub = await startFake();
  });
  afterAll(() => hub.close());
  const browse = browsing(() => hub.url);

  const open = async (path = '/', options: BrowserContextOptions = {}): Promise<Opened> => ({
    page: await browse(path, options),
    hub,
  });
  const openAs = async (user: string, path = '/', options: BrowserContextOptions = {}): Promise<Opened> => {
    const opened = await open(path, options);
    await signIn(opened.page, user, PASSWORD);
    return opened;
  };
  return {open, openAs};
}
