/** Runs that were not started alike: another command, seed, folder or variable than the first. */
import { defineCheck } from '../../model/check.ts';
import { formatList, quote } from '../../model/format-number.ts';
import { startDifferences } from '../../model/start-differences.ts';

type Facts = { readonly run: number; readonly differing: readonly string[] };

export const runStartedDifferently = defineCheck<Facts>({
  id: 'run/started-differently',
  title: 'The runs were not started alike',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `The question is whether the *same* training gives the same result. Two different trainings answer another question; the
audit is inconclusive unless a difference was found anyway.`,
  fix: `Leave the choice of the folder to the variable that each run gets, and nothing else to the run's number:

\`\`\`yaml
command: python train.py out=$TRAIN_TWICE_OUTPUT_DIR seed=$TRAIN_TWICE_SEED
\`\`\``,
  find: (evidence) =>
    startDifferences(evidence.runs).map(({ run, differing }) => ({ place: { run }, facts: { run, differing } })),
  message: ({ run, differing }) =>
    `Run ${run} was started with another ${formatList(differing.map((name) => quote(name)))} than run 1; the same was expected.`,
});
