/** Which file of one run belongs to which of the other. */
import type { InventoryFile } from './inventory.ts';
import type { OwnNames } from './own-names.ts';
import type { Pair } from './pair.ts';

export interface PairedFiles {
  readonly neutralPath: string;
  readonly files: Pair<InventoryFile>;
}

export interface Pairing {
  /** In order of neutral path. */
  readonly pairs: readonly PairedFiles[];
  readonly onlyFirst: readonly InventoryFile[];
  readonly onlySecond: readonly InventoryFile[];
  /** Files that could belong to several: shown, never guessed in silence, and not compared. */
  readonly ambiguous: readonly { readonly neutralPath: string; readonly files: Pair<readonly InventoryFile[]> }[];
  /** All names of each run: those of its inventory and those that only the pairing could tell (random ids). */
  readonly ownNames: Pair<OwnNames>;
}
