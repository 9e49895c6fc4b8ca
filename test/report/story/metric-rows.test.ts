import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ComparedSeries } from '../../../src/model/coverage.ts';
import { leavesOf } from '../../../src/model/difference.ts';
import type { Comparison, InventorySummary, SeriesSummary } from '../../../src/model/evidence.ts';
import { differs, metricRows } from '../../../src/report/story/metric-rows.ts';
import { series as seriesLeaf } from '../../fixtures/audits/leaves.ts';
import { arbitraryReport } from '../../fixtures/reports/arbitrary-report.ts';
import { gallery } from '../../fixtures/reports/gallery.ts';
import { comparison, fileGroup, inventory, lossSeries, root } from '../../fixtures/reports/parts.ts';

/** A series of one file, in both runs: its values from step 1 on. */
interface Logged {
  readonly place: string;
  readonly name?: string;
  readonly values: { readonly first: readonly number[]; readonly second: readonly number[] };
}

function summary({ place, name = 'loss', values }: Logged, side: 'first' | 'second'): SeriesSummary {
  const own = values[side];
  return {
    path: place,
    neutralPath: place,
    name,
    stepKind: 'step',
    count: own.length,
    steps: own.map((_, index) => index + 1),
    values: own,
  };
}

function rowsOf(logged: readonly Logged[], tolerated: readonly string[] = []) {
  const firstStep = ({ values }: Logged): number | null => {
    const at = values.first.findIndex((value, index) => value !== values.second[index]);
    return at < 0 ? null : at + 1;
  };
  const compared = logged.map(
    (one): ComparedSeries => ({
      ...lossSeries,
      place: one.place,
      name: one.name ?? 'loss',
      points: { first: one.values.first.length, second: one.values.second.length },
      lastStep: one.values.first.length,
      firstDivergentStep: firstStep(one),
    }),
  );
  const difference = root(
    ...logged.flatMap((one) => {
      const step = firstStep(one);
      if (step === null) return [];
      const leaf = seriesLeaf(one.name ?? 'loss', { firstStep: step, tolerated: tolerated.includes(one.place) });
      return [fileGroup(one.place, 'metrics', [leaf])];
    }),
  );
  const inventories: readonly InventorySummary[] = [
    inventory(1, { series: logged.map((one) => summary(one, 'first')) }),
    inventory(2, { series: logged.map((one) => summary(one, 'second')) }),
  ];
  return metricRows(comparison(difference, { series: compared }), inventories);
}

const same = (...values: readonly number[]) => ({ first: values, second: values });
const places = (rows: ReturnType<typeof rowsOf>): readonly string[] => rows.told.map(({ series }) => series.place);

describe('a series that several files repeat', () => {
  test('is told once, by the longest of them', () => {
    const rows = rowsOf([
      { place: 'checkpoint-2/state.json', values: same(3, 2) },
      { place: 'checkpoint-4/state.json', values: same(3, 2, 1, 0) },
      { place: 'checkpoint-3/state.json', values: same(3, 2, 1) },
    ]);
    expect(places(rows)).toEqual(['checkpoint-4/state.json']);
    expect(rows.told[0]?.others.map(({ place }) => place)).toEqual([
      'checkpoint-3/state.json',
      'checkpoint-2/state.json',
    ]);
  });

  test('is told once too where it differs from the same step on in all of them', () => {
    const rows = rowsOf([
      { place: 'checkpoint-2/state.json', values: { first: [3, 2], second: [3, 9] } },
      { place: 'checkpoint-3/state.json', values: { first: [3, 2, 1], second: [3, 9, 8] } },
    ]);
    expect(places(rows)).toEqual(['checkpoint-3/state.json']);
  });

  test.each([
    ['is another course', same(3, 7), same(3, 2, 1)],
    ['differs where the longer one agrees', { first: [3, 2], second: [3, 9] }, same(3, 2, 1)],
    ['agrees where the longer one differs already', same(3, 2), { first: [3, 2, 1], second: [3, 9, 1] }],
  ])('is told of each file where the shorter one %s', (_, shorter, longer) => {
    const rows = rowsOf([
      { place: 'fold-1/metrics.json', values: shorter },
      { place: 'fold-2/metrics.json', values: longer },
    ]);
    expect(places(rows).toSorted()).toEqual(['fold-1/metrics.json', 'fold-2/metrics.json']);
  });

  test('is told of each file where these have other names', () => {
    const rows = rowsOf([
      { place: 'a/train.json', values: same(3, 2) },
      { place: 'a/test.json', values: same(3, 2, 1) },
    ]);
    expect(rows.told).toHaveLength(2);
  });

  test('is told of the file in which no tolerance covers it', () => {
    const apart = { first: [3, 2], second: [3, 9] };
    const longer = { first: [3, 2, 1], second: [3, 9, 1] };
    const rows = rowsOf(
      [
        { place: 'a/state.json', values: apart },
        { place: 'b/state.json', values: longer },
      ],
      ['b/state.json'],
    );
    expect(places(rows).toSorted()).toEqual(['a/state.json', 'b/state.json']);
  });
});

test('what differs stands on top, the earliest first, and steps before epochs and single numbers', () => {
  const rows = rowsOf([
    { place: 'm', name: 'agrees', values: same(1, 2) },
    { place: 'm', name: 'late', values: { first: [1, 2, 3], second: [1, 2, 9] } },
    { place: 'm', name: 'early', values: { first: [1, 2], second: [9, 2] } },
  ]);
  expect(rows.told.map(({ series }) => series.name)).toEqual(['early', 'late', 'agrees']);
});

test("of the Trainer's files, that repeat the whole history, every series is told once", () => {
  const report = gallery['hugging-face'];
  const rows = metricRows(report?.comparisons[0] as Comparison, report?.inventories ?? []);
  expect(rows.told.map(({ series }) => series.name)).toEqual([
    'loss',
    'grad_norm',
    'eval_loss',
    'eval_accuracy',
    'final/best_metric',
    'learning_rate',
  ]);
  expect(rows.told.every(({ series }) => series.place.startsWith('outputs/checkpoint-60/'))).toBe(true);
  expect(rows.settled.length).toBeGreaterThan(20);
});

describe('of any comparison', () => {
  const anyComparison = fc.oneof(arbitraryReport, fc.constantFrom(...Object.values(gallery)));

  test('every series is in exactly one place: told, repeated, settled or not judged', () => {
    fc.assert(
      fc.property(anyComparison, ({ comparisons, inventories }) => {
        for (const one of comparisons) {
          const { told, settled, notJudged } = metricRows(one, inventories);
          const found = [...[...told, ...notJudged].flatMap(({ series, others }) => [series, ...others]), ...settled];
          expect(new Set(found).size).toBe(found.length);
          expect(found).toHaveLength(one.coverage.series.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('nothing that decides and differs is hidden behind something that agrees', () => {
    fc.assert(
      fc.property(anyComparison, ({ comparisons, inventories }) => {
        for (const one of comparisons) {
          const { told, settled } = metricRows(one, inventories);
          const differing = new Set(
            leavesOf(one.difference).flatMap(({ leaf, effect }) =>
              leaf.kind === 'series' && effect === 'content' ? [leaf.place] : [],
            ),
          );
          for (const row of told)
            for (const other of row.others) if (other.firstDivergentStep !== null) expect(differs(row)).toBe(true);
          for (const { name, firstDivergentStep } of settled) {
            expect(firstDivergentStep).toBeNull();
            // Of one name in several files, the one that differs is told.
            if (differing.has(name)) expect(told.some(({ series }) => series.name === name)).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
