import {expect, test} from 'vitest';
import {expectAccessible} from '../pages/browsing';
import {pagesOfHub, place, settled} from './hub';

const {openAs} = pagesOfHub();

test('an order is found by its number and by its buyer', async () => {
  const order = await place('gesucht@kunde.example');
  await settled(order);
  const page = await openAs('m.brandt', '/messages');
  const list = page.getByRole('table', {name: 'Messages'});
  await list.getByRole('row').nth(3).waitFor();
  await page.getByLabel('Buyer’s e-mail').fill('gesucht@kunde.example');
  await list.getByRole('row').filter({hasText: order.orderNumber}).first().waitFor();
  await page.getByRole('button', {name: 'Clear'}).click();
  await page.getByRole('textbox', {name: 'Number'}).fill(order.orderNumber);
  await page.getByRole('button', {name: 'done', exact: true}).click();
  await list.getByRole('row').filter({hasText: order.orderNumber}).filter({hasText: 'orders'}).first().waitFor();
  await expect.poll(() => list.getByRole('row').count()).toBeLessThan(8);
  await expectAccessible(page);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', {name: 'Export CSV'}).click(),
  ]);
  expect(download.suggestedFilename()).toBe('messages.csv');

  await page.keyboard.press('Escape');
  await page.getByRole('heading', {name: 'Messages'}).click();
  await page.keyboard.press('/');
  await page.keyboard.type(order.orderNumber);
  await page.getByRole('dialog').getByText('order · shop').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', {name: `${order.orderNumber} done`}).waitFor();
});

test('without the right to personal data nobody is found by e-mail', async () => {
  const page = await openAs('t.vogel', '/messages');
  await page.getByRole('table', {name: 'Messages'}).waitFor();
  expect(await page.getByLabel('Buyer’s e-mail').count()).toBe(0);
});
