/** Series that decide and whose last value is NaN or infinite in both runs. */
import { defineCheck } from '../../model/check.ts';
import { formatInteger, formatStep, plural, quote } from '../../model/format-number.ts';
import { isNonFiniteText } from '../../model/non-finite-text.ts';
import { shownRun } from '../leaves-per-file.ts';

type Facts = {
  readonly series: number;
  readonly of: number;
  readonly example: string;
  readonly step: number;
  readonly value: string;
};

export const metricsEndsNonFinite = defineCheck<Facts>({
  id: 'metrics/ends-non-finite',
  title: 'A metric ends in NaN or infinity',
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `Two trainings that both break down agree. The numbers are the same, and worth nothing.`,
  fix: `Stop at the first value that is not finite:

\`\`\`python
if not math.isfinite(loss):
    raise RuntimeError(f"loss is {loss} at step {step}")
\`\`\``,
  find: (evidence) =>
    evidence.comparisons.flatMap((comparison) => {
      const deciding = comparison.coverage.series.filter((series) => series.decides);
      const bad = deciding.flatMap((series) => {
        const { first, second } = series.last;
        return first !== null && second !== null && isNonFiniteText(first.value) && isNonFiniteText(second.value)
          ? [{ series, last: first }]
          : [];
      });
      const [example] = bad;
      if (example === undefined) return [];
      return [
        {
          place: { run: shownRun(evidence, comparison), file: example.series.place, entry: example.series.name },
          facts: {
            series: bad.length,
            of: deciding.length,
            example: example.series.name,
            step: example.last.step,
            value: example.last.value,
          },
        },
      ];
    }),
  message: ({ series, of, example, step, value }) =>
    `${formatInteger(series)} of ${plural(of, 'series', 'series')} ${series === 1 ? 'ends' : 'end'} in a value that is not finite, e.g. ${quote(
      example,
    )} with ${value} at ${formatStep(step)}.`,
});
