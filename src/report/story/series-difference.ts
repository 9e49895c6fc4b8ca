/** How a metric series differs, in words that tell a difference for a while from one that lasts: once for all media. */
import { formatInteger, formatStep, plural } from '../../model/format-number.ts';
import { differs, type MetricRow } from './metric-rows.ts';

export interface SeriesDifference {
  /** `differs from step 47 on`: after the name of the series. */
  readonly words: string;
  /** `from step 47`: in a column that is called "differs". */
  readonly cell: string;
  readonly tolerated: boolean;
  /** Null where the runs differ in what their steps count: there is no first step then. */
  readonly firstStep: number | null;
  /** True where nothing is the same again, as far as is known. */
  readonly lasting: boolean;
}

/** Null where the runs agree to the end. */
export function seriesDifference(row: MetricRow): SeriesDifference | null {
  const { series, leaf } = row;
  if (!differs(row)) return null;
  const firstStep = series.firstDivergentStep;
  if (leaf?.kind === 'entry-kind' || firstStep === null) {
    return {
      words: 'differs in what its steps count',
      cell: 'in kind',
      tolerated: false,
      firstStep: null,
      lasting: true,
    };
  }
  const at = `${series.stepKind} ${formatStep(firstStep)}`;
  const lasting = { words: `differs from ${at} on`, cell: `from ${at}`, tolerated: false, firstStep, lasting: true };
  if (leaf?.kind !== 'series') return lasting;
  const { tolerated, differing, of } = leaf;
  if (differing === 1)
    return {
      words: `differs at ${at}`,
      cell: `at ${at}`,
      tolerated,
      firstStep,
      lasting: differing === stepsFrom(row, of, firstStep),
    };
  if (differing === stepsFrom(row, of, firstStep)) return { ...lasting, tolerated };
  return {
    words: `${formatInteger(differing)} of ${plural(of, 'point')} differ, first at ${at}`,
    cell: `${formatInteger(differing)} of ${formatInteger(of)}, first at ${at}`,
    tolerated,
    firstStep,
    lasting: false,
  };
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
