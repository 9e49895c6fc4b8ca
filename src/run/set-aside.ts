/**
 * Between two runs: what the run created is renamed away, what it changed or deleted is put back from the kept originals,
 * so that the next run starts as this one did. Of a changed file without an original a copy is taken for the comparison and
 * the file itself stays: it may be an input, and a training whose data vanished would tell nobody anything.
 */
import { lstatSync, mkdirSync, symlinkSync } from 'node:fs';
import type { Change } from './compare-snapshots.ts';
import type { Originals } from './keep-originals.ts';
import { copyFileWithTimes, moveTree } from './move-tree.ts';
import { parentOf, systemPath } from './path-bytes.ts';
import type { Snapshot, SnapshotNode } from './snapshot.ts';

export interface SetAside {
  /** Keys that are now below the target; a folder stands for all that was in it. */
  readonly moved: ReadonlySet<string>;
  /** Keys whose original content is back in place. */
  readonly restored: ReadonlySet<string>;
}

/**
 * Moves the changes of one run below `target` and restores what was there before.
 * @param stopped checked between two moves: with true the rest stays where it is
 * @throws RunProblem `CANNOT_MOVE`; everything is back in its place then
 */
export async function setAside(
  root: string,
  before: Snapshot,
  changes: readonly Change[],
  originals: Originals,
  target: string,
  stopped: () => boolean,
): Promise<SetAside> {
  const taken: string[] = [];
  try {
    return await setAllAside(root, before, changes, originals, target, stopped, taken);
  } catch (error) {
    // All or nothing: half of a run in each of two places could be neither compared nor used.
    for (const key of taken.reverse()) await moveTree(systemPath(target, key), systemPath(root, key)).catch(() => {});
    throw error;
  }
}

async function setAllAside(
  root: string,
  before: Snapshot,
  changes: readonly Change[],
  originals: Originals,
  target: string,
  stopped: () => boolean,
  taken: string[],
): Promise<SetAside> {
  const moved = new Set<string>();
  const restored = new Set<string>();
  const takeAway = async (key: string): Promise<void> => {
    makeFolder(target, parentOf(key));
    await moveTree(systemPath(root, key), systemPath(target, key));
    moved.add(key);
    taken.push(key);
  };
  const created = new Set(changes.filter(({ change }) => change === 'created').map(({ key }) => key));
  for (const key of created) {
    if (stopped()) break;
    // The topmost new folder takes everything in it along.
    if (!created.has(parentOf(key))) await takeAway(key);
  }
  for (const { key, change, node } of changes) {
    if (stopped()) break;
    const old = before.get(key);
    if (change === 'created' || old === undefined) continue;
    const original = originals.get(key);
    if (change === 'changed') {
      if (canRestore(old, original)) await takeAway(key);
      else if (node.type === 'file') {
        makeFolder(target, parentOf(key));
        copyFileWithTimes(systemPath(root, key), systemPath(target, key), node);
        moved.add(key);
        continue;
      } else if (node.type === 'symlink') {
        await takeAway(key);
        continue;
      } else continue;
    }
    if (restore(systemPath(root, key), old, original)) restored.add(key);
  }
  return { moved, restored };
}

function canRestore(old: SnapshotNode, original: string | undefined): boolean {
  return (old.type === 'file' && original !== undefined) || (old.type === 'symlink' && old.linkTarget !== null);
}

function restore(path: string | Buffer, old: SnapshotNode, original: string | undefined): boolean {
  try {
    if (old.type === 'folder') mkdirSync(path, { mode: Number(old.mode) & 0o7777 });
    else if (old.type === 'file' && original !== undefined) copyFileWithTimes(original, path, old);
    else if (old.type === 'symlink' && old.linkTarget !== null)
      symlinkSync(Buffer.from(old.linkTarget, 'latin1'), path);
    else return false;
    return true;
  } catch {
    // Told by the snapshot before the next run, which finds it missing.
    return false;
  }
}

/** Makes a folder below the target, and the folders above it. */
function makeFolder(target: string, key: string): void {
  const parts = key === '' ? [] : key.split('/');
  mkdirSync(target, { recursive: true });
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const folder = parts.slice(0, depth).join('/');
    if (lstatSync(systemPath(target, folder), { throwIfNoEntry: false }) === undefined) {
      mkdirSync(systemPath(target, folder));
    }
  }
}
