import {expect, test} from 'vitest';
import {expectAccessible, pages} from './page';

const {openAs} = pages();

test('a cause is assigned and talked about; a viewer only reads', async () => {
  const {page, hub} = await openAs('m.brandt', '/problems/c2');
  await page.getByRole('button', {name: 'Assign'}).click();
  await page.getByRole('dialog').getByRole('button', {name: 'Assign'}).click();
  await page.getByRole('button', {name: 'with m.brandt'}).waitFor();
  expect(hub.world.assigned.get('c2')).toBe('m.brandt');
  await page.getByLabel('Comment', {exact: true}).fill('Purchasing creates the item today.');
  await page.getByRole('button', {name: 'Add a comment'}).click();
  await page.getByRole('region', {name: '1 comment'}).getByText('Purchasing creates').waitFor();

  const viewer = await openAs('t.vogel', '/problems');
  await viewer.page.getByText('Choose a cause on the left.').waitFor();
  await viewer.page.getByText('item … is not in the ERP').click();
  await viewer.page.getByText('Create the item or correct its number').waitFor();
  expect(await viewer.page.getByRole('button', {name: 'Try all again'}).count()).toBe(0);
});

test('a cause is mended, foreseen and tried again as a group', async () => {
  const {page, hub} = await openAs('j.keller', '/problems');
  await page.getByText('no VAT posting setup for EU/REDUCED; line …').click();
  await page.getByText('Add the row to the table of tax groups').waitFor();
  await page.getByRole('button', {name: 'Preview'}).click();
  await page.getByText('0 would go through, 10 would fail again').waitFor();
  await expectAccessible(page);

  await page.getByRole('button', {name: 'Mend the value'}).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Value').fill('VAT7');
  await dialog.getByLabel('Reason').fill('As accounting says');
  await dialog.getByRole('button', {name: 'Save'}).click();
  await dialog.waitFor({state: 'detached'});
  expect(hub.world.values.get('EU/REDUCED')).toMatchObject({table: 'taxGroups', value: 'VAT7', by: 'j.keller'});

  await page.getByRole('button', {name: 'Preview'}).click();
  await page.getByText('10 would go through, 0 would fail again').waitFor();
  await page.getByRole('button', {name: 'Try all again'}).click();
  await dialog.getByLabel('Reason').fill('Tax group added');
  await dialog.getByRole('button', {name: 'Try all again'}).click();
  await page.getByText('10 messages changed.').waitFor();
  await page.getByText('This cause has no messages any more.').waitFor();
});

test('what helped before is one click away', async () => {
  const {page, hub} = await openAs('m.brandt', '/problems/c4');
  await page.getByText('Helped before:').waitFor();
  await page.getByRole('button', {name: 'Do the same'}).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('All 3 messages of this cause.').waitFor();
  await dialog.getByRole('button', {name: 'Discard all'}).click();
  await page.getByText('3 messages changed.').waitFor();
  expect(hub.world.messages.filter(m => m.state === 'discarded').every(m => m.reason?.includes('corrected'))).toBe(
    true,
  );
});

test('one payment is marked as entered; a number that is not there is refused in the hub’s words', async () => {
  const {page, hub} = await openAs('m.brandt', '/problems/c3');
  await page.getByRole('checkbox', {name: 'Select all shown'}).check();
  await page.getByRole('button', {name: 'Mark as entered in the ERP'}).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Number in the ERP').fill('99');
  await dialog.getByLabel('Reason').fill('Booked by hand');
  await dialog.getByRole('button', {name: 'Mark as entered'}).click();
  await dialog.getByText('number 99 is not in erp').waitFor();
  await dialog.getByLabel('Number in the ERP').fill('103112');
  await dialog.getByRole('button', {name: 'Mark as entered'}).click();
  await page.getByText('1 message changed.').waitFor();
  expect(hub.world.messages.find(m => m.targetNumber === '103112')?.state).toBe('skipped');
});

test('money needs four eyes: one person asks, another approves', async () => {
  const {page, hub} = await openAs('m.brandt', '/problems/c2');
  hub.world.fourEyes = true;
  await page.getByRole('button', {name: 'Try all again'}).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('Item is there now');
  await dialog.getByRole('button', {name: 'Try all again'}).click();
  await page.getByText('A second person has to approve this.').waitFor();
  const waiting = page.getByRole('table', {name: 'Waiting for a second person'});
  await waiting.getByText('your own').waitFor();

  const second = await openAs('j.keller', '/problems');
  await second.page.getByRole('button', {name: 'Approve'}).click();
  await second.page.getByRole('dialog').getByLabel('Reason').fill('Checked');
  await second.page.getByRole('dialog').getByRole('button', {name: 'Approve'}).click();
  await second.page.getByText('4 messages changed.').waitFor();
  hub.world.fourEyes = false;
});
