/**
 * What a run did to a folder: two snapshots held against each other. A name is unchanged when type, device, inode, size,
 * mtime and ctime are the same; no program can set ctime, so a file that was written and given its old time and size back
 * is found. Where only ctime moved (chmod, a hard link, a rename away and back) content decides, where it was kept.
 *
 * A write within the clock's last tick before the first snapshot is excluded by waiting for that tick (train.ts).
 */
import type { FileChange } from '../model/run-record.ts';
import type { Snapshot, SnapshotNode } from './snapshot.ts';

export interface Change {
  readonly key: string;
  readonly change: FileChange;
  /** The node as it is now; for a deleted one, as it was. */
  readonly node: SnapshotNode;
}

/** Tells whether the file still has the content that it had at the first snapshot; null where nobody knows. */
export type SameContent = (key: string) => boolean | null;

/** Changes in the order of the walk, deletions last. Folders are in it too, as created or deleted. */
export function compareSnapshots(before: Snapshot, after: Snapshot, sameContent: SameContent): readonly Change[] {
  const changes: Change[] = [];
  for (const [key, node] of after) {
    const old = before.get(key);
    if (old === undefined) {
      changes.push({ key, change: 'created', node });
    } else if (old.type !== node.type && (old.type === 'folder' || node.type === 'folder')) {
      // A folder in the place of a file, or the other way round, is a new thing under an old name.
      changes.push({ key, change: 'deleted', node: old }, { key, change: 'created', node });
    } else if (isChanged(old, node) && !onlyTouched(old, node, () => sameContent(key))) {
      changes.push({ key, change: 'changed', node });
    }
  }
  for (const [key, node] of before) if (!after.has(key)) changes.push({ key, change: 'deleted', node });
  return changes;
}

function isChanged(old: SnapshotNode, node: SnapshotNode): boolean {
  // A folder changes with every name in it, and these are told one by one.
  if (node.type === 'folder' && old.type === 'folder') return false;
  return (
    old.type !== node.type ||
    old.device !== node.device ||
    old.inode !== node.inode ||
    old.size !== node.size ||
    old.mtimeNs !== node.mtimeNs ||
    old.ctimeNs !== node.ctimeNs
  );
}

function onlyTouched(old: SnapshotNode, node: SnapshotNode, sameContent: () => boolean | null): boolean {
  const ctimeAlone =
    old.type === node.type &&
    old.device === node.device &&
    old.inode === node.inode &&
    old.size === node.size &&
    old.mtimeNs === node.mtimeNs;
  if (!ctimeAlone) return false;
  return node.type === 'file' ? sameContent() === true : old.detail === node.detail;
}

/** True where the same name holds the same thing in two snapshots, as far as times and sizes tell; ctime and inode apart. */
export function looksSame(old: SnapshotNode, node: SnapshotNode): boolean {
  if (old.type !== node.type) return false;
  if (node.type === 'folder') return true;
  if (node.type === 'symlink') return old.linkTarget === node.linkTarget;
  // Pipes, sockets and devices hold nothing that stays.
  if (node.type !== 'file' && node.type !== 'unreadable') return true;
  return old.size === node.size && old.mtimeNs === node.mtimeNs;
}

/** Symlinks behind which something changed during the run: what is written there is not seen. */
export function changedBehindLinks(before: Snapshot, after: Snapshot): readonly string[] {
  const keys: string[] = [];
  for (const [key, node] of after) {
    const old = before.get(key);
    if (old?.type !== 'symlink' || node.type !== 'symlink' || old.detail !== node.detail) continue;
    if (old.targetChangedNs !== node.targetChangedNs) keys.push(key);
  }
  return keys;
}
