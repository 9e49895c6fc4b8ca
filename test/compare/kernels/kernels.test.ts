import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { chooseKernel } from '../../../src/compare/kernels/choose-kernel.ts';
import type { KernelFindings } from '../../../src/compare/kernels/difference-kernel.ts';
import { elementKernel } from '../../../src/compare/kernels/element-kernel.ts';
import { simdFloatKernel } from '../../../src/compare/kernels/simd-float-kernel.ts';
import { type DType, dtypeFacts, dtypes } from '../../../src/model/dtype.ts';
import type { ToleranceRule } from '../../../src/model/request.ts';

function find(dtype: DType, first: Uint8Array, second: Uint8Array, rule: ToleranceRule | null = null): KernelFindings {
  const kernel = chooseKernel(dtype, rule);
  kernel.add(first, second, 0);
  return kernel.findings();
}

const bytesOf = (array: ArrayBufferView) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
const f32 = (...values: number[]) => bytesOf(Float32Array.from(values));
const f64 = (...values: number[]) => bytesOf(Float64Array.from(values));
const u16 = (...values: number[]) => bytesOf(Uint16Array.from(values));
const u32 = (...values: number[]) => bytesOf(Uint32Array.from(values));
const i64 = (...values: bigint[]) => bytesOf(BigInt64Array.from(values));
const u64 = (...values: bigint[]) => bytesOf(BigUint64Array.from(values));

describe('what differs', () => {
  it('counts elements whose bits differ, and finds the first', () => {
    const found = find('float32', f32(1, 2, 3, 4, 5), f32(1, 2, 3.5, 4, 6));
    expect(found.differing).toBe(2);
    expect(found.first?.element).toBe(2);
    expect(found.maxAbs).toBe(1);
    expect(found.maxRel).toBe(1 / 6);
  });

  it.each(dtypes)('finds one flipped bit in %s', (dtype) => {
    const { bytes } = dtypeFacts(dtype);
    const first = new Uint8Array(bytes * 9);
    const second = first.slice();
    second[bytes * 7] = 1;
    const found = find(dtype, first, second);
    expect(found.differing).toBe(1);
    expect(found.outside).toBe(1);
    expect(found.first?.element).toBe(7);
  });

  it('tells −0 from +0, one step apart', () => {
    const found = find('float32', f32(-0), f32(0));
    expect(found).toMatchObject({ differing: 1, measured: 1, maxAbs: 0, maxRel: 0, maxUlp: 1n });
  });

  it('tells NaNs of other payloads apart, and measures nothing', () => {
    const found = find('float32', u32(0x7fc00000), u32(0x7fc00001));
    expect(found).toMatchObject({ differing: 1, measured: 0, maxAbs: 0, nonFinite: { first: 1, second: 1 } });
  });

  it('counts NaN and infinities by side, among the differing elements only', () => {
    const found = find('float64', f64(Number.NaN, Number.NaN, 1, 2), f64(Number.NaN, 0, Number.NEGATIVE_INFINITY, 3));
    expect(found).toMatchObject({ differing: 3, measured: 1, maxAbs: 1, nonFinite: { first: 1, second: 1 } });
  });

  it('keeps counting elements over several chunks', () => {
    const kernel = chooseKernel('float32', null);
    kernel.add(f32(1, 2), f32(1, 3), 65_536);
    kernel.add(f32(1, 2), f32(0, 3), 131_072);
    expect(kernel.findings()).toMatchObject({ differing: 3, maxAbs: 1 });
    expect(kernel.findings().first?.element).toBe(65_537);
  });

  it('keeps the first element although the reader fills its buffer again', () => {
    const buffer = Buffer.from(f32(1));
    const kernel = chooseKernel('float32', null);
    kernel.add(buffer, f32(2), 0);
    buffer.fill(0);
    expect(kernel.findings().first?.bytes.first).toEqual(f32(1));
  });
});

