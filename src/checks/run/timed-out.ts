/** Runs that were stopped because they took too long, or were silent for too long. */
import { defineCheck } from '../../model/check.ts';
import { formatDuration, quote } from '../../model/format-number.ts';
import { describeRunEnd } from '../../model/run-record.ts';

type Facts = { readonly run: number; readonly end: string; readonly ranMs: number; readonly lastLine: string };

export const runTimedOut = defineCheck<Facts>({
  id: 'run/timed-out',
  title: 'A run was stopped at the time limit',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `What a stopped training left is a matter of when it was stopped. Two runs that are cut off are not compared: agreement would
prove nothing, and difference neither.`,
  fix: `Train for fewer steps in the audit, or raise the limit:

\`\`\`yaml
timeout: 12h
idle-timeout: 30m
\`\`\``,
  find: (evidence) =>
    evidence.runs.flatMap((run) => {
      if (run.end?.kind !== 'timed-out') return [];
      const lastLine = run.logTail.findLast((line) => line.trim() !== '') ?? '';
      const facts = { run: run.number, end: describeRunEnd(run.end), ranMs: run.durationMs, lastLine };
      return [{ place: { run: run.number }, facts }];
    }),
  message: ({ run, end, ranMs, lastLine }) =>
    `Run ${run} ${end}, and was stopped after ${formatDuration(ranMs)}.${lastLine === '' ? '' : ` The last line of its log: ${quote(lastLine.trim(), 200)}.`}`,
});
