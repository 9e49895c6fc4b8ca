/** What a chart says of its series: how the runs differ, in words and in the tone that the style sheet colours. */
import { formatInteger, formatStep, plural } from '../model/format-number.ts';
import { differs, type MetricRow } from '../report/story/metric-rows.ts';

export interface CourseDifference {
  readonly words: string;
  readonly tone: 'good' | 'bad' | 'doubt' | 'quiet';
}

/** `proves`: the audit came to a verdict; without one what is the same proves nothing, and is not green. */
export function courseDifference(row: MetricRow, proves: boolean): CourseDifference {
  const { series, leaf } = row;
  if (!differs(row)) return { words: 'the same to the end', tone: proves && series.decides ? 'good' : 'quiet' };
  const tolerated = leaf?.kind === 'series' && leaf.tolerated;
  const tone = !series.decides ? 'quiet' : tolerated ? 'doubt' : 'bad';
  return { words: `${wordsOf(row)}${tolerated ? ', tolerated' : ''}`, tone };
}

function wordsOf(row: MetricRow): string {
  const { series, leaf } = row;
  const step = series.firstDivergentStep;
  if (leaf?.kind === 'entry-kind' || step === null) return 'differs in what its steps count';
  const at = `${series.stepKind} ${formatStep(step)}`;
  if (leaf?.kind !== 'series') return `differs from ${at} on`;
  if (leaf.differing === 1) return `differs at ${at}`;
  if (leaf.differing === stepsFrom(row, leaf.of, step)) return `differs from ${at} on`;
  return `${formatInteger(leaf.differing)} of ${plural(leaf.of, 'point')} differ, first at ${at}`;
}

/** How many steps of both runs there are from this one on; null where that is not known. */
function stepsFrom({ courses }: MetricRow, of: number, first: number): number | null {
  if (courses === null) return null;
  const steps = new Set(courses.flatMap((course) => course.steps));
  if (steps.size === of) return [...steps].filter((step) => step >= first).length;
  // Of thinned points both ends are left: as many integers as fit between them are all of them.
  const last = Math.max(...courses.map((course) => course.steps.at(-1) ?? Number.NaN));
  const begin = Math.min(...courses.map((course) => course.steps[0] ?? Number.NaN));
  return Number.isInteger(first) && Number.isInteger(begin) && of === last - begin + 1 ? last - first + 1 : null;
}

/** Of what several comparisons say of one series, the weightiest. */
export function weightier(a: CourseDifference, b: CourseDifference): CourseDifference {
  const weight: readonly CourseDifference['tone'][] = ['good', 'quiet', 'doubt', 'bad'];
  return weight.indexOf(b.tone) > weight.indexOf(a.tone) ? b : a;
}
