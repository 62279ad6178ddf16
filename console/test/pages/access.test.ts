import {expect, test} from 'vitest';
import {expectAccessible, pages} from './page';

const {openAs} = pages();

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
