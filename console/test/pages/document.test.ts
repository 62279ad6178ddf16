import {expect, test} from 'vitest';
import {HERO} from '../fake/messages';
import {expectAccessible, pages} from './page';

const {openAs} = pages();
const DOCUMENT = `/documents/shop/${HERO.sourceId}`;

test('one page tells what happened, what it waits for and what to say', async () => {
  const {page} = await openAs('m.brandt', DOCUMENT);
  await page.getByRole('heading', {name: '10482 needs a person'}).waitFor();
  const told = page.getByRole('region', {name: 'What happened'});
  await told.getByText('tried again by m.brandt').waitFor();
  await page.getByText('We have received your order 10482.').waitFor();
  await page.getByText(/running for .* min/).waitFor();
  await page.getByRole('button', {name: 'Preview'}).click();
  await page.getByRole('status').getByText('no VAT posting setup for EU/REDUCED').waitFor();
  await page.getByRole('table', {name: 'Calls'}).getByText('read', {exact: true}).waitFor();
  await expectAccessible(page);
});

test('payloads stand side by side with their differences marked', async () => {
  const {page} = await openAs('m.brandt', DOCUMENT);
  const payloads = page.getByRole('region', {name: 'Before and after the mapping'});
  await payloads.getByText('einkauf@feinkost.example').waitFor();
  await payloads.getByText('"taxArea"').waitFor();
  expect(await payloads.locator('.cm-changedText').count()).toBeGreaterThan(3);
});

test('without the right to personal data it is masked', async () => {
  const {page} = await openAs('t.vogel', DOCUMENT);
  await page.getByText('Personal data is masked').waitFor();
  expect(await page.getByText('Kontorhaus Feinkost').count()).toBe(0);
  expect(await page.getByRole('button', {name: 'Discard'}).count()).toBe(0);
});

test('any number is found with the slash key', async () => {
  const {page} = await openAs('m.brandt');
  await page.getByRole('heading', {name: 'Overview'}).waitFor();
  await page.keyboard.press('/');
  await page.locator('input:focus').waitFor();
  await page.keyboard.type('10482');
  await page.getByRole('dialog').getByText('1 dead').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', {name: '10482 needs a person'}).waitFor();
});

test('the question mark shows the keys, and g with a letter goes to a page', async () => {
  const {page} = await openAs('m.brandt');
  await page.getByRole('heading', {name: 'Overview'}).waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('go to Messages').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({state: 'detached'});
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await page.getByRole('heading', {name: 'Messages'}).waitFor();
});
