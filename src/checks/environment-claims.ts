/**
 * What an environment record claims, held against what was seen: the interpreter, libraries, CUDA and GPUs by the observer inside the
 * training, the commit by Git; GPUs and Python by the machine's own word where no observer rode.
 */

import type { Gpu } from '../model/machine.ts';
import { type SeenProcess, seenProcesses } from '../model/observed-process.ts';
import { normalizePackageName } from '../model/package-name.ts';
import { satisfiesPin } from '../model/python-version.ts';
import type { PlainValue } from '../model/record.ts';
import type { RunRecord } from '../model/run-record.ts';
import { plainLeaves, showPlain } from './plain-values.ts';

/** Who knows better. */
export type Witness = 'observer' | 'python --version' | 'nvidia-smi' | 'git';

export interface FalseClaim {
  readonly pointer: string;
  readonly recorded: string;
  readonly real: string;
  readonly witness: Witness;
}

export interface ClaimReading {
  readonly wrong: readonly FalseClaim[];
  /** Claims that could be held against something. */
  readonly verified: number;
}

/** A claim that can be judged: what is real, and whether the recorded value says the same. */
interface Judged {
  readonly real: readonly string[];
  readonly holds: boolean;
  readonly witness: Witness;
}

/** Every claim of the record that can be judged by what is known of the run. */
export function readClaims(record: PlainValue, run: RunRecord): ClaimReading {
  const truth = truthOf(run);
  const judged = plainLeaves(record).flatMap(({ pointer, key, value }) => {
    const name = /^\d+$/.test(key) ? (pointer.split('/').at(-2) ?? key) : key;
    const found = judgeClaim(name.toLowerCase(), parentsOf(pointer), value, truth);
    return found === null ? [] : [{ pointer, recorded: showPlain(value), found }];
  });
  return {
    wrong: judged
      .filter(({ found }) => !found.holds)
      .map(({ pointer, recorded, found }) => ({
        pointer,
        recorded,
        real: found.real.length === 0 ? 'none' : found.real.join(', '),
        witness: found.witness,
      })),
    verified: judged.length,
  };
}

interface Truth {
  readonly seen: readonly SeenProcess[];
  readonly gpus: readonly Gpu[] | null;
  readonly pythonVersion: string | null;
  readonly commit: string | null;
  readonly dirty: boolean | null;
  /** By normalized name. */
  readonly distributions: ReadonlyMap<string, readonly string[]>;
}

function truthOf(run: RunRecord): Truth {
  const seen = seenProcesses(run.observed);
  const distributions = new Map<string, string[]>();
  for (const { name, version } of seen.flatMap((one) => one.distributions)) {
    const versions = distributions.get(normalizePackageName(name)) ?? [];
    if (!versions.includes(version)) versions.push(version);
    distributions.set(normalizePackageName(name), versions);
  }
  return {
    seen,
    gpus: run.machine?.gpus ?? null,
    pythonVersion: run.machine?.pythonVersion ?? null,
    commit: run.workingTree?.commit ?? null,
    dirty: run.workingTree === null ? null : run.workingTree.dirtyCount > 0,
    distributions,
  };
}

/** The keys above a value, in lower case. */
function parentsOf(pointer: string): readonly string[] {
  return pointer.toLowerCase().split('/').slice(1, -1);
}

function judgeClaim(name: string, parents: readonly string[], value: PlainValue, truth: Truth): Judged | null {
  if (/^(?:python|python_?version|py_?version)$/.test(name)) return pythonClaim(value, truth);
  if (/^(?:py)?torch(?:_?version)?$/.test(name)) return torchClaim(value, truth);
  if (/^(?:torch_)?cuda(?:_?version)?$/.test(name)) return cudaClaim(value, truth);
  if (/^cudnn(?:_?version)?$/.test(name)) return cudnnClaim(value, truth);
  if (/^(?:gpus?|gpu_?(?:model|name|type)s?|gpu_?device_?names?|cuda_?device_?names?|device_?names?)$/.test(name))
    return gpuModelClaim(value, truth);
  if (/^(?:gpu_?count|num_?gpus?|n_?gpus?|cuda_?device_?count|device_?count)$/.test(name))
    return gpuCountClaim(value, truth);
  if (namesCommit(name, parents)) return commitClaim(value, truth);
  if (/^(?:git_?)?(?:is_?)?dirty$/.test(name)) return dirtyClaim(value, truth);
  return libraryClaim(name, value, truth);
}

