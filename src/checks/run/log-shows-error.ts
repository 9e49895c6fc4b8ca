/** Runs whose log ends in a Python traceback although their exit code is 0. */
import { defineCheck } from '../../model/check.ts';
import { quote } from '../../model/format-number.ts';
import { failureShown } from '../../model/log-signs.ts';
import { runSucceeded } from '../../model/run-record.ts';

type Facts = { readonly run: number; readonly line: string };

export const runLogShowsError = defineCheck<Facts>({
  id: 'run/log-shows-error',
  title: 'The log ends in an error, the exit code is 0',
  severity: 'warning',
  certainty: 'inferred',
  since: '0.1.0',
  why: `A shell that swallows the failure (\`|| true\`, a pipe, a wrapper script) turns a crash into a success. Both runs may have
crashed at the same place and left the same files; the audit is therefore inconclusive.`,
  fix: `Let the training's own exit code through:

\`\`\`sh
set -euo pipefail
python train.py 2>&1 | tee train.log
\`\`\``,
  find: (evidence) =>
    evidence.runs.flatMap((run) => {
      const line = run.end !== null && runSucceeded(run.end) ? failureShown(run.logTail) : null;
      return line === null ? [] : [{ place: { run: run.number }, facts: { run: run.number, line } }];
    }),
  message: ({ run, line }) =>
    `Run ${run} exited with code 0, and its log ends in ${quote(line, 200)}. Likely cause: the command hides its failure.`,
});
