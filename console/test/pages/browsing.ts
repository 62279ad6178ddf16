import axe from 'axe-core';
import {chromium, type Browser, type BrowserContextOptions, type Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, expect, inject} from 'vitest';

export const WIDE = {width: 1280, height: 900};
export const PHONE = {width: 390, height: 844};

export interface Expected {
  /** The hub takes on new settings meanwhile, and answers 503. */
  changing?: boolean;
}

/**
 * Gives each test of a file pages of its own. Fails on any error in a page's console, on what the content security
 * policy refuses, on a request to anywhere else, and where the hub fails.
 */
export function browsing(url: () => string, {changing = false}: Expected = {}) {
  let browser: Browser;
  const troubles: string[] = [];
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map(c => c.close()));
    expect(troubles.splice(0).join('\n'), 'errors in the page').toBe('');
  });
  afterAll(() => browser.close());

  /** A new browser's page at an address of the console; `before` sees it before anything is loaded. */
  return async (path = '/', options: BrowserContextOptions = {}, before?: (page: Page) => Promise<unknown>) => {
    const context = await browser.newContext({
      viewport: WIDE,
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    watch(page, url(), troubles, changing);
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', e => {
        throw new Error(`the policy refuses ${e.violatedDirective} ${e.blockedURI}`);
      });
    });
    await before?.(page);
    await page.goto(path.startsWith('http') ? path : `${url()}/#${path}`);
    return page;
  };
}

function watch(page: Page, url: string, troubles: string[], changing: boolean) {
  page.on('pageerror', e => troubles.push(e.message));
  page.on('console', m => {
    if (m.type() === 'error' && !m.text().includes('Failed to load resource')) troubles.push(m.text());
  });
  page.on('request', r => {
    if (!r.url().startsWith(`${url}/`) && !r.url().startsWith('data:')) troubles.push(`request to ${r.url()}`);
  });
  page.on('response', r => {
    if (r.status() >= 500 && !(changing && r.status() === 503))
      troubles.push(`${r.status()} of ${r.request().method()} ${r.url()}`);
  });
}

export async function signIn(page: Page, user: string, password: string) {
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
  expect(found.join('\n')).toBe('');
}
