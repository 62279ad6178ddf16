import {expect, test} from 'vitest';
import {expectAccessible} from '../pages/browsing';
import {pagesOfHub, place, settled} from './hub';

const {openAs} = pagesOfHub();
const EMAIL = 'einkauf@berghuette.example';

test('one page tells an order’s way; who may not see persons sees none', async () => {
  const order = await place(EMAIL);
  await settled(order);
  const address = `/documents/shop/${order.id}`;
  const page = await openAs('m.brandt', address);
  await page.getByRole('heading', {name: `${order.orderNumber} done`}).waitFor();
  const told = page.getByRole('region', {name: 'What happened'});
  await told.getByText(/Placed in shop/i).waitFor();
  await told.getByText(/Entered in erp as/i).waitFor();
  await page.getByRole('table', {name: 'Calls'}).getByText('create', {exact: true}).first().waitFor();
  await page.getByText('Copy the sentence').waitFor();
  const payloads = page.getByRole('region', {name: 'Before and after the mapping'});
  await payloads.getByText(EMAIL).first().waitFor();
  await payloads.locator('.cm-changedText').first().waitFor();
  await expectAccessible(page);

  const viewer = await openAs('t.vogel', address);
  await viewer.getByText('Personal data is masked').waitFor();
  await viewer
    .getByRole('region', {name: 'What happened'})
    .getByText(/Entered in erp as/i)
    .waitFor();
  const seen = viewer.getByRole('region', {name: 'Before and after the mapping'});
  await seen.locator('.cm-line').nth(3).waitFor();
  expect(await seen.getByText(EMAIL).count()).toBe(0);
  expect(await viewer.getByText('Großkopf').count()).toBe(0);
  expect(await viewer.getByRole('heading', {name: 'What you can do'}).count()).toBe(0);
});
