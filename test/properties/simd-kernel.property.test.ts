/** The SIMD kernel finds what the plain kernel finds, to the last bit, whatever the bytes are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementKernel } from '../../src/compare/kernels/element-kernel.ts';
import { simdFloatKernel } from '../../src/compare/kernels/simd-float-kernel.ts';
import { dtypeFacts } from '../../src/model/dtype.ts';

/** Bit patterns where floats are odd: zeros, subnormals, ones, the largest, infinities, NaNs; by the upper 16 bits. */
const oddHalves = [
  0x0000, 0x8000, 0x0001, 0x8001, 0x3c00, 0x3f80, 0x7bff, 0x7c00, 0xfc00, 0x7e00, 0x7f7f, 0x7f80, 0xff80, 0x7fc0,
];

const half = fc.oneof(fc.constantFrom(...oddHalves), fc.integer({ min: 0, max: 0xffff }));
const change = fc.oneof(fc.constant(0), fc.constant(0), fc.constant(1), fc.integer({ min: 0, max: 0xffff }));
const size = fc.constantFrom(0, 0, 1e-7, 1e-3, 1, 1e30);

describe.each(['float32', 'bfloat16', 'float16'] as const)('%s', (dtype) => {
  const { bytes } = dtypeFacts(dtype);

  it('finds the same as the plain kernel', () => {
    const rules = fc.option(
      fc.record({ atol: size, rtol: size, maxUlp: fc.constantFrom(0, 1, 100, 2 ** 31, 2 ** 40) }),
      { nil: null },
    );
    const halves = fc.array(fc.tuple(half, change), { minLength: 1, maxLength: 75 });
    fc.assert(
      fc.property(halves, halves, rules, (one, two, rule) => {
        const simd = simdFloatKernel(dtype, rule);
        const plain = elementKernel(dtype, rule);
        for (const list of [one, two]) {
          const whole = list.slice(0, Math.max(1, Math.floor((list.length * 2) / bytes)) * (bytes / 2));
          if ((whole.length * 2) % bytes !== 0) return;
          const first = new Uint8Array(Uint16Array.from(whole, ([value]) => value).buffer);
          const second = new Uint8Array(Uint16Array.from(whole, ([value, changed]) => value ^ changed).buffer);
          simd?.add(first, second, 0);
          plain.add(first, second, 0);
        }
        expect(simd?.findings()).toEqual(plain.findings());
      }),
      { numRuns: 3000 },
    );
  });
});
