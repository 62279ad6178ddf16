import {expect, test} from 'vitest';
import type {FlowState} from '../../src/api/types';
import {layout} from '../../src/connections/layout';
import {settingLines} from '../../src/connections/settingLines';
import {subject, subjectName} from '../../src/parts/subject';

const flow = (name: string, kind: string, from: string, to: string): FlowState => ({
  name,
  kind,
  from,
  to,
  perMinute: 0,
  waiting: 0,
  oldestWaitingSeconds: 0,
  dead: 0,
  lastSuccess: null,
  slaSeconds: null,
  overdue: 0,
  dryRun: false,
  quietUntil: null,
  paused: null,
});

test('who sells stands left, and no two boxes or ports lie on each other', () => {
  const flows = [
    flow('orders', 'orders', 'shop', 'erp'),
    flow('stock', 'stock', 'erp', 'shop'),
    flow('at', 'orders', 'shop-at', 'erp'),
  ];
  const boxes = layout(['erp', 'shop', 'shop-at'], flows);
  expect(boxes.map(b => [b.name, b.x > 0])).toEqual([
    ['shop', false],
    ['shop-at', false],
    ['erp', true],
  ]);
  const [shop, at, erp] = boxes;
  expect(at?.y).toBeGreaterThan((shop?.y ?? 0) + (shop?.height ?? 0));
  expect(erp?.ports.map(p => p.flow)).toEqual(['orders', 'stock', 'at']);
  expect(new Set(erp?.ports.map(p => p.top)).size).toBe(3);
});

test('settings stand in their schema’s order, what is not set last', () => {
  const schema = {
    properties: {url: {description: 'Address'}, most: {}, inner: {properties: {number: {description: 'Account'}}}},
  };
  const lines = settingLines({inner: {number: '8800'}, url: 'https://shop.example', odd: [1, 2]}, schema);
  expect(lines.map(l => [l.name, l.value, l.about])).toEqual([
    ['url', 'https://shop.example', 'Address'],
    ['inner.number', '8800', 'Account'],
    ['odd', '[1,2]', undefined],
    ['most', undefined, undefined],
  ]);
});

test('a subject is named and told', () => {
  expect(subjectName(subject('flow', 'orders'))).toBe('orders');
});
