/** Series whose every difference lies inside the tolerance that the user declared. */
import { defineCheck } from '../../model/check.ts';
import { formatFloat, formatStep, plural, quote } from '../../model/format-number.ts';
import { earliestSeries } from '../earliest-series.ts';
import { leavesPerFile } from '../leaves-per-file.ts';

type Facts = {
  readonly diverging: number;
  readonly series: string;
  readonly stepKind: string;
  readonly step: number;
  readonly maxAbs: number | null;
};

export const metricsWithinTolerance = defineCheck<Facts>({
  id: 'metrics/within-tolerance',
  title: 'Metrics differ within the tolerance',
  severity: 'notice',
  certainty: 'measured',
  since: '0.1.0',
  why: `The difference passes because you declared a tolerance. It still has a first step, and a cause.`,
  fix: `Keep the tolerance as small as what you see, by glob where only some series need it:

\`\`\`yaml
tolerance:
  rules:
    - glob: "val/*"
      rtol: 1.0e-6
\`\`\``,
  find: (evidence) =>
    leavesPerFile(evidence, 'series', (leaf) => leaf.decides && leaf.tolerated)
      .filter(({ decides }) => decides)
      .map(({ place, leaves }) => {
        const leaf = earliestSeries(leaves);
        return {
          place: { ...place, entry: leaf.place },
          facts: {
            diverging: leaves.length,
            series: leaf.place,
            stepKind: leaf.stepKind,
            step: leaf.firstStep,
            maxAbs: leaf.maxAbs,
          },
        };
      }),
  message: ({ diverging, series, stepKind, step, maxAbs }) =>
    `${plural(diverging, 'series', 'series')} ${diverging === 1 ? 'differs' : 'differ'} inside the tolerance, first ${quote(
      series,
    )} at ${stepKind} ${formatStep(step)}${maxAbs === null ? '' : `, by at most ${formatFloat(maxAbs)}`}.`,
});
