/**
 * What one run left behind, told from what was there before it: two watched folders (the working directory and the fresh
 * output folder), each as it was and as it is. Files must have come to rest first; what does not is told as a doubt.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Change, changedBehindLinks, compareSnapshots, type SameContent } from './compare-snapshots.ts';
import { type Doubt, staleDoubts, unseenDoubts, writingDoubts } from './doubts.ts';
import { openWriters } from './open-writers.ts';
import { displayPath } from './path-bytes.ts';
import type { OutputSelector } from './select-outputs.ts';
import { look, type Snapshot, snapshot } from './snapshot.ts';
import { recordedPath, type WatchedFolder, writtenFiles } from './written-files.ts';

export interface FolderBefore extends WatchedFolder {
  readonly before: Snapshot;
  /** Null: nothing is set aside. */
  readonly excluded: ReadonlySet<string> | null;
  readonly sameContent: SameContent;
}

export interface FolderOutcome extends WatchedFolder {
  readonly before: Snapshot;
  readonly changes: readonly Change[];
}

export interface Outcome {
  readonly folders: readonly FolderOutcome[];
  readonly doubts: readonly Doubt[];
}

/** Files come to rest within this time or not at all: every process of the run is gone by now. */
const restMs = 250;
const maxRests = 8;

/**
 * The changes in both folders, and what stands in doubt.
 * @returns null where `stopped` turned true before everything was listed
 * @throws RunProblem `TOO_MANY_FILES`, `FOLDER_UNREADABLE`
 */
export async function listOutcome(
  run: number,
  watched: readonly FolderBefore[],
  select: OutputSelector | null,
  stopped: () => boolean,
): Promise<Outcome | null> {
  const folders: FolderOutcome[] = [];
  const restless: string[] = [];
  const unreadable: string[] = [];
  const behindLinks: string[] = [];
  const stale: string[] = [];
  for (const folder of watched) {
    const settled = await changesAtRest(folder, stopped);
    if (settled === null) return null;
    const { after, changes } = settled;
    const nameOf = (key: string): string => recordedPath(folder, key);
    restless.push(...settled.restless.map(nameOf));
    behindLinks.push(...changedBehindLinks(folder.before, after).map(nameOf));
    const touched = new Set(changes.map(({ key }) => key));
    for (const [key, node] of after) {
      if (node.type === 'unreadable') unreadable.push(nameOf(key));
      if (node.type === 'file' && !touched.has(key) && select?.(displayPath(key)) === true) stale.push(nameOf(key));
    }
    folders.push({ root: folder.root, isOutputDir: folder.isOutputDir, before: folder.before, changes });
  }
  const written = folders.flatMap((folder) =>
    writtenFiles(folder, folder.changes).filter((file) => folder.isOutputDir || select === null || select(file.path)),
  );
  const paths = new Set(written.filter(({ type }) => type === 'file').map(({ absolutePath }) => absolutePath));
  const doubts = [
    ...writingDoubts(run, restless, openWriters(paths)),
    ...staleDoubts(run, stale, written),
    ...unseenDoubts(run, unreadable, behindLinks),
  ];
  return { folders, doubts };
}

async function changesAtRest(folder: FolderBefore, stopped: () => boolean) {
  for (let rests = 0; ; rests += 1) {
    const after = await snapshot(folder.root, folder.excluded, stopped);
    if (after === null) return null;
    const changes = compareSnapshots(folder.before, after, folder.sameContent);
    const restless = changes.filter((change) => !isAtRest(folder.root, change)).map(({ key }) => key);
    if (restless.length === 0 || rests === maxRests) return { after, changes, restless };
    await sleep(restMs);
  }
}

function isAtRest(root: string, { key, change, node }: Change): boolean {
  if (node.type === 'folder' || node.type === 'unreadable') return true;
  const now = look(root, key);
  if (change === 'deleted') return now === null || now.type !== node.type || now.inode !== node.inode;
  return now !== null && now.inode === node.inode && now.size === node.size && now.mtimeNs === node.mtimeNs;
}
