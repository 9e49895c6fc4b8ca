/**
 * ZIP archives for reading by position: PyTorch's, NumPy's, Keras' (APPNOTE 6.3; methods stored and deflate).
 *
 * The directory and every local header are checked when the archive is opened; data is read when it is asked for, in
 * bounded pieces. CRCs are advisory: PyTorch itself ignores them and may write none, so a wrong one is a note.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import type { ByteSource, Chunks } from '../../model/byte-source.ts';
import type { ReadNote } from '../../model/entry.ts';
import { FormatProblem, LimitProblem } from '../../model/problem.ts';
import { sourceChunks, windowSource } from './memory-source.ts';
import { readDirectory } from './zip-directory.ts';
import { findEndRecord } from './zip-end-record.ts';
import { inflateChunks, inflateProblem, sizeProblem } from './zip-inflate.ts';
import { locateData } from './zip-local-headers.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: 0 | 8;
  readonly compressedSize: number;
  readonly size: number;
  /** As the directory records it; 0 for content that is not empty means that the writer computed none. */
  readonly crc32: number;
  /** Of the (compressed) data, in the file. */
  readonly dataOffset: number;
}

export interface ZipArchive {
  /** In the order of the directory; names are unique. Directory entries (a name ending in `/`) are among them. */
  readonly entries: readonly ZipEntry[];
  /** Grows while data is read: a CRC is only known to be wrong when the last byte was seen. */
  readonly notes: readonly ReadNote[];
  /**
   * The whole content of an entry.
   * @throws LimitProblem `ZIP_ENTRY_SIZE` where it is longer than `maxBytes`; FormatProblem `ZIP_INFLATE`, `ZIP_SIZE_MISMATCH`.
   */
  read(entry: ZipEntry, maxBytes: number): Promise<Uint8Array>;
  /** A stored entry as a window on the file; its CRC is not computed (see `verify`). @throws FormatProblem for deflate. */
  storedSource(entry: ZipEntry): ByteSource;
  /** The content in chunks; size and CRC are checked at the end. Same Problems as `read`. */
  chunks(entry: ZipEntry): Chunks;
  /** Reads the entry once and checks its CRC: false after a mismatch (also a note), null where none was recorded. */
  verify(entry: ZipEntry): Promise<boolean | null>;
}

export interface ZipLimits {
  /** A model of 100,000 tensors is far beyond today's; more entries only cost memory. */
  readonly maxEntries: number;
  /** Content that deflated entries may claim in all before `maxRatio` applies. */
  readonly maxFreeBytes: number;
  /** Deflate reaches 1032:1 on zeros; trained weights stay below 2:1. Beyond `maxFreeBytes` this is the bound. */
  readonly maxRatio: number;
}

export const zipLimits: ZipLimits = { maxEntries: 200_000, maxFreeBytes: 4 * 1024 ** 3, maxRatio: 100 };

/** Deflate cannot do better (Fifield, WOOT 2019): a claim beyond it is a lie whatever the size. */
const deflateRatio = 1032;

/**
 * Opens an archive and checks its whole structure.
 * @throws FormatProblem `ZIP_*`, `TRUNCATED`; LimitProblem `ZIP_ENTRY_COUNT`, `ZIP_RATIO`
 */
