/** Pairs that are one and the same file: comparing it with itself proves nothing. */
import { defineCheck } from '../../model/check.ts';
import { formatList, plural, quote } from '../../model/format-number.ts';
import { shownRun } from '../leaves-per-file.ts';

type Facts = { readonly files: readonly string[] };

export const filesSameInode = defineCheck<Facts>({
  id: 'files/same-inode',
  title: 'Both runs point to one and the same file',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `A hard link, a bind mount or the same folder given twice makes a file agree with itself. Nothing was compared there, so the
audit is inconclusive.`,
  fix: `Compare two folders that were written by two runs, and copy instead of linking:

\`\`\`sh
cp -r --no-preserve=links outputs/run-1 kept/run-1
\`\`\``,
  find: (evidence) =>
    evidence.comparisons
      .filter((comparison) => comparison.coverage.sameInode.length > 0)
      .map((comparison) => ({
        place: { run: shownRun(evidence, comparison), file: comparison.coverage.sameInode[0] ?? null },
        facts: { files: [...comparison.coverage.sameInode] },
      })),
  message: ({ files }) =>
    `${plural(files.length, 'file')} ${files.length === 1 ? 'has' : 'have'} the same device and inode in both runs: ${formatList(
      files.slice(0, 50).map((path) => quote(path)),
      3,
    )}; two files were expected.`,
});
