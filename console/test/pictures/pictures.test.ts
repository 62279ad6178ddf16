import {join} from 'node:path';
import type {Page} from 'playwright-core';
import {describe, test} from 'vitest';
import {ask, pagesOfHub} from '../hub/hub';
import {PHONE, WIDE} from '../pages/browsing';

const PLACE = process.env.KONTOR_PICTURES ?? 'target/pictures';

/** Name of the picture, who looks, the page, and what is done before. */
const PICTURES: [string, string, string, ((page: Page) => Promise<unknown>)?][] = [
  ['overview', 'm.brandt', '/'],
  ['messages', 'm.brandt', '/messages'],
  [
    'connections',
    'm.brandt',
    '/connections',
    page =>
      page
        .getByRole('figure')
        .getByText(/^orders · /)
        .waitFor(),
  ],
  [
    'problems',
    'j.keller',
    '/problems',
    async page => {
      await page.getByRole('link').filter({hasText: 'shipping_express'}).click();
      await page.getByRole('button', {name: 'Preview'}).click();
      await page.getByText(/would fail again/).waitFor();
    },
  ],
  ['alerts', 'm.brandt', '/alerts', page => page.getByText('Not transferred').first().waitFor()],
  ['master-data', 'j.keller', '/master-data?number=10001', page => page.getByText('shipping_standard').waitFor()],
  [
    'connection',
    'j.keller',
    '/connections/erp',
    async page => {
      await page.getByRole('button', {name: 'Test the connection'}).click();
      await page.getByText('everything can run').waitFor();
      await page.locator('[data-loading]').waitFor({state: 'detached'});
    },
  ],
  ['users', 'a.weiss', '/users'],
  ['tokens', 'a.weiss', '/tokens'],
  ['audit', 'l.ott', '/audit'],
];

/** An order that went all the way, for its page and the search. */
async function invoiced() {
  const {messages} = await ask<{messages: {number: string; event: string; source: string}[]}>(
    '/messages/search?flow=progress&state=done&limit=100',
  );
  const number = messages.find(m => m.event.startsWith('invoiced'))?.number ?? '10000';
  const {documents} = await ask<{documents: {source: string; sourceId: string; number: string}[]}>(
    `/documents?number=${number}`,
  );
  const order = documents.find(d => d.source === 'shop') ?? documents[0];
  return {number: order?.number ?? number, path: `/documents/${order?.source ?? ''}/${order?.sourceId ?? ''}`};
}

describe.each(['light', 'dark'] as const)('%s', colorScheme => {
  const {open, openAs} = pagesOfHub();
  const shoot = async (page: Page, name: string) => {
    await page.getByText('Loading').waitFor({state: 'detached'});
    await page.mouse.move(640, 1);
    await page.waitForTimeout(500);
    await page.screenshot({path: join(PLACE, `${name}-${colorScheme}.png`)});
  };

  test('sign-in', async () => {
    const page = await open('/', {colorScheme});
    await page.getByRole('button', {name: 'Sign in'}).waitFor();
    await shoot(page, 'sign-in');
  });
  test.each(PICTURES)('%s', async (name, user, path, act) => {
    const page = await openAs(user, path, {colorScheme});
    await page.getByRole('heading').first().waitFor();
    await page.getByRole('main').waitFor();
    await act?.(page);
    await shoot(page, name);
  });
  test('one document, and finding it', async () => {
    const {number, path} = await invoiced();
    const page = await openAs('m.brandt', path, {colorScheme, viewport: {...WIDE, height: 1100}});
    await page.getByRole('region', {name: 'What happened'}).waitFor();
    await shoot(page, 'document');
    await page.keyboard.press('/');
    await page.getByPlaceholder('Order, invoice').fill(number);
    await page.getByRole('dialog').getByText('order · shop').waitFor();
    await page.setViewportSize(WIDE);
    await shoot(page, 'search');
  });
  test('overview on a phone', async () => {
    const page = await openAs('m.brandt', '/', {colorScheme, viewport: PHONE});
    await page.getByRole('table').first().waitFor();
    await shoot(page, 'overview-phone');
  });
});