export async function openZip(source: ByteSource, limits: ZipLimits = zipLimits): Promise<ZipArchive> {
  const end = findEndRecord(source);
  const directory = await readDirectory(source, end, limits.maxEntries);
  const located = locateData(source, directory.headers, end);
  const entries = directory.headers.map(({ name, method, compressedSize, size, crc32 }, index) => {
    const dataOffset = located.dataOffsets[index] ?? 0;
    return { name, method, compressedSize, size, crc32, dataOffset };
  });
  checkRatio(source, entries, limits);

  const notes: ReadNote[] = [...directory.notes, ...located.notes];
  const without = entries.filter((entry) => !hasCrc(entry) && entry.size > 0).length;
  if (without > 0)
    notes.push({ code: 'CRC_NOT_RECORDED', message: `${without} of ${entries.length} entries carry no CRC.` });
  const noted = new Set<ZipEntry>();
  const checkCrc = (entry: ZipEntry, crc: number): void => {
    if (crc !== entry.crc32 && !noted.has(entry)) {
      noted.add(entry);
      const message = `The content has CRC ${hex(crc)}, the directory records ${hex(entry.crc32)}: it was damaged or edited.`;
      notes.push({ code: 'CRC_MISMATCH', message, entry: entry.name });
    }
  };

  async function* chunks(entry: ZipEntry): Chunks {
    let crc = 0;
    const raw =
      entry.method === 0 ? sourceChunks(source, entry.dataOffset, entry.compressedSize) : inflateChunks(source, entry);
    for await (const chunk of raw) {
      if (hasCrc(entry)) crc = crc32(chunk, crc);
      yield chunk;
    }
    if (hasCrc(entry)) checkCrc(entry, crc);
  }

  return {
    entries,
    notes,
    chunks,
    async read(entry, maxBytes) {
      if (entry.size > maxBytes)
        throw new LimitProblem(
          'ZIP_ENTRY_SIZE',
          `The entry has ${entry.size} bytes; at most ${maxBytes} are read at once.`,
          {
            place: { file: source.name, entry: entry.name, offset: entry.dataOffset },
          },
        );
      const raw = source.read(entry.dataOffset, entry.compressedSize);
      const bytes = entry.method === 0 ? raw : inflateAll(source, entry, raw);
      if (hasCrc(entry)) checkCrc(entry, crc32(bytes));
      return bytes;
    },
    storedSource(entry) {
      if (entry.method === 0) return windowSource(source, `${source.name}/${entry.name}`, entry.dataOffset, entry.size);
      throw new FormatProblem(
        'ZIP_METHOD',
        `The entry ${JSON.stringify(entry.name)} is compressed; it was expected to be stored.`,
        {
          place: { file: source.name, entry: entry.name, offset: entry.dataOffset },
          remedy: 'Save it without compression, as torch.save does.',
        },
      );
    },
    async verify(entry) {
      if (!hasCrc(entry)) return null;
      for await (const _ of chunks(entry));
      return !noted.has(entry);
    },
  };
}

function hasCrc(entry: ZipEntry): boolean {
  return entry.crc32 !== 0;
}

function hex(crc: number): string {
  return crc.toString(16).padStart(8, '0');
}

function inflateAll(source: ByteSource, entry: ZipEntry, raw: Uint8Array): Uint8Array {
  try {
    // One byte more than claimed is let out, so that a longer stream shows.
    const inflated: unknown = inflateRawSync(raw, { maxOutputLength: entry.size + 1, info: true });
    const { buffer, engine } = inflated as {
      readonly buffer: Uint8Array;
      readonly engine: { readonly bytesWritten: number };
    };
    if (buffer.byteLength === entry.size && engine.bytesWritten === entry.compressedSize) return buffer;
    throw sizeProblem(source.name, entry, buffer.byteLength, engine.bytesWritten);
  } catch (error) {
    throw inflateProblem(error, source.name, entry);
  }
}

function checkRatio(source: ByteSource, entries: readonly ZipEntry[], limits: ZipLimits): void {
  const problem = (claimed: number, compressed: number, place: { entry?: string }) =>
    new LimitProblem('ZIP_RATIO', `${compressed} compressed bytes claim to hold ${claimed} bytes.`, {
      place: { file: source.name, ...place },
      remedy: 'This is how decompression bombs look. Save the arrays without compression if they are real.',
    });
  let claimed = 0;
  let compressed = 0;
  for (const entry of entries) {
    if (entry.method === 0) continue;
    claimed += entry.size;
    compressed += entry.compressedSize;
    if (entry.size > deflateRatio * (entry.compressedSize + 1))
      throw problem(entry.size, entry.compressedSize, { entry: entry.name });
  }
  if (claimed > limits.maxFreeBytes && claimed > limits.maxRatio * compressed) throw problem(claimed, compressed, {});
}
