/** Distributions that the training imported and that no package list of the run names. */
import { defineCheck, type Found } from '../../model/check.ts';
import { formatClauses, plural, quote } from '../../model/format-number.ts';
import { normalizePackageName } from '../../model/package-name.ts';
import type { RequirementLine } from '../../model/record.ts';
import type { RunRecord } from '../../model/run-record.ts';
import {
  describedEnvironment,
  type ImportedPackage,
  importedEnvironments,
  isFromPip,
  listsOf,
  type OwnList,
  type PackageList,
} from '../imported-packages.ts';
import { sharedRecords } from '../records-in-runs.ts';
import { sameInAllRuns } from '../same-in-all-runs.ts';

type Missing = { readonly name: string; readonly version: string; readonly source: ImportedPackage['source'] };

type Facts = {
  readonly missing: readonly Missing[];
  readonly count: number;
  /** Imported distributions of that environment. */
  readonly of: number;
  /** Where its interpreter lies, for an environment that no list describes; null for the one that the list is about. */
  readonly environment: string | null;
};

/** What installs the others is left out by `pip freeze` (the last three up to Python 3.11), and by every lock. */
const neverListed = new Set(['pip', 'setuptools', 'wheel', 'distribute', 'pkg-resources']);

/** More addresses without a name no tool writes into one list. */
const mostNameless = 200;

export const requirementsIncomplete = defineCheck<Facts>({
  id: 'requirements/incomplete',
  title: 'The package list is incomplete',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `The training imported distributions that its own package list does not name. Who installs the list gets an ImportError, or
whatever version of them is there by chance. This happens where the list is written by hand, or by another interpreter than the
one that trained. Each Python environment that takes part needs a list of its own.`,
  fix: `List what is installed, not what is asked for, with the interpreter that trains:

\`\`\`python
freeze = subprocess.run([sys.executable, "-m", "pip", "freeze"], capture_output=True, text=True, check=True)
(out / "requirements.txt").write_text(freeze.stdout)
\`\`\``,
  find: (evidence) => {
    const shared = sharedRecords(evidence, 'requirements');
    const found = evidence.runs.flatMap((run) => missingOf(run, listsOf(run, shared)));
    return sameInAllRuns<Facts>(evidence, found);
  },
  message: ({ missing, count, of, environment }) => {
    const names = formatClauses(missing.map(shown), 10);
    return environment === null
      ? `${count} of ${plural(of, 'imported distribution')} ${count === 1 ? 'is' : 'are'} not in the list: ${names}.`
      : `${plural(count, 'distribution')} ${count === 1 ? 'was' : 'were'} imported in a Python environment that no list describes (${quote(environment)}): ${names}; a list of its own was expected.`;
  },
});

function shown({ name, version, source }: Missing): string {
  const how = source === 'editable' ? ' (editable)' : source === 'folder' ? ' (from a folder)' : '';
  return `${name} ${/^[\w.+!-]{1,60}$/.test(version) ? version : quote(version, 60)}${how}`;
}

function missingOf(run: RunRecord, own: readonly OwnList[]): readonly Found<Facts>[] {
  // A list that is not whole, or that includes another, may name them in what was not read.
  if (own.length === 0 || own.some(({ list }) => list.record.problems.length > 0)) return [];
  const lists = own.map(({ list }) => list);
  const nameless = lists.flatMap((list) => list.record.lines.filter(({ name }) => name === null));
  // Each of them may be what is missing.
  if (nameless.length > mostNameless) return [];
  const environments = importedEnvironments(run);
  const described = describedEnvironment(environments, lists);
  const [first, ...others] = own;
  const place: Found<Facts>['place'] = { run: run.number, file: others.length === 0 ? (first?.file ?? null) : null };
  return environments.flatMap(({ folder, packages }) => {
    const isDescribed = folder === described?.folder;
    const listable = packages.filter(({ name }) => !neverListed.has(name));
    const missing = listable.filter((found) =>
      isDescribed
        ? !lists.some((list) => names(list, found)) && !nameless.some((line) => mayBe(line, found))
        : !lists.some((list) => list.agreement(found) === 'true'),
    );
    if (missing.length === 0) return [];
    const facts: Facts = {
      missing: missing.slice(0, 100).map(({ name, version, source }) => ({ name, version, source })),
      count: missing.length,
      of: listable.length,
      environment: isDescribed ? null : folder,
    };
    const severity = !isDescribed ? 'warning' : missing.every(isOwnCode) ? 'notice' : null;
    return [{ place, facts, ...(severity === null ? {} : { severity }) }];
  });
}

/** The project's own code is told by the commit; tools such as `pip freeze --exclude-editable` leave it out on purpose. */
function isOwnCode({ source }: ImportedPackage): boolean {
  return source === 'editable' || source === 'folder';
}

function names(list: PackageList, found: ImportedPackage): boolean {
  if (list.agreement(found) !== 'unlisted') return true;
  return list.record.manager === 'conda' && !isFromPip(found);
}

/** A line without a name (`-e .`, a plain URL) may be what was installed in the same way, or what its address is called. */
function mayBe(line: RequirementLine, found: ImportedPackage): boolean {
  const { source } = found;
  const address = line.text.replace(/^(?:-e|--editable)[\s=]+/, '').split(/[#?\s]/)[0] ?? '';
  const called = address
    .replace(/\/+$/, '')
    .replace(/\.git(?:@.*)?$/, '')
    .replace(/^.*[/\\]/s, '');
  if (normalizePackageName(called) === found.name) return true;
  switch (line.source) {
    case 'editable':
    case 'path':
      return source === 'editable' || source === 'folder' || (source === 'archive' && line.source === 'path');
    case 'vcs':
      return source === 'vcs';
    case 'url':
      return source === 'archive';
    case 'index':
      // It could not be read at all.
      return line.problem !== null && line.text.toLowerCase().includes(found.name);
    default:
      return line.source satisfies never;
  }
}
