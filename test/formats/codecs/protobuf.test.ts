import { describe, expect, it } from 'vitest';
import { fixedNumbers, readFields, varints } from '../../../src/formats/codecs/protobuf.ts';
import { codeOf } from '../read-entries.ts';
import { double, field, varintBytes } from '../writers/event-bytes.ts';

const all = (bytes: Uint8Array) => [...readFields(bytes)];

describe('readFields', () => {
  it('reads all four wire types in order', () => {
    const fields = all(Buffer.concat([field(1, 300n), double(2, 0.5), field(3, 'text'), field(4, 1.5)]));
    expect(fields.map(({ number, wire }) => `${number} ${wire}`)).toEqual([
      '1 varint',
      '2 fixed64',
      '3 bytes',
      '4 fixed32',
    ]);
    expect(fields[0]).toMatchObject({ bits: 300n });
  });

  it('reads the largest number', () => {
    expect(all(field(1, -1n))).toMatchObject([{ bits: 2n ** 64n - 1n }]);
  });

  it.each([
    ['PROTO_TRUNCATED', 'inside a number', Uint8Array.of(0x08, 0x80)],
    ['PROTO_TRUNCATED', 'inside a field', Uint8Array.of(0x0a, 5, 1)],
    ['PROTO_TRUNCATED', 'inside a fixed number', Uint8Array.of(0x09, 1)],
    ['PROTO_TRUNCATED', 'a length of 2^64', Buffer.concat([Buffer.from([0x0a]), varintBytes(2n ** 64n - 1n)])],
    ['PROTO_VARINT', 'eleven bytes', Buffer.concat([Buffer.from([0x08]), Buffer.alloc(10, 0x80), Buffer.from([1])])],
    ['PROTO_FIELD', 'field 0', Uint8Array.of(0x00, 1)],
    ['PROTO_WIRE_TYPE', 'a group', Uint8Array.of(0x0b)],
    ['PROTO_WIRE_TYPE', 'wire type 7', Uint8Array.of(0x0f)],
  ])('refuses with %s: %s', async (code, _, bytes) => {
    expect(await codeOf(() => all(bytes))).toBe(code);
  });
});

describe('packed fields', () => {
  it('read like single ones', () => {
    const [packed] = all(field(7, Buffer.concat([varintBytes(1n), varintBytes(300n)])));
    const [single] = all(field(7, 5n));
    expect(packed && varints(packed)).toEqual([1n, 300n]);
    expect(single && varints(single)).toEqual([5n]);
  });

  it.each([
    ['floats', () => all(field(5, new Uint8Array(6))).flatMap((one) => fixedNumbers(one, 4))],
    ['numbers', () => all(field(7, Uint8Array.of(1, 0x80))).flatMap(varints)],
  ])('of a broken length are refused: %s', async (_, read) => {
    expect(await codeOf(read)).toBe('PROTO_PACKED');
  });
});
