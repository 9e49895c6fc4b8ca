import { describe, expect, test } from 'vitest';
import {
  formatBytes,
  formatClauses,
  formatDuration,
  formatFloat,
  formatInteger,
  formatList,
  formatShape,
  formatSizes,
  formatUlp,
  plural,
  quote,
} from '../../src/model/format-number.ts';

const table = <T>(title: string, format: (value: T) => string, rows: readonly (readonly [T, string])[]): void => {
  describe(title, () => {
    test.each(rows)('%s → %s', (value, text) => {
      expect(format(value)).toBe(text);
    });
  });
};

table('integers', formatInteger, [
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [-1234567, '-1,234,567'],
  [12345678901234567890n, '12,345,678,901,234,567,890'],
  ['1000000', '1,000,000'],
]);
table('floats', formatFloat, [
  [0, '0'],
  [-0, '0'],
  [1.1920928955078125e-7, '1.192e-7'],
  [0.0125, '0.0125'],
  [0.1 + 0.2, '0.3'],
  [12345, '12,345'],
  [1234567.5, '1.235e+6'],
  [1e300, '1e+300'],
  [Number.NaN, 'NaN'],
  [Number.NEGATIVE_INFINITY, '-inf'],
]);
table('units in the last place', formatUlp, [
  ['1', '1 ulp'],
  ['999999', '999,999 ulp'],
  ['4294967296', '4.295e+9 ulp'],
]);
table('bytes', formatBytes, [
  [0, '0 bytes'],
  [1, '1 byte'],
  [1023, '1,023 bytes'],
  [1024, '1.0 KiB'],
  [4 * 1024 ** 3, '4.0 GiB'],
]);
table('durations', formatDuration, [
  [0, '0 ms'],
  [850, '850 ms'],
  [12_345, '12.3 s'],
  [59_999, '1 min 0 s'],
  [125_000, '2 min 5 s'],
  [3_780_000, '1 h 3 min'],
]);
table('quotations', quote, [
  ['a "b"', '"a \\"b\\""'],
  ['a\nb\u001b[31m\u202e', '"a\\nb\\u001b[31m\\u202e"'],
  ['\ud800', '"\\ud800"'],
  ['😀', '"😀"'],
  ['x'.repeat(130), `"${'x'.repeat(120)}…"`],
]);

test('counts take the fitting word', () => {
  expect([plural(1, 'tensor'), plural(1000, 'tensor'), plural(2, 'entry', 'entries')]).toEqual([
    '1 tensor',
    '1,000 tensors',
    '2 entries',
  ]);
});
test('lists are cut and counted', () => {
  expect([formatList([]), formatList(['a']), formatList(['a', 'b', 'c']), formatList(['a', 'b', 'c'], 2)]).toEqual([
    '',
    'a',
    'a, b and c',
    'a, b and 1 more',
  ]);
  expect(formatClauses(['a, b', 'c', 'd'], 2)).toBe('a, b; c; and 1 more');
});
test('shapes are in brackets', () => {
  expect([formatShape([]), formatShape([128, 64])]).toEqual(['[]', '[128, 64]']);
});
test('two sizes are told apart where their short forms are alike', () => {
  expect(formatSizes(2048, 2050)).toBe('2,048 bytes in the first run, 2,050 bytes in the second');
  expect(formatSizes(2048, 2048)).toBe('2.0 KiB in both runs');
});
