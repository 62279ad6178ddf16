import {expect, test} from 'vitest';
import {HERO, TWINS} from '../fake/messages';
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

test('an article and an order of the same number are two documents', async () => {
  const {page} = await openAs('m.brandt', `/documents/erp/${TWINS.sourceId}?entity=stock`);
  const messages = page.getByRole('table', {name: 'Messages'});
  await messages.getByText('stock').waitFor();
  expect(await messages.getByText('progress').count()).toBe(0);
  await page.getByRole('link', {name: 'The order of the same number'}).click();
  await messages.getByText('progress').waitFor();
  expect(await messages.getByText('stock').count()).toBe(0);
  await page.getByRole('link', {name: 'The article of the same number'}).waitFor();
  await expectAccessible(page);
});
