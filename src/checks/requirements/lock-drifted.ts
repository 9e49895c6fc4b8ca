/** Imported packages at another version, or commit, than the lock file beside the code has. */
import { defineCheck } from '../../model/check.ts';
import { plural } from '../../model/format-number.ts';
import { describedEnvironment, importedEnvironments, packageList } from '../imported-packages.ts';
import { sameInAllRuns } from '../same-in-all-runs.ts';
import { type UntruePackage, untruePackages, untrueText } from '../untrue-packages.ts';

type Facts = { readonly drifted: readonly UntruePackage[]; readonly count: number };

export const requirementsLockDrifted = defineCheck<Facts>({
  id: 'requirements/lock-drifted',
  title: 'The lock file was not followed',
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `The lock file in the repository says which versions belong to this commit. The training imported others, so a checkout of the
commit together with its lock does not bring this run back. A lock may name several versions of a package, for several platforms
and Python versions: only what none of them accepts counts as drift.`,
  fix: `Install from the lock and from nothing else, in a step before the audit:

\`\`\`yaml
- run: uv sync --locked        # or: poetry sync, pixi install --locked,
- uses: OWNER/train-twice@v1   # or: pip install --no-deps -r requirements.lock
\`\`\`

If the newer versions are wanted, lock them and commit the lock: \`uv lock --upgrade\`, \`poetry update\`, \`pixi update\`.`,
  find: (evidence) => {
    const found = evidence.locks.map(packageList).flatMap((list) =>
      evidence.runs.flatMap((run) => {
        const environment = describedEnvironment(importedEnvironments(run), [list]);
        if (environment === null) return [];
        const { untrue, line } = untruePackages(list, environment);
        if (untrue.length === 0) return [];
        const facts = { drifted: untrue.slice(0, 100), count: untrue.length };
        return [{ place: { run: run.number, file: list.record.path, line }, facts }];
      }),
    );
    return sameInAllRuns(evidence, found);
  },
  message: ({ drifted, count }) =>
    `${plural(count, 'imported package')} ${count === 1 ? 'differs' : 'differ'} from the lock: ${untrueText(drifted)}.`,
});
