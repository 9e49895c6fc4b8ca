/**
 * Whether a later run read what an earlier one had written: resuming, or copying, from a folder that
 * it found by searching. What is set aside gets an access time long past; the kernel moves it on at the first reading, also
 * with `relatime`. Where access times are not kept (`noatime`), nothing is noticed, and nothing is wrongly said.
 */
import { lstatSync, utimesSync } from 'node:fs';
import type { Change } from './compare-snapshots.ts';
import { displayPath, systemPath } from './path-bytes.ts';

/** 1 January 2000: before any run, and not zero, which tools write themselves. */
const longAgo = 946_684_800;

export interface MarkedFile {
  readonly path: string | Buffer;
  /** As it is shown to people. */
  readonly name: string;
}

/** Marks the regular files among the changes, where they are now; those that cannot be marked are left out. */
export function markUnread(changes: readonly Change[], rootOf: (key: string) => string | null): readonly MarkedFile[] {
  return changes.flatMap(({ key, change, node }) => {
    const root = rootOf(key);
    if (root === null || change === 'deleted' || node.type !== 'file' || node.size === 0n) return [];
    const path = systemPath(root, key);
    try {
      // A link of another name may be read by that name: only files with one name are marked.
      const { mtimeMs, nlink } = lstatSync(path);
      if (nlink !== 1) return [];
      utimesSync(path, longAgo, mtimeMs / 1000);
      return lstatSync(path).atimeMs === longAgo * 1000 ? [{ path, name: displayPath(key) }] : [];
    } catch {
      return [];
    }
  });
}

/** Those that were read since they were marked. */
export function readSince(marked: readonly MarkedFile[]): readonly string[] {
  return marked.filter(({ path }) => (accessedMs(path) ?? longAgo * 1000) !== longAgo * 1000).map(({ name }) => name);
}

function accessedMs(path: string | Buffer): number | null {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.atimeMs ?? null;
  } catch {
    return null;
  }
}
