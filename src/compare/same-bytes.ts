/**
 * Are two files the same, byte by byte? Told without hashing, at the speed of memory. The end is looked at first: there a
 * ZIP keeps its directory with the CRC of every record, so that checkpoints that differ anywhere are told at once.
 */
import { startBreathing } from '../formats/codecs/breath.ts';
import { type ByteSource, chunkBytes } from '../model/byte-source.ts';
import type { InventoryFile } from '../model/inventory.ts';
import type { Pair } from '../model/pair.ts';
import { attempt, closing, type Failure } from './failure.ts';

let buffers: Pair<Uint8Array> | null = null;

/**
 * True where both have the same length and the same bytes. `pulse` is called now and then; what it throws ends the work.
 * @throws FormatProblem where one shrank or cannot be read
 */
export async function haveSameBytes(sources: Pair<ByteSource>, pulse: () => void): Promise<boolean> {
  const { first, second } = sources;
  const length = first.byteLength;
  if (length !== second.byteLength) return false;
  if (!sameAt(sources, Math.max(0, length - chunkBytes))) return false;
  const breath = startBreathing();
  for (let offset = 0; offset < length - chunkBytes; offset += chunkBytes) {
    if (!sameAt(sources, offset)) return false;
    const pause = breath();
    if (pause === undefined) continue;
    await pause;
    pulse();
  }
  return true;
}

function sameAt({ first, second }: Pair<ByteSource>, offset: number): boolean {
  buffers ??= { first: Buffer.allocUnsafeSlow(chunkBytes), second: Buffer.allocUnsafeSlow(chunkBytes) };
  const size = Math.min(chunkBytes, first.byteLength - offset);
  const [a, b] = [buffers.first.subarray(0, size), buffers.second.subarray(0, size)];
  first.readInto(a, offset);
  second.readInto(b, offset);
  return Buffer.compare(a, b) === 0;
}

/** False also where one cannot be read: whoever opens it next says why. `pulse` as above. */
export async function sameFileBytes(files: Pair<InventoryFile>, pulse: () => void): Promise<boolean> {
  if (files.first.byteLength !== files.second.byteLength) return false;
  const first = await attempt(() => files.first.openBytes());
  const second = await attempt(() => files.second.openBytes());
  let same = false;
  let changed: readonly (Failure | null)[] = [];
  try {
    if (first.value !== null && second.value !== null) {
      const sources = { first: first.value, second: second.value };
      same = (await attempt(() => haveSameBytes(sources, pulse))).value === true;
    }
  } finally {
    changed = [closing(first.value), closing(second.value)];
  }
  return same && changed.every((failure) => failure === null);
}
