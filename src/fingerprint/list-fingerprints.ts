/**
 * The listing behind `train-twice fingerprint`: digests of everything in one file or folder, without a second run. A file
 * that cannot be read stays in the listing with its problem; nothing is left out in silence.
 */
import type { Checkpoint, Entry } from '../model/entry.ts';
import { formatEntryPath } from '../model/entry-path.ts';
import type { Digest, TensorFingerprint, TensorStatistics } from '../model/fingerprint.ts';
import type { FileRole, Inventory, InventoryFile, Unread } from '../model/inventory.ts';
import type { Series } from '../model/point.ts';
import { isProblem, type Problem } from '../model/problem.ts';
import type { Scalar } from '../model/scalar.ts';
import { digestChunks } from './digest-chunks.ts';
import { digestFile } from './digest-file.ts';
import { digestSeries } from './digest-series.ts';
import { fingerprintTensor } from './hash-entry.ts';
import { tensorStatistics } from './tensor-statistics.ts';

export interface ListedTensor extends TensorFingerprint, TensorStatistics {
  readonly path: string;
}

export interface ListedScalar extends Scalar {
  readonly path: string;
}

export interface ListedOpaque {
  readonly path: string;
  readonly what: string;
  readonly byteLength: number;
  readonly digest: Digest;
}

export interface ListedSeries {
  readonly name: string;
  readonly stepKind: Series['stepKind'];
  readonly points: number;
  readonly digest: Digest;
}

export interface ListedFile {
  readonly path: string;
  readonly role: FileRole;
  readonly format: string | null;
  readonly byteLength: number;
  /** Of the file's bytes, as `sha256sum` prints it; null where it could not be read. */
  readonly sha256: Digest | null;
  readonly tensors: readonly ListedTensor[];
  readonly scalars: readonly ListedScalar[];
  readonly opaques: readonly ListedOpaque[];
  readonly series: readonly ListedSeries[];
  /** Why the content could not be listed; null where it could. */
  readonly problem: string | null;
}

/** The document that `fingerprint --json` prints; `schemas/fingerprint-listing.v1.json` describes it. */
export interface FingerprintListing {
  readonly listingVersion: 1;
  readonly path: string;
  readonly files: readonly ListedFile[];
}

/** Lists every file of the inventory in order of path. Problems of single files become part of the listing. */
export async function listFingerprints(path: string, inventory: Inventory): Promise<FingerprintListing> {
  const files: ListedFile[] = [];
  const unread = new Map(inventory.unread.map((item) => [item.path, item]));
  const series = seriesByFile(inventory);
  for (const file of inventory.files) {
    files.push(await listFile(file, inventory, series.get(file.path) ?? [], unread.get(file.path)));
    unread.delete(file.path);
  }
  for (const item of unread.values()) files.push({ ...nothing(item.path, item.role), problem: item.reason });
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { listingVersion: 1, path, files };
}

function nothing(path: string, role: FileRole): ListedFile {
  const none = { tensors: [], scalars: [], opaques: [], series: [] };
  return { path, role, format: null, byteLength: 0, sha256: null, ...none, problem: null };
}

async function listFile(
  file: InventoryFile,
  inventory: Inventory,
  series: readonly ListedSeries[],
  unread: Unread | undefined,
): Promise<ListedFile> {
  const listed = { ...nothing(file.path, file.role), format: file.format, byteLength: file.byteLength };
  try {
    const source = file.openBytes();
    let sha256: Digest;
    try {
      sha256 = await digestFile(source);
    } finally {
      source.close();
    }
    if (unread !== undefined) return { ...listed, sha256, problem: unread.reason };
    return { ...listed, sha256, ...(await listContent(file, inventory)), series };
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { ...listed, problem: sentence(error) };
  }
}

function sentence(problem: Problem): string {
  return `${problem.message}${problem.remedy === '' ? '' : ` ${problem.remedy}`}`;
}

/** Series by the file they stand in; of several runs inside one file under the name of the run. */
function seriesByFile({ files, metrics }: Inventory): ReadonlyMap<string, readonly ListedSeries[]> {
  const neutral = new Map(files.map(({ path, neutralPath }) => [path, neutralPath]));
  const found = new Map<string, ListedSeries[]>();
  for (const { path, neutralPath, series } of metrics) {
    let file = path;
    while (!neutral.has(file) && file.includes('/')) file = file.slice(0, file.lastIndexOf('/'));
    const run = neutralPath.slice((neutral.get(file) ?? neutralPath).length + 1);
    const listed = series.map((one) => ({ ...listSeries(one), name: run === '' ? one.name : `${run}/${one.name}` }));
    const known = found.get(file);
    if (known === undefined) found.set(file, listed);
    else known.push(...listed);
  }
  return found;
}

function listSeries(series: Series): ListedSeries {
  const { name, stepKind, points } = series;
  return { name, stepKind, points: points.length, digest: digestSeries(series) };
}

type Content = Pick<ListedFile, 'tensors' | 'scalars' | 'opaques'>;

async function listContent(file: InventoryFile, inventory: Inventory): Promise<Content> {
  if ((file.role !== 'checkpoint' && file.role !== 'image') || file.format === null) {
    return { tensors: [], scalars: [], opaques: [] };
  }
  const checkpoint: Checkpoint = await inventory.openCheckpoint(file);
  try {
    return await listEntries(checkpoint.entries);
  } finally {
    checkpoint.close();
  }
}

async function listEntries(entries: readonly Entry[]): Promise<Content> {
  const tensors: ListedTensor[] = [];
  const scalars: ListedScalar[] = [];
  const opaques: ListedOpaque[] = [];
  for (const entry of entries) {
    const path = formatEntryPath(entry.path);
    switch (entry.kind) {
      case 'tensor':
        tensors.push({ path, ...(await fingerprintTensor(entry)), ...(await tensorStatistics(entry)) });
        break;
      case 'scalar':
        scalars.push({ path, ...entry.value });
        break;
      case 'opaque': {
        const digest = await digestChunks(entry.chunks(), entry.byteLength);
        opaques.push({ path, what: entry.what, byteLength: entry.byteLength, digest });
        break;
      }
      case 'container':
        break;
      default:
        entry satisfies never;
    }
  }
  return { tensors, scalars, opaques };
}
