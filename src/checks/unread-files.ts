/** Everything that could not be read, once: the inventories' and the comparisons' lists put together. */
import { leavesOf } from '../model/difference.ts';
import type { Evidence } from '../model/evidence.ts';
import type { FindingPlace } from '../model/finding.ts';
import type { FileRole } from '../model/inventory.ts';
import { roleOf } from './leaves-per-file.ts';

export interface UnreadFile {
  readonly place: Partial<FindingPlace>;
  readonly role: FileRole;
  readonly code: string;
  readonly reason: string;
  readonly remedy: string;
  /** The runs in which it could not be read. */
  readonly runs: readonly number[];
}

/** One item for each file, reason code and entry; the same file unread in several runs is one item. */
export function unreadFiles(evidence: Evidence): readonly UnreadFile[] {
  const found = new Map<string, UnreadFile & { readonly runs: number[] }>();
  const add = (
    file: string,
    entry: string | null,
    role: FileRole,
    code: string,
    text: Pick<UnreadFile, 'reason' | 'remedy'>,
    runs: readonly number[],
  ): void => {
    const key = JSON.stringify([file, code, entry]);
    const known = found.get(key);
    if (known === undefined)
      found.set(key, {
        place: { run: null, file, entry },
        role,
        code,
        reason: text.reason,
        remedy: text.remedy,
        runs: [...runs],
      });
    else for (const run of runs) if (!known.runs.includes(run)) known.runs.push(run);
  };
  for (const inventory of evidence.inventories)
    for (const unread of inventory.unread) {
      const file = neutralOf(evidence, inventory.run, unread.path);
      add(file, unread.place.entry ?? null, unread.role, unread.code, unread, [inventory.run]);
    }
  for (const { difference, first, second } of evidence.comparisons)
    for (const { leaf, file } of leavesOf(difference)) {
      if (leaf.kind !== 'unread') continue;
      const runs = leaf.side === 'both' ? [first, second] : [leaf.side === 'first' ? first : second];
      const path = file?.place ?? leaf.place;
      const entry = file === null || leaf.place === '' ? null : leaf.place;
      // An inventory's item about the whole file says the same, with a remedy.
      if (found.has(JSON.stringify([path, leaf.code, null])))
        add(path, null, 'other', leaf.code, { reason: leaf.reason, remedy: '' }, runs);
      else
        add(
          path,
          entry,
          file?.file?.role ?? roleOf(evidence, path) ?? 'other',
          leaf.code,
          { reason: leaf.reason, remedy: '' },
          runs,
        );
    }
  return [...found.values()].map((item) => ({
    ...item,
    runs: item.runs.toSorted((a, b) => a - b),
    place: { ...item.place, run: item.runs.length === 1 ? (item.runs[0] ?? null) : null },
  }));
}

function neutralOf(evidence: Evidence, run: number, path: string): string {
  const files = evidence.inventories.find((inventory) => inventory.run === run)?.files ?? [];
  return files.find((file) => file.path === path)?.neutralPath ?? path;
}
