import {expect, test} from 'vitest';
import {expectAccessible, pages} from './page';

const {openAs} = pages();

test('the list is narrowed by state and words, and the address keeps it', async () => {
  const {page} = await openAs('m.brandt', '/messages');
  const list = page.getByRole('table', {name: 'Messages'});
  await page.getByText('newest 100').waitFor();
  await page.getByRole('button', {name: 'dead', exact: true}).click();
  await page.getByText('18 messages', {exact: true}).waitFor();
  await page.getByLabel('Words in the error').fill('VAT posting setup');
  await page.getByText('10 messages', {exact: true}).waitFor();
  expect(page.url()).toContain('state=dead');
  await page.reload();
  await page.getByText('10 messages', {exact: true}).waitFor();
  expect(await list.getByText('dead').count()).toBe(10);
  await expectAccessible(page);
});

test('what stands far back is found by going on', async () => {
  const {page, hub} = await openAs('m.brandt', '/messages');
  const last = hub.world.messages.at(-1);
  if (last) last.fault = 'Conflict';
  await page.getByRole('combobox', {name: 'Error kind'}).click();
  await page.getByRole('option', {name: 'changed meanwhile'}).click();
  await page.getByText('None of the newest fits').waitFor();
  await page.getByRole('button', {name: 'Show more'}).click();
  await page.getByText('1 message', {exact: true}).waitFor();
});

test('more are shown on demand', async () => {
  const {page} = await openAs('m.brandt', '/messages');
  await page.getByRole('button', {name: 'Show more'}).click();
  await page.getByText('newest 200').waitFor();
});

test('a view is saved, chosen and removed', async () => {
  const {page} = await openAs('m.brandt', '/messages?state=dead&flow=customers');
  const views = page.getByRole('button', {name: 'Saved views'});
  await views.click();
  await page.getByRole('menuitem', {name: 'Save this view'}).click();
  await page.getByLabel('Name of the view').fill('Debtors to mend');
  await page.getByRole('button', {name: 'Save', exact: true}).click();
  await page.getByRole('button', {name: 'Clear'}).click();
  await page.getByText('newest 100').waitFor();
  await page.reload();
  await views.click();
  await page.getByRole('menuitem', {name: 'Debtors to mend', exact: true}).click();
  await page.getByText('3 messages', {exact: true}).waitFor();
  await views.click();
  await page.getByRole('menuitem', {name: 'Remove Debtors to mend'}).click();
  await views.click();
  await page.getByText('No saved views yet').waitFor();
});

test('the export has the same filters', async () => {
  const {page} = await openAs('m.brandt', '/messages?state=dead');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', {name: 'Export CSV'}).click(),
  ]);
  expect(download.url()).toContain('/api/messages/export?state=dead');
});

test('the keyboard reaches rows, selects and opens them', async () => {
  const {page} = await openAs('m.brandt', '/messages?state=dead&text=VAT+posting');
  await page.getByText('10 messages', {exact: true}).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByText('1 message selected').waitFor();
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', {name: '10461'}).waitFor();
});

test('a viewer sees no e-mail filter and cannot select', async () => {
  const {page} = await openAs('t.vogel', '/messages');
  await page.getByText('newest 100').waitFor();
  expect(await page.getByLabel('Buyer’s e-mail').count()).toBe(0);
  expect(await page.getByRole('checkbox').count()).toBe(0);
});
