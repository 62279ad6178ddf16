import {expect, test} from 'vitest';
import {PASSWORD} from '../fake/world';
import {expectAccessible, pages} from './page';

const {openAs} = pages();

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
