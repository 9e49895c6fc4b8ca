/**
 * Two runs: every file that decides is compared, everything else is listed with the reason. One Difference tree and the
 * Coverage beside it; the order is that of the files' neutral paths, so the same runs always give the same result.
 */

import { startBreathing } from '../formats/codecs/breath.ts';
import type { Coverage } from '../model/coverage.ts';
import type { Difference } from '../model/difference.ts';
import { type Inventory, type InventoryFile, roleDecides } from '../model/inventory.ts';
import { mapPair, type Pair } from '../model/pair.ts';
import type { PairedFiles, Pairing } from '../model/pairing.ts';
import type { ProgressListener } from '../model/progress.ts';
import type { Policy } from '../model/request.ts';
import { compareFile } from './compare-file.ts';
import { joinCoverage } from './coverage-parts.ts';
import type { FileContext } from './file-comparison.ts';
import { type IndexedInventory, indexInventory, partsOf } from './inventory-index.ts';
import { globFinder } from './name-globs.ts';
import { progressMeter } from './progress-meter.ts';
import { proveComparison } from './self-test.ts';
import { compareText } from './shared-order.ts';
import { ruleFinder } from './tolerance.ts';
import { ambiguousListed, looseSeries, missingFiles, type PlacedComparison, unreadThings } from './unpaired.ts';

export interface RunsComparison {
  /** Null: compared, and nothing differs. */
  readonly difference: Difference | null;
  readonly coverage: Coverage;
}

/**
 * Compares two inventories, file by file as they were paired. What cannot be read is in the tree: no Problem is thrown.
 * The listener hears of progress in bytes of both runs together; what it throws ends the comparison.
 */
export async function compareRuns(
  inventories: Pair<Inventory>,
  pairing: Pairing,
  policy: Policy,
  listener: ProgressListener,
): Promise<RunsComparison> {
  await proveComparison();
  const indexed = mapPair(inventories, indexInventory);
  const pairs = pairing.pairs.filter(({ files }) => !areParts(files, indexed));
  const bytesTotal = pairs.reduce((sum, { files }) => sum + bytesOf(files, indexed), 0);
  const context: FileContext = {
    inventories: indexed,
    ownNames: pairing.ownNames,
    ruleFor: ruleFinder(policy.tolerance),
    ignored: { scalars: globFinder(policy.ignore.scalars), series: globFinder(policy.ignore.series) },
    meter: progressMeter(listener, bytesTotal),
  };
  const compared: readonly PlacedComparison[] = [
    ...(await comparePairs(pairs, context)),
    ...missingFiles(indexed, pairing),
    ...looseSeries(context),
    ...unreadThings(indexed),
    ...ambiguousListed(pairing),
  ].sort((a, b) => compareText(a.place, b.place));
  const results = compared.map(({ result }) => result);
  const children = results.flatMap(({ group }) => group ?? []);
  const deciding = results.filter(({ decides }) => decides);
  const parts = results.map(({ coverage }) => coverage);
  const coverage = joinCoverage(parts, pairing);
  return {
    difference: children.length === 0 ? null : { kind: 'group', level: 'run', place: '', file: null, children },
    coverage: {
      ...coverage,
      // Of nothing at all, nothing is said: no deciding file means no equal bytes.
      allBytesEqual:
        deciding.length > 0 && deciding.every(({ sameBytes }) => sameBytes) && coverage.ambiguous.length === 0,
    },
  };
}

async function comparePairs(pairs: readonly PairedFiles[], context: FileContext): Promise<readonly PlacedComparison[]> {
  const compared: PlacedComparison[] = [];
  // Many small files are long work too, and none of them is long enough to pause by itself.
  const breath = startBreathing();
  for (const { neutralPath: place, files } of pairs) {
    await breath();
    context.meter.pulse();
    const bytes = bytesOf(files, context.inventories);
    if (bytes > 0) context.meter.file(place, bytes);
    compared.push({ place, result: await compareFile(place, files, context) });
  }
  context.meter.done();
  return compared;
}

/** Shards are compared through their index: on their own only where a side does not know them as parts. */
function areParts({ first, second }: Pair<InventoryFile>, indexed: Pair<IndexedInventory>): boolean {
  return indexed.first.parts.has(first.path) && indexed.second.parts.has(second.path);
}

/** What there is to read on both sides, parts included; 0 for files that do not decide. */
function bytesOf(files: Pair<InventoryFile>, indexed: Pair<IndexedInventory>): number {
  const { first, second } = mapPair(files, (file, side) => {
    const whole = [file, ...partsOf(file, indexed[side])];
    return roleDecides(file.role) ? whole.reduce((sum, { byteLength }) => sum + byteLength, 0) : 0;
  });
  return first + second;
}
