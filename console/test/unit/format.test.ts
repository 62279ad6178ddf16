import {describe, expect, test} from 'vitest';
import {ago, eventWords, moment, span} from '../../src/parts/format';
import {de} from '../../src/texts/de';
import {en} from '../../src/texts/en';

const NOW = Date.parse('2026-11-30T12:00:00Z');

describe('span', () => {
  test.each([
    [0, '0 s'],
    [59.9, '59 s'],
    [60, '1 min'],
    [61, '1 min 1 s'],
    [600, '10 min'],
    [3600, '1 h'],
    [7500, '2 h 5 min'],
    [93_600, '1 d 2 h'],
    [-3, '0 s'],
  ])('%d seconds are %s', (seconds, words) => {
    expect(span(seconds, en)).toBe(words);
  });
});

describe('ago', () => {
  test.each([
    [null, 'never', 'nie'],
    ['2026-11-30T11:59:58Z', 'just now', 'gerade eben'],
    ['2026-11-30T11:48:00Z', '12 min ago', 'vor 12 min'],
    ['2026-11-28T12:00:00Z', '2 d ago', 'vor 2 d'],
    ['2026-11-30T12:30:00Z', 'in 30 min', 'in 30 min'],
  ])('%s is %s', (at, english, german) => {
    expect(ago(at, NOW, en)).toBe(english);
    expect(ago(at, NOW, de)).toBe(german);
  });
});

test('a moment of another day has its day', () => {
  expect(moment('2026-11-30T12:00:00Z', NOW, 'en-GB')).toMatch(/^\d\d:\d\d:00$/);
  expect(moment('2026-11-27T12:00:00Z', NOW, 'de-DE')).toMatch(/^27\. Nov\. \d\d:\d\d$/);
});

test('an event is told in words, without the id behind its colon', () => {
  expect(eventWords('paid:9f31', en)).toBe('paid');
  expect(eventWords('edited:77aa', de)).toBe('bearbeitet');
  expect(eventWords('something-new:1', en)).toBe('something-new');
});
