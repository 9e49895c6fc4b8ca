/**
 * What has no counterpart: files that only one run has, series that stand in no file, and things that could not be read and
 * are no files (FIFOs, sockets, links to nowhere). All of it is told; nothing of it is compared.
 */
import type { NotCompared } from '../model/coverage.ts';
import { formatBytes, plural } from '../model/format-number.ts';
import { type InventoryFile, roleDecides, type SeriesFile, type Unread } from '../model/inventory.ts';
import { mapPair, type Pair, type Side } from '../model/pair.ts';
import type { Pairing } from '../model/pairing.ts';
import { compareSeriesFiles } from './compare-metric-files.ts';
import { noCoverage } from './coverage-parts.ts';
import { type FileComparison, type FileContext, groupOf } from './file-comparison.ts';
import type { IndexedInventory } from './inventory-index.ts';
import { unreadLeaves } from './unread-leaf.ts';

/** A thing with its place in the tree, where results are put in order. */
export interface PlacedComparison {
  readonly place: string;
  readonly result: FileComparison;
}

/** Files that only one run has: a difference where the role decides, else listed. Parts are told by the file they belong to. */
export function missingFiles(inventories: Pair<IndexedInventory>, pairing: Pairing): readonly PlacedComparison[] {
  const ofSide = (side: Side, files: readonly InventoryFile[]) =>
    files
      .filter(({ path }) => !inventories[side].parts.has(path))
      .map((file) => ({ place: file.neutralPath, result: missingFile(side, file, inventories[side]) }));
  return [...ofSide('first', pairing.onlyFirst), ...ofSide('second', pairing.onlySecond)];
}

function missingFile(side: Side, file: InventoryFile, { unread }: IndexedInventory): FileComparison {
  const { role, path, neutralPath, because } = file;
  const decides = roleDecides(role);
  if (!decides) {
    const why = role === 'ignored' ? 'policy' : 'listed';
    return listed({ run: side, path, role, why, reason: `only the ${side} run has it; ${because}` });
  }
  const leaf = {
    kind: 'missing',
    place: '',
    presentIn: side,
    what: 'file',
    summary: `${because}, ${formatBytes(file.byteLength)}`,
  } as const;
  const reason = unread.get(path)?.reason;
  const notCompared: readonly NotCompared[] =
    reason === undefined ? [] : [{ run: side, path, role, why: 'unread', reason }];
  const group = groupOf(neutralPath, onlyOn(side, path), role, [leaf]);
  return { group, decides, sameBytes: false, coverage: { ...noCoverage, notCompared } };
}

function listed(line: NotCompared): FileComparison {
  return { group: null, decides: false, sameBytes: false, coverage: { ...noCoverage, notCompared: [line] } };
}

function onlyOn(side: Side, path: string): Pair<string | null> {
  return { first: side === 'first' ? path : null, second: side === 'second' ? path : null };
}

/** Series that stand in no file: out of what the runs printed. */
export function looseSeries(context: FileContext): readonly PlacedComparison[] {
  const loose = mapPair(context.inventories, ({ inventory, files }) => {
    const without = inventory.metrics.filter(({ path }) => !files.has(path));
    return new Map(without.map((file) => [file.neutralPath, file]));
  });
  return [...new Set([...loose.first.keys(), ...loose.second.keys()])].flatMap((place) => {
    const first = loose.first.get(place);
    const second = loose.second.get(place);
    if (first !== undefined && second !== undefined) {
      const { leaves, coverage } = compareSeriesFiles(place, { first, second }, context);
      const group = groupOf(
        place,
        mapPair({ first, second }, ({ path }) => path),
        'metrics',
        leaves,
      );
      // There are no bytes that could differ.
      return [{ place, result: { group, decides: false, sameBytes: true, coverage } }];
    }
    const side = second === undefined ? 'first' : 'second';
    const present = first ?? second;
    const other = context.inventories[side === 'first' ? 'second' : 'first'];
    // Unread on the other side is no missing: it is told with what could not be read.
    return present === undefined || other.unread.has(present.path)
      ? []
      : [{ place, result: missingSeries(side, present) }];
  });
}

function missingSeries(side: Side, { path, neutralPath, series }: SeriesFile): FileComparison {
  const summary = plural(series.length, 'series', 'series');
  const leaf = { kind: 'missing', place: '', presentIn: side, what: 'file', summary } as const;
  const group = groupOf(neutralPath, onlyOn(side, path), 'metrics', [leaf]);
  return { group, decides: true, sameBytes: false, coverage: noCoverage };
}

/** What the inventories met and could not read, and that is no file of them. */
export function unreadThings(inventories: Pair<IndexedInventory>): readonly PlacedComparison[] {
  const things = mapPair(inventories, ({ inventory, files }) =>
    inventory.unread.filter(({ path }) => !files.has(path)),
  );
  const paths = new Set([...things.first, ...things.second].map(({ path }) => path));
  const at = (path: string, { files, unread }: IndexedInventory) =>
    files.has(path) ? null : (unread.get(path) ?? null);
  return [...paths].map((path) => ({
    place: path,
    result: unreadThing(
      path,
      mapPair(inventories, (indexed) => at(path, indexed)),
    ),
  }));
}

function unreadThing(path: string, found: Pair<Unread | null>): FileComparison {
  const roles = [found.first?.role, found.second?.role].filter((role) => role !== undefined);
  const role = roles.find(roleDecides) ?? roles[0] ?? 'other';
  const leaves = unreadLeaves('', found);
  const notCompared = leaves.map(({ side, code, reason }): NotCompared => {
    const why = code === 'NOT_A_REGULAR_FILE' ? 'special' : 'unread';
    return { run: side, path, role, why, reason };
  });
  const group = groupOf(
    path,
    mapPair(found, (unread) => unread && path),
    role,
    leaves,
  );
  return { group, decides: roleDecides(role), sameBytes: false, coverage: { ...noCoverage, notCompared } };
}

/** Undecided pairings of files that do not decide: nothing hangs on them, but they are listed. */
export function ambiguousListed(pairing: Pairing): readonly PlacedComparison[] {
  return pairing.ambiguous.flatMap(({ neutralPath, files }) => {
    const all = [...files.first, ...files.second];
    const [file] = all;
    if (file === undefined || all.some(({ role }) => roleDecides(role))) return [];
    const counts = `${plural(files.first.length, 'file')} of the first run and ${files.second.length} of the second`;
    const reason = `${counts} could belong together`;
    const line: NotCompared = { run: 'both', path: neutralPath, role: file.role, why: 'listed', reason };
    return [{ place: neutralPath, result: listed(line) }];
  });
}
