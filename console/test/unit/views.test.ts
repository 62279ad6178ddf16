import {expect, test} from 'vitest';
import {keepViews, savedViews, withView} from '../../src/messages/views';

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as unknown as Storage;
}

test('views are kept by person', () => {
  const store = storage();
  keepViews('marie', withView([], {name: 'Dead orders', filters: {state: ['dead'], flow: 'orders'}}), store);
  expect(savedViews('marie', store)).toEqual([{name: 'Dead orders', filters: {state: ['dead'], flow: 'orders'}}]);
  expect(savedViews('tom', store)).toEqual([]);
});

test('a view of the same name is replaced, and names are in order', () => {
  const two = withView(withView([], {name: 'b', filters: {flow: 'x'}}), {name: 'a', filters: {}});
  expect(withView(two, {name: 'b', filters: {flow: 'y'}})).toEqual([
    {name: 'a', filters: {}},
    {name: 'b', filters: {flow: 'y'}},
  ]);
});

test('what is broken in the store is no view', () => {
  const store = storage();
  store.setItem('kontor-views:marie', '{not json');
  expect(savedViews('marie', store)).toEqual([]);
  store.setItem('kontor-views:marie', '[{"name":1},{"name":"ok","filters":{"state":["wrong"]}}]');
  expect(savedViews('marie', store)).toEqual([{name: 'ok', filters: {}}]);
});
