/**
 * What is known of how each run was made: command, seed, machine, software and code, as the observer and the machine told it. What is the
 * same in all runs is said once; what is not comes before everything else.
 */

import { formatInteger, plural } from '../../model/format-number.ts';
import type { Gpu } from '../../model/machine.ts';
import { type SeenProcess, seenProcesses } from '../../model/observed-process.ts';
import type { Report } from '../../model/report.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { startDifferences } from '../../model/start-differences.ts';

export interface Fact {
  readonly title: string;
  /** One for each run; null where it is not known. */
  readonly values: readonly (string | null)[];
}

export interface RunFacts {
  /** Known to be different. */
  readonly differing: readonly Fact[];
  /** Known of some runs only. */
  readonly partial: readonly Fact[];
  readonly same: readonly Fact[];
}

/** More packages than these are counted. */
const packagesShown = 6;

export function runFacts({ runs }: Report): RunFacts {
  const each = (title: string, value: (run: RunRecord, seen: readonly SeenProcess[]) => string | null): Fact => ({
    title,
    values: runs.map((run) => value(run, seenProcesses(run.observed))),
  });
  const known = [
    each('Command', commandText),
    each('Seed', ({ seed }) => (seed === null ? null : String(seed))),
    each('GPU', gpuText),
    each('Driver', ({ machine }) => alike((machine?.gpus ?? []).map(({ driver }) => driver))),
    each(
      'Python',
      ({ machine }, seen) =>
        alike(seen.map(({ interpreter }) => interpreter.version)) ?? machine?.pythonVersion ?? null,
    ),
    each('torch', (_, seen) => alike(seen.map(({ torch }) => torch?.version))),
    each('CUDA', (_, seen) => alike(seen.map(({ torch }) => torch?.cuda))),
    each('cuDNN', (_, seen) => alike(seen.map(({ torch }) => torch?.cudnn))),
    each('torch threads', (_, seen) => alike(seen.map(({ torch }) => torch?.threads?.toString()))),
    each('TensorFlow', (_, seen) => alike(seen.map(({ tensorflow }) => tensorflow?.version))),
    each('JAX', (_, seen) =>
      alike(
        seen.map(({ jax }) =>
          jax === null ? null : `${jax.version}${jax.backend === null ? '' : ` on ${jax.backend}`}`,
        ),
      ),
    ),
    each('Code', codeText),
  ];
  const facts = [...known, ...variableFacts(runs)].filter(({ values }) => values.some((value) => value !== null));
  const packages = packageFacts(runs);
  return {
    differing: [...facts.filter(isDiffering), ...packages.differing],
    partial: facts.filter((fact) => !isDiffering(fact) && fact.values.includes(null)),
    same: [...facts.filter((fact) => !isDiffering(fact) && !fact.values.includes(null)), ...packages.same],
  };
}

/** What is known to differ between the runs, by title: `GPU`, `torch`, `Code`. */
export function differingFacts(report: Report): readonly string[] {
  return runFacts(report).differing.map(({ title }) => title);
}

function isDiffering({ values }: Fact): boolean {
  return new Set(values.filter((value) => value !== null)).size > 1;
}

/** What all processes say; all of it where they do not say the same; null where none says anything. */
function alike(values: readonly (string | null | undefined)[]): string | null {
  const said = [...new Set(values.filter((value) => value !== null && value !== undefined))].sort();
  return said.length === 0 ? null : said.join(', ');
}

/** What was run, as a person would type it; null where no run was started. */
export function auditedCommand({ runs }: Report): string | null {
  const [run] = runs;
  return run === undefined ? null : commandText(run, seenProcesses(run.observed));
}

/** As a person would type it. Of a script for bash, the Python processes that it started. */
function commandText(run: RunRecord, seen: readonly SeenProcess[]): string | null {
  if (run.end === null || run.argv.length === 0) return null;
  const line = (argv: readonly string[]): string => withoutFolder(run, argv.map(shellWord).join(' '));
  if (!run.argv.join(' ').startsWith('bash --noprofile --norc -e -o pipefail ')) return line(run.argv);
  const pids = new Set(seen.map(({ pid }) => pid));
  const started = seen.filter(({ parent, forked }) => !forked && !pids.has(parent));
  const lines = [...new Set(started.map(({ interpreter }) => line(interpreter.argv)))];
  return lines.length === 0 ? 'a script for bash' : `${lines.join('; ')} (in a script for bash)`;
}

