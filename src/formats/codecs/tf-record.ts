/**
 * TFRecord frames (tensorflow/core/lib/io/record_writer.h): u64 length, masked CRC-32C of it, data, masked CRC-32C of it.
 *
 * A file that ends inside a frame was left by a killed writer: what stands before counts. A wrong CRC is damage.
 */
import type { ByteSource } from '../../model/byte-source.ts';
import { FormatProblem } from '../../model/problem.ts';
import { maskedCrc32c } from './crc32c.ts';

export interface TfRecord {
  readonly offset: number;
  /** Null where the record is longer than `maxBytes`. */
  readonly data: Uint8Array | null;
  readonly byteLength: number;
}

const blockBytes = 1024 * 1024;

/**
 * The records in order; the value returned at the end says whether the file ends inside a record.
 * @throws FormatProblem `TB_CRC` with the number and offset of the record
 */
export function* readTfRecords(
  source: ByteSource,
  maxBytes: number,
): Generator<TfRecord, { truncatedAt: number | null }> {
  let block: Uint8Array = new Uint8Array(0);
  let blockOffset = 0;
  const read = (offset: number, length: number): Uint8Array => {
    if (offset < blockOffset || offset + length > blockOffset + block.length) {
      block = source.read(offset, Math.min(source.byteLength - offset, Math.max(length, blockBytes)));
      blockOffset = offset;
    }
    return block.subarray(offset - blockOffset, offset - blockOffset + length);
  };
  const check = (data: Uint8Array, crc: Uint8Array, what: string, number: number, offset: number): void => {
    const recorded = Buffer.from(crc.buffer, crc.byteOffset, 4).readUInt32LE(0);
    if (maskedCrc32c(data) === recorded) return;
    throw new FormatProblem('TB_CRC', `The CRC of the ${what} of record ${number} is wrong.`, {
      place: { file: source.name, entry: `record ${number}`, offset },
      remedy: 'The file is damaged; two processes must not write into one event file.',
    });
  };
  let offset = 0;
  for (let number = 0; offset < source.byteLength; number++) {
    if (offset + 12 > source.byteLength) return { truncatedAt: offset };
    const head = read(offset, 12);
    check(head.subarray(0, 8), head.subarray(8, 12), 'length', number, offset);
    const length = Number(Buffer.from(head.buffer, head.byteOffset, 8).readBigUInt64LE(0));
    if (length > source.byteLength - offset - 16) return { truncatedAt: offset };
    if (length > maxBytes) yield { offset, data: null, byteLength: length };
    else {
      const frame = read(offset + 12, length + 4);
      check(frame.subarray(0, length), frame.subarray(length, length + 4), 'data', number, offset + 12);
      yield { offset, data: frame.slice(0, length), byteLength: length };
    }
    offset += 16 + length;
  }
  return { truncatedAt: null };
}
