/**
 * What the training imported, by the observer, and whether a package list says the same. The processes of a run count together;
 * where they ran in several Python environments (a launcher of its own, two virtual environments), a list describes one of them.
 */
import type { Evidence } from '../model/evidence.ts';
import { type ObservedDistribution, seenProcesses } from '../model/observed-process.ts';
import { normalizePackageName } from '../model/package-name.ts';
import { sameRelease, satisfiesPin } from '../model/python-version.ts';
import type { RequirementLine, RequirementsRecord } from '../model/record.ts';
import type { RunRecord } from '../model/run-record.ts';
import { distributionNames } from './conda-names.ts';
import type { SharedRecord } from './records-in-runs.ts';

/** Beyond any training that we know of: what an observed process says could be anything. */
const mostEnvironments = 8;
const mostPackages = 2000;
/** No lock has more versions of one package; where one does, nothing is claimed about it. */
const mostPinsOfName = 20;

/** A distribution with its name normalised. */
export type ImportedPackage = ObservedDistribution;

export interface ImportedEnvironment {
  /** The folder of its interpreter, such as `/opt/train/.venv/bin`. */
  readonly folder: string;
  /** In order of name and version; one name twice where two versions were imported. */
  readonly packages: readonly ImportedPackage[];
}

/** The environments in which processes of the run imported distributions; empty where nothing was seen. */
export function importedEnvironments(run: RunRecord): readonly ImportedEnvironment[] {
  const environments = new Map<string, Map<string, ImportedPackage>>();
  for (const { interpreter, distributions } of seenProcesses(run.observed)) {
    if (distributions.length === 0) continue;
    const folder = interpreter.executable.replace(/[/\\][^/\\]*$/, '');
    if (!environments.has(folder) && environments.size >= mostEnvironments) continue;
    const packages = environments.get(folder) ?? new Map<string, ImportedPackage>();
    for (const distribution of distributions) {
      if (packages.size >= mostPackages) break;
      const name = normalizePackageName(distribution.name);
      packages.set(`${name}\n${distribution.version}\n${distribution.revision ?? ''}`, { ...distribution, name });
    }
    environments.set(folder, packages);
  }
  return [...environments].map(([folder, packages]) => ({
    folder,
    packages: [...packages].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found),
  }));
}

/** True where every run was seen to import something. */
export function sawImports(evidence: Evidence): boolean {
  return evidence.runs.length > 0 && evidence.runs.every((run) => importedEnvironments(run).length > 0);
}

/** What a list says about a package: nothing, the truth, something else, or nothing that could be held against the facts. */
export type Agreement = 'unlisted' | 'true' | 'false' | 'open';

export interface PackageList {
  readonly record: RequirementsRecord;
  /** The lines about a distribution, also under the names that conda has for it. */
  linesOf(found: ImportedPackage): readonly RequirementLine[];
  agreement(found: ImportedPackage): Agreement;
}

/** A record, ready to be asked. */
export function packageList(record: RequirementsRecord): PackageList {
  const byName = new Map<string, RequirementLine[]>();
  for (const line of record.lines) {
    if (line.name === null) continue;
    const names = record.manager === 'conda' ? distributionNames(line.name) : [line.name];
    for (const name of names) {
      const lines = byName.get(name) ?? [];
      byName.set(name, lines);
      const isNew = !lines.some(({ pinned, source }) => pinned === line.pinned && source === line.source);
      if (isNew && lines.length < mostPinsOfName) lines.push(line);
    }
  }
  const linesOf = (found: ImportedPackage): readonly RequirementLine[] => byName.get(found.name) ?? [];
  const answer = (found: ImportedPackage): Agreement => {
    const lines = linesOf(found);
    if (lines.length === 0) return 'unlisted';
    // Several lines are for several platforms: any of them may be the one that counted.
    const answers = lines.map((line) => holds(line, found, record));
    if (answers.includes(true)) return 'true';
    const whole = lines.length < mostPinsOfName;
    return answers.includes(null) || !whole ? 'open' : 'false';
  };
  const known = new Map<ImportedPackage, Agreement>();
  return {
    record,
    linesOf,
    agreement(found) {
      const agreement = known.get(found) ?? answer(found);
      known.set(found, agreement);
      return agreement;
    },
  };
}

/** Whether the line accepts what was imported; null where the two cannot be compared. */
function holds(
  { pinned, problem, source }: RequirementLine,
  found: ImportedPackage,
  record: RequirementsRecord,
): boolean | null {
  if (pinned === null || problem !== null) return null;
  const hash = /^(md5|sha\d+)=/.exec(pinned)?.[1];
  if (hash !== undefined)
    return found.source === 'archive' && found.revision?.startsWith(`${hash}=`) === true
      ? found.revision === pinned
      : null;
  if (source === 'vcs' || isCommit(pinned))
    return found.source === 'vcs' && found.revision !== null ? found.revision.toLowerCase() === pinned : null;
  if (satisfiesPin(found.version, pinned)) return true;
  if (record.manager === 'pip' || isFromPip(found)) return false;
  // Conda asks for what begins like it, and its builds carry parts of their own: `2.5.1` is Python's `2.5.1.post101`.
  return found.version.startsWith(`${pinned}.`) || (sameRelease(found.version, pinned) ?? null);
}

export function isCommit(pinned: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(pinned);
}

export function isFromPip({ installer }: ImportedPackage): boolean {
  return installer !== null && /^(?:pip|uv|poetry|pdm)\b/i.test(installer);
}

export interface OwnList {
  /** How findings name it. */
  readonly file: string;
  readonly list: PackageList;
}

/** The lists that the run left, out of those of all runs. */
export function listsOf(run: RunRecord, shared: readonly SharedRecord<'requirements'>[]): readonly OwnList[] {
  return shared.flatMap(({ file, copies }) =>
    copies.flatMap(({ run: number, record }) => (number === run.number ? [{ file, list: packageList(record) }] : [])),
  );
}

/**
 * The environment that the lists describe: of which they say the truth most often; where they say it of none, of which they
 * name the most. Null where nothing was seen.
 */
export function describedEnvironment(
  environments: readonly ImportedEnvironment[],
  lists: readonly PackageList[],
): ImportedEnvironment | null {
  if (environments.length < 2) return environments[0] ?? null;
  const weights = environments.map(({ packages }) => {
    const of = (fits: (answer: Agreement) => boolean): number =>
      packages.filter((found) => lists.some((list) => fits(list.agreement(found)))).length;
    return of((answer) => answer === 'true') * (mostPackages + 1) + of((answer) => answer !== 'unlisted');
  });
  return environments[weights.indexOf(Math.max(...weights))] ?? null;
}
