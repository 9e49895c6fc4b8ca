/** Packages that are listed without an exact version. The project itself needs none: its commit tells what it is. */
import { defineCheck } from '../../model/check.ts';
import { formatList, plural, quote } from '../../model/format-number.ts';
import type { RequirementLine, RequirementsRecord } from '../../model/record.ts';
import type { RunRecord } from '../../model/run-record.ts';
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
      for (const { run: number, record } of copies) {
        const owner = evidence.runs.find((one) => one.number === number);
        for (const line of record.lines)
          if (line.problem === null && !isProjectItself(line, record, owner)) lines.set(line.text, line);
      }
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

/** A folder of the workspace in a lock; and wherever, an editable install of the folder (or around it) in which the training runs. */
function isProjectItself(
  { source, text }: RequirementLine,
  { scope }: RequirementsRecord,
  run: RunRecord | undefined,
): boolean {
  if (scope === 'locked') return source === 'editable' || source === 'path';
  if (source !== 'editable') return false;
  const address =
    text
      .replace(/^(?:-e|--editable)[\s=]+/, '')
      .replace(/^file:(?:\/\/)?/, '')
      .split(/[#[\s]/)[0] ?? '';
  if (/^\.{1,2}(?:\/|$)/.test(address)) return true;
  if (run === undefined || !address.startsWith('/')) return false;
  const [folder, own] = [`${address.replace(/\/+$/, '')}/`, `${run.workingDirectory.replace(/\/+$/, '')}/`];
  return own.startsWith(folder) || folder.startsWith(own);
}
