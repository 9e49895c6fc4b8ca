/** Paths that the user's own layout requires, and that no file of a run matches. */
import { defineCheck } from '../../model/check.ts';
import { formatList, plural, quote } from '../../model/format-number.ts';
import { layoutMatcher } from '../layout-paths.ts';
import { sameInAllRuns } from '../same-in-all-runs.ts';

type Facts = { readonly missing: readonly string[]; readonly of: number };

export const layoutRequiredMissing = defineCheck<Facts>({
  id: 'layout/required-missing',
  title: 'A required file is missing',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `The configuration says which files every run leaves. Whoever relies on that (a release job, a person who looks for the
configuration a year later) finds nothing there.`,
  fix: `Let the training write the file, or correct the path; \`{experiment}\`, \`{timestamp}\`, \`{epoch}\` and \`{step}\` stand for what they say:

\`\`\`yaml
layout:
  required:
    - "outputs/{experiment}_{timestamp}/config.yaml"
\`\`\``,
  find: (evidence) => {
    const { layout, layoutPaths } = evidence.policy;
    if (layout !== 'paths') return [];
    const required = layoutPaths.required.map((glob) => ({ glob, matches: layoutMatcher(glob) }));
    return sameInAllRuns(
      evidence,
      evidence.inventories.flatMap((inventory) => {
        const missing = required
          .filter(({ matches }) => !inventory.files.some((file) => matches(file.path) !== null))
          .map(({ glob }) => glob);
        return missing.length === 0
          ? []
          : [{ place: { run: inventory.run }, facts: { missing: missing.slice(0, 50), of: required.length } }];
      }),
    );
  },
  message: ({ missing, of }) =>
    `${missing.length} of ${plural(of, 'required path')} ${missing.length === 1 ? 'matches' : 'match'} no file: ${formatList(
      missing.map((glob) => quote(glob)),
    )}.`,
});
