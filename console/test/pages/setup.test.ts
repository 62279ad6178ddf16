import type {Page} from 'playwright-core';
import {expect, test} from 'vitest';
import {expectAccessible, pages} from './page';

const {openAs} = pages();

const field = (page: Page, path: string) => page.locator(`[id="setting-${path}"]`);

test('a pack is put to use, its flow switched and set, a change taken back; used connections stay', async () => {
  const {page, hub} = await openAs('j.keller', '/setup');
  await page.getByRole('button', {name: 'Put a pack to use'}).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Prefix').fill('ch-');
  await dialog.getByLabel('Reason').fill('Switzerland begins');
  await expectAccessible(page);
  await dialog.getByRole('button', {name: 'Put a pack to use'}).click();
  await page.getByText('The new settings hold.').waitFor();
  const row = (name: string) =>
    page
      .getByRole('table', {name: 'Flows'})
      .getByRole('row')
      .filter({has: page.getByText(name, {exact: true})});
  await row('ch-payments').getByRole('button', {name: 'Switch on'}).click();
  await dialog.getByLabel('Reason').fill('Agreed');
  await dialog.getByRole('button', {name: 'Switch on'}).click();
  await row('ch-payments').getByRole('button', {name: 'Switch off'}).waitFor();

  await row('ch-orders').getByRole('button', {name: 'Settings'}).click();
  await dialog.getByLabel('Poll every').fill('PT5S');
  await dialog.getByRole('button', {name: 'Add: part of the day'}).click();
  await dialog.getByLabel('from 1').fill('22:00');
  await dialog.getByLabel('to 1').fill('06:00');
  await dialog.getByLabel('Reason').fill('Nights are quiet');
  await expectAccessible(page);
  await dialog.getByRole('button', {name: 'Save'}).click();
  await row('ch-orders').getByText('22:00–06:00').waitFor();
  expect(hub.world.setUp.flows.at(-2)?.changed).toEqual(['poll', 'quiet']);
  await row('ch-orders').getByRole('button', {name: 'Settings'}).click();
  await dialog.getByRole('button', {name: 'Take back: Poll every'}).click();
  await dialog.getByText('Taken back; 1 min holds again.').waitFor();
  await dialog.getByLabel('Reason').fill('As before');
  await dialog.getByRole('button', {name: 'Save'}).click();
  await row('ch-orders').getByText('1 min').waitFor();
  expect(hub.world.setUp.flows.at(-2)?.changed).toEqual(['quiet']);

  await page.getByRole('table', {name: 'Packs in use'}).getByRole('button', {name: 'Remove'}).click();
  await dialog.getByText('2 flows end.').waitFor();
  await dialog.getByLabel('Reason').fill('Not yet');
  await dialog.getByRole('button', {name: 'Remove the pack'}).click();
  await row('ch-orders').waitFor({state: 'detached'});
});

test('a connection is made: what is wrong stands at its field, a wrong secret is told, then it holds', async () => {
  const {page, hub} = await openAs('j.keller', '/connections');
  const {version} = hub.world.setUp;
  await page.getByRole('link', {name: 'New connection'}).click();
  await page.getByRole('button', {name: 'Shopware 6'}).click();
  await field(page, 'name').fill('shop');
  await page.getByText('Another connection has this name').waitFor();
  await field(page, 'name').fill('shop-ch');
  await page.getByText(/^More settings/).click();
  await field(page, 'settings.overlap').fill('soon');
  await page.getByText('This is no length of time').waitFor();
  await page.getByRole('button', {name: 'Test the connection'}).click();
  await page.getByText('settings are not right yet').waitFor();
  await page.getByRole('button', {name: 'settings.clientSecret'}).click();
  await page.keyboard.type('wrong');
  await field(page, 'settings.url').fill('https://shop.example.ch');
  await field(page, 'settings.clientId').fill('SWIA');
  await field(page, 'settings.overlap').fill('PT2M');
  await page.getByText('= 2 min').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', {name: 'Test the connection'}).click();
  await page.getByText('the secret is refused; copy it anew').waitFor();
  expect(hub.world.setUp.version).toBe(version);

  await field(page, 'settings.clientSecret').fill('right');
  await page.getByRole('button', {name: 'Test the connection'}).click();
  await page.getByText('Everything can run.').waitFor();
  await page.getByLabel('Reason').fill('Switzerland begins');
  await page.getByRole('button', {name: 'Save'}).click();
  await page.getByText('The hub takes the new settings on.').waitFor();
  await page.getByText('The new settings hold.').waitFor();
  await page.getByRole('table', {name: 'Connections'}).getByText('shop-ch').waitFor();
  expect(hub.world.secrets.get('shop-ch')).toBe('right');

  await page.getByRole('link', {name: 'Change'}).click();
  await page.getByPlaceholder('kept; leave empty to keep it').waitFor();
  await field(page, 'settings.url').fill('https://shop.example.li');
  await page.getByLabel('Reason').fill('Moved');
  await page.getByRole('button', {name: 'Save'}).click();
  await page.getByText('The new settings hold.').waitFor();
  expect(hub.world.secrets.get('shop-ch')).toBe('right');
  await expectAccessible(page);
});

test('what the hub could not take on is told; who may not configure sees no entry', async () => {
  const {page, hub} = await openAs('j.keller', '/setup');
  hub.world.setUp.refused = 'connections.shop.settings.url: is missing; add it';
  await page.reload();
  await page.getByRole('alert').getByText('connections.shop.settings.url: is missing').waitFor();
  expect(await page.getByText('change it in kontor.yaml').count()).toBeGreaterThan(1);

  const operator = await openAs('m.brandt', '/setup');
  await operator.page.getByText('Your role does not include this page.').waitFor();
  expect(await operator.page.getByRole('link', {name: 'Set up'}).count()).toBe(0);
});
