/** Data that is named, by the user or by DVC, and is not there. */
import { defineCheck, type Found } from '../../model/check.ts';
import { formatList, plural, quote } from '../../model/format-number.ts';
import { isDeclared } from '../recorded-claims.ts';

type Facts = {
  readonly datasets: readonly string[];
  readonly count: number;
  /** DVC files that name it; empty for the option `datasets`. */
  readonly dvcFiles: readonly string[];
};

export const datasetMissing = defineCheck<Facts>({
  id: 'dataset/missing',
  title: 'Data that is named is not there',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `Data that is not there can be neither hashed nor held against the record. Either the path is wrong, or the data was not fetched,
and then the training read something else.`,
  fix: `Fetch the data before the audit, in a step of its own:

\`\`\`sh
dvc pull data/train.csv.dvc
\`\`\`

or write the path as it is seen from the working directory:

\`\`\`yaml
datasets: [data/train.csv]
\`\`\``,
  find: (evidence) => {
    // What was there before run 1 and is gone changed: that is told by itself.
    const missing = evidence.datasets.filter(
      ({ state, changed }) => state === 'missing' && (changed === null || changed.length === 0),
    );
    const declared = missing.filter((dataset) => isDeclared(evidence, dataset));
    const dvc = missing.filter((dataset) => !isDeclared(evidence, dataset));
    const [example] = dvc;
    return [
      ...declared.map(
        ({ path }): Found<Facts> => ({
          place: { file: path },
          facts: { datasets: [path], count: 1, dvcFiles: [] },
        }),
      ),
      // A repository names more data than one training reads.
      ...(example === undefined
        ? []
        : [
            {
              place: { file: example.dvcFile ?? example.path },
              facts: {
                datasets: dvc.slice(0, 20).map(({ path }) => path),
                count: dvc.length,
                dvcFiles: [...new Set(dvc.map(({ dvcFile }) => dvcFile ?? ''))].slice(0, 20),
              },
              severity: 'warning' as const,
            },
          ]),
    ];
  },
  message: ({ datasets, count, dvcFiles }) => {
    const names = formatList(
      datasets.map((name) => quote(name, 80)),
      3,
    );
    if (dvcFiles.length === 0) return `${names} is named in \`datasets\` and is not there.`;
    return `${count === 1 ? names : `${plural(count, 'dataset')} (${names})`} that DVC tracks ${count === 1 ? 'is' : 'are'} not there.`;
  },
});
