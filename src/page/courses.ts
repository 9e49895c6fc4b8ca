/**
 * The metric series as courses: for each series that was compared, the points of every run on one axis of steps, and the distance
 * between the runs where both have a point.
 */
import type { SeriesSummary } from '../model/evidence.ts';
import type { Report } from '../model/report.ts';
import { differs, metricRows } from '../report/story/metric-rows.ts';
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
  /** Made when it is drawn: thousands of points of hundreds of series are joined only where they are looked at. */
  readonly join: () => JoinedCourse;
}

export interface JoinedCourse {
  readonly steps: readonly number[];
  /** By run, as many as steps; null where the run has no (finite) point. */
  readonly values: readonly (readonly (number | null)[])[];
  /** Between the first run and each other run: |a − b|; null where one of them has no point. */
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
      const key = keyOf(one.neutralPath, one.name);
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
      const key = keyOf(place, name);
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
        join: () => joinLines(lines.map(({ one }) => one)),
      });
    }
  }
  // What differs in what its steps count differs from the beginning.
  const order = ({ place, name, decides, firstDivergentStep }: Course): number =>
    (decides ? 0 : 1e300) + (apart.has(keyOf(place, name)) ? (firstDivergentStep ?? 0) : 1e200);
  return [...found.values()].sort((a, b) => order(a) - order(b));
}

/** False for audits that came to no verdict (the same as `hasVerdict` of the results, which stay out of the page). */
function hasVerdict(outcome: Report['judgement']['outcome']): boolean {
  return outcome !== 'inconclusive' && outcome !== 'run-failed' && outcome !== 'cancelled';
}

function keyOf(place: string, name: string): string {
  return JSON.stringify([place, name]);
}

interface Line {
  readonly steps: readonly number[];
  readonly values: readonly number[];
}

/** Points of several runs on one axis of steps. */
export function joinLines(lines: readonly Line[]): JoinedCourse {
  const steps = [...new Set(lines.flatMap((line) => line.steps))].sort((a, b) => a - b);
  const places = new Map(steps.map((step, index) => [step, index]));
  const values = lines.map((line) => {
    const row: (number | null)[] = new Array(steps.length).fill(null);
    for (let index = 0; index < line.steps.length; index++) {
      const place = places.get(line.steps[index] ?? Number.NaN);
      const value = numberOf(line.values[index]);
      if (place !== undefined && Number.isFinite(value)) row[place] = value;
    }
    return row;
  });
  const [first = [], ...others] = values;
  const distances = others.map((other) =>
    other.map((value, index) => {
      const base = first[index] ?? null;
      return value === null || base === null ? null : Math.abs(value - base);
    }),
  );
  return { steps, values, distances };
}
