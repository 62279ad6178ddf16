import type {Page} from 'playwright-core';
import {expect, test} from 'vitest';
import {expectAccessible, signIn} from '../pages/browsing';
import {hub, pagesOfHub} from './hub';

const {open, openAs} = pagesOfHub();
const OWN = 'quite another long one';

test('a user is added, chooses a password, and stands in the audit', async () => {
  const page = await openAs('a.weiss', '/users');
  await page.getByRole('button', {name: 'Add a user'}).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('User name').fill('p.lang');
  await dialog.getByLabel('Name', {exact: true}).fill('Paul Lang');
  await dialog.getByLabel('Operator').check();
  await dialog.getByRole('button', {name: 'Add a user'}).click();
  const secret = await shown(page, 'One-time password');
  await page.getByRole('row').filter({hasText: 'Viewer, Operator'}).getByText('p.lang').waitFor();
  await expectAccessible(page);

  const fresh = await open();
  await signIn(fresh, 'p.lang', secret);
  await fresh.getByLabel('Password of now').fill(secret);
  await fresh.getByLabel('New password', {exact: true}).fill(OWN);
  await fresh.getByLabel('New password once more').fill(OWN);
  await fresh.getByRole('button', {name: 'Change password'}).click();
  await fresh.getByRole('heading', {name: 'Overview'}).waitFor();
  expect(await fresh.getByRole('link', {name: 'Users'}).count()).toBe(0);

  await page.getByRole('row').filter({hasText: 'a.weiss'}).getByRole('button', {name: 'Change'}).click();
  await dialog.getByLabel('Disabled: cannot sign in').check();
  await dialog.getByRole('button', {name: 'Change'}).click();
  await dialog.getByText('is the last administrator').waitFor();

  const auditor = await openAs('l.ott', '/audit');
  await auditor.getByLabel('Kind').fill('access.user-added');
  await auditor.getByRole('row').filter({hasText: 'a.weiss'}).getByText('p.lang').first().waitFor();
  await expectAccessible(auditor);
});

test('a token works until it is withdrawn', async () => {
  const page = await openAs('a.weiss', '/tokens');
  await page.getByRole('button', {name: 'Create a token'}).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('reporting');
  await dialog.getByRole('button', {name: 'Create a token'}).click();
  const token = await shown(page, 'Token');
  const asked = async () =>
    (await fetch(`${hub.url}/api/status`, {headers: {Authorization: `Bearer ${token}`}})).status;
  expect(await asked()).toBe(200);
  await expectAccessible(page);
  await page.getByRole('row').filter({hasText: 'reporting'}).getByRole('button', {name: 'Withdraw'}).click();
  await dialog.getByRole('button', {name: 'Withdraw'}).click();
  await page.getByRole('row').filter({hasText: 'reporting'}).waitFor({state: 'detached'});
  expect(await asked()).toBe(401);
});

/** The secret that is shown this once. */
async function shown(page: Page, what: string): Promise<string> {
  return (await page.getByRole('status').filter({hasText: what}).locator('.code').textContent()) ?? '';
}