const ofTheCode = /^(?:git|vcs|scm|repo|repository|code|source)$/;
const ofTheRun = /^(?:env|environment|system|meta|metadata|info|run|versions?)$/;

/** The commit of the code; models and datasets have revisions and digests of their own. */
function namesCommit(name: string, parents: readonly string[]): boolean {
  if (!parents.every((parent) => ofTheCode.test(parent) || ofTheRun.test(parent))) return false;
  if (/^git(?:_?(?:commit|sha|revision|hash)(?:_?(?:hash|sha|id))?)?$|^commit(?:_?(?:hash|sha|id))?$/.test(name))
    return true;
  return parents.some((parent) => ofTheCode.test(parent)) && /^(?:sha|revision|hash)$/.test(name);
}

function judged(real: readonly string[], witness: Witness, holds: boolean): Judged {
  return { real: [...new Set(real)], witness, holds };
}

/** `3.12.4`, also out of `3.12.4 (main, Jun  6 2024) [GCC 13.2.0]`; a shorter version says less, and nothing false. */
function pythonClaim(value: PlainValue, truth: Truth): Judged | null {
  const observed = truth.seen.map(({ interpreter }) => interpreter.version);
  const real = observed.length > 0 ? observed : truth.pythonVersion === null ? [] : [truth.pythonVersion];
  const claimed = value.type === 'str' ? /^(?:Python )?(\d+(?:\.\d+)*)/.exec(value.text.trim())?.[1] : textOf(value);
  if (real.length === 0 || claimed === undefined || claimed === null) return null;
  const holds = real.some((version) => version === claimed || version.startsWith(`${claimed}.`));
  return judged(real, observed.length > 0 ? 'observer' : 'python --version', holds);
}

function torchClaim(value: PlainValue, truth: Truth): Judged | null {
  const loaded = truth.seen.flatMap(({ torch }) => torch?.version ?? []);
  if (truth.seen.length === 0) return null;
  const claimed = textOf(value);
  // A training without torch may well say that it has none.
  if (loaded.length === 0) return isNone(value) ? judged([], 'observer', true) : null;
  return judged(loaded, 'observer', claimed !== null && loaded.some((version) => satisfiesPin(version, claimed)));
}

function cudaClaim(value: PlainValue, truth: Truth): Judged | null {
  const torches = truth.seen.flatMap(({ torch }) => torch ?? []);
  if (torches.length === 0 || value.type === 'bool') return null;
  const real = torches.flatMap(({ cuda }) => cuda ?? []);
  const claimed = textOf(value);
  // Nothing was used of a CUDA that torch was only built for.
  if (isNone(value)) return judged(real, 'observer', real.length === 0 || torches.every(({ cudaUsed }) => !cudaUsed));
  return judged(real, 'observer', claimed !== null && real.some((version) => samePrefix(claimed, version)));
}

function cudnnClaim(value: PlainValue, truth: Truth): Judged | null {
  const real = truth.seen.flatMap(({ torch }) => torch?.cudnn ?? []);
  const claimed = textOf(value);
  if (real.length === 0 || claimed === null) return null;
  return judged(
    real,
    'observer',
    real.some((version) => dottedCudnn(version) === dottedCudnn(claimed)),
  );
}

/** `90100` and `8902` as people write them: `9.1.0`, `8.9.2`. */
function dottedCudnn(version: string): string {
  const number = Number(version);
  if (!/^\d{4,6}$/.test(version)) return version;
  const [major, rest] =
    number >= 90_000 ? [Math.floor(number / 10_000), number % 10_000] : [Math.floor(number / 1000), number % 1000];
  return `${major}.${Math.floor(rest / 100)}.${rest % 100}`;
}

