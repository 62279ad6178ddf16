import {test} from 'vitest';
import {expectAccessible} from '../pages/browsing';
import {pagesOfHub, place, settled} from './hub';

const {openAs} = pagesOfHub();

test('values are put over the configuration, and links found by any number', async () => {
  const order = await place('verknuepft@kunde.example');
  await settled(order);
  const page = await openAs('j.keller', `/master-data?number=${order.orderNumber}`);
  await page.getByRole('table', {name: 'Links between systems'}).getByText(order.id).first().waitFor();
  const table = page.getByRole('region', {name: 'shipment'});
  const row = table.getByRole('row').filter({hasText: 'shipping_standard'});
  await row.getByRole('button', {name: 'Change'}).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Value').fill('PARCEL');
  await dialog.getByLabel('Reason').fill('New name');
  await dialog.getByRole('button', {name: 'Save'}).click();
  await row.getByText('j.keller: New name').waitFor();
  await row.getByRole('button', {name: 'As configured'}).click();
  await dialog.getByLabel('Reason').fill('The old name holds');
  await dialog.getByRole('button', {name: 'As configured'}).click();
  await row.getByText('STANDARD', {exact: true}).waitFor();
  await expectAccessible(page);
});
