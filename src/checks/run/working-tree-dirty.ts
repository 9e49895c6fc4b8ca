/** Tracked files that differed from the commit when the runs began: the commit alone does not tell what was trained. */
import { defineCheck } from '../../model/check.ts';
import { formatList, plural, quote } from '../../model/format-number.ts';

type Facts = { readonly commit: string | null; readonly files: readonly string[]; readonly count: number };

export const runWorkingTreeDirty = defineCheck<Facts>({
  id: 'run/working-tree-dirty',
  title: 'The code is not that of a commit',
  severity: 'notice',
  certainty: 'measured',
  since: '0.1.0',
  why: `Whoever checks out the commit gets other code than what was trained here.`,
  fix: `Commit before a run that is to be kept:

\`\`\`sh
git commit -am "What this run trains"
\`\`\``,
  find: (evidence) => {
    const tree = evidence.runs[0]?.workingTree ?? null;
    if (tree === null || tree.dirtyCount === 0) return [];
    return [{ facts: { commit: tree.commit, files: tree.dirty.slice(0, 20), count: tree.dirtyCount } }];
  },
  message: ({ commit, files, count }) =>
    `${plural(count, 'tracked file')} ${count === 1 ? 'differs' : 'differ'} from ${
      commit === null ? 'the index (there is no commit yet)' : `commit ${commit.slice(0, 12)}`
    }: ${formatList(
      files.map((file) => quote(file, 80)),
      3,
    )}.`,
});
