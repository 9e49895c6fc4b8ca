/** The courses of a run's metrics, point by point, as checks need them: with the epoch of each point where it can be told. */
import type { InventorySummary } from '../model/evidence.ts';
import { volatileSeriesPolicy } from '../model/volatile-series.ts';

export interface CoursePoint {
  /** Null where steps are counted and no epoch stands beside them. */
  readonly epoch: number | null;
  /** Null where only epochs are counted. */
  readonly step: number | null;
  readonly value: number;
}

export interface MetricCourse {
  readonly name: string;
  readonly path: string;
  readonly points: readonly CoursePoint[];
}

export type Mode = 'min' | 'max';

/** Counters and settings are no results. */
const noResult =
  /(?:^|[/_])(?:epoch|step|global_step|lr|learning_rate|momentum|num_input_tokens_seen|total_flos)(?:[/_-]?\w*)?$/i;

/** Whole courses only: of a thinned one nobody knows every point. */
export function coursesOf(inventory: InventorySummary): readonly MetricCourse[] {
  return inventory.series
    .filter(({ name, stepKind, count, steps }) => {
      return (
        stepKind !== 'row' && steps.length === count && !noResult.test(name) && volatileSeriesPolicy(name) === null
      );
    })
    .map(({ name, path, stepKind, steps, values }) => {
      const epochs = stepKind === 'step' ? epochsBeside(inventory, path) : null;
      return {
        name,
        path,
        points: steps.map((at, index) => ({
          epoch: stepKind === 'epoch' ? at : (epochs?.get(at) ?? null),
          step: stepKind === 'step' ? at : null,
          value: values[index] ?? Number.NaN,
        })),
      };
    });
}

/** Lightning and the Trainer log the epoch as a series of its own beside the others. */
function epochsBeside(inventory: InventorySummary, path: string): ReadonlyMap<number, number> | null {
  const beside = inventory.series.find((one) => one.path === path && one.name === 'epoch' && one.stepKind === 'step');
  return beside === undefined ? null : new Map(beside.steps.map((step, index) => [step, beside.values[index] ?? 0]));
}

/** The best value and every point that has it; null where there is no finite value. */
export function bestOf(
  points: readonly CoursePoint[],
  mode: Mode,
): { readonly value: number; readonly at: readonly CoursePoint[] } | null {
  const finite = points.filter(({ value }) => Number.isFinite(value));
  if (finite.length === 0) return null;
  const values = finite.map(({ value }) => value);
  const value = values.reduce((best, next) => (mode === 'min' ? Math.min(best, next) : Math.max(best, next)));
  return { value, at: finite.filter((point) => point.value === value) };
}

/** Single precision keeps 7 digits, and loggers print fewer; a metric differs from its neighbour by more. */
export function sameMetric(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b));
}

/** Metrics on held-out data are what a best model is chosen by. */
export function isHeldOut(name: string): boolean {
  return /(?:^|[/_. -])(?:val|valid|validation|eval|test|dev|holdout)(?=[/_. -]|$)/i.test(name);
}
