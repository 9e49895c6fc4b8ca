/**
 * Which metric series are told one by one, and which are only counted. Projects log the same series in many files (the Trainer repeats the
 * whole history in every checkpoint), and beside them settings and counters that say nothing: of a series that files repeat, the
 * longest stands for all, and what is no course and the same in both runs is named in one line. Nothing that differs is left out: a
 * series stands only for others that say no more than itself.
 */
import { checkpointNumber } from '../../model/checkpoint-name.ts';
import type { ComparedSeries } from '../../model/coverage.ts';
import { type LeafDifference, leavesOf } from '../../model/difference.ts';
import type { Comparison, InventorySummary, SeriesSummary } from '../../model/evidence.ts';
import { stepKinds } from '../../model/point.ts';
import type { Course } from '../text/sparkline.ts';

export interface MetricRow {
  readonly series: ComparedSeries;
  /** The leaf of the tree about it; null where the runs agree. */
  readonly leaf: LeafDifference | null;
  /** Its points in each run; null where the inventories do not have them. */
  readonly courses: readonly [Course, Course] | null;
  /** The same series in other files. */
  readonly others: readonly ComparedSeries[];
}

export interface MetricRows {
  /** What differs first, the earliest on top. */
  readonly told: readonly MetricRow[];
  /** Counters, texts and numbers that stand alone, the same in both runs. */
  readonly settled: readonly ComparedSeries[];
  /** Times, rates and what the user set aside. */
  readonly notJudged: readonly MetricRow[];
}

/** Every series of a comparison, in exactly one place. */
export function metricRows(comparison: Comparison, inventories: readonly InventorySummary[]): MetricRows {
  const leaves = new Map<string, LeafDifference>();
  for (const { leaf, file } of leavesOf(comparison.difference)) {
    if (leaf.kind === 'series' || leaf.kind === 'entry-kind')
      leaves.set(seriesKey(file?.place ?? '', leaf.place), leaf);
  }
  const first = summariesOf(inventories, comparison.first);
  const second = summariesOf(inventories, comparison.second);
  const rows = comparison.coverage.series.map((series): Row => {
    const key = seriesKey(series.place, series.name);
    const summaries = { first: first.get(key) ?? null, second: second.get(key) ?? null };
    const { first: a, second: b } = summaries;
    return {
      series,
      leaf: leaves.get(key) ?? null,
      courses: a === null || b === null ? null : [a, b],
      others: [],
      summaries,
    };
  });
  const judged = rows.filter(({ series }) => series.decides);
  const settled = judged.filter(isSettled);
  return {
    told: folded(judged.filter((row) => !settled.includes(row))).toSorted((a, b) => order(a) - order(b)),
    settled: settled.map(({ series }) => series),
    notJudged: folded(rows.filter(({ series }) => !series.decides)),
  };
}

interface Row extends MetricRow {
  readonly summaries: { readonly first: SeriesSummary | null; readonly second: SeriesSummary | null };
}

/** Tells a series from all others of a run: by its file, as it is called in both runs, and its name. */
export function seriesKey(place: string, name: string): string {
  return JSON.stringify([place, name]);
}

function summariesOf(inventories: readonly InventorySummary[], run: number): ReadonlyMap<string, SeriesSummary> {
  const own = inventories.find((inventory) => inventory.run === run)?.series ?? [];
  return new Map(own.map((series) => [seriesKey(series.neutralPath, series.name), series]));
}

/** True for a number (or text) that stands alone in its file, or tells how the training ended: there is no course to be seen. */
export function standsAlone({ name, stepKind, points }: ComparedSeries): boolean {
  return (stepKind === 'row' || name.startsWith('final/')) && points.first <= 1 && points.second <= 1;
}

function isSettled(row: MetricRow): boolean {
  return !differs(row) && (row.series.proves === false || standsAlone(row.series));
}

/** True where the runs do not agree to the last digit. */
export function differs({ series, leaf }: MetricRow): boolean {
  return leaf !== null || series.firstDivergentStep !== null;
}

/** Of the rows of one name in files of one name, those that stand for others, with these. */
function folded(rows: readonly Row[]): readonly Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const { place, name, stepKind } = row.series;
    const key = JSON.stringify([place.slice(place.lastIndexOf('/') + 1), name, stepKind]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].flatMap(foldGroup);
}

function foldGroup(group: readonly Row[]): readonly Row[] {
  const [newest, ...older] = group.toSorted(newestFirst);
  if (newest === undefined || older.length === 0) return group;
  const repeated = older.filter((row) => saysNoMore(row, newest));
  const left = older.filter((row) => !repeated.includes(row));
  return [{ ...newest, others: repeated.map(({ series }) => series) }, ...left];
}

/** What differs before what does not; then the longest; then by epoch or step in the path; then by name. */
function newestFirst(a: Row, b: Row): number {
  const length = ({ series: { points } }: Row): number => points.first + points.second;
  const number = ({ series: { place } }: Row): number => checkpointNumber(place)?.number ?? -1;
  return (
    Number(differs(b)) - Number(differs(a)) ||
    length(b) - length(a) ||
    number(b) - number(a) ||
    (a.series.place < b.series.place ? 1 : -1)
  );
}

/** True where an older file's series is the beginning of the newer one's, in both runs, and differs where that differs. */
function saysNoMore(older: Row, newest: Row): boolean {
  if (effectOf(older) > effectOf(newest)) return false;
  // Numbers that stand alone: one that differs stands for the others that do, which are counted.
  if (standsAlone(newest.series)) return true;
  const { firstDivergentStep: step, lastStep } = older.series;
  const seen = newest.series.firstDivergentStep;
  if (step === null ? seen !== null && lastStep !== null && seen <= lastStep : step !== seen) return false;
  return (['first', 'second'] as const).every((side) => isBeginning(older.summaries[side], newest.summaries[side]));
}

/** 0 agrees, 1 within the tolerance, 2 differs. */
function effectOf(row: MetricRow): number {
  return !differs(row) ? 0 : row.leaf?.kind === 'series' && row.leaf.tolerated ? 1 : 2;
}

/** Point by point where all points are at hand; of thinned series by what is known of their ends. */
function isBeginning(older: SeriesSummary | null, newer: SeriesSummary | null): boolean {
  if (older === null || newer === null || older.count > newer.count) return false;
  const whole = older.steps.length === older.count && newer.steps.length === newer.count;
  if (!whole) return older.steps[0] === newer.steps[0] && (older.steps.at(-1) ?? 0) <= (newer.steps.at(-1) ?? 0);
  return older.steps.every(
    (step, index) => step === newer.steps[index] && Object.is(older.values[index], newer.values[index]),
  );
}

/** What differs by the step; a number that stands alone behind all courses. Then what agrees. */
function order(row: MetricRow): number {
  if (!differs(row)) return Number.MAX_VALUE;
  return stepKinds.indexOf(row.series.stepKind) * 1e15 + (row.series.firstDivergentStep ?? 0);
}
