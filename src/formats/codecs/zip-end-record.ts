/**
 * The end record of a ZIP file (APPNOTE 6.3, sections 4.3.14 to 4.3.16): where the central directory lies.
 *
 * Exactly one record must fit: its directory ends where the record (or its zip64 form) begins. Libraries take the last
 * signature they meet, so a second record in a comment makes two readers see two archives; that is refused here.
 */
import type { ByteSource } from '../../model/byte-source.ts';
import { FormatProblem, type ProblemPlace } from '../../model/problem.ts';

export interface EndRecord {
  readonly entryCount: number;
  readonly directoryOffset: number;
  /** The first byte after the last central header. */
  readonly directoryEnd: number;
  /** The first byte after the end record and its comment: the end of the archive. */
  readonly archiveEnd: number;
}

const recordBytes = 22;
const locatorBytes = 20;
const longestComment = 0xffff;

/**
 * Finds the one end record.
 * @throws FormatProblem `ZIP_EOCD` where there is none, or more than one; `ZIP_MULTIDISK` for parts of a split archive;
 * `ZIP_ZIP64` where the two forms of the record contradict each other.
 */
export function findEndRecord(source: ByteSource): EndRecord {
  const tailLength = Math.min(source.byteLength, recordBytes + longestComment);
  const tailOffset = source.byteLength - tailLength;
  const tail = Buffer.from(source.read(tailOffset, tailLength));
  const found: EndRecord[] = [];
  let refused: FormatProblem | null = null;
  for (let at = tail.length - recordBytes; at >= 0; at--) {
    at = tail.lastIndexOf('PK\u0005\u0006', at, 'latin1');
    if (at < 0) break;
    try {
      found.push(readEndRecord(source, tail.subarray(at, at + recordBytes), tailOffset + at));
    } catch (error) {
      if (!(error instanceof FormatProblem)) throw error;
      refused ??= error;
    }
  }
  const [record, second] = found;
  if (record === undefined) throw refused ?? noRecord(source);
  if (second === undefined) return record;
  throw new FormatProblem(
    'ZIP_EOCD',
    'The file has two ZIP end records, and both fit: readers disagree on which counts.',
    {
      place: { file: source.name, offset: second.directoryEnd },
      remedy: 'Write the archive again without a comment.',
    },
  );
}

function noRecord(source: ByteSource): FormatProblem {
  return new FormatProblem('ZIP_EOCD', 'The ZIP end record is missing: the file is cut off, or it is no ZIP archive.', {
    place: { file: source.name, offset: source.byteLength },
    remedy: 'Write the file again; a training that was killed while saving leaves such a file.',
  });
}

function readEndRecord(source: ByteSource, record: Buffer, offset: number): EndRecord {
  const place: ProblemPlace = { file: source.name, offset };
  const archiveEnd = offset + recordBytes + record.readUInt16LE(20);
  if (archiveEnd > source.byteLength)
    throw new FormatProblem('ZIP_EOCD', 'The comment of the ZIP end record reaches past the end of the file.', {
      place,
    });
  const disks = [record.readUInt16LE(4), record.readUInt16LE(6)];
  const counts = [record.readUInt16LE(8), record.readUInt16LE(10)] as const;
  const short = { entryCount: counts[1], size: record.readUInt32LE(12), directoryOffset: record.readUInt32LE(16) };
  const long = readZip64(source, offset);
  if (disks.some((disk) => disk !== 0 && !(long !== null && disk === 0xffff)) || counts[0] !== counts[1])
    throw new FormatProblem('ZIP_MULTIDISK', 'The archive is one part of a split (multi-disk) ZIP archive.', {
      place,
      remedy: 'Join the parts into one file.',
    });
  if (long !== null) {
    const agrees = (of32: number, of64: number, unset: number) => of32 === unset || of32 === of64;
    if (
      !agrees(short.entryCount, long.entryCount, 0xffff) ||
      !agrees(short.size, long.size, 0xffffffff) ||
      !agrees(short.directoryOffset, long.directoryOffset, 0xffffffff)
    )
      throw new FormatProblem('ZIP_ZIP64', 'The ZIP end record and its zip64 form contradict each other.', { place });
  }
  const { entryCount, size, directoryOffset } = long ?? short;
  const directoryEnd = long?.offset ?? offset;
  if (directoryOffset + size !== directoryEnd)
    throw new FormatProblem(
      'ZIP_EOCD',
      `The ZIP end record stands at byte ${directoryEnd}, but its directory ends at byte ${directoryOffset + size}.`,
      { place, remedy: 'Write the file again: bytes were added, lost or changed.' },
    );
  return { entryCount, directoryOffset, directoryEnd, archiveEnd };
}

/** The zip64 record that belongs to the end record at `offset`; null where no locator stands before it. */
function readZip64(source: ByteSource, offset: number) {
  if (offset < locatorBytes) return null;
  const locator = Buffer.from(source.read(offset - locatorBytes, locatorBytes));
  if (locator.toString('latin1', 0, 4) !== 'PK\u0006\u0007') return null;
  const place: ProblemPlace = { file: source.name, offset: offset - locatorBytes };
  const recordOffset = Number(locator.readBigUInt64LE(8));
  if (recordOffset + 56 > offset - locatorBytes)
    throw new FormatProblem('ZIP_ZIP64', 'The zip64 locator points past itself.', { place });
  const record = Buffer.from(source.read(recordOffset, 56));
  const size = record.readBigUInt64LE(4);
  if (
    record.toString('latin1', 0, 4) !== 'PK\u0006\u0006' ||
    BigInt(recordOffset) + 12n + size !== BigInt(place.offset ?? 0)
  )
    throw new FormatProblem('ZIP_ZIP64', `There is no fitting zip64 end record at byte ${recordOffset}.`, { place });
  if (record.readUInt32LE(16) !== 0 || record.readUInt32LE(20) !== 0 || locator.readUInt32LE(4) !== 0)
    throw new FormatProblem('ZIP_MULTIDISK', 'The archive is one part of a split (multi-disk) ZIP archive.', { place });
  const entryCount = record.readBigUInt64LE(32);
  if (record.readBigUInt64LE(24) !== entryCount)
    throw new FormatProblem('ZIP_MULTIDISK', 'The zip64 record counts entries on other disks.', { place });
  return {
    offset: recordOffset,
    entryCount: Number(entryCount),
    size: Number(record.readBigUInt64LE(40)),
    directoryOffset: Number(record.readBigUInt64LE(48)),
  };
}
