/** What the comparison of one file (or pair of files) needs, and what comes out of it. */
import type { FileGroup, LeafDifference } from '../model/difference.ts';
import { type FileRole, roleDecides } from '../model/inventory.ts';
import type { Pair } from '../model/pair.ts';
import type { ContentContext } from './checkpoint-content.ts';
import type { CoveragePart } from './coverage-parts.ts';
import type { IndexedInventory } from './inventory-index.ts';
import type { GlobFinder } from './name-globs.ts';

export interface FileContext extends Omit<ContentContext, 'ignoredBy'> {
  readonly inventories: Pair<IndexedInventory>;
  readonly ignored: { readonly scalars: GlobFinder; readonly series: GlobFinder };
}

/** What came out of one file (or pair of files). */
export interface FileComparison {
  readonly group: FileGroup | null;
  readonly decides: boolean;
  /** Only asked where the file decides: both sides are there and have the same bytes. */
  readonly sameBytes: boolean;
  readonly coverage: CoveragePart;
}

/** The same without the group around the leaves. */
export type Compared = Pick<FileComparison, 'sameBytes' | 'coverage'> & { readonly leaves: readonly LeafDifference[] };

/** The group of a file with these leaves; null where there are none. */
export function groupOf(
  place: string,
  paths: Pair<string | null>,
  role: FileRole,
  children: readonly LeafDifference[],
): FileGroup | null {
  if (children.length === 0) return null;
  return { kind: 'group', level: 'file', place, file: { role, paths, decides: roleDecides(role) }, children };
}
