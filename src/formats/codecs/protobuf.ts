/**
 * The wire format of Protocol Buffers (protobuf.dev, "Encoding"), one message at a time and without a schema.
 *
 * The caller knows field numbers and asks for nested messages itself, so depth is bounded by the caller's own code.
 * Groups, long obsolete, are refused.
 */
import { FormatProblem } from '../../model/problem.ts';

export type WireValue =
  | { readonly wire: 'varint'; readonly bits: bigint }
  | { readonly wire: 'fixed64' | 'fixed32' | 'bytes'; readonly bytes: Uint8Array };

export type WireField = WireValue & { readonly number: number };

/** Fields in the order of the message. @throws FormatProblem `PROTO_*` with the offset inside `message` */
export function* readFields(message: Uint8Array): Generator<WireField, void> {
  let position = 0;
  const fail = (code: string, what: string, offset: number): FormatProblem =>
    new FormatProblem(`PROTO_${code}`, `The protobuf message ${what}.`, {
      place: { offset },
      remedy: 'The record is damaged, or it is of another kind.',
    });
  const varint = (): bigint => {
    const start = position;
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = message[position++];
      if (byte === undefined) throw fail('TRUNCATED', 'ends inside a number', start);
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) break;
      if (shift >= 63n) throw fail('VARINT', 'has a number of more than ten bytes', start);
    }
    return BigInt.asUintN(64, value);
  };
  const take = (length: number, start: number): Uint8Array => {
    if (length > message.length - position)
      throw fail('TRUNCATED', `has a field of ${length} bytes that reaches past its end`, start);
    position += length;
    return message.subarray(position - length, position);
  };
  while (position < message.length) {
    const start = position;
    const key = varint();
    const number = Number(key >> 3n);
    if (number === 0 || number > 0x1fffffff) throw fail('FIELD', `has the field number ${number}`, start);
    const wire = Number(key & 7n);
    if (wire === 0) yield { number, wire: 'varint', bits: varint() };
    else if (wire === 1) yield { number, wire: 'fixed64', bytes: take(8, start) };
    else if (wire === 2) yield { number, wire: 'bytes', bytes: take(Number(varint()), start) };
    else if (wire === 5) yield { number, wire: 'fixed32', bytes: take(4, start) };
    else throw fail('WIRE_TYPE', `has a field of the wire type ${wire}`, start);
  }
}

/** Numbers of a repeated field, packed or not: a piece of packed bytes cut into `size` bytes each. */
export function fixedNumbers(field: WireField, size: 4 | 8): readonly Uint8Array[] {
  if (field.wire === 'varint') return [];
  if (field.bytes.length % size !== 0)
    throw new FormatProblem(
      'PROTO_PACKED',
      `A packed field of ${field.bytes.length} bytes holds no whole number of ${size}-byte values.`,
      {
        place: { offset: 0 },
      },
    );
  return Array.from({ length: field.bytes.length / size }, (_, index) =>
    field.bytes.subarray(index * size, (index + 1) * size),
  );
}

/** Integers of a repeated field, packed or not. */
export function varints(field: WireField): readonly bigint[] {
  if (field.wire === 'varint') return [field.bits];
  const found: bigint[] = [];
  let value = 0n;
  let shift = 0n;
  for (const byte of field.bytes) {
    value |= BigInt(byte & 0x7f) << shift;
    shift = byte < 0x80 ? 0n : shift + 7n;
    if (shift > 63n) break;
    if (shift !== 0n) continue;
    found.push(BigInt.asUintN(64, value));
    value = 0n;
  }
  if (shift === 0n) return found;
  throw new FormatProblem('PROTO_PACKED', 'A packed field ends inside a number.', { place: { offset: 0 } });
}
