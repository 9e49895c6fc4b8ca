/**
 * The central directory of a ZIP archive, through yauzl (APPNOTE 6.3, section 4.3.12, zip64 extra fields of 4.5.3), and
 * what yauzl does not check: names, duplicates, flags, methods, counts.
 *
 * Nothing is ever extracted to disk; unsafe names are refused all the same, because other readers of the file might.
 */
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import type { ByteSource } from '../../model/byte-source.ts';
import type { ReadNote } from '../../model/entry.ts';
import { FormatProblem, isProblem, LimitProblem, type Problem, type ProblemPlace } from '../../model/problem.ts';
import type { EndRecord } from './zip-end-record.ts';

/** One central header, checked on its own. */
export interface CentralHeader {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  readonly method: 0 | 8;
  readonly compressedSize: number;
  readonly size: number;
  readonly crc32: number;
  readonly localOffset: number;
}

const longestName = 4096;
const readAheadBytes = 64 * 1024;

/**
 * All central headers in the directory's order, names unique.
 * @throws FormatProblem | LimitProblem (codes `ZIP_*`) naming the entry.
 */
export async function readDirectory(
  source: ByteSource,
  end: EndRecord,
  maxEntries: number,
): Promise<{ headers: readonly CentralHeader[]; notes: readonly ReadNote[] }> {
  const file = source.name;
  if (end.entryCount === 0)
    throw new FormatProblem('ZIP_EMPTY_ARCHIVE', 'The ZIP archive has no entries.', {
      place: { file },
      remedy: 'Write the file again: there is nothing in it to compare.',
    });
  if (end.entryCount > maxEntries)
    throw new LimitProblem(
      'ZIP_ENTRY_COUNT',
      `The archive names ${end.entryCount} entries; at most ${maxEntries} are read.`,
      {
        place: { file },
      },
    );
  if (end.entryCount * 46 > end.directoryEnd - end.directoryOffset)
    throw countProblem(end, file, end.directoryOffset, 'is too short for them');
  const headers: CentralHeader[] = [];
  const notes: ReadNote[] = [];
  const names = new Set<string>();
  let position = end.directoryOffset;
  let zip: ZipFile | null = null;
  try {
    zip = await fromRandomAccessReaderPromise(new DirectoryReader(source), end.archiveEnd, {
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: false,
    });
    for await (const entry of zip.eachEntry()) {
      const header = checkEntry(entry, { file, offset: position }, notes);
      if (names.has(header.name))
        throw new FormatProblem(
          'ZIP_DUPLICATE_ENTRY',
          `The archive has two entries named ${JSON.stringify(header.name)}.`,
          {
            place: { file, entry: header.name, offset: position },
            remedy: 'Write the archive again: readers disagree on which of the two counts.',
          },
        );
      names.add(header.name);
      headers.push(header);
      position += 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    }
  } catch (error) {
    throw isProblem(error) ? error : directoryProblem(error, { file, offset: position });
  } finally {
    zip?.close();
  }
  if (position !== end.directoryEnd)
    throw countProblem(end, file, position, `goes on after them for ${end.directoryEnd - position} bytes`);
  return { headers, notes };
}

function countProblem(end: EndRecord, file: string, offset: number, directory: string): FormatProblem {
  return new FormatProblem(
    'ZIP_ENTRY_COUNT',
    `The end record counts ${end.entryCount} entries, but the directory ${directory}.`,
    {
      place: { file, offset },
      remedy: 'Write the archive again: entries could be hidden there.',
    },
  );
}

/** What yauzl finds, under our codes. Its own message is kept: it is precise. */
function directoryProblem(error: unknown, place: ProblemPlace): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const code = /encrypt/i.test(message) ? 'ZIP_ENCRYPTED' : /zip64/i.test(message) ? 'ZIP_ZIP64' : 'ZIP_DIRECTORY';
  return new FormatProblem(code, `The ZIP directory cannot be read: ${message}.`, {
    place,
    remedy: 'Write the file again: its directory is damaged.',
    cause: error,
  });
}

