/** Bytes that come in pieces of any size, as chunks of `chunkBytes`: what keeps two readers in step. */
import { type Chunks, chunkBytes } from '../../model/byte-source.ts';

/** The pieces in order without their first `skip` bytes. A piece must stay valid until the next one is asked for. */
export async function* rechunk(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, skip = 0): Chunks {
  const pending = new Uint8Array(chunkBytes);
  let filled = 0;
  let skipping = skip;
  for await (const piece of pieces) {
    let taken = Math.min(skipping, piece.byteLength);
    skipping -= taken;
    while (taken < piece.byteLength) {
      const part = piece.subarray(taken, taken + chunkBytes - filled);
      pending.set(part, filled);
      filled += part.byteLength;
      taken += part.byteLength;
      if (filled === chunkBytes) {
        yield pending;
        filled = 0;
      }
    }
  }
  if (filled > 0) yield pending.subarray(0, filled);
}
