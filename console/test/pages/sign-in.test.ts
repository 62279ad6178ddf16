import {expect, test} from 'vitest';
import {PASSWORD} from '../fake/world';
import {signIn} from './browsing';
import {expectAccessible, pages} from './page';

const {open, openAs} = pages();

test('a wrong password is refused in plain words, the right one lets in', async () => {
  const {page} = await open();
  await expectAccessible(page);
  await signIn(page, 'm.brandt', 'not the password');
  await page.getByText('User or password is wrong.').waitFor();
  await signIn(page, 'm.brandt', PASSWORD);
  await page.getByRole('heading', {name: 'Overview'}).waitFor();
});

test('a one-time password has to be changed first, and is used up', async () => {
  const {page} = await openAs('new');
  await page.getByText('Choose your own password').waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
  await page.getByLabel('Password of now').fill(PASSWORD);
  await page.getByLabel('New password', {exact: true}).fill('quite another one');
  await page.getByLabel('New password once more').fill('quite another two');
  await page.getByText('The two new passwords differ.').waitFor();
  await page.getByLabel('New password once more').fill('quite another one');
  await expectAccessible(page);
  await page.getByRole('button', {name: 'Change password'}).click();
  await page.getByRole('heading', {name: 'Overview'}).waitFor();
});

test('who signs out is asked to sign in again, and the language is kept', async () => {
  const {page} = await openAs('t.vogel');
  await page.getByRole('button', {name: 'Tom Vogel'}).click();
  await page.getByRole('menuitem', {name: 'Deutsch'}).click();
  await page.getByRole('heading', {name: 'Übersicht'}).waitFor();
  await page.getByRole('button', {name: 'Tom Vogel'}).click();
  await page.getByRole('menuitem', {name: 'Abmelden'}).click();
  await page.getByRole('button', {name: 'Anmelden'}).waitFor();
});