describe('sizes', () => {
  it.each([
    ['float32', f32(1), u32(0x3f800001), 1n],
    ['float32', f32(-1), f32(1), 2n * 0x3f800000n + 1n],
    ['float64', f64(1), f64(1 + Number.EPSILON), 1n],
    ['float64', f64(-1), f64(1), 2n * 0x3ff0000000000000n + 1n],
    ['float16', u16(0x3c00), u16(0x3c03), 3n],
    ['float16', u16(0x8001), u16(0x0001), 3n],
    ['bfloat16', u16(0x3f80), u16(0x3f82), 2n],
    ['bfloat16', u16(0x8001), u16(0x0001), 3n],
    ['float8_e4m3fn', Uint8Array.of(0x80), Uint8Array.of(0x00), 1n],
    ['float8_e4m3fnuz', Uint8Array.of(0x81), Uint8Array.of(0x00), 1n],
    ['float8_e5m2', Uint8Array.of(0x3c), Uint8Array.of(0x40), 4n],
    ['float8_e8m0fnu', Uint8Array.of(127), Uint8Array.of(130), 3n],
    ['complex64', f32(1, 1), bytesOf(Uint32Array.of(0x3f800002, 0x3f800001)), 2n],
    ['complex128', f64(1, 0), f64(1, -0), 1n],
  ] as const)('counts ulps of %s on its own ordered line', (dtype, first, second, ulps) => {
    expect(find(dtype, first, second).maxUlp).toBe(ulps);
  });

  it('has no ulps for integers', () => {
    expect(find('int32', u32(1), u32(5))).toMatchObject({ maxAbs: 4, maxRel: 0.8, maxUlp: null });
  });

  it.each([
    ['int8', Uint8Array.of(0x80), Uint8Array.of(0x7f), 255],
    ['uint8', Uint8Array.of(0), Uint8Array.of(255), 255],
    ['int16', u16(0x8000), u16(0x7fff), 65_535],
    ['uint32', u32(0), u32(0xffffffff), 4_294_967_295],
    ['int64', i64(2n ** 53n), i64(2n ** 53n + 1n), 1],
    ['int64', i64(-(2n ** 63n)), i64(2n ** 63n - 1n), 2 ** 64],
    ['int64', i64(-1n), i64(1n), 2],
    ['uint64', u64(2n ** 63n), u64(2n ** 63n + 3n), 3],
    ['uint64', u64(1n << 32n), u64((1n << 32n) - 1n), 1],
  ] as const)('measures %s exactly', (dtype, first, second, maxAbs) => {
    expect(find(dtype, first, second).maxAbs).toBe(maxAbs);
  });

  it('gives no infinite size where the difference of two doubles overflows', () => {
    const found = find('float64', f64(Number.MAX_VALUE), f64(-Number.MAX_VALUE));
    expect(found).toMatchObject({ maxAbs: Number.MAX_VALUE, maxRel: 2 });
  });

  it('measures the largest float32 difference in doubles', () => {
    const most = 3.4028234663852886e38;
    expect(find('float32', f32(most), f32(-most))).toMatchObject({ maxAbs: 2 * most, maxRel: 2 });
  });

  it('reads subnormal halves', () => {
    expect(find('float16', u16(0x0001), u16(0x0002)).maxAbs).toBe(2 ** -24);
  });

  it('counts complex elements once, and their parts for the sizes', () => {
    const found = find('complex64', f32(1, 1, 2, 2), f32(1, 1.5, 4, 5));
    expect(found).toMatchObject({ differing: 2, measured: 3, maxAbs: 3 });
  });

  it('has no sizes for bool and bit patterns', () => {
    expect(find('bool', Uint8Array.of(1, 0), Uint8Array.of(0, 0))).toMatchObject({ differing: 1, measured: 0 });
    expect(find('bits16', u16(1, 1), u16(1, 2))).toMatchObject({ differing: 1, measured: 0 });
  });
});

describe('tolerance', () => {
  const rule = (values: Partial<ToleranceRule>): ToleranceRule => ({ atol: 0, rtol: 0, maxUlp: 0, ...values });

  it.each(['float32', 'float64', 'complex64'] as const)(
    'counts elements outside atol, rtol and ulps of %s',
    (dtype) => {
      const make = dtype === 'float64' ? f64 : f32;
      const [first, second] = [make(100, 1, 1, 1), make(101, 1, 1, 1)];
      expect(find(dtype, first, second, rule({ atol: 1 })).outside).toBe(0);
      expect(find(dtype, first, second, rule({ atol: 0.99 })).outside).toBe(1);
      expect(find(dtype, first, second, rule({ rtol: 0.01 })).outside).toBe(0);
      expect(find(dtype, first, second, rule({ rtol: 0.0098 })).outside).toBe(1);
      expect(find(dtype, first, second, rule({ maxUlp: Number.MAX_SAFE_INTEGER })).outside).toBe(0);
      expect(find(dtype, first, second, rule({ maxUlp: 10 })).outside).toBe(1);
    },
  );

  it.each(['float32', 'float16', 'bfloat16', 'float64'] as const)('never lets NaN of %s through', (dtype) => {
    const nan = { float32: u32(0x7fc00000), float16: u16(0x7e00), bfloat16: u16(0x7fc0), float64: f64(Number.NaN) }[
      dtype
    ];
    const wide = rule({ atol: Number.MAX_VALUE, rtol: Number.MAX_VALUE, maxUlp: Number.MAX_SAFE_INTEGER });
    expect(find(dtype, nan, new Uint8Array(nan.byteLength), wide).outside).toBe(1);
  });

  it('covers integers by atol and rtol, never by ulps', () => {
    expect(find('int64', i64(10n), i64(11n), rule({ atol: 1 })).outside).toBe(0);
    expect(find('int64', i64(10n), i64(11n), rule({ maxUlp: 100 })).outside).toBe(1);
  });

  it('never covers bool', () => {
    expect(find('bool', Uint8Array.of(1), Uint8Array.of(0), rule({ atol: 5 })).outside).toBe(1);
  });
});

describe('the SIMD kernel', () => {
  it('is there on this machine', () => {
    expect(simdFloatKernel('float32', null)).not.toBeNull();
  });

  it('leaves other dtypes to the plain one', () => {
    expect(simdFloatKernel('float64', null)).toBeNull();
    expect(elementKernel('float64', null)).toBeDefined();
  });

  it('is built from the .wat file that is committed', () => {
    const script = fileURLToPath(new URL('../../../scripts/build-wasm.mjs', import.meta.url));
    const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
