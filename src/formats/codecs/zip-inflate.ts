/** Inflating one ZIP entry as a stream, in chunks of `chunkBytes`, never more than the directory claims. */
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { type ByteSource, type Chunks, chunkBytes } from '../../model/byte-source.ts';
import { FormatProblem, isProblem, type Problem } from '../../model/problem.ts';
import { rechunk } from './rechunk.ts';
import type { ZipEntry } from './zip.ts';

/** Twice as fast as Node's default of 16 KB. */
const outputBytes = 1024 * 1024;

/** @throws FormatProblem `ZIP_INFLATE`, `ZIP_SIZE_MISMATCH` */
export function inflateChunks(source: ByteSource, entry: ZipEntry): Chunks {
  return rechunk(inflated(source, entry));
}

async function* inflated(source: ByteSource, entry: ZipEntry): AsyncIterable<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: Math.max(64, Math.min(outputBytes, entry.size + 1)) });
  const compressed = Readable.from(compressedParts(source, entry), { objectMode: false });
  compressed.on('error', (error) => inflate.destroy(error));
  compressed.pipe(inflate);
  let produced = 0;
  try {
    for await (const output of inflate as AsyncIterable<Uint8Array>) {
      produced += output.byteLength;
      if (produced > entry.size) throw sizeProblem(source.name, entry, produced, inflate.bytesWritten);
      yield output;
    }
  } catch (error) {
    throw inflateProblem(error, source.name, entry);
  } finally {
    compressed.destroy();
    inflate.destroy();
  }
  if (produced !== entry.size || inflate.bytesWritten !== entry.compressedSize)
    throw sizeProblem(source.name, entry, produced, inflate.bytesWritten);
}

/** Fresh copies on purpose: the stream reads ahead while zlib still holds the part before. */
function* compressedParts(source: ByteSource, entry: ZipEntry): Iterable<Uint8Array> {
  for (let at = 0; at < entry.compressedSize; at += chunkBytes)
    yield source.read(entry.dataOffset + at, Math.min(chunkBytes, entry.compressedSize - at));
}

export function inflateProblem(error: unknown, file: string, entry: ZipEntry): Problem {
  if (isProblem(error)) return error;
  const tooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
  if (tooLong) return sizeProblem(file, entry, entry.size + 1, entry.compressedSize);
  const why = error instanceof Error ? error.message : String(error);
  return new FormatProblem('ZIP_INFLATE', `The compressed data of ${JSON.stringify(entry.name)} is damaged: ${why}.`, {
    place: { file, entry: entry.name, offset: entry.dataOffset },
    remedy: 'Write the file again.',
    cause: error,
  });
}

export function sizeProblem(file: string, entry: ZipEntry, produced: number, consumed: number): FormatProblem {
  return new FormatProblem(
    'ZIP_SIZE_MISMATCH',
    `The directory says that ${entry.compressedSize} bytes hold ${entry.size}, but ${consumed} hold ${produced > entry.size ? 'more' : produced}.`,
    {
      place: { file, entry: entry.name, offset: entry.dataOffset },
      remedy: 'Write the file again: its sizes are wrong.',
    },
  );
}
