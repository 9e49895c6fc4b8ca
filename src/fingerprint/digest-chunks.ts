/** SHA-256 of bytes that come in chunks: never more than one chunk in memory. */
import { createHash } from 'node:crypto';
import { startBreathing } from '../formats/codecs/breath.ts';
import type { Chunks } from '../model/byte-source.ts';
import type { Digest } from '../model/fingerprint.ts';
import { FormatProblem } from '../model/problem.ts';

/**
 * The digest of all chunks; `onChunk` sees each before it is gone. Lets the event loop run every 50 ms.
 * @throws FormatProblem whatever the reader throws, and `LENGTH_MISMATCH` where it gave more or fewer bytes than `byteLength`.
 */
export async function digestChunks(
  chunks: Chunks,
  byteLength: number,
  onChunk: (chunk: Uint8Array) => void = () => {},
): Promise<Digest> {
  const hash = createHash('sha256');
  const breath = startBreathing();
  let given = 0;
  for await (const chunk of chunks) {
    given += chunk.byteLength;
    hash.update(chunk);
    onChunk(chunk);
    const pause = breath();
    if (pause !== undefined) await pause;
  }
  if (given !== byteLength) throw lengthMismatch(given, byteLength);
  return hash.digest('hex');
}

/** A digest over fewer bytes than there are would be a digest of something else: never let it pass for the whole. */
export function lengthMismatch(given: number, expected: number): FormatProblem {
  return new FormatProblem('LENGTH_MISMATCH', `Reading gave ${given} bytes, ${expected} bytes were expected.`, {
    remedy: 'Make sure that the file is whole and that nothing writes to it any more.',
  });
}
