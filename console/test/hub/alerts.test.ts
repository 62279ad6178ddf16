import {expect, test} from 'vitest';
import type {AlertPage} from '../../src/api/types';
import {expectAccessible} from '../pages/browsing';
import {ask, pagesOfHub, place, setPostingGroup, settled} from './hub';

const {openAs} = pagesOfHub();
const ITEM = 'AH-1007';

test('an alert is seen with whom it reached, acknowledged, and leads to its cause in the error desk', async () => {
  await setPostingGroup(ITEM, '');
  const order = await place('gemeldet@kunde.example', {lines: [{productNumber: ITEM, quantity: 1}]});
  await settled(order);
  const standing = async () => {
    const {open} = await ask<AlertPage>('/alerts');
    const found = open.find(a => a.documents.includes(order.orderNumber));
    return found?.deliveries.map(d => `${d.receiver} ${d.state}`).join();
  };
  await expect.poll(standing, {interval: 500}).toContain('office sent');

  const page = await openAs('m.brandt', '/alerts');
  const alert = page.getByRole('listitem').filter({hasText: order.orderNumber});
  await alert.getByText('office was told once').waitFor();
  await alert.getByText('warehouse was not reached').waitFor();
  const receivers = page.getByRole('table', {name: 'Receivers'});
  await receivers.getByRole('row').filter({hasText: 'office'}).getByText('everything arrives').waitFor();
  await receivers.getByRole('row').filter({hasText: 'warehouse'}).getByText('not reached').waitFor();
  await expectAccessible(page);
  await alert.focus();
  await page.keyboard.press('q');
  await alert.getByText('m.brandt has looked after it').waitFor();

  await alert.getByRole('link', {name: 'Open the cause in the error desk'}).click();
  await page.getByRole('heading', {name: ITEM}).waitFor();
  await page.getByRole('table', {name: 'Messages of this cause'}).getByText(order.orderNumber).waitFor();
});
