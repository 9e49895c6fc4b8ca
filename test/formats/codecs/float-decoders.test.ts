import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeNumbers, elementText, numberBytes } from '../../../src/formats/codecs/float-decoders.ts';
import { type DType, dtypeFacts, dtypes } from '../../../src/model/dtype.ts';

const one = (dtype: DType, ...bytes: number[]) => decodeNumbers(dtype, Uint8Array.from(bytes))[0];

/** Values by the definition of the formats: sign, exponent and fraction as a string of bits, not as arithmetic on integers. */
function byDefinition(pattern: number, exponentBits: number, mantissaBits: number, bias: number): number {
  const bits = pattern.toString(2).padStart(1 + exponentBits + mantissaBits, '0');
  const exponent = Number.parseInt(bits.slice(1, 1 + exponentBits), 2);
  let value = exponent === 0 ? 0 : 1;
  for (let index = 0; index < mantissaBits; index++)
    if (bits[1 + exponentBits + index] === '1') value += 1 / 2 ** (index + 1);
  return (bits[0] === '1' ? -1 : 1) * value * 2 ** (Math.max(exponent, 1) - bias);
}

describe('decodeNumbers', () => {
  it('knows every dtype', () => {
    for (const dtype of dtypes) {
      const { bytes, kind } = dtypeFacts(dtype);
      expect(decodeNumbers(dtype, new Uint8Array(bytes * 3)).length).toBe(kind === 'complex' ? 6 : 3);
      expect(numberBytes(dtype) * (kind === 'complex' ? 2 : 1)).toBe(bytes);
    }
  });

  it('reads all of float16', () => {
    for (let pattern = 0; pattern < 65_536; pattern++) {
      const exponent = (pattern >> 10) & 31;
      const mantissa = pattern & 1023;
      const sign = pattern >> 15 ? -1 : 1;
      const expected =
        exponent === 31 ? (mantissa === 0 ? sign * Infinity : Number.NaN) : byDefinition(pattern, 5, 10, 15);
      if (!Object.is(one('float16', pattern & 255, pattern >> 8), expected)) throw new Error(`pattern ${pattern}`);
    }
  });

  it('reads all of bfloat16 as the upper half of float32', () => {
    const view = new DataView(new ArrayBuffer(4));
    for (let pattern = 0; pattern < 65_536; pattern++) {
      view.setUint16(2, pattern, true);
      if (!Object.is(one('bfloat16', pattern & 255, pattern >> 8), view.getFloat32(0, true)))
        throw new Error(`pattern ${pattern}`);
    }
  });

  it.each<[DType, number, number, number, readonly number[], readonly number[]]>([
    ['float8_e4m3fn', 4, 3, 7, [0x7f, 0xff], []],
    ['float8_e4m3fnuz', 4, 3, 8, [0x80], []],
    ['float8_e5m2', 5, 2, 15, [0x7d, 0x7e, 0x7f, 0xfd, 0xfe, 0xff], [0x7c, 0xfc]],
    ['float8_e5m2fnuz', 5, 2, 16, [0x80], []],
  ])('reads all 256 values of %s', (dtype, exponentBits, mantissaBits, bias, nans, infinities) => {
    for (let pattern = 0; pattern < 256; pattern++) {
      const expected = nans.includes(pattern)
        ? Number.NaN
        : infinities.includes(pattern)
          ? (pattern > 127 ? -1 : 1) * Infinity
          : byDefinition(pattern, exponentBits, mantissaBits, bias);
      expect([pattern, one(dtype, pattern)]).toEqual([pattern, expected]);
    }
  });

  it('reads known values of the float8 kinds', () => {
    expect(one('float8_e4m3fn', 0x7e)).toBe(448);
    expect(one('float8_e4m3fnuz', 0x7f)).toBe(240);
    expect(one('float8_e5m2', 0x7b)).toBe(57_344);
    expect(one('float8_e5m2fnuz', 0x7f)).toBe(57_344);
    expect(one('float8_e4m3fn', 0x80)).toBe(-0);
    expect([0, 127, 254, 255].map((pattern) => one('float8_e8m0fnu', pattern))).toEqual([
      2 ** -127,
      1,
      2 ** 127,
      Number.NaN,
    ]);
  });

  it('reads bytes that are not aligned', () => {
    const bytes = new Uint8Array(13);
    new DataView(bytes.buffer).setFloat64(5, 1.5, true);
    expect([...decodeNumbers('float64', bytes.subarray(5))]).toEqual([1.5]);
  });
});

describe('elementText', () => {
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);

  it('spells 64-bit integers exactly', () => {
    view.setBigInt64(0, -9007199254740993n, true);
    expect(elementText('int64', bytes, 0)).toBe('-9007199254740993');
    expect(elementText('uint64', bytes, 0)).toBe('18437736874454810623');
  });

  it('spells floats as short as their precision allows', () => {
    view.setFloat32(0, 0.1, true);
    expect(elementText('float32', bytes, 0)).toBe('0.1');
    view.setUint16(0, 0x3c01, true);
    expect(elementText('float16', bytes, 0)).toBe('1.001');
    view.setUint16(0, 0x3f81, true);
    expect(elementText('bfloat16', bytes, 0)).toBe('1.01');
  });

  it('spells float32 so that it reads back, always', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true }), (value) => {
        view.setFloat32(0, value, true);
        const text = elementText('float32', bytes, 0);
        expect(Math.fround(Number(text.replace('inf', 'Infinity')))).toBe(value);
      }),
    );
  });

  it('tells all neighbours apart in float16 and bfloat16', () => {
    for (const dtype of ['float16', 'bfloat16'] as const) {
      const texts = new Set<string>();
      for (let pattern = 0; pattern < 0x7c00; pattern++) {
        view.setUint16(0, pattern, true);
        texts.add(elementText(dtype, bytes, 0));
      }
      expect(texts.size).toBe(0x7c00);
    }
  });

  it('spells what is no plain number', () => {
    view.setFloat32(0, -0, true);
    view.setFloat32(4, Number.NaN, true);
    expect(elementText('complex64', bytes, 0)).toBe('-0.0,nan');
    expect(elementText('bool', Uint8Array.of(1), 0)).toBe('True');
    expect(elementText('bits16', Uint8Array.of(0x0f, 0xa0), 0)).toBe('0xa00f');
  });
});
