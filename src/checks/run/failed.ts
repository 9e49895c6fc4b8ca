/** Runs that ended with an error, by a signal, or never began. */
import { defineCheck } from '../../model/check.ts';
import { quote } from '../../model/format-number.ts';
import { describeRunEnd } from '../../model/run-record.ts';

type Facts = { readonly run: number; readonly end: string; readonly lastLine: string };

export const runFailed = defineCheck<Facts>({
  id: 'run/failed',
  title: 'A run failed',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `A training that did not end by itself with exit code 0 left results of unknown worth: two runs that crash at the same line
agree in every file. There is no verdict on reproducibility.`,
  fix: `Read the end of the run's log, and start the command by hand in the same environment. Killed by SIGKILL usually means that
the machine ran out of memory. A command that fails on purpose needs its own handling:

\`\`\`yaml
command: python train.py seed=$TRAIN_TWICE_SEED
\`\`\``,
  find: (evidence) =>
    evidence.runs.flatMap((run) => {
      const { end } = run;
      if (end === null || end.kind === 'timed-out' || end.kind === 'cancelled') return [];
      if (end.kind === 'exited' && end.code === 0) return [];
      const lastLine = run.logTail.findLast((line) => line.trim() !== '') ?? '';
      return [{ place: { run: run.number }, facts: { run: run.number, end: describeRunEnd(end), lastLine } }];
    }),
  message: ({ run, end, lastLine }) =>
    `Run ${run} ${end}; exit code 0 was expected.${lastLine === '' ? ' It printed nothing.' : ` The last line of its log: ${quote(lastLine.trim(), 200)}.`}`,
});
