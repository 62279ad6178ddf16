import {expect, test} from 'vitest';
import type {Overview} from '../../src/api/types';
import {needs, percent} from '../../src/overview/needs';
import {outcomes} from '../../src/problems/outcomes';
import {en} from '../../src/texts/en';

const CALM: Overview = {
  at: '2026-11-30T12:00:00Z',
  inDoubt: false,
  stopped: null,
  needs: {dead: 0, groups: 0, paused: [], overdue: 0},
  connections: [],
  flows: [],
  nights: [],
};
const told = (overview: Overview, approvals = 0) =>
  needs(overview, approvals, Date.parse(overview.at), en).map(n => n.text);
const connection = {name: 'erp', connector: 'x', paused: null, lastCall: null, lastSuccess: null};

test('a calm hub needs nobody', () => {
  expect(told(CALM)).toEqual([]);
});

test('what is wrong stands before what only waits', () => {
  const pause = {subject: 'prices', reason: 'checked', by: 'Jonas', since: '2026-11-30T11:00:00Z'};
  const list = told({...CALM, needs: {dead: 1, groups: 1, paused: [pause], overdue: 2}}, 1);
  expect(list).toEqual([
    '1 message is dead, from 1 cause',
    '2 documents are past the time limit',
    'prices is paused',
    '1 decision waits for a second person',
  ]);
});

test('a budget counts from nine tenths on', () => {
  const budgets = (used: number) => [{limit: 'concurrent-requests', used, most: 100, source: 's', asOf: '2026'}];
  expect(told({...CALM, connections: [{...connection, breakerOpen: false, budgets: budgets(89)}]})).toEqual([]);
  expect(told({...CALM, connections: [{...connection, breakerOpen: true, budgets: budgets(90)}]})).toEqual([
    'erp cannot be reached; calls are held back and one probes',
    'erp has used 90 % of a request budget',
  ]);
});

test('a comparison that failed is worse than one that found differences', () => {
  const night = {ended: null, age: 'PT1H', compared: 3, waiting: 0, causes: 'never received 1'};
  const nights = [
    {...night, flow: 'orders', different: 1, failure: null},
    {...night, flow: 'stock', different: 0, failure: 'shop not reached'},
  ];
  expect(told({...CALM, nights})).toEqual(['Comparison of stock failed', 'Comparison of orders: 1 difference']);
});

test('a share of nothing is nothing', () => {
  expect(percent(3, 0)).toBe(0);
  expect(percent(1, 3)).toBe(33);
});

test('what would become of many alike is said once', () => {
  const sample = (message: number, would: string | null, fault: string | null) => ({
    message,
    number: null,
    would,
    fault,
  });
  expect(outcomes([sample(1, 'create', null), sample(2, null, 'no item'), sample(3, 'create', null)])).toEqual([
    {text: 'create', fails: false, numbers: ['1', '3']},
    {text: 'no item', fails: true, numbers: ['2']},
  ]);
});
