/** The datasets of an audit as they lie there when everything has run; nothing where nothing could be held against them. */
import type { Dataset } from '../../model/dataset.ts';
import { claimsOfRecord } from '../../model/dataset-claims.ts';
import type { Inventory } from '../../model/inventory.ts';
import type { RunRecord } from '../../model/run-record.ts';
import type { DatasetHost, DatasetWatch } from './watch-datasets.ts';

/** Hours of hashing prove nothing about runs that left nothing to audit. */
export async function datasetsNow(
  watch: DatasetWatch,
  runs: readonly RunRecord[],
  inventories: readonly Inventory[],
  host: DatasetHost,
): Promise<readonly Dataset[]> {
  if (inventories.length === 0 || host.stopped()) return [];
  const claims = inventories.flatMap(({ records }) => records.flatMap(claimsOfRecord));
  if (watch.named.length === 0 && (watch.looks === null || claims.length === 0)) return [];
  const { measureDatasets } = await import('./measure-datasets.ts');
  return measureDatasets(watch, runs, claims, host);
}
