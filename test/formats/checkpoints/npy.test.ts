import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noSiblings } from '../../../src/formats/checkpoints/checkpoint-format.ts';
import { npy } from '../../../src/formats/checkpoints/npy.ts';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { bytesAt, entryAt, listing, problemOf } from '../read-entries.ts';
import { npyBytes, npyHeader } from '../writers/npy-bytes.ts';

const open = (bytes: Uint8Array) => npy.open(memorySource('x.npy', bytes), noSiblings);
const array = (descr: string, shape: readonly number[], data: Uint8Array, fortran = false) =>
  open(npyBytes(npyHeader(descr, shape, fortran), data));
const counting = (length: number) => Uint8Array.from({ length }, (_, index) => index);

describe('npy', () => {
  it.each([1, 2, 3])('reads version %s.0', async (version) => {
    const checkpoint = await open(npyBytes(npyHeader('<f4', [2, 3]), counting(24), version));
    expect(checkpoint.entries).toMatchObject([
      { kind: 'tensor', path: [], dtype: 'float32', shape: [2, 3], structure: {} },
    ]);
    expect([...(await bytesAt(checkpoint, '(root)'))]).toEqual([...counting(24)]);
  });

  it('gives C order for arrays in Fortran order, and says which it was', async () => {
    const checkpoint = await array('|u1', [2, 3], Uint8Array.of(1, 4, 2, 5, 3, 6), true);
    expect(entryAt(checkpoint, '(root)').structure).toEqual({ strides: 'Fortran order' });
    expect([...(await bytesAt(checkpoint, '(root)'))]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('gives the same bytes for any shape in either order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(4), { maxLength: 4 }), async (shape) => {
        const count = shape.reduce((product, extent) => product * extent, 1);
        const columnMajor = new Uint8Array(count);
        for (let index = 0; index < count; index++) {
          // Position of element `index` (in C order) where the first dimension runs fastest.
          let rest = index;
          const strides = shape.map((_, dim) => shape.slice(0, dim).reduce((product, extent) => product * extent, 1));
          const at = shape.toReversed().reduce((sum, extent, back) => {
            const digit = rest % extent;
            rest = Math.floor(rest / extent);
            return sum + digit * (strides[shape.length - 1 - back] ?? 0);
          }, 0);
          columnMajor[at] = index;
        }
        const plain = await array('|u1', shape, counting(count));
        const folded = await array('|u1', shape, columnMajor, true);
        expect(await bytesAt(folded, '(root)')).toEqual(await bytesAt(plain, '(root)'));
      }),
    );
  });

  it('gives little-endian elements for big-endian files, part by part for complex numbers', async () => {
    const real = await array('>i4', [2], Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 2));
    expect([...(await bytesAt(real, '(root)'))]).toEqual([1, 0, 0, 0, 2, 0, 0, 0]);
    expect(entryAt(real, '(root)').structure).toEqual({ 'byte-order': 'big' });
    const complex = await array('>c8', [1], Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8));
    expect([...(await bytesAt(complex, '(root)'))]).toEqual([4, 3, 2, 1, 8, 7, 6, 5]);
  });

  it('reads records field by field and leaves their padding out', async () => {
    const descr = "[('a', '<i2'), ('', '|V2'), ('b', '>i4'), (('title', 'c'), [('x', '|u1', (2,)), ('y', '|S1')])]";
    const one = [1, 0, 99, 99, 0, 0, 0, 5, 7, 8, 65];
    const two = [2, 0, 77, 77, 0, 0, 0, 6, 9, 10, 66];
    const checkpoint = await open(
      npyBytes(`{'descr': ${descr}, 'fortran_order': False, 'shape': (2,)}`, Uint8Array.of(...one, ...two)),
    );
    expect((await listing(checkpoint)).map((line) => line.replace(/ [0-9a-f]{8}$/, ''))).toEqual([
      'mapping (root) of 3',
      'tensor a int16 [2]',
      'tensor b int32 [2]',
      'mapping c of 2',
      'tensor c/x uint8 [2, 2]',
      'opaque c/y NumPy array of |S1, shape [2]',
    ]);
    expect([...(await bytesAt(checkpoint, 'a'))]).toEqual([1, 0, 2, 0]);
    expect([...(await bytesAt(checkpoint, 'b'))]).toEqual([5, 0, 0, 0, 6, 0, 0, 0]);
    expect([...(await bytesAt(checkpoint, 'c/x'))]).toEqual([7, 8, 9, 10]);
  });

  it('compares dates, texts and long doubles as bytes in one byte order', async () => {
    const little = await array('<U1', [1], Uint8Array.of(65, 0, 0, 0));
    const big = await array('>U1', [1], Uint8Array.of(0, 0, 0, 65));
    expect(await listing(big)).toEqual(await listing(little));
    expect(entryAt(await array('<M8[ns]', [1], counting(8)), '(root)')).toMatchObject({
      what: 'NumPy array of <M8[ns], shape [1]',
    });
    expect(entryAt(await array('<f16', [1], counting(16)), '(root)').kind).toBe('opaque');
  });

  it('never runs a pickle', async () => {
    const checkpoint = await array('|O', [1], Buffer.from("cos\nsystem\n(S'true'\ntR."));
    expect(checkpoint.entries).toMatchObject([
      { kind: 'opaque', what: 'NumPy object array of shape [1]: a pickle, not run', byteLength: 23 },
    ]);
    const record = `{'descr': [('a', '<i4'), ('b', '|O')], 'fortran_order': False, 'shape': (1,)}`;
    expect(entryAt(await open(npyBytes(record, counting(5))), '(root)').kind).toBe('opaque');
  });

  it.each<[string, Uint8Array]>([
    ['NPY_HEADER', Buffer.from('NUMPY')],
    ['TRUNCATED', Buffer.from('\u0093NUMPY', 'latin1')],
    ['NPY_VERSION', npyBytes(npyHeader('<f4', [0]), new Uint8Array(0), 4)],
    ['NPY_VERSION', npyBytes(npyHeader('<f4', [0]), new Uint8Array(0), 0)],
    ['NPY_HEADER', npyBytes(' '.repeat(10_001), new Uint8Array(0))],
    [
      'NPY_HEADER',
      Buffer.concat([Buffer.from('\u0093NUMPY\u0002\0', 'latin1'), Buffer.alloc(4, 0xff), Buffer.from('{')]),
    ],
    ['NPY_HEADER', npyBytes('[1, 2]', new Uint8Array(0))],
    ['NPY_HEADER', npyBytes("{'descr': '<f4', 'shape': ()}", new Uint8Array(0))],
    ['NPY_HEADER', npyBytes("{'descr': '<f4', 'fortran_order': 0, 'shape': ()}", new Uint8Array(4))],
    ['NPY_HEADER', npyBytes("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}", new Uint8Array(4))],
    ['NPY_HEADER', npyBytes(npyHeader('<f4', Array(65).fill(1)), new Uint8Array(4))],
    ['NPY_HEADER', npyBytes('('.repeat(9000), new Uint8Array(0))],
    ['NPY_HEADER', npyBytes('__import__("os").system("true")', new Uint8Array(0))],
    ['NPY_DTYPE', npyBytes(npyHeader('<f5', [1]), new Uint8Array(5))],
    ['NPY_DTYPE', npyBytes(npyHeader('<q8', [1]), new Uint8Array(8))],
    ['NPY_SIZE', npyBytes(npyHeader('<f4', [2]), new Uint8Array(7))],
    ['NPY_SIZE', npyBytes(npyHeader('<f4', [2]), new Uint8Array(9))],
    ['NPY_SIZE', npyBytes(npyHeader('<f4', [2 ** 52, 2 ** 52]), new Uint8Array(4))],
  ])('refuses with %s', async (code, bytes) => {
    expect(await problemOf(() => open(bytes))).toMatchObject({ code, place: { file: 'x.npy' } });
  });

  it('reads arrays of nothing, however large their other dimensions are', async () => {
    expect((await bytesAt(await array('<f8', [2 ** 52, 2 ** 52, 0], new Uint8Array(0)), '(root)')).length).toBe(0);
    expect((await bytesAt(await array('|S0', [2 ** 52], new Uint8Array(0), true), '(root)')).length).toBe(0);
  });
});
