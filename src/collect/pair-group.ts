/**
 * Several files of a run that have one neutral path (two event files in a folder, `version_0` and `version_1`): which belongs
 * to which of the other run. By equal paths, or in the order of their own times and counters; never by a guess.
 */
import type { InventoryFile } from '../model/inventory.ts';
import type { Pair } from '../model/pair.ts';

/** Each file of the first run with its counterpart, in order; null where that cannot be told. */
export function pairGroup(
  first: readonly InventoryFile[],
  second: readonly InventoryFile[],
): readonly Pair<InventoryFile>[] | null {
  if (first.length !== second.length) return null;
  return (
    zip(byPath(first), byPath(second), samePath) ??
    (first.length === 1 ? zip(first, second) : zipOrdered(first, second))
  );
}

function zipOrdered(
  first: readonly InventoryFile[],
  second: readonly InventoryFile[],
): readonly Pair<InventoryFile>[] | null {
  const left = inOrder(first);
  const right = inOrder(second);
  return left === null || right === null ? null : zip(left, right);
}

/** By the times and counters in their paths; null where two files have the same ones, or none. */
function inOrder(files: readonly InventoryFile[]): readonly InventoryFile[] | null {
  const keyed = files
    .map((file) => ({ file, key: (file.taken ?? []).flatMap(({ order }) => (order === null ? [] : [order])) }))
    .toSorted((a, b) => compareKeys(a.key, b.key));
  const strict = keyed.every(({ key }, index) => {
    const before = keyed[index - 1];
    return key.length > 0 && (before === undefined || compareKeys(before.key, key) < 0);
  });
  return strict ? keyed.map(({ file }) => file) : null;
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (const [index, text] of a.entries()) {
    const other = b[index];
    if (other === undefined || text > other) return 1;
    if (text < other) return -1;
  }
  return a.length - b.length;
}

function byPath(files: readonly InventoryFile[]): readonly InventoryFile[] {
  return files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function samePath(first: InventoryFile, second: InventoryFile): boolean {
  return first.path === second.path;
}

function zip(
  first: readonly InventoryFile[],
  second: readonly InventoryFile[],
  accepts: (first: InventoryFile, second: InventoryFile) => boolean = () => true,
): readonly Pair<InventoryFile>[] | null {
  const pairs: Pair<InventoryFile>[] = [];
  for (const [index, file] of first.entries()) {
    const other = second[index];
    if (other === undefined || !accepts(file, other)) return null;
    pairs.push({ first: file, second: other });
  }
  return pairs;
}
