/**
 * The metric series as courses: for each series that was compared, the points of every run on one axis of steps, and the distance
 * between the runs where both have a point.
 */
import type { SeriesSummary } from '../model/evidence.ts';
import type { Report } from '../model/report.ts';
import { hasVerdict } from '../model/verdict.ts';
import { differs, metricRows, seriesKey } from '../report/story/metric-rows.ts';
import { type CourseDifference, courseDifference, weightier } from './course-difference.ts';
import { numberOf } from './number-of.ts';

export interface Course {
  readonly name: string;
  /** Neutral path of the file. */
  readonly place: string;
  readonly stepKind: string;
  /** Null where the runs agree, or differ in what their steps count. */
  readonly firstDivergentStep: number | null;
  readonly difference: CourseDifference;
  readonly decides: boolean;
  /** How many more files say the same of it. */
  readonly repeatedIn: number;
  /** By run: how many points there are; more than are drawn where they were thinned. */
  readonly counts: readonly { readonly run: number; readonly count: number; readonly drawn: number }[];
  /** Runs that hold NaN or infinity: at how many of the points that are drawn, and where first. */
  readonly notFinite: readonly { readonly run: number; readonly count: number; readonly firstStep: number }[];
  /** False where there is no distance to be drawn: the finite values of all runs are the same. */
  readonly hasDistance: boolean;
  /** Made when it is drawn: thousands of points of hundreds of series are joined only where they are looked at. */
  readonly join: () => JoinedCourse;
}

export interface JoinedCourse {
  readonly steps: readonly number[];
  /** By run, as many as steps; null where the run has no finite point. */
  readonly values: readonly (readonly (number | null)[])[];
  /** By run: the places among the steps where it has a point that is not finite. A line is broken there, and joined where it has none. */
  readonly notFinite: readonly (readonly number[])[];
  /** Between the first run and each other run: |a − b|; null where one of them has no finite point. */
  readonly distances: readonly (readonly (number | null)[])[];
}

/**
 * The courses of the series that the story tells one by one (`metricRows`): the earliest divergence first, then those that agree, then what
 * is only shown. What files repeat is drawn once, and a single number is no course.
 */
export function coursesOf(report: Report): readonly Course[] {
  const linesByKey = new Map<string, { readonly run: number; readonly one: SeriesSummary }[]>();
  for (const { run, series } of report.inventories) {
    for (const one of series) {
      const key = seriesKey(one.neutralPath, one.name);
      linesByKey.set(key, [...(linesByKey.get(key) ?? []), { run, one }]);
    }
  }
  const found = new Map<string, Course>();
  const apart = new Set<string>();
  const proves = hasVerdict(report.judgement.outcome);
  for (const comparison of report.comparisons) {
    const { told, notJudged } = metricRows(comparison, report.inventories);
    for (const row of [...told, ...notJudged]) {
      const { series, others } = row;
      const { place, name, stepKind, firstDivergentStep, decides } = series;
      const key = seriesKey(place, name);
      const before = found.get(key);
      const steps = [before?.firstDivergentStep ?? null, firstDivergentStep].filter((step) => step !== null);
      const lines = linesByKey.get(key) ?? [];
      if (lines.every(({ one }) => one.count < 2)) continue;
      const difference = courseDifference(row, proves);
      if (differs(row)) apart.add(key);
      found.set(key, {
        name,
        place,
        stepKind,
        firstDivergentStep: steps.length === 0 ? null : Math.min(...steps),
        difference: before === undefined ? difference : weightier(before.difference, difference),
        decides,
        repeatedIn: Math.max(before?.repeatedIn ?? 0, others.length),
        counts: lines.map(({ run, one }) => ({ run, count: one.count, drawn: one.steps.length })),
        notFinite: lines.flatMap(({ run, one }) => notFiniteOf(run, one)),
        hasDistance: before?.hasDistance === true || (differs(row) && hasDistance(lines.map(({ one }) => one))),
        join: () => joinLines(lines.map(({ one }) => one)),
      });
    }
  }
  // What differs in what its steps count differs from the beginning.
  const order = ({ place, name, decides, firstDivergentStep }: Course): number =>
    (decides ? 0 : 1e300) + (apart.has(seriesKey(place, name)) ? (firstDivergentStep ?? 0) : 1e200);
  return [...found.values()].sort((a, b) => order(a) - order(b));
}

interface Line {
  readonly steps: readonly number[];
  readonly values: readonly number[];
}

function notFiniteOf(run: number, { steps, values }: Line): Course['notFinite'] {
  const found = steps.filter((_, index) => !Number.isFinite(numberOf(values[index])));
  const [firstStep] = found;
  return firstStep === undefined ? [] : [{ run, count: found.length, firstStep }];
}

/** Whether any run is apart from the first where both have a number. */
function hasDistance([first, ...others]: readonly Line[]): boolean {
  if (first === undefined) return false;
  const base = new Map(first.steps.map((step, index) => [step, numberOf(first.values[index])]));
  return others.some(({ steps, values }) =>
    steps.some((step, index) => {
      const distance = Math.abs(numberOf(values[index]) - (base.get(step) ?? Number.NaN));
      return Number.isFinite(distance) && distance > 0;
    }),
  );
}

/** Points of several runs on one axis of steps. */
export function joinLines(lines: readonly Line[]): JoinedCourse {
  const steps = [...new Set(lines.flatMap((line) => line.steps))].sort((a, b) => a - b);
  const places = new Map(steps.map((step, index) => [step, index]));
  const rows = lines.map((line) => {
    const row: (number | null)[] = new Array(steps.length).fill(null);
    const notFinite: number[] = [];
    for (let index = 0; index < line.steps.length; index++) {
      const place = places.get(line.steps[index] ?? Number.NaN);
      const value = numberOf(line.values[index]);
      if (place === undefined) continue;
      if (Number.isFinite(value)) row[place] = value;
      else notFinite.push(place);
    }
    return { row, notFinite };
  });
  const values = rows.map(({ row }) => row);
  const [first = [], ...others] = values;
  const distances = others.map((other) =>
    other.map((value, index) => {
      const base = first[index] ?? null;
      return value === null || base === null ? null : Math.abs(value - base);
    }),
  );
  return { steps, values, notFinite: rows.map(({ notFinite }) => notFinite), distances };
}
