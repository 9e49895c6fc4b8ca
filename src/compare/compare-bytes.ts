/** Files that nothing in here understands: byte by byte, equal first, both digests from one reading. */
import { type PairReading, readPair } from '../fingerprint/read-pair.ts';
import { sourceChunks } from '../formats/codecs/memory-source.ts';
import type { LeafDifference } from '../model/difference.ts';
import type { InventoryFile } from '../model/inventory.ts';
import { mapPair, type Pair } from '../model/pair.ts';
import { attempt, closing, type Failure, failureOf } from './failure.ts';
import type { ProgressMeter } from './progress-meter.ts';
import { unreadLeaves } from './unread-leaf.ts';

export interface BytesComparison {
  readonly leaves: readonly LeafDifference[];
  /** False also where a side could not be read. */
  readonly sameBytes: boolean;
}

/** Compares two files as bytes; `what` says what they are in the leaf. What cannot be read becomes `unread` leaves. */
export async function compareBytes(
  files: Pair<InventoryFile>,
  what: string,
  meter: ProgressMeter,
): Promise<BytesComparison> {
  const opened = {
    first: await attempt(() => files.first.openBytes()),
    second: await attempt(() => files.second.openBytes()),
  };
  const { first, second } = mapPair(opened, ({ value }) => value);
  if (first === null || second === null) {
    const closed = { first: closing(first), second: closing(second) };
    const failures = mapPair(opened, ({ failure }, side) => failure ?? closed[side]);
    return { leaves: unreadLeaves('', failures), sameBytes: false };
  }
  const sources = { first, second };
  const streams = mapPair(sources, (source) => ({ byteLength: source.byteLength, chunks: () => sourceChunks(source) }));
  let reading: PairReading;
  let changed: Pair<Failure | null>;
  try {
    reading = await readPair(streams, { both: (a, b) => meter.advance(a.byteLength + b.byteLength) });
  } finally {
    // Also where the audit was cancelled meanwhile. A file that changed says so now.
    changed = mapPair(sources, closing);
  }
  const failures =
    reading.kind === 'read'
      ? changed
      : mapPair(reading.problems, (problem, side) => (problem === null ? changed[side] : failureOf(problem)));
  const unread = unreadLeaves('', failures);
  if (reading.kind === 'failed' || unread.length > 0) return { leaves: unread, sameBytes: false };
  const { firstUnequal: firstOffset, digests } = reading;
  if (firstOffset === null) return { leaves: [], sameBytes: true };
  return {
    leaves: [
      { kind: 'bytes', place: '', what, sizes: mapPair(sources, ({ byteLength }) => byteLength), firstOffset, digests },
    ],
    sameBytes: false,
  };
}
