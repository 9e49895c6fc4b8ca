/** Files outside `outputs` that a run created, changed or deleted: the next run did not begin from the same state. */
import { defineCheck } from '../../model/check.ts';
import { formatList, plural, quote } from '../../model/format-number.ts';

type Facts = {
  readonly run: number;
  readonly created: number;
  readonly changed: number;
  readonly deleted: number;
  readonly examples: readonly string[];
};

export const runWroteOutsideOutputs = defineCheck<Facts>({
  id: 'run/wrote-outside-outputs',
  title: 'A run changed files outside its outputs',
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `What run 1 leaves outside its outputs is still there when run 2 starts: a cache, a downloaded data set, a checkpoint that run
2 resumes from. Both runs may then agree although two fresh ones would not.`,
  fix: `Write everything into the folder that the run was given, or name the place in \`outputs\`:

\`\`\`yaml
outputs: [outputs, cache]
\`\`\`

A cache that may be shared can be filled before the audit, in a step of its own.`,
  find: (evidence) =>
    evidence.runs
      .filter((run) => run.outside.length > 0)
      .map((run) => ({
        place: { run: run.number, file: run.outside[0]?.path ?? null },
        facts: {
          run: run.number,
          created: run.outside.filter((file) => file.change === 'created').length,
          changed: run.outside.filter((file) => file.change === 'changed').length,
          deleted: run.outside.filter((file) => file.change === 'deleted').length,
          examples: run.outside.slice(0, 3).map((file) => file.path),
        },
      })),
  message: ({ run, created, changed, deleted, examples }) =>
    `Run ${run} created ${plural(created, 'file')}, changed ${changed} and deleted ${deleted} outside its outputs: ${formatList(
      examples.map((path) => quote(path)),
      3,
    )}${created + changed + deleted > examples.length ? ' among them' : ''}.`,
});
