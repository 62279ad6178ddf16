import type {Page} from 'playwright-core';
import {expect, test} from 'vitest';
import {expectAccessible, PHONE} from '../pages/browsing';
import {hub, pagesOfHub, place, settled} from './hub';

const {openAs} = pagesOfHub();

/** Without its slow clocks a page shows something new only when the hub says that something changed. */
const withoutClocks = (page: Page) =>
  page.addInitScript(() => {
    const own = window.setInterval.bind(window);
    window.setInterval = ((work: () => void, millis: number) =>
      millis >= 5000 ? 0 : own(work, millis)) as typeof window.setInterval;
  });

test('the numbers change as orders come in', async () => {
  const page = await openAs('m.brandt', '/', {}, withoutClocks);
  await page.getByRole('status').getByText('live').waitFor();
  const flows = page.getByRole('table', {name: 'Flows'});
  const orders = flows.getByRole('row').filter({has: page.getByText('orders', {exact: true})});
  const lastSuccess = async () => (await orders.locator('time').getAttribute('datetime')) ?? '';
  await page.getByRole('img', {name: 'Messages done by flow in the last 24 hours'}).locator('canvas').waitFor();
  const before = await lastSuccess();
  await settled(await place('live@kunde.example'));
  await expect.poll(lastSuccess).not.toBe(before);
  await page.getByRole('table', {name: 'Connections'}).getByText('business-central').waitFor();
  await expectAccessible(page);
});

test('language and theme are switched and kept', async () => {
  const page = await openAs('t.vogel');
  await page.getByRole('button', {name: 'Tom Vogel'}).click();
  await page.getByRole('menuitem', {name: 'Deutsch'}).click();
  await page.getByRole('heading', {name: 'Übersicht'}).waitFor();
  await page.getByRole('button', {name: 'Tom Vogel'}).click();
  await page.getByRole('menuitem', {name: 'Farben: wie das System'}).click();
  await page.getByRole('menuitem', {name: 'Farben: hell'}).click();
  await page.getByRole('menuitem', {name: 'Farben: dunkel'}).waitFor();
  await page.keyboard.press('Escape');
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await background();
  await page.reload();
  await page.getByRole('heading', {name: 'Übersicht'}).waitFor();
  expect(await background()).toBe(dark);
  expect(await page.evaluate(() => document.documentElement.dataset.mantineColorScheme)).toBe('dark');
  await expectAccessible(page);
});

test('it is used by keyboard alone', async () => {
  const page = await openAs('m.brandt');
  await page.getByRole('heading', {name: 'Overview'}).waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('go to Messages').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({state: 'detached'});
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await page.getByRole('table', {name: 'Messages'}).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('region', {name: 'What happened'}).waitFor();
});

test('on a phone it fits', async () => {
  const page = await openAs('m.brandt', '/', {viewport: PHONE, hasTouch: true});
  await page.getByRole('table', {name: 'Flows'}).getByText('stock').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  expect(page.url()).toContain(hub.url);
});
