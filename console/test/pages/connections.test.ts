import {expect, test} from 'vitest';
import {PASSWORD} from '../fake/world';
import {signIn} from './browsing';
import {expectAccessible, pages} from './page';

const {open, openAs} = pages();

test('the picture shows each flow with its counts', async () => {
  const {page} = await openAs('m.brandt', '/connections');
  const picture = page.getByRole('figure', {name: 'Connections and the flows between them'});
  await picture.getByText(/orders · 2\.4\/min · 1 waiting · 14 dead/).waitFor();
  await picture.getByText('prices · paused').waitFor();
  await expectAccessible(page);
});

test('what stands below the picture does not move away when it comes', async () => {
  const {page} = await open('/connections');
  let come = () => {};
  const coming = new Promise<void>(resolve => (come = resolve));
  await page.route('**/Picture-*.js', async route => {
    await coming;
    await route.continue();
  });
  await signIn(page, 'm.brandt', PASSWORD);
  const flows = page.getByRole('table', {name: 'Flows'});
  await flows.waitFor();
  const before = await flows.boundingBox();
  come();
  await page.getByRole('figure').getByText('prices · paused').waitFor();
  expect(await flows.boundingBox()).toEqual(before);
});

test('a flow is paused with a reason, resumed and polled', async () => {
  const {page, hub} = await openAs('m.brandt', '/connections');
  const stock = page
    .getByRole('table', {name: 'Flows'})
    .getByRole('row')
    .filter({has: page.getByText('stock', {exact: true})});
  await stock.getByRole('button', {name: 'Pause'}).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('Stocktaking');
  await dialog.getByRole('button', {name: 'Pause'}).click();
  await stock.getByText('Stocktaking').waitFor();
  expect(hub.world.pauses.at(-1)).toMatchObject({subject: 'flow:stock', by: 'm.brandt'});
  await stock.getByRole('button', {name: 'Resume'}).click();
  await dialog.getByRole('button', {name: 'Resume'}).click();
  await stock.getByText('running').waitFor();
  await stock.getByRole('button', {name: 'Poll now'}).click();
  await page.getByText('stock is polled at once.').waitFor();
  await stock.getByRole('button', {name: 'Compare now'}).click();
  await page.getByText('Both ends of stock are compared.').waitFor();
  expect(await page.getByRole('button', {name: 'Poll now'}).count()).toBe(7);
});

test('a connection shows its settings without secrets and is tested', async () => {
  const {page} = await openAs('j.keller', '/connections/erp');
  await page.getByText('(secret)').waitFor();
  await page.getByText('shippingLine.byRate.7').waitFor();
  await page.getByRole('button', {name: 'Test the connection'}).click();
  await page.getByText('everything can run', {exact: true}).waitFor();
  await page.getByText('company: Kontor Demo GmbH').waitFor();
  await expectAccessible(page);
});

test('values and links are corrected by who may configure, and only read by others', async () => {
  const {page, hub} = await openAs('j.keller', '/master-data?number=D-20418');
  await page.getByRole('button', {name: 'Correct'}).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Number').fill('D-20777');
  await dialog.getByLabel('Reason').fill('Was the old debtor');
  await dialog.getByRole('button', {name: 'Correct'}).click();
  await page.getByText('Nothing is linked under this number.').waitFor();
  expect(hub.world.links.find(l => l.number === 'D-20777')?.targetId).toBe('id of D-20777');
  const methods = page.getByRole('region', {name: 'shipmentMethods'}).getByRole('row').filter({hasText: 'spedition'});
  await methods.getByRole('button', {name: 'Change'}).click();
  await dialog.getByLabel('Value').fill('SPED2');
  await dialog.getByLabel('Reason').fill('New carrier');
  await dialog.getByRole('button', {name: 'Save'}).click();
  await methods.getByText('j.keller: New carrier').waitFor();
  await expectAccessible(page);

  const viewer = await openAs('t.vogel', '/master-data');
  await viewer.page.getByText('SPED2').waitFor();
  expect(await viewer.page.getByRole('button', {name: 'Change'}).count()).toBe(0);
});
