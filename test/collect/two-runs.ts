/** Two folders as two runs of one audit: taken in with the real formats, paired, and compared. */
import { pairInventories } from '../../src/collect/pair-inventories.ts';
import { takeInventory } from '../../src/collect/take-inventory.ts';
import { compareRuns } from '../../src/compare/compare-runs.ts';
import type { Coverage } from '../../src/model/coverage.ts';
import { leavesOf } from '../../src/model/difference.ts';
import type { Inventory } from '../../src/model/inventory.ts';
import type { Pair } from '../../src/model/pair.ts';
import { silent } from '../../src/model/progress.ts';
import type { Policy } from '../../src/model/request.ts';
import { folderWith, policyWith, runRecord } from './fake-run.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface TwoRuns {
  readonly inventories: Pair<Inventory>;
  readonly coverage: Coverage;
  /** `place of the file: leaf in it`, for everything that differs and decides. */
  readonly differences: readonly string[];
}

/** As `compare` would do it. */
export async function twoRuns(first: Files, second: Files, policy: Partial<Policy> = {}): Promise<TwoRuns> {
  const take = (files: Files, number: number) =>
    takeInventory(runRecord(folderWith(files), { number, end: null, hostName: '' }), policyWith(policy));
  const inventories = { first: await take(first, 1), second: await take(second, 2) };
  const pairing = pairInventories(inventories.first, inventories.second);
  const { difference, coverage } = await compareRuns(inventories, pairing, policyWith(policy), silent);
  const differences = leavesOf(difference)
    .filter(({ effect }) => effect !== 'none' && effect !== 'structure')
    .map(({ file, leaf }) => {
      const step = leaf.kind === 'series' ? ` at ${leaf.firstStep}` : '';
      return `${file?.place ?? ''}: ${leaf.kind} ${leaf.place}${step}`;
    });
  return { inventories, coverage, differences };
}

/** The series that decide and prove something, as `place name: points`. */
export function provingSeries({ coverage }: TwoRuns): readonly string[] {
  return coverage.series
    .filter(({ decides, proves }) => decides && proves !== false)
    .map(({ place, name, points }) => `${place} ${name}: ${points.first}`);
}
