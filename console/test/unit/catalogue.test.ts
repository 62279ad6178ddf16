import {expect, test} from 'vitest';
import {passwordFault} from '../../src/access/password';
import {offered} from '../../src/app/pages';
import {sortedJson} from '../../src/document/sortedJson';
import {shown} from '../../src/overview/chartOption';
import {de} from '../../src/texts/de';
import {en} from '../../src/texts/en';

/** Texts that may be the same in both languages. */
const SAME = new Set([
  'locale',
  'units',
  'ago.in',
  'key',
  'live',
  'id',
  'Administrator',
  'Integrator',
  'Name',
  'in ',
  'Microsoft Teams',
  'kontor.yaml',
]);

function plain(catalogue: object, path = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    const at = path === '' ? name : `${path}.${name}`;
    if (typeof value === 'object' && value !== null) return plain(value, at);
    return typeof value === 'string' ? [[at, value]] : [];
  });
}

test('nothing was left untranslated', () => {
  const german = new Map(plain(de));
  const left = plain(en).filter(
    ([path, text]) => german.get(path) === text && !SAME.has(text) && !path.startsWith('units') && text.length > 6,
  );
  expect(left).toEqual([]);
});

test('pages are offered by right', () => {
  expect(offered(['read']).map(p => p.name)).toContain('messages');
  expect(offered([])).toEqual([]);
});

test('a new password is long enough and typed twice alike', () => {
  expect(passwordFault('short', 'short', en)).toBe(en.signIn.short);
  expect(passwordFault('long enough it is', 'long enough it iz', en)).toBe(en.signIn.differ);
  expect(passwordFault('long enough it is', 'long enough it is', en)).toBeNull();
});

test('JSON is compared with its names in order, lists as they are', () => {
  expect(JSON.parse(sortedJson({b: [{z: 1, a: 2}, 3], a: null}))).toEqual({a: null, b: [{a: 2, z: 1}, 3]});
  expect(sortedJson({b: 1, a: 2})).toBe('{\n  "a": 2,\n  "b": 1\n}');
});

test('the chart shows the five largest flows and the others as one', () => {
  const flows = [7, 1, 6, 5, 4, 3, 2, 0].map((n, i) => ({name: `f${i}`, done: [n, n], dead: []}));
  const names = shown({step: 60, from: '2026-11-30T12:00:00Z', flows}, 'others');
  expect(names.map(f => f.name)).toEqual(['f0', 'f2', 'f3', 'f4', 'f5', 'others']);
  expect(names.at(-1)?.done).toEqual([3, 3]);
});
