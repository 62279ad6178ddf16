import {expect, test} from 'vitest';
import {signIn} from './browsing';
import {expectAccessible, pages} from './page';

const {open, openAs} = pages();

test('a user is added and gets in with the one-time password', async () => {
  const {page} = await openAs('a.weiss', '/users');
  await page.getByRole('button', {name: 'Add a user'}).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('User name').fill('p.lang');
  await dialog.getByLabel('Name', {exact: true}).fill('Paul Lang');
  await dialog.getByLabel('Operator').check();
  await dialog.getByRole('button', {name: 'Add a user'}).click();
  const secret = await page.getByRole('status').filter({hasText: 'One-time password'}).locator('.code').textContent();
  await page.getByRole('row').filter({hasText: 'Viewer, Operator'}).getByText('p.lang').waitFor();
  await expectAccessible(page);
  const fresh = await open();
  await signIn(fresh.page, 'p.lang', secret ?? '');
  await fresh.page.getByText('Choose your own password').waitFor();
});

test('the last administrator stays one', async () => {
  const {page} = await openAs('a.weiss', '/users');
  await page.getByRole('row').filter({hasText: 'a.weiss'}).getByRole('button', {name: 'Change'}).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Disabled: cannot sign in').check();
  await dialog.getByRole('button', {name: 'Change'}).click();
  await dialog.getByText('this is the last administrator').waitFor();
});

test('a token is shown once and withdrawn', async () => {
  const {page, hub} = await openAs('a.weiss', '/tokens');
  await page.getByRole('button', {name: 'Create a token'}).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('reporting');
  await dialog.getByRole('button', {name: 'Create a token'}).click();
  await page.getByText('kontor_7Yd2mQx0Zk3v9LwB').waitFor();
  expect(hub.world.tokens.at(-1)).toMatchObject({name: 'reporting', rights: ['read']});
  await page.getByRole('row').filter({hasText: 'reporting'}).getByRole('button', {name: 'Withdraw'}).click();
  await dialog.getByRole('button', {name: 'Withdraw'}).click();
  await page.getByRole('row').filter({hasText: 'reporting'}).waitFor({state: 'detached'});
  await expectAccessible(page);
});

test('the audit log is narrowed by kind; an operator is not offered it', async () => {
  const {page} = await openAs('l.ott', '/audit');
  await page.getByText('access.signed-in').waitFor();
  await page.getByLabel('Kind').fill('desk.pause');
  await page.getByText('access.signed-in').waitFor({state: 'detached'});
  await page.getByText('desk.pause').waitFor();
  await expectAccessible(page);
  const operator = await openAs('m.brandt', '/audit');
  await operator.page.getByText('Your role does not include this page.').waitFor();
  expect(await operator.page.getByRole('link', {name: 'Audit log'}).count()).toBe(0);
});
