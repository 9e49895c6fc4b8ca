import { describe, expect, test } from 'vitest';
import { parseDuration, parseSize } from '../../src/config/quantities.ts';

describe('durations', () => {
  test.each([
    ['6h', 21_600_000],
    ['90s', 90_000],
    ['1h30m', 5_400_000],
    ['90', 90_000],
    ['1d2h3m4s', 93_784_000],
    ['20d', 1_728_000_000],
  ])('%s', (text, milliseconds) => expect(parseDuration(text)).toBe(milliseconds));
  test.each([
    '',
    '0',
    '0s',
    '-1',
    '1.5h',
    '6 h',
    '6H',
    '30m1h',
    '1h1h',
    'h',
    '20d1s',
    '1728001',
    '999999999d',
    'off',
    '1e3',
    'NaN',
  ])('%j is none', (text) => expect(parseDuration(text)).toBeNull());
});

describe('sizes', () => {
  test.each([
    ['2GB', 2_000_000_000],
    ['500MiB', 524_288_000],
    ['1.5 GiB', 1_610_612_736],
    ['1', 1],
    ['10B', 10],
    ['3kB', 3000],
    ['1TiB', 2 ** 40],
  ])('%s', (text, bytes) => expect(parseSize(text)).toBe(bytes));
  test.each(['', '0', '-1', '2gb', '2Gb', '1e3', '.5GB', '2 GB GB', '9999999999999999TiB', '0.1B', 'Infinity'])(
    '%j is none',
    (text) => expect(parseSize(text)).toBeNull(),
  );
});
