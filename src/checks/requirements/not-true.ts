/** Package lists of a run that name another version, or another commit, than the training imported. */
import { defineCheck } from '../../model/check.ts';
import { plural } from '../../model/format-number.ts';
import { describedEnvironment, importedEnvironments, listsOf } from '../imported-packages.ts';
import { sharedRecords } from '../records-in-runs.ts';
import { sameInAllRuns } from '../same-in-all-runs.ts';
import { type UntruePackage, untruePackages, untrueText } from '../untrue-packages.ts';

type Facts = { readonly untrue: readonly UntruePackage[]; readonly count: number; readonly environments: number };

export const requirementsNotTrue = defineCheck<Facts>({
  id: 'requirements/not-true',
  title: 'The package list is not true',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `The list says which packages to install to do this again. It names other versions than those that the training imported, so
who follows it runs something else. This happens where the list was copied from an older run, or written by another interpreter
than the one that trained. A version is compared as pip does: \`==2.6.0\` accepts the build \`2.6.0+cu124\`.`,
  fix: `Let the interpreter that trains write the list, at the time of the run:

\`\`\`python
freeze = subprocess.run([sys.executable, "-m", "pip", "freeze"], capture_output=True, text=True, check=True)
(out / "requirements.txt").write_text(freeze.stdout)
\`\`\``,
  find: (evidence) => {
    const shared = sharedRecords(evidence, 'requirements');
    const found = evidence.runs.flatMap((run) => {
      const own = listsOf(run, shared);
      const environments = importedEnvironments(run);
      const environment = describedEnvironment(
        environments,
        own.map(({ list }) => list),
      );
      if (environment === null) return [];
      return own.flatMap(({ file, list }) => {
        const { untrue, line } = untruePackages(list, environment);
        if (untrue.length === 0) return [];
        const facts = { untrue: untrue.slice(0, 100), count: untrue.length, environments: environments.length };
        return [{ place: { run: run.number, file, line }, facts }];
      });
    });
    return sameInAllRuns(evidence, found);
  },
  message: ({ untrue, count, environments }) =>
    `${plural(count, 'package')} ${count === 1 ? 'is' : 'are'} not what the list says: ${untrueText(untrue)}${
      environments > 1 ? ` (of ${environments} Python environments, held against the one that the list fits best)` : ''
    }.`,
});
