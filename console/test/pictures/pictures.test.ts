import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import type {Page} from 'playwright-core';
import {describe, test} from 'vitest';
import {HERO} from '../fake/messages';
import {pages} from '../pages/page';

const PLACE = process.env.KONTOR_PICTURES ?? 'target/pictures';
const DOCUMENT = `/documents/shop/${HERO.sourceId}`;

/** Name of the picture, who looks, the page, and what is done before. */
const PICTURES: [string, string, string, ((page: Page) => Promise<unknown>)?][] = [
  ['overview', 'm.brandt', '/'],
  ['messages', 'm.brandt', '/messages'],
  ['document', 'm.brandt', DOCUMENT],
  ['problems', 'j.keller', '/problems/c1', page => page.getByRole('button', {name: 'Preview'}).click()],
  ['connections', 'm.brandt', '/connections'],
  [
    'connection',
    'j.keller',
    '/connections/erp',
    page => page.getByRole('button', {name: 'Test the connection'}).click(),
  ],
  ['master-data', 'j.keller', '/master-data?number=D-20418'],
  ['users', 'a.weiss', '/users'],
  ['tokens', 'a.weiss', '/tokens'],
  ['audit', 'l.ott', '/audit'],
  [
    'search',
    'm.brandt',
    '/',
    page => page.keyboard.press('/').then(() => page.getByPlaceholder('Order, invoice').fill('10482')),
  ],
];

describe.each(['light', 'dark'] as const)('%s', colorScheme => {
  const {open, openAs} = pages();
  mkdirSync(PLACE, {recursive: true});
  const shoot = async (page: Page, name: string) => {
    await page.waitForLoadState('networkidle').catch(() => undefined);
    await page.waitForTimeout(400);
    await page.screenshot({path: join(PLACE, `${name}-${colorScheme}.png`)});
  };
  test('sign-in', async () => {
    const {page} = await open('/', {colorScheme});
    await shoot(page, 'sign-in');
  });
  test.each(PICTURES)('%s', async (name, user, path, act) => {
    const {page} = await openAs(user, path, {colorScheme});
    await page.getByRole('heading').first().waitFor();
    await page.waitForTimeout(300);
    await act?.(page);
    await shoot(page, name);
  });
  test('overview on a phone', async () => {
    const {page} = await openAs('m.brandt', '/', {colorScheme, viewport: {width: 390, height: 844}});
    await page.getByRole('heading').first().waitFor();
    await shoot(page, 'overview-phone');
  });
});
