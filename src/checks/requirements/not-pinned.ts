/** Packages that are listed without an exact version. */
import { defineCheck } from '../../model/check.ts';
import { formatList, plural, quote } from '../../model/format-number.ts';
import type { RequirementLine } from '../../model/record.ts';
import { sharedRecords } from '../records-in-runs.ts';

type Facts = { readonly unpinned: readonly string[]; readonly count: number; readonly of: number };

export const requirementsNotPinned = defineCheck<Facts>({
  id: 'requirements/not-pinned',
  title: 'Packages are not pinned',
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `\`torch>=2\` is another torch next month. What was installed is only known where every line names one version, one commit, or
one wheel.`,
  fix: `Record what is installed, not what is asked for:

\`\`\`sh
python -m pip freeze > "$TRAIN_TWICE_OUTPUT_DIR/requirements.txt"
\`\`\`

Install from a commit instead of a branch: \`pip install git+https://github.com/you/lib@<40 hex digits>\`.`,
  find: (evidence) =>
    sharedRecords(evidence, 'requirements').flatMap(({ file, run, copies }) => {
      const lines = new Map<string, RequirementLine>();
      for (const { record } of copies)
        for (const line of record.lines) if (line.problem === null) lines.set(line.text, line);
      const unpinned = [...lines.values()].filter((line) => line.pinned === null);
      const [example] = unpinned;
      if (example === undefined) return [];
      return [
        {
          place: { file, run, line: example.line },
          facts: { unpinned: unpinned.slice(0, 20).map((line) => line.text), count: unpinned.length, of: lines.size },
        },
      ];
    }),
  message: ({ unpinned, count, of }) =>
    `${count} of ${plural(of, 'package')} ${count === 1 ? 'has' : 'have'} no exact version, e.g. ${formatList(
      unpinned.slice(0, 3).map((text) => quote(text, 80)),
    )}; "name==version" was expected.`,
});
