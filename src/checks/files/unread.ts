/** Files other than checkpoints that could not be read. */
import { defineCheck } from '../../model/check.ts';
import { formatList, quote } from '../../model/format-number.ts';
import { roleDecides } from '../../model/inventory.ts';
import { unreadFiles } from '../unread-files.ts';

type Facts = {
  readonly code: string;
  readonly reason: string;
  readonly runs: readonly number[];
  readonly remedy: string;
};

export const filesUnread = defineCheck<Facts>({
  id: 'files/unread',
  title: 'A file could not be read',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `What could not be read could not be compared. Where the file would decide the verdict, the audit is inconclusive: a pass is
proven, or it is no pass.`,
  fix: `Make the file readable for the user who runs the audit and whole before the training ends, or set it aside by name:

\`\`\`yaml
ignore:
  files: ["**/half-written.json"]
\`\`\``,
  find: (evidence) =>
    unreadFiles(evidence)
      .filter((unread) => unread.role !== 'checkpoint')
      .map(({ place, role, code, reason, runs, remedy }) => ({
        place,
        facts: { code, reason, runs, remedy },
        ...(roleDecides(role) ? {} : { severity: 'warning' as const }),
      })),
  message: ({ code, reason, runs, remedy }) =>
    `Could not be read in run ${formatList(runs.map(String))}: ${quote(reason, 300)} (${code}).${remedy === '' ? '' : ` ${remedy}`}`,
});
