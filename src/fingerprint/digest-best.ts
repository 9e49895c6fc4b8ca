/**
 * The SHA-256 of the files of chosen checkpoints. The comparison tells equal files without hashing them, and hashes tensors,
 * not files: so this is one more reading, of these few files only. A pair that was the same byte for byte is read once.
 */
import { sourceChunks } from '../formats/codecs/memory-source.ts';
import type { BestCheckpoint, ChosenCheckpoint, FileDigest } from '../model/best-checkpoint.ts';
import type { ComparedCheckpoint } from '../model/coverage.ts';
import type { Comparison } from '../model/evidence.ts';
import type { Inventory, InventoryFile } from '../model/inventory.ts';
import { isProblem } from '../model/problem.ts';
import type { ProgressListener } from '../model/progress.ts';
import { digestChunks } from './digest-chunks.ts';

export interface ChosenOfRun {
  readonly run: number;
  readonly chosen: readonly ChosenCheckpoint[];
}

export interface DigestHost {
  readonly listener: ProgressListener;
  /** Asked now and then: true ends the work, and nothing is given. */
  stopped(): boolean;
}

/** What could be read; a file that is gone or changed since the comparison has no digest that would stand for what was compared. */
export async function digestBest(
  choices: readonly ChosenOfRun[],
  inventories: readonly Inventory[],
  comparisons: readonly Comparison[],
  host: DigestHost,
): Promise<readonly BestCheckpoint[]> {
  const best: BestCheckpoint[] = [];
  const known = new Map<string, readonly FileDigest[]>();
  for (const { run, chosen } of choices) {
    const inventory = inventories.find((candidate) => candidate.run === run);
    for (const { path, chosenBy } of chosen) {
      const whole = inventory === undefined ? [] : wholeCheckpoint(inventory, path);
      const twin = known.get(twinOf(run, path, comparisons));
      const files = twin === undefined ? await digestAll(whole, host) : sameAs(twin, whole);
      if (host.stopped()) return [];
      if (files === null) continue;
      known.set(keyOf(run, path), files);
      best.push({ run, path, chosenBy, files });
    }
  }
  return best;
}

/** The file and its parts. */
function wholeCheckpoint({ files }: Inventory, path: string): readonly InventoryFile[] {
  const file = files.find((candidate) => candidate.path === path);
  if (file === undefined) return [];
  return [file, ...file.parts.flatMap((part) => files.find((candidate) => candidate.path === part) ?? [])];
}

/** Null where there is no file, or one of them could not be read. */
async function digestAll(files: readonly InventoryFile[], host: DigestHost): Promise<readonly FileDigest[] | null> {
  const digests: FileDigest[] = [];
  for (const file of files) {
    const sha256 = await digestOne(file, host);
    if (sha256 === null) return null;
    digests.push({ path: file.path, byteLength: file.byteLength, sha256 });
  }
  return digests.length === 0 ? null : digests;
}

const givenUp = new Error('The digest is not wanted any more.');

async function digestOne(file: InventoryFile, { listener, stopped }: DigestHost): Promise<string | null> {
  try {
    const source = file.openBytes();
    let bytesDone = 0;
    try {
      return await digestChunks(sourceChunks(source), source.byteLength, (chunk) => {
        if (stopped()) throw givenUp;
        bytesDone += chunk.byteLength;
        listener({ kind: 'hashing', file: file.path, bytesDone, bytesTotal: source.byteLength });
      });
    } finally {
      source.close();
    }
  } catch (error) {
    if (error === givenUp || isProblem(error)) return null;
    throw error;
  }
}

function keyOf(run: number, path: string): string {
  return `${run} ${path}`;
}

/** The file of the first run of which this one was told to be the same byte for byte; empty where there is none. */
function twinOf(run: number, path: string, comparisons: readonly Comparison[]): string {
  const comparison = comparisons.find(({ second }) => second === run);
  const same = (compared: ComparedCheckpoint): boolean => compared.sameBytes && compared.paths.second === path;
  const compared = comparison?.coverage.checkpoints.find(same);
  return comparison === undefined || compared === undefined ? '' : keyOf(comparison.first, compared.paths.first);
}

function sameAs(twin: readonly FileDigest[], files: readonly InventoryFile[]): readonly FileDigest[] | null {
  if (twin.length !== files.length) return null;
  return files.map(({ path }, index) => {
    const { byteLength = 0, sha256 = '' } = twin[index] ?? {};
    return { path, byteLength, sha256 };
  });
}
