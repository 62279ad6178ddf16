import {expect, test} from 'vitest';
import {ask, hub, pagesOfHub} from '../hub/hub';

const {openAs} = pagesOfHub();
const ITEM = 'AH-1005';

/** What somebody does at the ERP who reads what is to be done. */
async function giveItemItsPostingGroup() {
  const answer = await fetch(`${hub.erp}/_twin/setup`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({items: [{number: ITEM, generalProductPostingGroupCode: 'RETAIL'}]}),
  });
  expect(answer.ok).toBe(true);
}

test('214 orders that fail for one cause are found, foreseen and tried again together', async () => {
  // As the alert's link does.
  const page = await openAs('m.brandt', '/problems');
  await page.getByRole('link').filter({hasText: ITEM}).click();
  await page.getByText('What to do').waitFor();

  await giveItemItsPostingGroup();
  await page.getByRole('button', {name: 'Preview'}).click();
  await page.getByText(/would go through, 0 would fail again$/).waitFor();
  await page.getByRole('button', {name: 'Try all again'}).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('The item has its posting group');
  await dialog.getByRole('button', {name: 'Try all again'}).click();
  await page.getByText('214 messages changed.').waitFor();
  await page.getByText('This cause has no messages any more.').waitFor();
  await expect
    .poll(() => ask<{needs: {dead: number}}>('/overview').then(now => now.needs.dead), {timeout: 40_000})
    .toBe(0);
});
