import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { code, plainText, type Text, words } from '../../../src/report/text/span.ts';
import { layTable } from '../../../src/report/text/table.ts';
import { fitted, textWidth } from '../../../src/report/text/width.ts';
import { wrapText } from '../../../src/report/text/wrap.ts';

const printable = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '/', '.', '漢', 'é', '-'), maxLength: 60 });
const styled: fc.Arbitrary<Text> = fc
  .array(fc.tuple(printable, fc.boolean()), { maxLength: 5 })
  .map((parts) => words(...parts.map(([text, isCode]) => (isCode ? code(text) : text))));

describe('textWidth', () => {
  test.each([
    ['abc', 3],
    ['漢字', 4],
    ['e\u0301', 1],
    ['🦊', 2],
  ])('%s takes %d columns', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });

  test('what is fitted is never wider than asked for', () => {
    fc.assert(
      fc.property(printable, fc.integer({ min: 1, max: 40 }), (text, columns) => {
        expect(textWidth(fitted(text, columns))).toBeLessThanOrEqual(columns);
      }),
    );
  });
});

describe('wrapText', () => {
  test('loses no character but spaces at the ends of lines', () => {
    fc.assert(
      fc.property(styled, fc.integer({ min: 4, max: 40 }), (text, columns) => {
        const lines = wrapText(text, columns);
        expect(lines.map(plainText).join('').replaceAll(' ', '')).toBe(plainText(text).replaceAll(' ', ''));
        for (const line of lines) expect(textWidth(plainText(line).trimEnd())).toBeLessThanOrEqual(columns);
      }),
    );
  });

  test('cuts a long path behind a separator', () => {
    expect(wrapText(words('checkpoints/best_model.safetensors'), 24).map(plainText)).toEqual([
      'checkpoints/best_model.',
      'safetensors',
    ]);
  });
});

describe('layTable', () => {
  const columns = [
    { title: words('Name'), align: 'left' as const },
    { title: words('Count'), align: 'right' as const },
  ];

  test('aligns columns, numbers to the right', () => {
    const lines = layTable(
      columns,
      [
        [words('a'), words('12,345')],
        [words('漢'), words('7')],
      ],
      40,
    );
    expect(lines.map(plainText)).toEqual(['Name   Count', 'a     12,345', '漢         7']);
  });

  test('wraps inside its column where there is too little room', () => {
    const lines = layTable(columns, [[words('one two three four five'), words('12,345')]], 24).map(plainText);
    expect(lines).toEqual(['Name               Count', 'one two three     12,345', 'four five']);
  });

  test('tells rows one under the other where columns would get too narrow', () => {
    const wide = Array.from({ length: 5 }, (_, index) => ({ title: words(`T${index}`), align: 'left' as const }));
    const lines = layTable(wide, [wide.map((_, index) => words(`${'x'.repeat(20)}${index}`))], 40).map(plainText);
    expect(lines[0]).toBe(`${'x'.repeat(20)}0`);
    expect(lines[1]).toBe(`  T1: ${'x'.repeat(20)}1`);
  });
});
