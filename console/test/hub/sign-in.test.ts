import {expect, test} from 'vitest';
import {expectAccessible, signIn} from '../pages/browsing';
import {hub, pagesOfHub} from './hub';

const {open} = pagesOfHub();

test('a link signs in once; after signing out the password does', async () => {
  const page = await open(hub.link);
  await page.getByRole('heading', {name: 'Overview'}).waitFor();
  expect(page.url()).not.toContain('key=');
  await page.getByRole('button', {name: 'Anna Weiss'}).click();
  await page.getByRole('menuitem', {name: 'Sign out'}).click();
  await page.getByRole('button', {name: 'Sign in'}).waitFor();
  await expectAccessible(page);

  await signIn(page, 'a.weiss', 'not the password');
  await page.getByText('User or password is wrong.').waitFor();
  await signIn(page, 'a.weiss', hub.password);
  await page.getByRole('heading', {name: 'Overview'}).waitFor();

  const again = await fetch(hub.link, {redirect: 'manual'});
  expect(again.status).toBe(403);
});
