import axe from 'axe-core';
import {chromium, type Browser, type BrowserContextOptions, type Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, expect, inject} from 'vitest';
import {startFake, type FakeHub} from '../fake/server';
import {PASSWORD} from '../fake/world';

/** A real hub to test against instead of the fake one. */
const OUTSIDE = process.env.KONTOR_CONSOLE_URL;

export interface Opened {
  page: Page;
  hub: FakeHub;
}

/** Gives each test of a file pages of its own, on one hub; fails on any error in a page's console. */
export function pages() {
  let browser: Browser;
  let hub: FakeHub;
  const troubles: string[] = [];
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
    hub = await startFake();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map(c => c.close()));
    expect(troubles.splice(0), 'errors in the page').toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await hub.close();
  });

  const open = async (path = '/', options: BrowserContextOptions = {}): Promise<Opened> => {
    const context = await browser.newContext({
      viewport: {width: 1280, height: 900},
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', e => troubles.push(e.message));
    page.on('console', m => {
      if (m.type() === 'error' && !m.text().includes('Failed to load resource')) troubles.push(m.text());
    });
    page.on('request', r => {
      if (!r.url().startsWith(OUTSIDE ?? hub.url) && !r.url().startsWith('data:'))
        troubles.push(`request to ${r.url()}`);
    });
    await page.goto(`${OUTSIDE ?? hub.url}/#${path}`);
    return {page, hub};
  };

  const openAs = async (user: string, path = '/', options: BrowserContextOptions = {}): Promise<Opened> => {
    const opened = await open(path, options);
    await signIn(opened.page, user);
    return opened;
  };
  return {open, openAs};
}

export async function signIn(page: Page, user: string, password = PASSWORD) {
  await page.getByLabel('User', {exact: true}).fill(user);
  await page.getByLabel('Password', {exact: true}).fill(password);
  await page.getByRole('button', {name: 'Sign in'}).click();
}

/** Fails where the page breaks a rule of WCAG 2.2 AA that a machine can see. */
export async function expectAccessible(page: Page) {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const run = (window as unknown as {axe: typeof axe}).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
    });
    return (await run).violations.map(
      v => `${v.id}: ${v.nodes.map(n => n.target.join(' ') + ' ' + (n.failureSummary ?? '')).join(' | ')}`,
    );
  });
  expect(found).toEqual([]);
}
