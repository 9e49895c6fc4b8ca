/**
 * How a metric series differs, as the time line tells it: in words, in a tone, and in the stretches of its steps where the runs are apart.
 * What is the same again is not drawn as different; where the points at hand do not tell, nothing is said of what follows the first difference.
 */
import type { LeafDifference } from '../../model/difference.ts';
import { formatInteger, formatStep, plural } from '../../model/format-number.ts';
import { differs, type MetricRow } from '../story/metric-rows.ts';
import type { Course } from '../text/sparkline.ts';

export interface SeriesDifference {
  readonly words: string;
  readonly tone: 'bad' | 'doubt';
  /** Null where the runs differ in what their steps count: there is no first step then. */
  readonly firstStep: number | null;
  /** Stretches of steps in which the runs differ, both ends included. Null: not known beyond the first step. */
  readonly apart: readonly Stretch[] | null;
}

type Stretch = readonly [from: number, to: number];
type SeriesLeaf = LeafDifference & { readonly kind: 'series' };

const everything: readonly Stretch[] = [[Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]];

/** Null where the runs agree to the end. */
export function seriesDifference(row: MetricRow): SeriesDifference | null {
  const { series, leaf } = row;
  if (!differs(row)) return null;
  const firstStep = series.firstDivergentStep;
  if (leaf?.kind === 'entry-kind' || firstStep === null)
    return { words: 'differs in what its steps count', tone: 'bad', firstStep: null, apart: everything };
  const at = `${series.stepKind} ${formatStep(firstStep)}`;
  const toTheEnd: readonly Stretch[] = [[firstStep, Number.POSITIVE_INFINITY]];
  if (leaf?.kind !== 'series') return { words: `differs from ${at} on`, tone: 'bad', firstStep, apart: toTheEnd };
  const note = leaf.tolerated ? ', tolerated' : '';
  const tone = leaf.tolerated ? 'doubt' : 'bad';
  if (leaf.differing === 1)
    return { words: `differs at ${at}${note}`, tone, firstStep, apart: [[firstStep, firstStep]] };
  if (leaf.differing === stepsFrom(row, leaf, firstStep))
    return { words: `differs from ${at} on${note}`, tone, firstStep, apart: toTheEnd };
  const words = `${formatInteger(leaf.differing)} of ${plural(leaf.of, 'point')} differ, first at ${at}${note}`;
  return { words, tone, firstStep, apart: stretchesOf(row, leaf) };
}

/** How many steps of both runs there are from this one on; null where that is not known. */
function stepsFrom(row: MetricRow, { of }: SeriesLeaf, first: number): number | null {
  if (row.courses === null) return null;
  const steps = new Set(row.courses.flatMap((course) => course.steps));
  if (steps.size === of) return [...steps].filter((step) => step >= first).length;
  // Of thinned points both ends are left: as many integers as fit between them are all of them.
  const last = Math.max(...row.courses.map((course) => course.steps.at(-1) ?? Number.NaN));
  const begin = Math.min(...row.courses.map((course) => course.steps[0] ?? Number.NaN));
  return Number.isInteger(first) && Number.isInteger(begin) && of === last - begin + 1 ? last - first + 1 : null;
}

/** Neighbouring steps that differ, put together; null where the points at hand are not all of them. */
function stretchesOf({ courses }: MetricRow, { differing }: SeriesLeaf): readonly Stretch[] | null {
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