function checkEntry(entry: Entry, at: ProblemPlace, notes: ReadNote[]): CentralHeader {
  const name = decodeName(entry.fileNameRaw, at);
  const place = { ...at, entry: name };
  const flags = entry.generalPurposeBitFlag;
  if ((flags & 0x41) !== 0)
    throw new FormatProblem('ZIP_ENCRYPTED', `The entry ${JSON.stringify(name)} is encrypted.`, {
      place,
      remedy: 'Save it without a password.',
    });
  if ((flags & 0x20) !== 0)
    throw new FormatProblem('ZIP_PATCH', `The entry ${JSON.stringify(name)} is marked as compressed patch data.`, {
      place,
    });
  if ((flags & 0xf790) !== 0)
    notes.push({ code: 'ZIP_RESERVED_FLAG', message: `Flag bits 0x${flags.toString(16)} are reserved.`, entry: name });
  const method = entry.compressionMethod;
  if (method !== 0 && method !== 8)
    throw new FormatProblem(
      'ZIP_METHOD',
      `The entry ${JSON.stringify(name)} is compressed by method ${method}; 0 (stored) and 8 (deflate) can be read.`,
      { place, remedy: 'Write the archive with deflate or without compression.' },
    );
  if (method === 0 && entry.compressedSize !== entry.uncompressedSize)
    throw new FormatProblem(
      'ZIP_SIZE_MISMATCH',
      `The stored entry ${JSON.stringify(name)} has ${entry.compressedSize} bytes and claims ${entry.uncompressedSize}.`,
      { place, remedy: 'Write the file again: its sizes are wrong.' },
    );
  const mode = (entry.externalFileAttributes >>> 28) & 0xf;
  if (entry.versionMadeBy >>> 8 === 3 && mode !== 0 && mode !== 8 && mode !== 4)
    notes.push({
      code: 'ZIP_SPECIAL_MODE',
      message: 'The entry claims to be a link or a device; it is read as bytes.',
      entry: name,
    });
  const numbers = [entry.compressedSize, entry.uncompressedSize, entry.relativeOffsetOfLocalHeader];
  if (!numbers.every(Number.isSafeInteger))
    throw new FormatProblem('ZIP_ZIP64', `The sizes of ${JSON.stringify(name)} are beyond 2^53.`, { place });
  return {
    name,
    nameBytes: entry.fileNameRaw,
    flags,
    method,
    compressedSize: entry.compressedSize,
    size: entry.uncompressedSize,
    crc32: entry.crc32,
    localOffset: entry.relativeOffsetOfLocalHeader,
  };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeName(bytes: Uint8Array, place: ProblemPlace): string {
  const refuse = (found: string) =>
    new FormatProblem('ZIP_NAME', `The name of a ZIP entry ${found}.`, {
      place,
      remedy: 'Write the archive again with plain relative names.',
    });
  let name: string;
  try {
    name = utf8.decode(bytes);
  } catch {
    throw refuse('is not UTF-8');
  }
  if (bytes.length > longestName) throw refuse(`has ${bytes.length} bytes, and at most ${longestName} are read`);
  if (name === '') throw refuse('is empty');
  if (/[\0\\]/.test(name)) throw refuse(`contains NUL or a backslash: ${JSON.stringify(name)}`);
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) throw refuse(`is an absolute path: ${JSON.stringify(name)}`);
  const parts = (name.endsWith('/') ? name.slice(0, -1) : name).split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..'))
    throw refuse(`leads elsewhere: ${JSON.stringify(name)}`);
  return name;
}

/** yauzl's cursor over a ByteSource, with one block read ahead: a directory is thousands of tiny neighbouring reads. */
class DirectoryReader extends RandomAccessReader {
  readonly #source: ByteSource;
  #block: Uint8Array = new Uint8Array(0);
  #blockOffset = 0;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  override read(target: Buffer, offset: number, length: number, position: number, done: (error: Error | null) => void) {
    try {
      if (position < this.#blockOffset || position + length > this.#blockOffset + this.#block.length) {
        const ahead = Math.min(readAheadBytes, this.#source.byteLength - position);
        this.#block = this.#source.read(position, Math.max(length, ahead));
        this.#blockOffset = position;
      }
      const start = position - this.#blockOffset;
      target.set(this.#block.subarray(start, start + length), offset);
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    done(null);
  }
}
