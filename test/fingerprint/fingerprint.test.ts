import { describe, expect, it } from 'vitest';
import { digestFile } from '../../src/fingerprint/digest-file.ts';
import { digestSeries } from '../../src/fingerprint/digest-series.ts';
import { canBeNonFinite, watchFinite } from '../../src/fingerprint/finite-watch.ts';
import { fingerprintTensor } from '../../src/fingerprint/hash-entry.ts';
import { tensorStatistics } from '../../src/fingerprint/tensor-statistics.ts';
import { memorySource } from '../../src/formats/codecs/memory-source.ts';
import { dtypeFacts, dtypes } from '../../src/model/dtype.ts';
import { FormatProblem } from '../../src/model/problem.ts';
import { floats, series, tensor } from '../compare/build.ts';

describe('the digest of a tensor', () => {
  it('is plain SHA-256 over its elements, little-endian, in C order', async () => {
    // python3 -c "import hashlib, struct; print(hashlib.sha256(struct.pack('<3f', 1, 2, 3)).hexdigest())"
    expect(await fingerprintTensor(floats('w', [1, 2, 3]))).toEqual({
      digest: '8e628779e6a74ee0b36991c10158f63cafec7d340ad4e075592502c8708524dd',
      dtype: 'float32',
      shape: [3],
      byteLength: 12,
    });
  });

  it('is never that of fewer bytes', async () => {
    await expect(fingerprintTensor(tensor('w', 'uint8', [4], new Uint8Array(3)))).rejects.toMatchObject({
      code: 'LENGTH_MISMATCH',
    });
  });

  it('is refused where the reader fails', async () => {
    const problem = new FormatProblem('BAD', 'It is damaged.');
    await expect(fingerprintTensor(tensor('w', 'uint8', [1], new Uint8Array(1), { problem }))).rejects.toBe(problem);
  });
});

it('the digest of a file is what sha256sum prints', async () => {
  expect(await digestFile(memorySource('f', new TextEncoder().encode('abc')))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

describe('the digest of a series', () => {
  it('is that of its points: step, value, and the exact text', () => {
    // python3 -c "import hashlib, struct; print(hashlib.sha256(struct.pack('<ddI', 1, 0.5, 0) + struct.pack('<ddI', 2, 2.0**53, 16) + b'9007199254740993').hexdigest())"
    const points = [
      { step: 1, value: 0.5 },
      { step: 2, value: 2 ** 53, exact: '9007199254740993' },
    ];
    expect(digestSeries(series('loss', [], { points }))).toBe(
      '5a8ca184cd8ee70e0d547f5f56be4d019ff0df42a2bc420d01264f870ffad063',
    );
  });

  it('tells steps, values and exact texts apart, and not the name', () => {
    const one = series('a', [[1, 2]]);
    expect(digestSeries(series('b', [[1, 2]]))).toBe(digestSeries(one));
    expect(digestSeries(series('a', [[2, 1]]))).not.toBe(digestSeries(one));
    expect(digestSeries(series('a', [], { points: [{ step: 1, value: 2, exact: '2' }] }))).not.toBe(digestSeries(one));
  });
});

describe('statistics', () => {
  it('are over the finite numbers', async () => {
    expect(await tensorStatistics(floats('w', [1, Number.NaN, -3, Number.POSITIVE_INFINITY, 8]))).toEqual({
      nonFinite: 2,
      min: -3,
      max: 8,
      mean: 2,
    });
  });

  it('are null where no number is finite', async () => {
    expect(await tensorStatistics(floats('w', [Number.NaN]))).toEqual({
      nonFinite: 1,
      min: null,
      max: null,
      mean: null,
    });
    expect(await tensorStatistics(floats('w', []))).toEqual({ nonFinite: 0, min: null, max: null, mean: null });
  });

  it.each(dtypes)('exist for %s', async (dtype) => {
    const found = await tensorStatistics(tensor('w', dtype, [2], new Uint8Array(2 * dtypeFacts(dtype).bytes)));
    expect(found.nonFinite).toBe(0);
  });
});

describe('the watch for finite numbers', () => {
  it('sees the first one, also behind many NaNs', () => {
    const watch = watchFinite('float32');
    watch.look(new Uint8Array(Uint32Array.of(0x7fc00000, 0xff800000).buffer));
    expect(watch.seen()).toBe(false);
    watch.look(new Uint8Array(Float32Array.of(Number.NaN, 0).buffer));
    expect(watch.seen()).toBe(true);
  });

  it.each([
    ['float16', [0x00, 0x7e]],
    ['bfloat16', [0xc0, 0x7f]],
    ['float8_e4m3fn', [0x7f]],
    ['float8_e4m3fnuz', [0x80]],
    ['float8_e8m0fnu', [0xff]],
  ] as const)('knows the NaN of %s', (dtype, bits) => {
    const watch = watchFinite(dtype);
    watch.look(Uint8Array.from(bits));
    expect(watch.seen()).toBe(false);
  });

  it('takes integers for finite', () => {
    expect(canBeNonFinite('int64')).toBe(false);
    expect(watchFinite('int64').seen()).toBe(true);
  });
});
