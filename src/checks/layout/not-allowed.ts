/** Files that the user's own layout has no place for. */
import { defineCheck } from '../../model/check.ts';
import { formatInteger, formatList, plural, quote } from '../../model/format-number.ts';
import { layoutMatcher } from '../layout-paths.ts';
import { sameInAllRuns } from '../same-in-all-runs.ts';

type Facts = { readonly files: readonly string[]; readonly count: number; readonly allowed: readonly string[] };

export const layoutNotAllowed = defineCheck<Facts>({
  id: 'layout/not-allowed',
  title: 'A file has no place in the layout',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `The configuration says where a run may write. A file elsewhere is left behind by something that nobody planned: a debugging
dump, a cache, another program.`,
  fix: `Let the training write it elsewhere, or allow it:

\`\`\`yaml
layout:
  allowed:
    - "outputs/**"
    - "cache/**"
\`\`\``,
  find: (evidence) => {
    const { layout, layoutPaths } = evidence.policy;
    if (layout !== 'paths' || layoutPaths.allowed.length === 0) return [];
    const matchers = [...layoutPaths.allowed, ...layoutPaths.required].map(layoutMatcher);
    return sameInAllRuns(
      evidence,
      evidence.inventories.flatMap((inventory) => {
        const files = inventory.files
          .filter(({ path, role }) => role !== 'ignored' && !matchers.some((matches) => matches(path) !== null))
          .map(({ neutralPath }) => neutralPath);
        const [first] = files;
        return first === undefined
          ? []
          : [
              {
                place: { run: inventory.run, file: first },
                facts: { files: files.slice(0, 50), count: files.length, allowed: layoutPaths.allowed.slice(0, 20) },
              },
            ];
      }),
    );
  },
  message: ({ files, count, allowed }) =>
    `${plural(count, 'file')} ${count === 1 ? 'matches' : 'match'} none of the ${plural(allowed.length, 'allowed path')} (${formatList(
      allowed.map((glob) => quote(glob, 60)),
      3,
    )}): ${formatList(
      files.slice(0, 3).map((file) => quote(file, 80)),
    )}${count > 3 ? ` and ${formatInteger(count - 3)} more` : ''}.`,
});
