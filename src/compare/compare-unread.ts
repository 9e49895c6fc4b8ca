/** Files that the inventory could not read: unknown, and said to be. */
import type { FileRole, InventoryFile } from '../model/inventory.ts';
import { mapPair, type Pair } from '../model/pair.ts';
import { withSameBytes } from './compare-entries.ts';
import { noCoverage } from './coverage-parts.ts';
import type { Failure } from './failure.ts';
import type { Compared } from './file-comparison.ts';
import type { ProgressMeter } from './progress-meter.ts';
import { sameFileBytes } from './same-bytes.ts';
import { unreadLeaves } from './unread-leaf.ts';

/** What the inventory could not read is unknown, whatever the bytes are. */
export async function compareUnread(
  place: string,
  files: Pair<InventoryFile>,
  role: FileRole,
  failures: Pair<Failure | null>,
  meter: ProgressMeter,
): Promise<Compared> {
  const sameBytes = await sameFileBytes(files, meter.pulse);
  const said = sameBytes
    ? mapPair(failures, (failure) => failure && { ...failure, reason: withSameBytes(failure.reason) })
    : failures;
  const leaves = unreadLeaves('', said);
  const notCompared = leaves.map(({ side, reason }) => ({
    run: side,
    path: side === 'both' ? place : files[side].path,
    role,
    why: 'unread' as const,
    reason,
  }));
  return { leaves, sameBytes, coverage: { ...noCoverage, notCompared } };
}
