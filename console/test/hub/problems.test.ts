import {expect, test} from 'vitest';
import {expectAccessible} from '../pages/browsing';
import {ask, pagesOfHub, place, settled} from './hub';

const {openAs} = pagesOfHub();
const BY_EXPRESS = {shippingMethod: 'shipping_express'};

test('a cause is explained, mended, foreseen and tried again; its orders arrive', async () => {
  const orders = [await place('eilig@kunde.example', BY_EXPRESS), await place('eiliger@kunde.example', BY_EXPRESS)];
  await Promise.all(orders.map(settled));
  const viewer = await openAs('t.vogel', '/problems');
  await viewer.getByRole('link').filter({hasText: 'shipping_express'}).click();
  await viewer.getByText('What to do').waitFor();
  expect(await viewer.getByRole('button', {name: 'Try all again'}).count()).toBe(0);

  const page = await openAs('j.keller', '/problems');
  await page.getByRole('link').filter({hasText: 'shipping_express'}).click();
  await page
    .getByRole('table', {name: 'Messages of this cause'})
    .getByText(orders[0]?.orderNumber ?? '')
    .waitFor();
  await page.getByRole('button', {name: 'Preview'}).click();
  await page.getByText(/^0 would go through/).waitFor();
  await expectAccessible(page);

  await page.getByRole('button', {name: 'Mend the value'}).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Value').fill('EXPRESS');
  await dialog.getByLabel('Reason').fill('Agreed with the warehouse');
  await dialog.getByRole('button', {name: 'Save'}).click();
  await dialog.waitFor({state: 'detached'});
  await page.getByRole('button', {name: 'Preview'}).click();
  await page.getByText(/would go through, 0 would fail again$/).waitFor();

  await page.getByRole('button', {name: 'Try all again'}).click();
  await dialog.getByLabel('Reason').fill('Row added');
  await dialog.getByRole('button', {name: 'Try all again'}).click();
  await page.getByText(/messages changed\.$/).waitFor();
  await page.getByText('This cause has no messages any more.').waitFor();
  for (const {orderNumber} of orders) {
    await expect
      .poll(
        () =>
          ask<{messages: {event: string; state: string}[]}>(`/messages/search?number=${orderNumber}`).then(
            found => found.messages.find(m => m.event === 'created')?.state,
          ),
        {interval: 250},
      )
      .toBe('done');
  }
});
