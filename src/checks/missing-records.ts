/** Runs that lack a kind of record: what all the `not-recorded` checks find. */
import type { Evidence, InventorySummary } from '../model/evidence.ts';
import type { FindingPlace } from '../model/finding.ts';
import type { RecordDocument } from '../model/record.ts';

export interface MissingRecord {
  readonly place: Partial<FindingPlace>;
  readonly facts: { readonly runs: readonly number[]; readonly of: number };
  /** True where some runs have the record and some have not. */
  readonly partly: boolean;
}

/** Runs without a record of the kind: one item for all of them together, or none. */
export function missingRecords(
  evidence: Evidence,
  fits: (record: RecordDocument, inventory: InventorySummary) => boolean,
): readonly MissingRecord[] {
  return runsWithout(evidence, (inventory) => inventory.records.some((record) => fits(record, inventory)));
}

/** One item for all runs together, or none. A run without any file lacks more than a record: other checks say so. */
export function runsWithout(
  evidence: Evidence,
  has: (inventory: InventorySummary) => boolean,
): readonly MissingRecord[] {
  const inventories = evidence.inventories.filter((inventory) => inventory.files.length > 0);
  const without = inventories.filter((inventory) => !has(inventory));
  if (without.length === 0) return [];
  const runs = without.map((inventory) => inventory.run);
  const run = runs.length === 1 && inventories.length > 1 ? (runs[0] ?? null) : null;
  return [{ place: { run }, facts: { runs, of: inventories.length }, partly: without.length < inventories.length }];
}
