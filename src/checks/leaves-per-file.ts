/**
 * The leaves of one kind, file by file: what nearly every check about differences starts from, so that a file with 10,000
 * differing tensors gives one finding with counts and the worst example, not 10,000.
 */
import { type LeafDifference, type LocatedLeaf, leavesOf } from '../model/difference.ts';
import type { Comparison, Evidence } from '../model/evidence.ts';
import type { FindingPlace } from '../model/finding.ts';
import type { FileRole } from '../model/inventory.ts';

export type LeafOf<K extends LeafDifference['kind']> = Extract<LeafDifference, { readonly kind: K }>;

export interface FileLeaves<K extends LeafDifference['kind']> {
  readonly comparison: Comparison;
  readonly place: Partial<FindingPlace>;
  /** The path as people know it: the same in both runs, or the neutral one. */
  readonly file: string;
  readonly neutralPath: string;
  readonly role: FileRole;
  readonly decides: boolean;
  /** In tree order, never empty. */
  readonly leaves: readonly LeafOf<K>[];
}

/** All leaves of a kind grouped by comparison and file, in tree order. */
export function leavesPerFile<K extends LeafDifference['kind']>(
  evidence: Evidence,
  kind: K,
  accepts: (leaf: LeafOf<K>) => boolean = () => true,
): readonly FileLeaves<K>[] {
  return evidence.comparisons.flatMap((comparison) => {
    const groups = new Map<string, { located: LocatedLeaf; leaves: LeafOf<K>[] }>();
    for (const located of leavesOf(comparison.difference)) {
      if (!isKind(located.leaf, kind) || !accepts(located.leaf)) continue;
      const key = located.file?.place ?? (located.leaf.kind === 'missing' ? `/${located.leaf.place}` : '');
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { located, leaves: [located.leaf] });
      else group.leaves.push(located.leaf);
    }
    return [...groups.values()].map(({ located, leaves }) => describe(evidence, comparison, located, leaves));
  });
}

function isKind<K extends LeafDifference['kind']>(leaf: LeafDifference, kind: K): leaf is LeafOf<K> {
  return leaf.kind === kind;
}

function describe<K extends LeafDifference['kind']>(
  evidence: Evidence,
  comparison: Comparison,
  located: LocatedLeaf,
  leaves: readonly LeafOf<K>[],
): FileLeaves<K> {
  const group = located.file?.file;
  const file = group === undefined || group === null ? located.leaf.place : shownPath(group.paths, located.file?.place);
  const role = group?.role ?? roleOf(evidence, file) ?? 'other';
  const neutralPath = located.file?.place ?? file;
  const place = { run: shownRun(evidence, comparison), file };
  return { comparison, place, file, neutralPath, role, decides: group?.decides ?? true, leaves };
}

/** The path where both runs agree on it, else the neutral one; the only one where a run has no such file. */
function shownPath(paths: { readonly first: string | null; readonly second: string | null }, neutral = ''): string {
  if (paths.first === null || paths.second === null || paths.first === paths.second)
    return paths.first ?? paths.second ?? neutral;
  return neutral;
}

/** Null for the usual two runs: then the difference belongs to both. Of more runs, the one that was held against run 1. */
export function shownRun(evidence: Evidence, comparison: Comparison): number | null {
  return evidence.comparisons.length > 1 ? comparison.second : null;
}

/** The role of a file by its path or neutral path in any run; null where no run has it. */
export function roleOf(evidence: Evidence, path: string): FileRole | null {
  for (const inventory of evidence.inventories)
    for (const file of inventory.files) if (file.path === path || file.neutralPath === path) return file.role;
  return null;
}
