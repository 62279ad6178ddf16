import {expect, test} from 'vitest';
import type {Rule} from '../../src/api/setup';
import {ApiError} from '../../src/api/call';
import {isName, verdictOf} from '../../src/setup/draft';
import {durationWords, seconds} from '../../src/setup/durations';
import {changing, offered, valueText, withChanges} from '../../src/setup/flowValues';
import {
  elementsOf,
  emptyOf,
  kindOf,
  pointer,
  problemsAt,
  problemsWithin,
  sorted,
  valuesOf,
  withValue,
} from '../../src/setup/rules';
import {en} from '../../src/texts/en';
import {madeSetUp} from '../fake/setup';

const TEXT: Rule = {type: 'string'};

test.each<[string, Rule]>([
  ['text', TEXT],
  ['text', {type: ['string', 'number']}],
  ['secret', {type: 'string', writeOnly: true}],
  ['number', {type: 'integer'}],
  ['yesNo', {type: 'boolean'}],
  ['choice', {enum: ['a', 'b']}],
  ['json', {enum: ['a', 1]}],
  ['duration', {type: 'string', format: 'duration'}],
  ['texts', {type: 'array', items: TEXT}],
  ['choices', {type: 'array', items: {enum: ['a']}}],
  ['rows', {type: 'array', items: {type: 'object', properties: {a: TEXT}}}],
  ['json', {type: 'array', items: {type: 'array'}}],
  ['object', {type: 'object', properties: {a: TEXT}}],
  ['map', {type: 'object', additionalProperties: {type: 'object', additionalProperties: TEXT}}],
  ['json', {type: 'object', additionalProperties: {type: ['string', 'object']}}],
  ['json', {type: 'object'}],
])('%s is how %j is filled in', (kind, rule) => {
  expect(kindOf(rule)).toBe(kind);
  expect(emptyOf(rule)).toEqual({object: {}, map: {}, texts: [], choices: [], rows: []}[kind] ?? '');
});

test('what is needed on any condition, is set or kept stands first, in the schema’s order', () => {
  const rule: Rule = {
    required: ['url'],
    allOf: [{if: {required: ['x']}, then: {required: ['tenant']}, else: {allOf: [{required: ['user']}]}}],
    properties: {extra: TEXT, tenant: TEXT, url: TEXT, user: TEXT, set: TEXT, key: TEXT},
  };
  expect(sorted(rule, {set: 'it'}, ['/key'])).toEqual({
    first: ['tenant', 'url', 'user', 'set', 'key'],
    more: ['extra'],
  });
});

test('problems are found by their field, those within too', () => {
  const at = (field: string) => ({field, problem: 'is missing', remedy: ''});
  const problems = [at('settings.rows[1].a'), at('settings.row'), at('settings.byRate[7]')];
  expect(problemsAt(problems, ['settings', 'rows', '1', 'a'])).toHaveLength(1);
  expect(problemsAt(problems, ['settings', 'byRate', '7'])).toHaveLength(1);
  expect(problemsWithin(problems, ['settings', 'row'])).toEqual([at('settings.row')]);
  expect(problemsWithin(problems, ['settings', 'rows'])).toEqual([at('settings.rows[1].a')]);
  expect(pointer(['a/b', 'c~d'])).toBe('/a~1b/c~0d');
});

test('values are put in and taken away without touching the others', () => {
  const before = {a: 1, b: {c: 2}};
  expect(withValue(before, 'a', undefined)).toEqual({b: {c: 2}});
  expect(withValue(before, 'b', null)).toEqual({a: 1, b: null});
  expect(before).toEqual({a: 1, b: {c: 2}});
  expect([valuesOf([1]), valuesOf({a: 1}), elementsOf('x'), elementsOf([1])]).toEqual([{}, {a: 1}, [], [1]]);
});

test('durations are read as the hub reads them', () => {
  expect(['PT30S', 'P1DT2H', 'PT90M', 'P', 'PT', '30', 'P1M', ''].map(seconds)).toEqual([
    30,
    93_600,
    5400,
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(durationWords('PT90M', en)).toBe('1 h 30 min');
  expect(durationWords('soon', en)).toBe('soon');
});

test('of a flow only what differs is changed; taken back, what holds without the console holds', () => {
  const [orders, payments] = madeSetUp().flows;
  if (!orders || !payments) throw new Error('no flows');
  const changed = {...orders, values: {...orders.values, poll: 'PT5S'}, changed: ['poll' as const]};
  const first = changing(changed, {}, 'dryRun', true);
  expect(changing(changed, first, 'dryRun', false)).toEqual({});
  expect(changing(changed, {}, 'sla', null)).toEqual({});
  const back = changing(changed, first, 'poll', null);
  expect(back).toEqual({dryRun: true, poll: null});
  expect(withChanges(changed, back)).toEqual({...orders.values, dryRun: true, poll: 'PT1M'});
  expect(offered(payments)).toEqual(['enabled', 'dryRun', 'quiet', 'reconcile', 'sla']);
  const quiet = {...orders, values: {...orders.values, quiet: [{from: '22:00', to: '06:00'}]}};
  expect(offered(quiet).map(name => valueText(name, quiet, en))).toEqual([
    'on',
    'no',
    '1 min',
    '22:00–06:00',
    '03:00',
    '15 min',
  ]);
  expect(valueText('poll', payments, en)).toBe('–');
});

test('a refusal stands at its fields, or by itself', () => {
  const problems = [{field: 'settings.url', problem: 'is missing', remedy: 'add it'}];
  expect(verdictOf(new ApiError(400, 'wrong', 'settings.url', {problems}))).toMatchObject({problems, error: null});
  expect(verdictOf(new ApiError(400, 'name is wrong', 'name', {})).problems[0]?.field).toBe('name');
  expect(verdictOf(new ApiError(503, 'starting'))).toMatchObject({problems: [], error: 'starting'});
  expect(['shop', 'shop-at', '1shop', 'Shop', ''].map(isName)).toEqual([true, true, false, false, false]);
});
