/**
 * Runs made of nothing: inventories, checkpoints and entries in memory, as the readers would give them. Chunks come as
 * unkindly as the contract allows: one buffer, filled again and again, at an odd offset.
 */

import { compareRuns, type RunsComparison } from '../../src/compare/compare-runs.ts';
import { memorySource } from '../../src/formats/codecs/memory-source.ts';
import { type Chunks, chunkBytes } from '../../src/model/byte-source.ts';
import { type DType, dtypeFacts } from '../../src/model/dtype.ts';
import type {
  Checkpoint,
  ContainerEntry,
  Entry,
  OpaqueEntry,
  ScalarEntry,
  Structure,
  TensorEntry,
} from '../../src/model/entry.ts';
import type { EntryPath, Segment } from '../../src/model/entry-path.ts';
import type { FileRole, Inventory, InventoryFile, SeriesFile, Unread } from '../../src/model/inventory.ts';
import type { OwnNames } from '../../src/model/own-names.ts';
import type { Pair } from '../../src/model/pair.ts';
import type { Pairing } from '../../src/model/pairing.ts';
import type { Series } from '../../src/model/point.ts';
import { FormatProblem, type Problem } from '../../src/model/problem.ts';
import { silent } from '../../src/model/progress.ts';
import type { Policy, Tolerance } from '../../src/model/request.ts';
import type { Scalar } from '../../src/model/scalar.ts';
import { plainPolicy } from '../fixtures/plain-policy.ts';

/** Bytes as Chunks; throws the problem after the first chunk where one is given. */
export async function* chunksOf(bytes: Uint8Array, problem: Problem | null = null): Chunks {
  const memory = new Uint8Array(chunkBytes + 1);
  for (let offset = 0; offset < bytes.byteLength; offset += chunkBytes) {
    const part = bytes.subarray(offset, offset + chunkBytes);
    memory.fill(0xaa);
    memory.set(part, 1);
    yield memory.subarray(1, 1 + part.byteLength);
    if (problem !== null) throw problem;
  }
}

export const segments = (path: string | EntryPath): EntryPath => (typeof path === 'string' ? path.split('/') : path);

export function tensor(
  path: string | readonly Segment[],
  dtype: DType,
  shape: readonly number[],
  bytes: Uint8Array,
  options: { readonly structure?: Structure; readonly problem?: Problem } = {},
): TensorEntry {
  const byteLength = shape.reduce((product, length) => product * length, dtypeFacts(dtype).bytes);
  return {
    kind: 'tensor',
    path: segments(path),
    structure: options.structure ?? {},
    dtype,
    shape,
    byteLength,
    chunks: () => chunksOf(bytes, options.problem ?? null),
  };
}

/** A float32 vector. */
export function floats(
  path: string | readonly Segment[],
  values: readonly number[],
  structure: Structure = {},
): TensorEntry {
  return tensor(path, 'float32', [values.length], new Uint8Array(Float32Array.from(values).buffer), { structure });
}

export function scalar(path: string | readonly Segment[], type: Scalar['type'], text: string): ScalarEntry {
  return { kind: 'scalar', path: segments(path), structure: {}, value: { type, text } };
}

export function container(
  path: string | readonly Segment[],
  kind: ContainerEntry['container'],
  size: number,
  options: { readonly class?: string; readonly structure?: Structure } = {},
): ContainerEntry {
  const { structure = {}, ...rest } = options;
  return { kind: 'container', path: segments(path), structure, container: kind, size, ...rest };
}

export function opaque(path: string | readonly Segment[], what: string, bytes: Uint8Array): OpaqueEntry {
  return {
    kind: 'opaque',
    path: segments(path),
    structure: {},
    what,
    byteLength: bytes.byteLength,
    chunks: () => chunksOf(bytes),
  };
}

export function checkpoint(entries: readonly Entry[], options: Partial<Checkpoint> = {}): Checkpoint {
  return { format: 'memory', entries, notes: [], container: {}, executableReferences: [], close: () => {}, ...options };
}

export function series(
  name: string,
  values: readonly (readonly [step: number, value: number])[],
  options: Partial<Series> = {},
): Series {
  const points = values.map(([step, value]) => ({ step, value }));
  return { name, stepKind: 'step', points, rewritten: 0, precision: 'float64', ...options };
}

