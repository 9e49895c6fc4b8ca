/** Checkpoints that could not be read, in whole or in part: they make a pass impossible. */
import { defineCheck } from '../../model/check.ts';
import { formatList, quote } from '../../model/format-number.ts';
import { unreadFiles } from '../unread-files.ts';

type Facts = {
  readonly code: string;
  readonly reason: string;
  readonly runs: readonly number[];
  readonly remedy: string;
};

export const checkpointsUnreadable = defineCheck<Facts>({
  id: 'checkpoints/unreadable',
  title: 'A checkpoint could not be read',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `What could not be read could not be compared. Two files that cannot be read are not "equal": the audit is inconclusive.
The usual reasons are a training that was stopped while it saved, a full disk, and a file that is still being written.`,
  fix: `Save to a temporary name and rename it when it is whole:

\`\`\`python
torch.save(state, path.with_suffix(".tmp"))
os.replace(path.with_suffix(".tmp"), path)
\`\`\`

If the file is no checkpoint of yours, set it aside by name: \`ignore: { files: ["**/broken.pt"] }\`. It is then listed as not
compared.`,
  find: (evidence) =>
    unreadFiles(evidence)
      .filter((unread) => unread.role === 'checkpoint')
      .map(({ place, code, reason, runs, remedy }) => ({ place, facts: { code, reason, runs, remedy } })),
  message: ({ code, reason, runs, remedy }) =>
    `Could not be read in run ${formatList(runs.map(String))}: ${quote(reason, 300)} (${code}).${remedy === '' ? '' : ` ${remedy}`}`,
});
