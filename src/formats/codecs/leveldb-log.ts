/**
 * LevelDB's log format (leveldb/doc/log_format.md): blocks of 32 KiB, in them chunks with a header of seven bytes (CRC-32,
 * length, type), a record being one chunk or several. Weights & Biases uses it with the plain CRC-32 of type and data.
 *
 * A file that ends inside a record, or in zeros, was left by a killed writer: what stands before counts. A wrong CRC is damage.
 */
import { crc32 } from 'node:zlib';
import type { ByteSource } from '../../model/byte-source.ts';
import { FormatProblem } from '../../model/problem.ts';

export interface LogRecord {
  readonly offset: number;
  /** Null where the record is longer than `maxBytes`. */
  readonly data: Uint8Array | null;
  readonly byteLength: number;
}

const blockBytes = 32 * 1024;
const headerBytes = 7;
const readAheadBytes = 32 * blockBytes;
const full = 1;
const first = 2;
const last = 4;

/**
 * The records from `begin` on, in order; blocks are counted from the beginning of the file. The value returned at the end
 * says where a record begins that is not whole.
 * @throws FormatProblem `LOG_CRC`, `LOG_CHUNK` with the offset of the chunk
 */
export function* readLogRecords(
  source: ByteSource,
  begin: number,
  maxBytes: number,
): Generator<LogRecord, { readonly truncatedAt: number | null }> {
  const read = readAhead(source);
  let pending: { readonly offset: number; readonly parts: Uint8Array[]; byteLength: number } | null = null;
  let offset = begin;
  while (offset < source.byteLength) {
    const left = blockBytes - (offset % blockBytes);
    if (left < headerBytes) {
      offset += left;
      continue;
    }
    if (offset + headerBytes > source.byteLength) break;
    const head = read(offset, headerBytes);
    const view = new DataView(head.buffer, head.byteOffset, headerBytes);
    const length = view.getUint16(4, true);
    const type = view.getUint8(6);
    if (type === 0 && length === 0 && onlyZeros(source, offset)) return { truncatedAt: pending?.offset ?? offset };
    if (type < full || type > last || length > left - headerBytes)
      throw chunkProblem(
        source,
        offset,
        `has the type ${type} and ${length} bytes where at most ${left - headerBytes} fit`,
      );
    if (offset + headerBytes + length > source.byteLength) break;
    const begins = type === full || type === first;
    if (begins !== (pending === null))
      throw chunkProblem(source, offset, begins ? 'begins a record inside another one' : 'goes on with no record');
    const chunk = read(offset + 6, length + 1);
    if (crc32(chunk) !== view.getUint32(0, true))
      throw new FormatProblem('LOG_CRC', `The CRC of the chunk at byte ${offset} is wrong.`, {
        place: { file: source.name, offset },
        remedy: 'The file is damaged; two processes must not write into one log.',
      });
    pending ??= { offset, parts: [], byteLength: 0 };
    pending.byteLength += length;
    // What is too long is counted to its end and not kept.
    if (pending.byteLength <= maxBytes) pending.parts.push(chunk.slice(1));
    else pending.parts.length = 0;
    if (type === full || type === last) {
      const { byteLength, parts } = pending;
      yield { offset: pending.offset, data: byteLength > maxBytes ? null : joined(parts), byteLength };
      pending = null;
    }
    offset += headerBytes + length;
  }
  const isWhole = pending === null && offset >= source.byteLength;
  return { truncatedAt: isWhole ? null : (pending?.offset ?? offset) };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : Uint8Array.from(Buffer.concat(parts));
}

/** Reads in large pieces, because chunks are small and come one after the other. */
function readAhead(source: ByteSource): (offset: number, length: number) => Uint8Array {
  let window: Uint8Array = new Uint8Array(0);
  let start = 0;
  return (offset, length) => {
    if (offset < start || offset + length > start + window.length) {
      window = source.read(offset, Math.min(source.byteLength - offset, Math.max(length, readAheadBytes)));
      start = offset;
    }
    return window.subarray(offset - start, offset - start + length);
  };
}

/** Space that was reserved and never written. */
function onlyZeros(source: ByteSource, from: number): boolean {
  for (let offset = from; offset < source.byteLength; offset += readAheadBytes) {
    const block = source.read(offset, Math.min(readAheadBytes, source.byteLength - offset));
    if (block.some((byte) => byte !== 0)) return false;
  }
  return true;
}

function chunkProblem(source: ByteSource, offset: number, what: string): FormatProblem {
  return new FormatProblem('LOG_CHUNK', `The chunk at byte ${offset} ${what}.`, {
    place: { file: source.name, offset },
    remedy: 'The file is damaged, or it is no log of this kind.',
  });
}
