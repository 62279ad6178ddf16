import {expect, test} from 'vitest';
import {expectAccessible} from '../pages/browsing';
import {pagesOfHub} from './hub';

const {openAs} = pagesOfHub();

test('a flow is paused, resumed and polled; others see why it rests', async () => {
  const page = await openAs('m.brandt', '/connections');
  const figure = page.getByRole('figure', {name: 'Connections and the flows between them'});
  await figure.getByText(/^orders · /).waitFor();
  const [around, label] = [await figure.boundingBox(), await figure.getByText(/^orders · /).boundingBox()];
  expect(label?.y).toBeLessThan((around?.y ?? 0) + (around?.height ?? 0));
  const stock = page
    .getByRole('table', {name: 'Flows'})
    .getByRole('row')
    .filter({has: page.getByText('stock', {exact: true})});
  await stock.getByRole('button', {name: 'Pause'}).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('Stocktaking');
  await dialog.getByRole('button', {name: 'Pause'}).click();
  await stock.getByText('Stocktaking').waitFor();

  const other = await openAs('t.vogel');
  await other.getByRole('region', {name: 'Needs a person now'}).getByText('stock is paused').waitFor();
  await other.getByText('Stocktaking · by m.brandt').waitFor();

  await stock.getByRole('button', {name: 'Resume'}).click();
  await dialog.getByRole('button', {name: 'Resume'}).click();
  await stock.getByText('running').waitFor();
  await other.getByText('stock is paused').waitFor({state: 'detached'});
  await stock.getByRole('button', {name: 'Poll now'}).click();
  await page.getByText('stock is polled at once.').waitFor();
  await stock.getByRole('button', {name: 'Compare now'}).click();
  await page.getByText('Both ends of stock are compared.').waitFor();
  await expectAccessible(page);
});

test('a connection shows its settings without secrets and is tested', async () => {
  const page = await openAs('j.keller', '/connections');
  await page.getByRole('table', {name: 'Connections'}).getByText('erp').click();
  await page.getByText('(secret)').first().waitFor();
  await page.getByText('Kontor Demo GmbH').first().waitFor();
  await page.getByRole('button', {name: 'Test the connection'}).click();
  await page.getByRole('status').getByText('everything can run', {exact: true}).waitFor();
  expect(await page.locator('.check-lines li').count()).toBeGreaterThan(1);
  await expectAccessible(page);
});
