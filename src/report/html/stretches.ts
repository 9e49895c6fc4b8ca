/**
 * The stretches of its steps in which the runs of a series are apart, for the time line. What is the same again is not drawn as different;
 * where the points at hand do not tell, nothing is said of what follows the first difference.
 */
import type { MetricRow } from '../story/metric-rows.ts';
import type { SeriesDifference } from '../story/series-difference.ts';
import type { Course } from '../text/sparkline.ts';

/** Both ends included. */
export type Stretch = readonly [from: number, to: number];

/** Null: not known beyond the first step. */
export function stretchesApart(row: MetricRow, { firstStep, lasting }: SeriesDifference): readonly Stretch[] | null {
  if (firstStep === null) return [[Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]];
  if (row.leaf?.kind === 'series' && row.leaf.differing === 1) return [[firstStep, firstStep]];
  if (lasting || row.leaf?.kind !== 'series') return [[firstStep, Number.POSITIVE_INFINITY]];
  return stretchesOf(row, row.leaf.differing);
}

/** Neighbouring steps that differ, put together; null where the points at hand are not all of them. */
function stretchesOf({ courses }: MetricRow, differing: number): readonly Stretch[] | null {
  if (courses === null) return null;
  const [first, second] = courses.map(valuesByStep);
  const stretches: [number, number][] = [];
  let [found, inside] = [0, false];
  for (const step of [...new Set(courses.flatMap(({ steps }) => steps))].sort((a, b) => a - b)) {
    const apart = !Object.is(first?.get(step), second?.get(step));
    const last = stretches.at(-1);
    if (apart && inside && last !== undefined) last[1] = step;
    else if (apart) stretches.push([step, step]);
    inside = apart;
    found += apart ? 1 : 0;
  }
  return found === differing ? stretches : null;
}

function valuesByStep({ steps, values }: Course): ReadonlyMap<number, number | undefined> {
  return new Map(steps.map((step, index) => [step, values[index]]));
}
