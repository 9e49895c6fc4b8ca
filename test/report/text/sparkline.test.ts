import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Course, sparklines } from '../../../src/report/text/sparkline.ts';
import { textWidth } from '../../../src/report/text/width.ts';

const course = (values: readonly number[], from = 1): Course => ({
  steps: values.map((_, index) => index + from),
  values,
});
const one = (values: readonly number[], columns = 16): string => sparklines([course(values)], columns).lines[0] ?? '';

describe('the course of a metric', () => {
  test.each([
    ['rises and falls in eight heights', [0, 1, 2, 3, 4, 5, 6, 7, 3], '▁▂▃▄▅▆▇█▄'],
    ['is a flat line in the middle where nothing changes', [2, 2, 2], '▄▄▄'],
    ['keeps its shape below zero', [-8, -1], '▁█'],
    ['marks what is no finite number', [1, Number.NaN, 2, Number.POSITIVE_INFINITY, 1], '▁×█×▁'],
    ['is all marks where no number is finite', [Number.NaN, Number.NaN], '××'],
    ['of one point is one block', [5], '▄'],
    ['of no point is empty', [], ''],
    ['survives the largest numbers', [-Number.MAX_VALUE, 0, Number.MAX_VALUE], '▁▅█'],
  ])('%s', (_, values, shown) => {
    expect(one(values)).toBe(shown);
  });

  test('is no wider than asked for, each block the mean of its stretch', () => {
    expect(one([0, 0, 7, 7, 0, 0, 7, 7], 4)).toBe('▁█▁█');
    expect(one([0, 7, 0, 7], 2)).toBe('▄▄');
  });

  test('loses no number that is not finite, however many points share its block', () => {
    const values = Array.from({ length: 1_000 }, (_, index) => (index === 777 ? Number.NaN : index));
    expect(one(values, 10).indexOf('×')).toBe(7);
  });
});

describe('two courses', () => {
  test('share one scale, so that what looks alike is alike', () => {
    expect(sparklines([course([0, 0]), course([7, 7])], 8).lines).toEqual(['▁▁', '██']);
  });

  test('share their steps: where one has no point it shows so', () => {
    expect(sparklines([course([1, 2, 3]), course([1, 2], 1)], 8).lines).toEqual(['▁▅█', '▁▅·']);
    expect(sparklines([course([1, 3]), course([1, 3], 2)], 8).lines).toEqual(['▁█·', '·▁█']);
  });

  test('tell in which block a step lies', () => {
    const { indexOf } = sparklines([course([1, 2, 3, 4, 5, 6])], 3);
    expect([1, 2, 3, 4, 5, 6].map(indexOf)).toEqual([0, 0, 1, 1, 2, 2]);
    expect([indexOf(-5), indexOf(99)]).toEqual([0, 2]);
  });
});

const anyCourse = fc
  .uniqueArray(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 60 })
  .chain((steps) =>
    fc
      .array(fc.double(), { minLength: steps.length, maxLength: steps.length })
      .map((values): Course => ({ steps: steps.toSorted((a, b) => a - b), values })),
  );

describe('whatever the numbers are,', () => {
  test('all lines have the same width, at most what was asked for, and nothing but their ten marks', () => {
    fc.assert(
      fc.property(fc.array(anyCourse, { maxLength: 3 }), fc.integer({ min: 0, max: 40 }), (courses, columns) => {
        const { lines } = sparklines(courses, columns);
        const steps = new Set(courses.flatMap((each) => each.steps));
        for (const line of lines) {
          expect(line).toMatch(/^[▁▂▃▄▅▆▇█×·]*$/);
          expect(textWidth(line)).toBe(Math.min(columns, steps.size));
        }
      }),
    );
  });

  test('a course is marked exactly where a number is not finite', () => {
    fc.assert(
      fc.property(anyCourse, fc.integer({ min: 1, max: 40 }), (each, columns) => {
        const { lines, indexOf } = sparklines([each], columns);
        const marked = new Set(
          each.steps.filter((_, index) => !Number.isFinite(each.values[index] ?? Number.NaN)).map(indexOf),
        );
        const shown = [...(lines[0] ?? '')].flatMap((block, index) => (block === '×' ? [index] : []));
        expect(shown).toEqual([...marked].sort((a, b) => a - b));
      }),
    );
  });

  test('the highest stretch is never drawn lower than the lowest', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 2, maxLength: 30 }),
        (values) => {
          const line = [...one(values, values.length)];
          const at = (value: number): string => line[values.indexOf(value)] ?? '';
          expect(at(Math.max(...values)).codePointAt(0) ?? 0).toBeGreaterThanOrEqual(
            at(Math.min(...values)).codePointAt(0) ?? 0,
          );
        },
      ),
    );
  });

  test('a hundred thousand points take no time', () => {
    const values = Array.from({ length: 100_000 }, (_, index) => Math.sin(index / 5_000));
    const started = performance.now();
    expect(sparklines([course(values), course(values)], 24).lines[0]).toHaveLength(24);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