function gpuModelClaim(value: PlainValue, truth: Truth): Judged | null {
  const used = truth.seen.flatMap(({ torch, tensorflow, jax }) => [
    ...(torch?.devices.map(({ name }) => name) ?? []),
    ...(tensorflow?.gpus ?? []),
    ...(jax?.backend === 'cpu' ? [] : (jax?.devices ?? [])),
  ]);
  const there = truth.gpus?.map(({ name }) => name) ?? [];
  const torches = truth.seen.flatMap(({ torch }) => torch ?? []);
  const claimed = textOf(value);
  if (isNone(value) || claimed === null) {
    // "No GPU" is false only where one was used.
    return truth.seen.length === 0 ? null : judged(used, 'observer', used.length === 0);
  }
  if (value.type !== 'str' || /^(?:cpu|cuda(?::\d+)?|mps|tpu)$/i.test(claimed)) return null;
  const known = [...used, ...there];
  if (known.length === 0 && torches.length === 0 && truth.gpus === null) return null;
  const holds = known.some((name) => sameModel(name, claimed));
  return judged(known, used.length > 0 || truth.gpus === null ? 'observer' : 'nvidia-smi', holds);
}

/** Some libraries leave out the maker. */
function sameModel(real: string, claimed: string): boolean {
  const plain = (name: string): string =>
    name
      .trim()
      .toLowerCase()
      .replace(/^nvidia /, '');
  return plain(real) === plain(claimed);
}

function gpuCountClaim(value: PlainValue, truth: Truth): Judged | null {
  const claimed = value.type === 'none' ? 0 : value.type === 'int' ? Number(value.text) : null;
  if (claimed === null) return null;
  const visible = truth.seen.flatMap(({ torch }) => torch?.deviceCount ?? []);
  if (visible.length > 0) return judged(visible.map(String), 'observer', visible.includes(claimed));
  if (truth.gpus === null) return null;
  // CUDA_VISIBLE_DEVICES hides some: fewer than there are is no lie.
  return judged([String(truth.gpus.length)], 'nvidia-smi', claimed <= truth.gpus.length);
}

function commitClaim(value: PlainValue, truth: Truth): Judged | null {
  const { commit } = truth;
  const claimed = value.type === 'str' ? /^[0-9a-f]{7,64}$/i.exec(value.text.trim())?.[0].toLowerCase() : undefined;
  if (commit === null || claimed === undefined) return null;
  return judged([commit], 'git', commit.startsWith(claimed));
}

function dirtyClaim(value: PlainValue, truth: Truth): Judged | null {
  if (truth.dirty === null || value.type !== 'bool') return null;
  const claimed = value.text === 'True';
  // Files that Git does not track, such as the results, are dirt to some and not to others.
  if (claimed && !truth.dirty) return null;
  return judged([truth.dirty ? 'dirty' : 'clean'], 'git', truth.dirty === claimed);
}

/** `numpy_version`, or `numpy` among `packages`: any distribution that the training imported. */
function libraryClaim(name: string, value: PlainValue, truth: Truth): Judged | null {
  const claimed = value.type === 'str' ? value.text.trim() : null;
  if (claimed === null || !/^v?\d+(?:\.\d+)+/.test(claimed)) return null;
  const versions = truth.distributions.get(normalizePackageName(name.replace(/_?version$/, '')));
  if (versions === undefined) return null;
  return judged(
    versions,
    'observer',
    versions.some((version) => satisfiesPin(version, claimed)),
  );
}

/** `12.4` says nothing false of `12.4.1`. */
function samePrefix(claimed: string, version: string): boolean {
  return version === claimed || version.startsWith(`${claimed}.`) || claimed.startsWith(`${version}.`);
}

function isNone(value: PlainValue): boolean {
  return (
    value.type === 'none' ||
    (value.type === 'str' && /^(?:|none|null|n\/a|na|cpu|not available|no gpu)$/i.test(value.text.trim()))
  );
}

function textOf(value: PlainValue): string | null {
  return value.type === 'str' || value.type === 'int' || value.type === 'float' ? value.text.trim() : null;
}
