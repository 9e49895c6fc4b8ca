/**
 * Byte sources that are not files: bytes in memory, and windows on another source.
 *
 * A window makes a part of a file (an archive member, the data of one tensor) look like a file of its own, so that the
 * same readers serve both. Bounds are checked here, once, for every reader above.
 */
import type { ByteSource, Chunks } from '../../model/byte-source.ts';
import { chunkBytes } from '../../model/byte-source.ts';
import { FormatProblem } from '../../model/problem.ts';

/** A source over bytes that are already in memory. The bytes are not copied, so they must not change any more. */
export function memorySource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    byteLength: bytes.byteLength,
    read(offset, length) {
      assertInside(name, bytes.byteLength, offset, length);
      return bytes.slice(offset, offset + length);
    },
    readInto(target, offset) {
      assertInside(name, bytes.byteLength, offset, target.byteLength);
      target.set(bytes.subarray(offset, offset + target.byteLength));
    },
  };
}

/**
 * The `length` bytes of `source` from `offset`, as a source of its own whose first byte has offset 0.
 * @throws FormatProblem `TRUNCATED` where the window reaches past the end of the source.
 */
export function windowSource(source: ByteSource, name: string, offset: number, length: number): ByteSource {
  assertInside(name, source.byteLength, offset, length);
  return {
    name,
    byteLength: length,
    read(at, count) {
      assertInside(name, length, at, count);
      return source.read(offset + at, count);
    },
    readInto(target, at) {
      assertInside(name, length, at, target.byteLength);
      source.readInto(target, offset + at);
    },
  };
}

/** Buffers of readers that have ended: a fresh one for each of a thousand tensors costs more than reading them. */
const spareBuffers: Uint8Array[] = [];
/** Two readers in step, and two more inside them. */
const mostSpare = 4;

/** The bytes of `source` from `offset` on as `Chunks`: one buffer, filled again and again. */
export async function* sourceChunks(source: ByteSource, offset = 0, length = source.byteLength - offset): Chunks {
  assertInside(source.name, source.byteLength, offset, length);
  const buffer = spareBuffers.pop() ?? new Uint8Array(chunkBytes);
  try {
    for (let done = 0; done < length; done += chunkBytes) {
      const part = length - done < chunkBytes ? buffer.subarray(0, length - done) : buffer;
      source.readInto(part, offset + done);
      yield part;
    }
  } finally {
    if (spareBuffers.length < mostSpare) spareBuffers.push(buffer);
  }
}

function assertInside(name: string, byteLength: number, offset: number, length: number): void {
  const whole = Number.isSafeInteger(offset) && Number.isSafeInteger(length) && offset >= 0 && length >= 0;
  if (whole && offset + length <= byteLength) return;
  throw new FormatProblem(
    'TRUNCATED',
    `${length} bytes were expected at offset ${offset}, but there are ${byteLength} bytes in all.`,
    {
      place: { file: name, offset: Math.max(0, Math.min(offset, byteLength)) },
      remedy: 'Write the file again: it is cut off, or its own sizes are wrong.',
    },
  );
}
