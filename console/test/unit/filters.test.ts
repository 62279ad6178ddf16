import {describe, expect, test} from 'vitest';
import {query} from '../../src/api/call';
import {readSearch} from '../../src/app/search';
import {isEmpty, readFilters, withFilter, type Filters} from '../../src/messages/filters';

const FULL: Filters = {
  number: 'S1-10023 & more',
  state: ['waiting', 'dead'],
  flow: 'orders',
  from: '2026-11-30T10:00:00.000Z',
  fault: 'Invalid',
  text: 'VAT=19%',
};

test('filters survive the way through an address', () => {
  expect(readFilters(readSearch(query({...FULL})))).toEqual(FULL);
});

describe('an address that somebody wrote', () => {
  test.each([
    ['?state=dead', {state: ['dead']}],
    ['?state=nonsense', {}],
    ['?from=yesterday', {}],
    ['?number=%20%20', {}],
    ['?unknown=1&flow=stock', {flow: 'stock'}],
  ])('%s', (address, filters) => {
    expect(readFilters(readSearch(address))).toEqual(filters);
  });
});

test('an emptied filter is gone', () => {
  expect(withFilter({flow: 'orders', number: '1'}, 'number', '')).toEqual({flow: 'orders'});
  expect(isEmpty(withFilter({state: ['dead']}, 'state', []))).toBe(true);
});
