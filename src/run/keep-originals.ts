/**
 * Copies of what stood in the working directory before run 1, so that what a run changes or deletes in place can be put back
 * before the next one. Nobody knows beforehand what that will be, so the budget goes to the likely: first what `outputs`
 * selects (results of an earlier job that will be overwritten), then the newest small files. Where the file system clones
 * files (btrfs, xfs, APFS) size costs nothing. What has no copy is not put back, and train.ts says so.
 */
import { closeSync, constants, copyFileSync, lstatSync, mkdirSync, openSync, readSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { displayPath, systemPath } from './path-bytes.ts';
import type { OutputSelector } from './select-outputs.ts';
import type { Snapshot, SnapshotNode } from './snapshot.ts';

/** Key → file with the original content. */
export type Originals = ReadonlyMap<string, string>;

/** Configuration, logs, small results: a second of copying at worst. */
const smallFileBytes = 4 * 1024 * 1024;
const smallTotalBytes = 128 * 1024 * 1024;
const smallTotalFiles = 5000;
/** Selected outputs are worth some seconds of copying; two trainings follow. */
const selectedTotalBytes = 2 * 1024 * 1024 * 1024;
/** Copies never take more than this part of the free space: the training needs it more. */
const freeSpacePart = 0.1;

/** Copies within the budget; breathes between files and stops early where `stopped` turns true. */
export async function keepOriginals(
  root: string,
  before: Snapshot,
  select: OutputSelector | null,
  keepDir: string,
  stopped: () => boolean,
): Promise<Originals> {
  const kept = new Map<string, string>();
  const selected: [string, SnapshotNode][] = [];
  const others: [string, SnapshotNode][] = [];
  for (const entry of before) {
    if (entry[1].type !== 'file') continue;
    if (select?.(displayPath(entry[0])) === true) selected.push(entry);
    else others.push(entry);
  }
  mkdirSync(keepDir, { recursive: true });
  const free = freeBytes(keepDir) * freeSpacePart;
  const budget = {
    selected: Math.min(selectedTotalBytes, free),
    small: Math.min(smallTotalBytes, free),
    files: smallTotalFiles,
  };
  const newestFirst = (a: [string, SnapshotNode], b: [string, SnapshotNode]): number =>
    a[1].mtimeNs === b[1].mtimeNs ? 0 : a[1].mtimeNs > b[1].mtimeNs ? -1 : 1;
  let clones: boolean | null = null;
  for (const [list, isSelected] of [
    [selected.sort(newestFirst), true],
    [others.sort(newestFirst), false],
  ] as const) {
    for (const [key, node] of list) {
      const size = Number(node.size);
      const affordable = isSelected ? size <= budget.selected : size <= smallFileBytes && size <= budget.small;
      if (budget.files <= 0) return kept;
      if (!affordable && clones === false) continue;
      const target = join(keepDir, String(kept.size));
      const source = systemPath(root, key);
      if (clones !== false) {
        clones = copy(source, target, constants.COPYFILE_FICLONE_FORCE);
        if (!clones && !affordable) continue;
      }
      if (clones !== true) {
        if (!copy(source, target, 0)) continue;
        if (isSelected) budget.selected -= size;
        else budget.small -= size;
      }
      budget.files -= 1;
      if (unchanged(source, node)) kept.set(key, target);
      if (kept.size % 100 === 99) {
        await new Promise((resolve) => setImmediate(resolve));
        if (stopped()) return kept;
      }
    }
  }
  return kept;
}

/** True where the file's bytes are those of the kept original; null where none was kept or one cannot be read. */
export function sameAsOriginal(root: string, originals: Originals, key: string): boolean | null {
  const original = originals.get(key);
  if (original === undefined) return null;
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  let one: number | null = null;
  let other: number | null = null;
  try {
    one = openSync(systemPath(root, key), flags);
    other = openSync(original, flags);
    const steps = compareBytes(one, other);
    for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
  } catch {
    return null;
  } finally {
    if (one !== null) closeSync(one);
    if (other !== null) closeSync(other);
  }
}

/** Compares two open files byte by byte; yields now and then, so that the caller may breathe. */
export function* compareBytes(one: number, other: number): Generator<void, boolean> {
  const left = Buffer.allocUnsafe(256 * 1024);
  const right = Buffer.allocUnsafe(256 * 1024);
  for (let at = 0; ; ) {
    const got = readFully(one, left, at);
    if (readFully(other, right, at) !== got || left.compare(right, 0, got, 0, got) !== 0) return false;
    if (got < left.length) return true;
    at += got;
    if (at % (16 * 1024 * 1024) === 0) yield;
  }
}

function readFully(file: number, buffer: Buffer, position: number): number {
  let filled = 0;
  while (filled < buffer.length) {
    const got = readSync(file, buffer, filled, buffer.length - filled, position + filled);
    if (got === 0) break;
    filled += got;
  }
  return filled;
}

function copy(source: string | Buffer, target: string, mode: number): boolean {
  try {
    copyFileSync(source, target, mode);
    return true;
  } catch {
    return false;
  }
}

/** A copy made while the file was being written is no original. */
function unchanged(source: string | Buffer, node: SnapshotNode): boolean {
  try {
    const now = lstatSync(source, { bigint: true });
    return now.ino === node.inode && now.size === node.size && now.ctimeNs === node.ctimeNs;
  } catch {
    return false;
  }
}

function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}
