import {expect, test} from 'vitest';
import {ask, pagesOfHub, setPostingGroup} from '../hub/hub';

const {openAs} = pagesOfHub();
const ITEM = 'AH-1005';

test('214 orders that fail for one cause are found, foreseen and tried again together', async () => {
  const page = await openAs('m.brandt', '/alerts');
  const alert = page.getByRole('listitem', {name: 'Not transferred: 214 orders'});
  await alert.getByRole('button', {name: 'Acknowledge'}).click({timeout: 120_000});
  await alert.getByText('m.brandt has looked after it').waitFor();
  await alert.getByRole('link', {name: 'Open the cause in the error desk'}).click();
  await page.getByRole('heading', {name: ITEM}).waitFor();
  await page.getByText('What to do').waitFor();

  // As somebody does at the ERP who reads what is to be done.
  await setPostingGroup(ITEM, 'RETAIL');
  await page.getByRole('button', {name: 'Preview'}).click();
  await page.getByText(/would go through, 0 would fail again$/).waitFor();
  await page.getByRole('button', {name: 'Try all again'}).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('The item has its posting group');
  await dialog.getByRole('button', {name: 'Try all again'}).click();
  await page.getByText('214 messages changed.').waitFor();
  await page.getByText('This cause has no messages any more.').waitFor();
  await expect.poll(() => ask<{needs: {dead: number}}>('/overview').then(now => now.needs.dead)).toBe(0);
});
