import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarizeSeries, thin } from '../../src/collect/series-summary.ts';
import type { SeriesFile } from '../../src/model/inventory.ts';
import type { Point } from '../../src/model/point.ts';

const points = (values: readonly number[]): readonly Point[] => values.map((value, step) => ({ step, value }));
const file = (...series: SeriesFile['series']): SeriesFile => ({
  path: 'metrics.jsonl',
  neutralPath: 'metrics.jsonl',
  format: 'jsonl',
  series,
  notes: [],
});
const named = (name: string, all: readonly Point[]): SeriesFile['series'][number] => ({
  name,
  stepKind: 'step',
  points: all,
  rewritten: 0,
  precision: 'float64',
});

describe('summarizeSeries', () => {
  it('keeps every point of a short series', () => {
    expect(summarizeSeries([file(named('loss', points([3, 2, 1])))])).toEqual([
      {
        path: 'metrics.jsonl',
        neutralPath: 'metrics.jsonl',
        name: 'loss',
        stepKind: 'step',
        count: 3,
        steps: [0, 1, 2],
        values: [3, 2, 1],
      },
    ]);
  });

  it('leaves texts out', () => {
    const texts = [{ step: 0, value: Number.NaN, text: 'adam' }];
    expect(summarizeSeries([file(named('optimizer (text)', texts))])).toEqual([]);
  });

  it('bounds what goes into a report, and says how many points there were', () => {
    const many = Array.from({ length: 200 }, (_, n) =>
      named(`s${n}`, points(Array.from({ length: 5000 }, Math.random))),
    );
    const found = summarizeSeries([file(...many)]);
    expect(found.every(({ count }) => count === 5000)).toBe(true);
    expect(found.reduce((sum, { steps }) => sum + steps.length, 0)).toBeLessThanOrEqual(50_000);
  });
});

describe('thin', () => {
  it('keeps steps that two lines of the same steps have in common, all along', () => {
    const one = thin(points(Array.from({ length: 5000 }, Math.random)), 302).map(({ step }) => step);
    const other = thin(points(Array.from({ length: 5000 }, Math.random)), 302).map(({ step }) => step);
    const shared = one.filter((step) => other.includes(step));
    expect(shared.length).toBeGreaterThanOrEqual(100);
    expect(Math.max(...shared.map((step, index) => step - (shared[index - 1] ?? 0)))).toBeLessThanOrEqual(100);
  });

  it('keeps the ends and the extremes, in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 400 }),
        fc.integer({ min: 8, max: 100 }),
        (values, most) => {
          const all = points(values);
          const kept = thin(all, most);
          expect(kept.length).toBeLessThanOrEqual(Math.max(most, 1));
          expect([kept[0], kept.at(-1)]).toEqual([all[0], all.at(-1)]);
          const keptValues = kept.map(({ value }) => value);
          expect(Math.max(...keptValues)).toBe(Math.max(...values));
          expect(Math.min(...keptValues)).toBe(Math.min(...values));
          expect(kept.map(({ step }) => step)).toEqual(kept.map(({ step }) => step).toSorted((a, b) => a - b));
        },
      ),
    );
  });

  it('keeps the first value that is not finite', () => {
    const values = Array.from({ length: 1000 }, (_, n) => (n >= 700 ? Number.NaN : 1));
    expect(thin(points(values), 100).find(({ value }) => Number.isNaN(value))?.step).toBe(700);
  });
});
