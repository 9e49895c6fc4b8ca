/** TensorBoard event files for tests: TFRecord frames and the few protobuf messages that they need. */
import { maskedCrc32c } from '../../../src/formats/codecs/crc32c.ts';

export function varintBytes(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest === 0n ? low : low | 0x80);
  } while (rest !== 0n);
  return Buffer.from(bytes);
}

/** A field: a bigint as varint, a number as 32-bit float, bytes or text with their length. */
export function field(number: number, value: bigint | number | Uint8Array | string): Buffer {
  const key = (wire: number) => varintBytes(BigInt(number * 8 + wire));
  if (typeof value === 'bigint') return Buffer.concat([key(0), varintBytes(value)]);
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(4);
    bytes.writeFloatLE(value);
    return Buffer.concat([key(5), bytes]);
  }
  const bytes = Buffer.from(value);
  return Buffer.concat([key(2), varintBytes(BigInt(bytes.length)), bytes]);
}

export function double(number: number, value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return Buffer.concat([varintBytes(BigInt(number * 8 + 1)), bytes]);
}

export function recordBytes(data: Uint8Array): Buffer {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(data.length));
  return Buffer.concat([length, crcBytes(length), data, crcBytes(data)]);
}

function crcBytes(data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(maskedCrc32c(data));
  return bytes;
}

export interface WrittenValue {
  readonly step: bigint;
  /** Fields of a `Summary.Value` behind its tag. */
  readonly tag: string;
  readonly value: Uint8Array;
}

export function eventFile(values: readonly WrittenValue[]): Buffer {
  const first = Buffer.concat([double(1, 1700000000.5), field(3, 'brain.Event:2')]);
  const events = values.map(({ step, tag, value }) =>
    Buffer.concat([double(1, 1700000001.5), field(2, step), field(5, field(1, Buffer.concat([field(1, tag), value])))]),
  );
  return Buffer.concat([first, ...events].map(recordBytes));
}
