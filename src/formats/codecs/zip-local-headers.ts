/**
 * Local headers of a ZIP archive (APPNOTE 6.3, section 4.3.7), held against the central directory.
 *
 * PyTorch writes sizes and CRC only into the directory (zeros here, with a data descriptor behind the data) and pads here
 * so that data is aligned: where data begins is known from here alone. Data descriptors are not read: the directory counts.
 */
import type { ByteSource } from '../../model/byte-source.ts';
import type { ReadNote } from '../../model/entry.ts';
import { FormatProblem } from '../../model/problem.ts';
import type { CentralHeader } from './zip-directory.ts';
import type { EndRecord } from './zip-end-record.ts';

const headerBytes = 30;
/** Flags that change how bytes are to be read; the other bits are hints. */
const meaningfulFlags = 0x2061;
const withDescriptor = 0x8;
const descriptorBytes = [0, 12, 16, 20, 24];
const unset = 0xffffffff;

/**
 * Where the data of each entry begins, in the order given.
 * @throws FormatProblem `ZIP_HEADER_MISMATCH`, `ZIP_OVERLAP`, `TRUNCATED`.
 */
export function locateData(
  source: ByteSource,
  headers: readonly CentralHeader[],
  end: EndRecord,
): { dataOffsets: readonly number[]; notes: readonly ReadNote[] } {
  const notes: ReadNote[] = [];
  const scratch = Buffer.alloc(headerBytes + 0xffff);
  const dataOffsets = headers.map((header) => checkLocalHeader(source, header, scratch, end, notes));
  notes.push(...checkLayout(source, headers, dataOffsets, end));
  return { dataOffsets, notes };
}

function checkLocalHeader(
  source: ByteSource,
  central: CentralHeader,
  scratch: Buffer,
  end: EndRecord,
  notes: ReadNote[],
): number {
  const at = central.localOffset;
  const mismatch = (what: string) =>
    new FormatProblem('ZIP_HEADER_MISMATCH', `The local header of ${JSON.stringify(central.name)} ${what}.`, {
      place: { file: source.name, entry: central.name, offset: at },
      remedy: 'Write the archive again: readers that trust one header or the other would see different content.',
    });
  const wanted = headerBytes + central.nameBytes.length;
  if (at + wanted > end.directoryOffset) throw mismatch('would lie inside the directory or past the end of the file');
  const local = scratch.subarray(0, wanted);
  source.readInto(local, at);
  if (local.readUInt32LE(0) !== 0x04034b50) throw mismatch('is not where the directory says');
  if (
    local.readUInt16LE(26) !== central.nameBytes.length ||
    local.compare(central.nameBytes, 0, undefined, headerBytes) !== 0
  )
    throw mismatch('has another name');
  const flags = local.readUInt16LE(6);
  if (((flags ^ central.flags) & meaningfulFlags) !== 0)
    throw mismatch(`has the flags 0x${flags.toString(16)}, the directory 0x${central.flags.toString(16)}`);
  const method = local.readUInt16LE(8);
  if (method !== central.method) throw mismatch(`has the method ${method}, the directory ${central.method}`);
  const extraLength = local.readUInt16LE(28);
  const dataOffset = at + wanted + extraLength;
  if (dataOffset + central.compressedSize > end.directoryOffset)
    throw new FormatProblem('ZIP_OVERLAP', `The data of ${JSON.stringify(central.name)} reaches into the directory.`, {
      place: { file: source.name, entry: central.name, offset: dataOffset },
      remedy: 'Write the archive again: its sizes are wrong.',
    });

  const recorded = { compressed: local.readUInt32LE(18), size: local.readUInt32LE(22) };
  const crc = local.readUInt32LE(14);
  if (recorded.compressed === unset || recorded.size === unset) {
    const extra = scratch.subarray(wanted, wanted + extraLength);
    source.readInto(extra, at + wanted);
    Object.assign(recorded, zip64Sizes(extra, recorded));
  }
  const later = (flags & withDescriptor) !== 0;
  const agrees = (here: number, there: number) => here === there || (later && (here === 0 || here === unset));
  if (!agrees(recorded.compressed, central.compressedSize) || !agrees(recorded.size, central.size))
    throw mismatch(
      `gives the sizes ${recorded.compressed} and ${recorded.size}, the directory ${central.compressedSize} and ${central.size}`,
    );
  if (!agrees(crc, central.crc32))
    notes.push({
      code: 'CRC_MISMATCH',
      message: 'The local header and the directory record different CRCs.',
      entry: central.name,
    });
  return dataOffset;
}

function zip64Sizes(extra: Buffer, recorded: { compressed: number; size: number }) {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    let next = 0;
    const take = (short: number) => {
      if (short !== unset || next + 8 > field.length) return short;
      next += 8;
      return Number(field.readBigUInt64LE(next - 8));
    };
    const size = take(recorded.size);
    return { size, compressed: take(recorded.compressed) };
  }
  return recorded;
}

/** No two entries share a byte; bytes that belong to no entry are said, since they are not compared as content. */
function checkLayout(
  source: ByteSource,
  headers: readonly CentralHeader[],
  dataOffsets: readonly number[],
  end: EndRecord,
): ReadNote[] {
  const parts = headers
    .map((header, index) => ({ header, dataEnd: (dataOffsets[index] ?? 0) + header.compressedSize }))
    .sort((a, b) => a.header.localOffset - b.header.localOffset);
  const gaps: { offset: number; length: number }[] = [];
  let previousEnd = 0;
  let allowed: readonly number[] = [0];
  for (const { header, dataEnd } of parts) {
    const gap = header.localOffset - previousEnd;
    if (gap < 0)
      throw new FormatProblem('ZIP_OVERLAP', `The entry ${JSON.stringify(header.name)} overlaps the one before it.`, {
        place: { file: source.name, entry: header.name, offset: header.localOffset },
        remedy: 'Write the archive again: overlapping entries are made to exhaust whoever unpacks them.',
      });
    if (!allowed.includes(gap)) gaps.push({ offset: previousEnd, length: gap });
    previousEnd = dataEnd;
    allowed = (header.flags & withDescriptor) === 0 ? [0] : descriptorBytes;
  }
  const rest = end.directoryOffset - previousEnd;
  if (!allowed.includes(rest)) gaps.push({ offset: previousEnd, length: rest });
  if (end.archiveEnd < source.byteLength)
    gaps.push({ offset: end.archiveEnd, length: source.byteLength - end.archiveEnd });
  const [first] = gaps;
  if (first === undefined) return [];
  const total = gaps.reduce((sum, gap) => sum + gap.length, 0);
  return [
    {
      code: 'EXTRA_BYTES',
      message: `${total} bytes belong to no entry of the archive; the first of them stand at byte ${first.offset}.`,
    },
  ];
}
