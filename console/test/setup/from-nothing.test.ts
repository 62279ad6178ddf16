import {join} from 'node:path';
import type {Page} from 'playwright-core';
import {expect, test} from 'vitest';
import {expectAccessible} from '../pages/browsing';
import {ask, hub, pagesOfHub, place, settled} from '../hub/hub';

const {openAs} = pagesOfHub({changing: true});

const field = (page: Page, path: string) => page.locator(`[id="setting-${path}"]`);

async function fill(page: Page, values: Record<string, string>) {
  for (const [path, value] of Object.entries(values)) await field(page, path).fill(value);
}

/** Fills in as text what is a form otherwise. */
async function paste(page: Page, title: string, path: string, value: object) {
  await page.getByRole('button', {name: `${title}: As text`}).click();
  await field(page, path).fill(JSON.stringify(value));
}

async function begin(page: Page, system: string, name: string) {
  await page.getByRole('button', {name: 'New connection'}).click();
  await page.getByRole('button', {name: system}).click();
  await field(page, 'name').fill(name);
}

async function saved(page: Page, button: string) {
  await page.getByLabel('Reason').fill('The shop opens');
  await page.getByRole('button', {name: button, exact: true}).last().click();
  await page.getByText('The new settings hold.').waitFor({timeout: 120_000});
  await page.getByText('The new settings hold.').waitFor({state: 'detached'});
}

/** Takes a picture in both themes where somebody asked for pictures. */
async function shoot(page: Page, name: string) {
  const place = process.env.KONTOR_PICTURES;
  if (place === undefined) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({colorScheme});
    await page.mouse.move(640, 1);
    await page.waitForTimeout(400);
    await page.screenshot({path: join(place, `${name}-${colorScheme}.png`)});
  }
}

const VAT = {DOMESTIC: {VAT19: {rate: 19}, VAT7: {rate: 7}, VAT0: {rate: 0}}};

test('both systems are connected, a pack put to use and its flows set; then an order arrives', async () => {
  const page = await openAs('j.keller', '/setup');
  await begin(page, 'Shopware 6', 'shop');
  await page.getByRole('button', {name: 'Test the connection'}).click();
  await page.getByText(/settings are not right yet/).waitFor();
  await fill(page, {'settings.url': hub.shop, 'settings.clientId': 'SWIAKONTORDEMO000000000000'});
  await fill(page, {'settings.clientSecret': 'not the secret'});
  await page.getByRole('button', {name: 'Test the connection'}).click();
  await page.getByText('Not everything can run yet.').waitFor();
  await expectAccessible(page);
  await shoot(page, 'setup-connection');
  await fill(page, {'settings.clientSecret': 'kontor-demo-secret', referencePrefix: 'SW-'});
  await page.getByRole('button', {name: 'Test the connection'}).click();
  await page.getByText('Everything can run.').waitFor();
  await saved(page, 'Save');

  await begin(page, 'Dynamics 365 Business Central', 'erp');
  await fill(page, {
    'settings.company': 'Kontor Demo GmbH',
    'settings.tenant': '7c3f3c1e-0000-4000-8000-6d65726368aa',
    'settings.environment': 'production',
    'settings.clientId': 'kontor',
    'settings.clientSecret': 'kontor-secret',
    'settings.homeCountry': 'DE',
  });
  await paste(page, 'VAT table', 'settings.vat', VAT);
  await paste(page, 'Tax area of a buyer', 'settings.customerTax', [{status: 'domestic', taxArea: 'DOMESTIC'}]);
  await page.getByText(/^More settings/).click();
  await fill(page, {'settings.authority': hub.erp, 'settings.apiRoot': hub.erp});
  await page.getByRole('button', {name: 'Add: Shipping', exact: true}).click();
  await fill(page, {'settings.shippingLine.number': '8800'});
  await page.getByRole('button', {name: 'Test the connection'}).click();
  await page.getByText('Everything can run.').waitFor();
  await shoot(page, 'setup-erp');
  await saved(page, 'Save');

  await page.getByRole('button', {name: 'Put a pack to use'}).click();
  await saved(page, 'Put a pack to use');
  const row = (name: string) =>
    page
      .getByRole('table', {name: 'Flows'})
      .getByRole('row')
      .filter({has: page.getByText(name, {exact: true})});
  await row('orders').getByRole('button', {name: 'Settings'}).click();
  await page.getByRole('dialog').getByLabel('Poll every').fill('PT1S');
  await page.getByRole('dialog').getByLabel('Time limit').fill('PT15M');
  await shoot(page, 'setup-flow');
  await saved(page, 'Save');
  await row('progress').getByRole('button', {name: 'Switch on'}).click();
  await saved(page, 'Switch on');
  await row('progress').getByText('on', {exact: true}).waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectAccessible(page);
  await shoot(page, 'setup');

  const order = await place('erste@kunde.example', {paymentMethod: 'payment_invoicepayment'});
  await settled(order);
  const {messages} = await ask<{messages: {event: string; state: string}[]}>(
    `/messages/search?number=${order.orderNumber}`,
  );
  expect(messages.find(m => m.event === 'created')?.state).toBe('done');
});