function shellWord(word: string): string {
  return /^[\w@%+=:,./{}-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** The fresh folder of a run has the same place in all runs of an audit, and another one in the next audit. */
function withoutFolder({ environment }: RunRecord, text: string): string {
  const folder = environment.TRAIN_TWICE_OUTPUT_DIR ?? '';
  return folder === '' ? text : text.replaceAll(folder, '$TRAIN_TWICE_OUTPUT_DIR');
}

/** What was used; where nobody saw that, what the machine has. */
function gpuText({ machine }: RunRecord, seen: readonly SeenProcess[]): string | null {
  const used = seen.flatMap(({ torch, tensorflow, jax }) => [
    ...(torch?.devices ?? []).map(({ name }) => name),
    ...(tensorflow?.gpus ?? []),
    ...(jax === null || jax.backend === 'cpu' ? [] : jax.devices),
  ]);
  if (used.length > 0) return counted(used);
  const gpus = machine?.gpus ?? [];
  if (gpus.length === 0)
    return seen.length > 0 ? 'none used' : machine === null || machine.gpus === null ? null : 'none';
  return `${counted(gpus.map(({ name }: Gpu) => name))}, ${seen.length > 0 ? 'not used' : 'not seen whether used'}`;
}

/** `2 × NVIDIA A100`. */
function counted(names: readonly string[]): string {
  const distinct = [...new Set(names)].sort();
  return distinct
    .map((name) => {
      const count = names.filter((one) => one === name).length;
      return count === 1 ? name : `${formatInteger(count)} × ${name}`;
    })
    .join(', ');
}

function codeText({ workingTree }: RunRecord): string | null {
  if (workingTree === null) return null;
  const commit = workingTree.commit === null ? 'no commit yet' : `commit ${workingTree.commit.slice(0, 12)}`;
  const { dirtyCount, dirty } = workingTree;
  if (dirtyCount === 0) return `${commit}, clean`;
  const [example = ''] = dirty;
  return `${commit} and ${plural(dirtyCount, 'changed file')} (${example}${dirtyCount > 1 ? ', …' : ''})`;
}

/** Variables that a run was given otherwise than the first; each run's own are not among them. */
function variableFacts(runs: readonly RunRecord[]): readonly Fact[] {
  const started = startDifferences(runs).flatMap(({ differing }) => differing);
  const names = [...new Set(started)].filter((name) =>
    runs.some(({ environment }) => Object.hasOwn(environment, name)),
  );
  return names.map((name) => ({
    title: `$${name}`,
    values: runs.map((run) => (run.end === null ? null : variableOf(run, name))),
  }));
}

function variableOf({ environment }: RunRecord, name: string): string {
  return Object.hasOwn(environment, name) ? (environment[name] ?? 'not set') : 'not set';
}

/** These have a line of their own. */
const toldApart = new Set(['torch', 'tensorflow', 'jax']);

/** Imported packages by version; the fact of how many there are where all versions are the same. */
function packageFacts(runs: readonly RunRecord[]): Pick<RunFacts, 'differing' | 'same'> {
  const versions = runs.map(versionsOf);
  if (versions.length === 0 || versions.some((one) => one === null)) return { differing: [], same: [] };
  const names = [...new Set(versions.flatMap((one) => [...(one?.keys() ?? [])]))].sort();
  const facts = names.map((name) => ({ title: name, values: versions.map((one) => one?.get(name) ?? 'not imported') }));
  const differing = facts.filter((fact) => isDiffering(fact) && !toldApart.has(fact.title));
  const rest = differing.length - packagesShown;
  const same = facts.length - facts.filter(isDiffering).length;
  return {
    differing: [
      ...differing.slice(0, packagesShown),
      ...(rest > 0 ? [{ title: 'Packages', values: versions.map(() => `${formatInteger(rest)} more`) }] : []),
    ],
    same:
      same === 0
        ? []
        : [{ title: 'Packages', values: versions.map(() => `${formatInteger(same)} of the same version`) }],
  };
}

/** Null where they are not all known. */
function versionsOf({ observed }: RunRecord): ReadonlyMap<string, string> | null {
  const seen = seenProcesses(observed);
  if (seen.length === 0 || seen.some(({ distributionsComplete }) => !distributionsComplete)) return null;
  return new Map(
    seen.flatMap(({ distributions }) => distributions.map(({ name, version }) => [name, version] as const)),
  );
}
