import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { columnMajorStrides, rowMajorStrides, stridedChunks } from '../../../src/formats/codecs/strided-chunks.ts';
import { chunkBytes } from '../../../src/model/byte-source.ts';
import { collect } from '../read-entries.ts';

const source = memorySource(
  'data',
  Uint8Array.from({ length: 4096 }, (_, index) => index * 7),
);

/** The definition: element by element. */
function byDefinition(offset: number, shape: readonly number[], strides: readonly number[], itemBytes: number): Buffer {
  let addresses = [offset];
  shape.forEach((extent, dim) => {
    addresses = addresses.flatMap((at) =>
      Array.from({ length: extent }, (_, index) => at + index * (strides[dim] ?? 0)),
    );
  });
  return Buffer.concat(addresses.map((at) => source.read(at, itemBytes)));
}

describe('stridedChunks', () => {
  it('equals the definition for every layout, negative and zero strides too', async () => {
    const dim = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: -40, max: 40 }));
    await fc.assert(
      fc.asyncProperty(fc.array(dim, { maxLength: 4 }), fc.constantFrom(1, 2, 4, 8), async (dims, itemBytes) => {
        const shape = dims.map(([extent]) => extent);
        const strides = dims.map(([, stride]) => stride);
        const array = { source, offset: 2000, shape, strides, itemBytes, swapBytes: 0 };
        expect(await collect(stridedChunks(array))).toEqual(byDefinition(2000, shape, strides, itemBytes));
      }),
      { numRuns: 300 },
    );
  });

  it.each([2, 4, 8, 16])('turns big-endian numbers of %s bytes around', async (size) => {
    const bytes = await collect(
      stridedChunks({ source, offset: 0, shape: [2], strides: [size], itemBytes: size, swapBytes: size }),
    );
    const reversed = [source.read(0, size).reverse(), source.read(size, size).reverse()];
    expect(bytes).toEqual(Buffer.concat(reversed));
  });

  it('unfolds a large Fortran array in whole chunks', async () => {
    const [rows, columns] = [700, 1300];
    const data = new Float32Array(rows * columns);
    for (let column = 0; column < columns; column++)
      for (let row = 0; row < rows; row++) data[column * rows + row] = row * columns + column;
    const shape = [rows, columns];
    const large = memorySource('large', new Uint8Array(data.buffer));
    const sizes: number[] = [];
    const parts: Buffer[] = [];
    const strides = columnMajorStrides(shape, 4);
    for await (const chunk of stridedChunks({ source: large, offset: 0, shape, strides, itemBytes: 4, swapBytes: 0 })) {
      sizes.push(chunk.byteLength);
      parts.push(Buffer.from(chunk));
    }
    const bytes = Buffer.concat(parts);
    const numbers = new Float32Array(bytes.buffer, bytes.byteOffset, rows * columns);
    expect(numbers.every((value, index) => value === index)).toBe(true);
    expect(sizes.slice(0, -1).every((size) => size === chunkBytes)).toBe(true);
  });

  it('gives nothing for no elements and for elements without bytes', async () => {
    const empty = { source, offset: 0, shape: [2 ** 50, 2 ** 50, 0], strides: [0, 0, 0], itemBytes: 4, swapBytes: 0 };
    expect((await collect(stridedChunks(empty))).length).toBe(0);
    expect((await collect(stridedChunks({ ...empty, shape: [2 ** 50], itemBytes: 0 }))).length).toBe(0);
  });

  it('knows both orders', () => {
    expect(rowMajorStrides([2, 3, 5], 4)).toEqual([60, 20, 4]);
    expect(columnMajorStrides([2, 3, 5], 4)).toEqual([4, 8, 24]);
  });
});