/** A file of a run: its bytes, and what a reader makes of them. */
export interface BuiltFile {
  readonly path: string;
  readonly role: FileRole;
  readonly bytes?: Uint8Array | string;
  readonly checkpoint?: Checkpoint | Problem;
  readonly series?: readonly Series[];
  readonly neutralPath?: string;
  readonly unread?: { readonly code: string; readonly reason: string };
  readonly inode?: string;
  readonly parts?: readonly string[];
}

export interface BuiltRun {
  readonly files: readonly BuiltFile[];
  readonly ownNames?: OwnNames;
  readonly stdout?: readonly Series[];
  readonly unread?: readonly Unread[];
}

export function inventory(number: number, run: BuiltRun): Inventory {
  const byPath = new Map(run.files.map((file) => [file.path, file]));
  return {
    run: number,
    files: run.files.map((file) => fileOf(number, file)),
    metrics: [
      ...run.files.flatMap((file) =>
        file.series === undefined ? [] : [seriesFile(file.path, file.neutralPath, file.series)],
      ),
      ...(run.stdout === undefined ? [] : [seriesFile('(stdout)', '(stdout)', run.stdout)]),
    ],
    records: [],
    unread: [
      ...run.files.flatMap(({ path, role, unread }) =>
        unread === undefined ? [] : [{ path, role, ...unread, remedy: '', place: {} }],
      ),
      ...(run.unread ?? []),
    ],
    ownNames: run.ownNames ?? [],
    async openCheckpoint({ path }) {
      const found = byPath.get(path)?.checkpoint;
      if (found === undefined) throw new FormatProblem('UNKNOWN_FORMAT', 'no format');
      if (found instanceof Error) throw found;
      return found;
    },
  };
}

function seriesFile(path: string, neutralPath: string | undefined, list: readonly Series[]): SeriesFile {
  return { path, neutralPath: neutralPath ?? path, format: 'jsonl', series: list, notes: [] };
}

function fileOf(run: number, file: BuiltFile): InventoryFile {
  const bytes =
    typeof file.bytes === 'string' ? new TextEncoder().encode(file.bytes) : (file.bytes ?? new Uint8Array([run]));
  return {
    path: file.path,
    neutralPath: file.neutralPath ?? file.path,
    role: file.role,
    format: file.checkpoint === undefined ? null : 'memory',
    byteLength: bytes.byteLength,
    state: {
      device: '1',
      inode: file.inode ?? `${run}-${file.path}`,
      size: bytes.byteLength,
      mtimeNs: '0',
      ctimeNs: '0',
    },
    because: `it is a ${file.role}`,
    parts: file.parts ?? [],
    openBytes: () => ({ ...memorySource(file.path, bytes), close: () => {} }),
  };
}

/** Files of the same neutral path belong together. */
export function pairing({ first, second }: Pair<Inventory>): Pairing {
  const other = new Map(second.files.map((file) => [file.neutralPath, file]));
  const known = new Set(first.files.map(({ neutralPath }) => neutralPath));
  return {
    pairs: first.files.flatMap((file) => {
      const found = other.get(file.neutralPath);
      return found === undefined ? [] : [{ neutralPath: file.neutralPath, files: { first: file, second: found } }];
    }),
    onlyFirst: first.files.filter(({ neutralPath }) => !other.has(neutralPath)),
    onlySecond: second.files.filter(({ neutralPath }) => !known.has(neutralPath)),
    ambiguous: [],
    ownNames: { first: first.ownNames, second: second.ownNames },
  };
}

export const exact: Policy = plainPolicy;

export const tolerating = (everywhere: Tolerance['everywhere'], rules: Tolerance['rules'] = []): Policy => ({
  ...exact,
  tolerance: { everywhere, rules },
});

/** Compares two built runs. */
export function compareBuilt(first: BuiltRun, second: BuiltRun, policy: Policy = exact): Promise<RunsComparison> {
  const inventories = { first: inventory(1, first), second: inventory(2, second) };
  return compareRuns(inventories, pairing(inventories), policy, silent);
}

/** Two runs of one checkpoint each, at the same path. */
export function compareEntryLists(
  first: readonly Entry[],
  second: readonly Entry[],
  policy: Policy = exact,
): Promise<RunsComparison> {
  const run = (entries: readonly Entry[]): BuiltRun => ({
    files: [{ path: 'model.pt', role: 'checkpoint', checkpoint: checkpoint(entries) }],
  });
  return compareBuilt(run(first), run(second), policy);
}
