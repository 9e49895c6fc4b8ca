/** Whatever the starting of the runs itself noticed that weakens the comparison: stale outputs, files still being written… */
import { defineCheck } from '../../model/check.ts';
import { doubtMatters } from '../../model/doubt-weight.ts';

type Facts = { readonly run: number; readonly code: string; readonly sentence: string };

export const runDoubt = defineCheck<Facts>({
  id: 'run/doubt',
  title: 'Something weakens the comparison',
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `The two runs must start from the same state, and their files must be theirs and whole. Something was seen that puts this in
question, so agreement may have another reason than a reproducible training; the audit is then inconclusive.`,
  fix: `Remove what the message names, and audit again from a clean checkout:

\`\`\`sh
git clean -xdn        # lists what would go; -xdf removes it
\`\`\``,
  find: (evidence) =>
    evidence.runs.flatMap((run) =>
      run.doubts
        // Told by run/left-processes, with more detail.
        .filter(({ code }) => code !== 'SURVIVORS' && code !== 'SURVIVORS_LEFT')
        .map(({ code, message }) => ({
          place: { run: run.number },
          facts: { run: run.number, code, sentence: message },
          ...(doubtMatters(code, evidence.policy) ? {} : { severity: 'notice' as const }),
        })),
    ),
  message: ({ sentence }) => `${sentence.replace(/\.$/, '')}.`,
});
