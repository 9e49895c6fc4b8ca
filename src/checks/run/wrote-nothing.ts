/** Runs that ended well and left no file in their outputs. */
import { defineCheck } from '../../model/check.ts';
import { formatDuration } from '../../model/format-number.ts';

type Facts = { readonly run: number; readonly ranMs: number; readonly compared: boolean };

export const runWroteNothing = defineCheck<Facts>({
  id: 'run/wrote-nothing',
  title: 'A run wrote nothing',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `Where there is no result there is nothing to compare, and two runs that write nothing always agree.`,
  fix: `Let \`outputs\` name the place where the training writes, or let the training write where it is told:

\`\`\`python
out = pathlib.Path(os.environ.get("TRAIN_TWICE_OUTPUT_DIR", "outputs"))
\`\`\`

A training that only prints needs \`metrics.stdout\`, a pattern with named groups:

\`\`\`yaml
metrics:
  stdout: ['^step (?P<step>\\d+) loss (?P<loss>\\S+)']
\`\`\``,
  find: (evidence) =>
    evidence.runs
      .filter(
        (run) => (run.end === null || (run.end.kind === 'exited' && run.end.code === 0)) && run.written.length === 0,
      )
      .map((run) => ({
        place: { run: run.number },
        facts: { run: run.number, ranMs: run.durationMs, compared: run.end === null },
      })),
  message: ({ run, ranMs, compared }) =>
    compared
      ? `Run ${run} has no file at all; at least one checkpoint or metric file was expected.`
      : `Run ${run} took ${formatDuration(ranMs)} and left no file in its outputs; at least one was expected.`,
});
