/** An inventory by path: comparing looks things up once for every file, and a run may write 250,000 of them. */
import type { Inventory, InventoryFile, SeriesFile, Unread } from '../model/inventory.ts';
import type { Failure } from './failure.ts';

export interface IndexedInventory {
  readonly inventory: Inventory;
  readonly files: ReadonlyMap<string, InventoryFile>;
  readonly metrics: ReadonlyMap<string, SeriesFile>;
  readonly unread: ReadonlyMap<string, Unread>;
  /** Paths of files that are parts of others: compared through these. */
  readonly parts: ReadonlySet<string>;
}

/** The tables described above. */
export function indexInventory(inventory: Inventory): IndexedInventory {
  return {
    inventory,
    files: byPath(inventory.files),
    metrics: byPath(inventory.metrics),
    unread: byPath(inventory.unread),
    parts: new Set(inventory.files.flatMap(({ parts }) => parts)),
  };
}

/** The files that are parts of this one, in its own order. */
export function partsOf(file: InventoryFile, { files }: IndexedInventory): readonly InventoryFile[] {
  return file.parts.flatMap((path) => files.get(path) ?? []);
}

/** Why the inventory could not read the path; null where it could. */
export function failureAt(path: string, { unread }: IndexedInventory): Failure | null {
  const found = unread.get(path);
  return found === undefined ? null : { code: found.code, reason: found.reason };
}

function byPath<T extends { readonly path: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((one) => [one.path, one]));
}
