/** Runs whose log says that they did not train: resumed from something finished, or taken from a cache. */
import { defineCheck } from '../../model/check.ts';
import { quote } from '../../model/format-number.ts';
import { skippedWork } from '../../model/log-signs.ts';

type Facts = { readonly run: number; readonly line: string };

export const runSkippedWork = defineCheck<Facts>({
  id: 'run/skipped-work',
  title: 'A run did not train',
  severity: 'warning',
  certainty: 'inferred',
  since: '0.1.0',
  why: `A second run that finds the first one's results and keeps them agrees with it by construction. The audit is inconclusive.`,
  fix: `Make each run train anew: no \`resume\`, no run cache.

\`\`\`sh
dvc repro --force --no-run-cache
\`\`\``,
  find: (evidence) =>
    evidence.runs.flatMap((run) => {
      const line = run.end === null ? null : skippedWork(run.logTail);
      return line === null ? [] : [{ place: { run: run.number }, facts: { run: run.number, line } }];
    }),
  message: ({ run, line }) =>
    `Run ${run} printed ${quote(line, 200)}. Likely cause: it took an earlier result instead of training.`,
});
