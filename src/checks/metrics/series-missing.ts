/** Series that only one of the two runs has. */
import { defineCheck } from '../../model/check.ts';
import { formatList, plural, quote } from '../../model/format-number.ts';
import { leavesPerFile } from '../leaves-per-file.ts';

type Facts = { readonly onlyFirst: readonly string[]; readonly onlySecond: readonly string[] };

export const metricsSeriesMissing = defineCheck<Facts>({
  id: 'metrics/series-missing',
  title: 'A series stands in one run only',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `One run measured something that the other did not: it took another branch, or got further. What is missing cannot agree.`,
  fix: `Log every series in every run, with NaN where there is no value, and under names that do not carry times or ids:

\`\`\`python
log({"step": step, "val/loss": val_loss if evaluated else float("nan")})
\`\`\``,
  find: (evidence) =>
    leavesPerFile(evidence, 'missing', (leaf) => leaf.what === 'series')
      .filter(({ decides }) => decides)
      .map(({ place, leaves }) => ({
        place: { ...place, entry: leaves[0]?.place ?? null },
        facts: {
          onlyFirst: leaves.filter((leaf) => leaf.presentIn === 'first').map((leaf) => leaf.place),
          onlySecond: leaves.filter((leaf) => leaf.presentIn === 'second').map((leaf) => leaf.place),
        },
      })),
  message: ({ onlyFirst, onlySecond }) =>
    `${plural(onlyFirst.length + onlySecond.length, 'series', 'series')} ${onlyFirst.length + onlySecond.length === 1 ? 'stands' : 'stand'} in one run only: ${formatList(
      [
        ...onlyFirst.slice(0, 3).map((name) => `${quote(name)} in the first`),
        ...onlySecond.slice(0, 3).map((name) => `${quote(name)} in the second`),
      ],
      6,
    )}.`,
});
