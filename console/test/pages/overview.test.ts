import {expect, test} from 'vitest';
import {expectAccessible, pages} from './page';

const {openAs} = pages();

test('what needs a person stands first, each flow and connection below', async () => {
  const {page} = await openAs('m.brandt');
  const needs = page.getByRole('region', {name: 'Needs a person now'});
  await needs.getByText('18 messages are dead, from 4 causes').waitFor();
  await needs.getByText('prices is paused').waitFor();
  const orders = page.getByRole('table', {name: 'Flows'}).getByRole('row').filter({hasText: 'orders'});
  await orders.getByText('2 late').waitFor();
  await page.getByRole('table', {name: 'Connections'}).getByText('not reached').waitFor();
  await page.getByRole('img', {name: 'Messages done by flow in the last 24 hours'}).locator('canvas').waitFor();
  await expectAccessible(page);
});

test('the dark theme keeps its contrast too', async () => {
  const {page} = await openAs('m.brandt', '/', {colorScheme: 'dark'});
  await page.getByText('18 messages are dead').waitFor();
  await expectAccessible(page);
});

test('everything is stopped with a reason, and started again', async () => {
  const {page, hub} = await openAs('m.brandt');
  await page.getByRole('button', {name: 'Stop everything'}).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByRole('button', {name: 'Stop everything'}).isDisabled()).toBe(true);
  await dialog.getByLabel('Reason').fill('The ERP is being updated');
  await dialog.getByRole('button', {name: 'Stop everything'}).click();
  await page.getByText('Everything is stopped, by m.brandt').waitFor();
  expect(hub.world.stopped?.reason).toBe('The ERP is being updated');
  await page.getByRole('button', {name: 'Start again'}).click();
  await dialog.getByRole('button', {name: 'Start again'}).click();
  await page.getByText('Everything is stopped').waitFor({state: 'detached'});
});

test('who may not decide is not offered to', async () => {
  const {page} = await openAs('t.vogel');
  await page.getByText('18 messages are dead').waitFor();
  expect(await page.getByRole('button', {name: 'Stop everything'}).count()).toBe(0);
});
