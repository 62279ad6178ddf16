import {expect, test} from 'vitest';
import {PASSWORD} from '../fake/world';
import {signIn} from './browsing';
import {expectAccessible, pages} from './page';

const {open, openAs} = pages();

test('alerts stand by weight, are acknowledged by key and by button, and lead to where one mends them', async () => {
  const {page, hub} = await openAs('m.brandt');
  await page.getByRole('link', {name: 'Alerts 2'}).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  const standing = page.getByRole('region', {name: 'Standing now'});
  const [first, second] = [standing.getByRole('listitem').nth(0), standing.getByRole('listitem').nth(1)];
  await first.getByText('Not transferred: 10 orders').waitFor();
  await first.getByText('office was told twice').waitFor();
  await first.getByText('hook was not reached: it answered 500').waitFor();
  await expectAccessible(page);

  await page.keyboard.press('j');
  await page.keyboard.press('q');
  await first.getByText('m.brandt has looked after it since').waitFor();
  expect(hub.world.alerts.open.map(a => a.acknowledgedBy)).toEqual([null, 'm.brandt']);
  await second.getByRole('button', {name: 'Acknowledge'}).click();
  await second.getByText('m.brandt has looked after it since').waitFor();
  expect(await page.getByRole('button', {name: 'Acknowledge'}).count()).toBe(0);

  await second.getByRole('link', {name: 'Open the flow'}).click();
  await page.getByRole('table', {name: 'Flows'}).locator('[aria-selected]').getByText('payments').waitFor();
  await page.goBack();
  await first.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Add the row to the table of tax groups').waitFor();
});

test('what is over and who is told stand below; a viewer does not acknowledge', async () => {
  const {page} = await openAs('t.vogel', '/alerts');
  const receivers = page.getByRole('table', {name: 'Receivers'});
  await receivers.getByRole('row').filter({hasText: 'office'}).getByText('everything arrives').waitFor();
  await receivers.getByText('not reached: it answered 500; 1 waiting').waitFor();
  await page.getByRole('table', {name: 'Over'}).getByText('office 2×').waitFor();
  expect(await page.getByRole('button', {name: 'Acknowledge'}).count()).toBe(0);
});

test('where nothing is wrong and nobody is told it says so', async () => {
  const {page, hub} = await open('/alerts');
  hub.world.alerts = {open: [], recent: [], receivers: []};
  await signIn(page, 't.vogel', PASSWORD);
  await page.getByText('Nothing is wrong that anybody would be told of.').waitFor();
  await page.getByText('no receiver is configured').waitFor();
  await page.getByText('No alert ended in the last 90 days.').waitFor();
});
