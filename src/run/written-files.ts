/**
 * Changes turned into the WrittenFiles of a record. Paths are relative to the working directory; what stands in the fresh
 * folder of the run is called `$TRAIN_TWICE_OUTPUT_DIR/…`, the same in every run and every audit.
 */
import type { WrittenFile } from '../model/run-record.ts';
import type { Change } from './compare-snapshots.ts';
import { displayPath, location, parentOf } from './path-bytes.ts';
import { stateOf } from './snapshot.ts';

/** What stands for the fresh output folder in paths. */
export const outputFolderName = '$TRAIN_TWICE_OUTPUT_DIR';

/** One of the two folders that are watched. */
export interface WatchedFolder {
  /** Absolute. */
  readonly root: string;
  readonly isOutputDir: boolean;
}

/** The path of a key as records show it. */
export function recordedPath(folder: WatchedFolder, key: string): string {
  const path = displayPath(key);
  if (folder.isOutputDir) return `${outputFolderName}/${path}`;
  // A training that was given the variable's name in place of its value makes a folder of that name.
  return path === outputFolderName || path.startsWith(`${outputFolderName}/`) ? `./${path}` : path;
}

/**
 * The things that were written, sorted by path. Folders are no things of their own; one that cannot be listed is.
 * @param rootOf where the bytes of a key are: the folder itself, or where it was moved
 */
export function writtenFiles(
  folder: WatchedFolder,
  changes: readonly Change[],
  rootOf: (key: string) => string = () => folder.root,
): readonly WrittenFile[] {
  const files: WrittenFile[] = [];
  for (const { key, change, node } of changes) {
    if (node.type === 'folder') continue;
    const path = recordedPath(folder, key);
    if (change === 'deleted') {
      files.push({ path, change, type: 'deleted', ...location(folder.root, key), state: null });
      continue;
    }
    files.push({
      path,
      change,
      type: node.type,
      ...location(rootOf(key), key),
      state: stateOf(node),
      ...(node.detail === null ? {} : { detail: node.detail }),
    });
  }
  return files.sort(byPath);
}

/** True where the key, or a folder above it, is in the set. */
export function isBelow(key: string, keys: ReadonlySet<string>): boolean {
  for (let at = key; at !== ''; at = parentOf(at)) if (keys.has(at)) return true;
  return false;
}

export function byPath(a: WrittenFile, b: WrittenFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
