/** Runs that somebody stopped: Ctrl-C, a cancelled job. */
import { defineCheck } from '../../model/check.ts';
import { formatDuration } from '../../model/format-number.ts';

type Facts = { readonly run: number; readonly signal: string; readonly ranMs: number };

export const runCancelled = defineCheck<Facts>({
  id: 'run/cancelled',
  title: 'A run was cancelled',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `The audit was stopped from outside before there was anything to judge.`,
  fix: `Start it again. If nobody stopped it, look for a time limit around it, such as the job's own:

\`\`\`yaml
timeout-minutes: 720
\`\`\``,
  find: (evidence) =>
    evidence.runs.flatMap((run) =>
      run.end?.kind === 'cancelled'
        ? [{ place: { run: run.number }, facts: { run: run.number, signal: run.end.signal, ranMs: run.durationMs } }]
        : [],
    ),
  message: ({ run, signal, ranMs }) => `Run ${run} was cancelled by ${signal} after ${formatDuration(ranMs)}.`,
});
