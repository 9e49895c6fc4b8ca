/** Code that was not the same before the runs: another commit, or other changes to tracked files. */
import { defineCheck } from '../../model/check.ts';
import { formatList, quote } from '../../model/format-number.ts';
import type { WorkingTree } from '../../model/machine.ts';

type Facts = {
  readonly run: number;
  readonly commits: readonly [string | null, string | null] | null;
  /** Files that are changed before one run only; or all of them, where their content is what differs. */
  readonly files: readonly string[];
};

export const runWorkingTreeDiffers = defineCheck<Facts>({
  id: 'run/working-tree-differs',
  title: 'The code changed between the runs',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `The second run was started from other code than the first: the training changes files of the repository, or somebody else did
meanwhile. Whatever came out, two different programs were compared.`,
  fix: `Let the training write to its outputs only, and keep generated files out of Git:

\`\`\`sh
git status --short      # after a run: nothing that is tracked may stand here
\`\`\``,
  find: (evidence) => {
    const [first, ...others] = evidence.runs;
    const before = first?.workingTree ?? null;
    if (before === null) return [];
    return others.flatMap(({ number, workingTree }) => {
      if (workingTree === null) return [];
      const commits = before.commit === workingTree.commit ? null : ([before.commit, workingTree.commit] as const);
      const files = changedFiles(before, workingTree);
      return commits === null && files.length === 0
        ? []
        : [{ place: { run: number }, facts: { run: number, commits, files: files.slice(0, 20) } }];
    });
  },
  message: ({ run, commits, files }) => {
    const clauses = [
      ...(commits === null
        ? []
        : [`the commit was ${commits[0] ?? 'none'} before run 1 and ${commits[1] ?? 'none'} before run ${run}`]),
      ...(files.length === 0
        ? []
        : [
            `the changes to ${formatList(
              files.map((file) => quote(file, 80)),
              3,
            )} were not the same before run 1 and run ${run}`,
          ]),
    ];
    const text = clauses.join('; ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  },
});

function changedFiles(first: WorkingTree, second: WorkingTree): readonly string[] {
  const inOne = [
    ...first.dirty.filter((file) => !second.dirty.includes(file)),
    ...second.dirty.filter((file) => !first.dirty.includes(file)),
  ];
  if (inOne.length > 0) return inOne;
  return first.diffSha256 === second.diffSha256 ? [] : second.dirty;
}
