/**
 * Points, as they come, to series.
 *
 * Where a step is written again the last value counts, as in every tracker; values that were overwritten by another one
 * are kept in a series of their own, `NAME (overwritten)`, so that a difference in them is seen too.
 */

import type { Point, Series, StepKind } from '../../model/point.ts';
import { LimitProblem } from '../../model/problem.ts';

/** A number of a metric file; `exact` only where a double cannot hold it. */
export interface MetricNumber {
  readonly value: number;
  readonly exact?: string;
}

export interface PointOptions {
  readonly precision?: Series['precision'];
  /** For columns that repeat by their nature (the epoch of each row): writing the same value again is no rewriting. */
  readonly repeats?: boolean;
}

export interface SeriesCollector {
  add(name: string, stepKind: StepKind, step: number, number: MetricNumber, options?: PointOptions): void;
  /** In order of first appearance, each in ascending order of step. */
  finish(): readonly Series[];
}

/** A model logs some hundred series; data that makes more is not metrics. */
const maxSeries = 20_000;

interface Growing {
  readonly name: string;
  readonly stepKind: StepKind;
  readonly points: Map<number, Point>;
  readonly overwritten: Point[];
  rewritten: number;
  precision: Series['precision'];
}

/** @throws LimitProblem `METRICS_SERIES` (from `add`) */
export function collectSeries(file: string): SeriesCollector {
  const all = new Map<string, Growing>();
  const names = new Set<string>();
  const begin = (name: string, stepKind: StepKind): Growing => {
    if (all.size >= maxSeries)
      throw new LimitProblem('METRICS_SERIES', `The file has more than ${maxSeries} series.`, {
        place: { file },
        remedy: 'If it holds no metrics, leave it out with `metrics: exclude`.',
      });
    // The same name by step and by epoch makes two series, and each needs a name of its own.
    const unique = names.has(name) ? `${name} (by ${stepKind})` : name;
    names.add(unique);
    const growing: Growing = {
      name: unique,
      stepKind,
      points: new Map(),
      overwritten: [],
      rewritten: 0,
      precision: 'float32',
    };
    all.set(`${stepKind} ${name}`, growing);
    return growing;
  };
  return {
    add(name, stepKind, step, number, { precision = 'float64', repeats = false } = {}) {
      const series = all.get(`${stepKind} ${name}`) ?? begin(name, stepKind);
      const point: Point = { step, ...number };
      const before = series.points.get(step);
      if (before !== undefined) {
        const same = Object.is(before.value, point.value) && before.exact === point.exact;
        if (!same) series.overwritten.push({ ...before, step: series.overwritten.length });
        if (!same || !repeats) series.rewritten++;
      }
      if (precision === 'float64') series.precision = precision;
      series.points.set(step, point);
    },
    finish() {
      return [...all.values()].flatMap(({ name, stepKind, points, overwritten, rewritten, precision }) => {
        const sorted = [...points.values()].sort((a, b) => a.step - b.step);
        const series: Series = { name, stepKind, points: sorted, rewritten, precision };
        if (overwritten.length === 0) return [series];
        return [
          series,
          { name: `${name} (overwritten)`, stepKind: 'row' as const, points: overwritten, rewritten: 0, precision },
        ];
      });
    },
  };
}
