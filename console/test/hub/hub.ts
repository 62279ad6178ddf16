import type {BrowserContextOptions, Page} from 'playwright-core';
import {expect} from 'vitest';
import {browsing, signIn, type Expected} from '../pages/browsing';

function given(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is missing; proof's package console starts a hub and says where it is`);
  return value;
}

/** Where the hub under test and the simulated systems beside it are. */
export const hub = {
  url: given('KONTOR_CONSOLE_URL'),
  /** Signs in once. */
  link: given('KONTOR_CONSOLE_LINK'),
  /** Of all users. */
  password: given('KONTOR_CONSOLE_PASSWORD'),
  /** Of a program that may read. */
  token: given('KONTOR_CONSOLE_TOKEN'),
  shop: given('KONTOR_SHOP_URL'),
  erp: given('KONTOR_ERP_URL'),
};

/** Pages at the hub, and pages of somebody who is signed in. */
export function pagesOfHub(expected: Expected = {}) {
  const open = browsing(() => hub.url, expected);
  const openAs = async (
    user: string,
    path = '/',
    options: BrowserContextOptions = {},
    before?: (page: Page) => Promise<unknown>,
  ) => {
    const page = await open(path, options, before);
    await signIn(page, user, hub.password);
    return page;
  };
  return {open, openAs};
}

/** What the hub answers a program. */
export async function ask<T>(path: string): Promise<T> {
  const answer = await fetch(`${hub.url}/api${path}`, {headers: {Authorization: `Bearer ${hub.token}`}});
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

export interface Placed {
  id: string;
  orderNumber: string;
}

/** Orders something in the shop. */
export async function place(email: string, wish: object = {}): Promise<Placed> {
  const order = {
    customer: {email, firstName: 'Änne', lastName: 'Großkopf', guest: true},
    billing: {country: 'DE', street: 'Königstraße 7', zipcode: '70173', city: 'Stuttgart'},
    lines: [{productNumber: 'AH-1005', quantity: 2}],
    ...wish,
  };
  const answer = await fetch(`${hub.shop}/_twin/shop/orders`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(order),
  });
  const {orders} = (await answer.json()) as {orders: [Placed]};
  return orders[0];
}

/** Waits until the hub has brought the order's creation to an end, whichever. */
export async function settled(order: Placed): Promise<void> {
  await expect
    .poll(
      () =>
        ask<{messages: {event: string; state: string}[]}>(`/messages/search?number=${order.orderNumber}`).then(
          found => found.messages.find(m => m.event === 'created')?.state ?? 'not there',
        ),
      {interval: 250},
    )
    .toMatch(/done|dead/);
}

/** Sets what an item of the ERP is booked by; empty: its orders fail. */
export async function setPostingGroup(item: string, group: string): Promise<void> {
  const answer = await fetch(`${hub.erp}/_twin/setup`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({items: [{number: item, generalProductPostingGroupCode: group}]}),
  });
  expect(answer.ok).toBe(true);
}
