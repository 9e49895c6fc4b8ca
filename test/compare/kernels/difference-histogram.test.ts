import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceHistogram } from '../../../src/compare/kernels/difference-histogram.ts';
import type { DType } from '../../../src/model/dtype.ts';

const bytesOf = (array: ArrayBufferView) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
const u32 = (values: ArrayLike<number>) => bytesOf(Uint32Array.from(values));

function histogram(dtype: DType, first: Uint8Array, second: Uint8Array): readonly number[] {
  const made = differenceHistogram(dtype);
  made.add(first, second);
  return made.counts();
}

describe('the histogram of differences', () => {
  it('counts floats by the power of two of their distance in ulp', () => {
    const one = 0x3f800000;
    expect(
      histogram('float32', u32([one, one, one, one, one]), u32([one, one + 1, one + 2, one - 3, one + 4])),
    ).toEqual([1, 2, 1]);
  });

  it('counts integers by the power of two of their distance', () => {
    expect(histogram('int64', bytesOf(BigInt64Array.of(5n, -1n)), bytesOf(BigInt64Array.of(6n, 7n)))).toEqual([
      1, 0, 0, 1,
    ]);
  });

  it('leaves out what is not finite, for it has no distance', () => {
    const numbers = (...values: number[]) => bytesOf(Float64Array.from(values));
    expect(histogram('float64', numbers(Number.NaN, 1), numbers(1, Number.POSITIVE_INFINITY))).toEqual([]);
  });

  it.each(['bool', 'bits16'] as const)('is empty for %s', (dtype) => {
    expect(histogram(dtype, Uint8Array.of(1, 0), Uint8Array.of(0, 1))).toEqual([]);
  });

  it('meets a single difference wherever it stands', () => {
    fc.assert(
      fc.property(fc.nat(131_071), fc.integer({ min: 1, max: 4 }), (place, step) => {
        const first = new Uint32Array(131_072).fill(0x3f800000);
        const second = first.slice();
        second[place] = 0x3f800000 + step;
        expect(histogram('float32', bytesOf(first), bytesOf(second)).reduce((sum, count) => sum + count, 0)).toBe(1);
      }),
    );
  });

  it('counts every difference where there are few numbers', () => {
    const small = fc.array(fc.integer({ min: 1, max: 0x7f000000 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(small, small, (a, b) => {
        const length = Math.min(a.length, b.length);
        const expected: number[] = [];
        for (let index = 0; index < length; index++) {
          const distance = Math.abs((a[index] ?? 0) - (b[index] ?? 0));
          if (distance > 0) expected[31 - Math.clz32(distance)] = (expected[31 - Math.clz32(distance)] ?? 0) + 1;
        }
        const counts = histogram('uint32', u32(a.slice(0, length)), u32(b.slice(0, length)));
        expect(counts).toEqual(Array.from(expected, (count) => count ?? 0));
      }),
    );
  });

  it('looks at a bounded part of a chunk in which everything differs', () => {
    const first = new Uint32Array(131_072).fill(1);
    const second = new Uint32Array(131_072).fill(2);
    expect(histogram('uint32', bytesOf(first), bytesOf(second))).toEqual([2048]);
  });
});
