/** The digest of a whole file: what `sha256sum` prints. */
import { sourceChunks } from '../formats/codecs/memory-source.ts';
import type { ByteSource } from '../model/byte-source.ts';
import type { Digest } from '../model/fingerprint.ts';
import { digestChunks } from './digest-chunks.ts';

/**
 * SHA-256 over all bytes of the source, in bounded memory. Lets the event loop run every 50 ms; does not close the source.
 * @throws FormatProblem where the file shrank or cannot be read.
 */
export function digestFile(source: ByteSource): Promise<Digest> {
  return digestChunks(sourceChunks(source), source.byteLength);
}
