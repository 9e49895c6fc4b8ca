import { describe, expect, it } from 'vitest';
import { memorySource, sourceChunks, windowSource } from '../../../src/formats/codecs/memory-source.ts';
import { chunkBytes } from '../../../src/model/byte-source.ts';
import { problemOf } from '../read-entries.ts';

const bytes = Uint8Array.from({ length: 20 }, (_, index) => index);

describe('memorySource', () => {
  it('gives fresh copies', () => {
    const source = memorySource('x', bytes);
    source.read(0, 4).fill(99);
    expect([...source.read(0, 4)]).toEqual([0, 1, 2, 3]);
  });

  it('fills a target without reading past it', () => {
    const target = new Uint8Array(3);
    memorySource('x', bytes).readInto(target, 17);
    expect([...target]).toEqual([17, 18, 19]);
  });

  it.each([
    [18, 3],
    [-1, 1],
    [0, -1],
    [0.5, 1],
    [2 ** 53, 1],
    [0, Number.NaN],
  ])('refuses %s + %s with TRUNCATED', async (offset, length) => {
    const problem = await problemOf(() => memorySource('x.pt', bytes).read(offset, length));
    expect(problem).toMatchObject({ code: 'TRUNCATED', place: { file: 'x.pt' } });
  });
});

describe('windowSource', () => {
  it('starts at zero', () => {
    expect([...windowSource(memorySource('x', bytes), 'x/part', 5, 4).read(1, 2)]).toEqual([6, 7]);
  });

  it('does not let a reader look past its end', async () => {
    const problem = await problemOf(() => windowSource(memorySource('x', bytes), 'x/part', 5, 4).read(2, 3));
    expect(problem.place.file).toBe('x/part');
  });

  it('cannot be opened past the end of its source', async () => {
    const problem = await problemOf(() => windowSource(memorySource('x', bytes), 'x/part', 15, 6));
    expect(problem.code).toBe('TRUNCATED');
  });
});

describe('sourceChunks', () => {
  it.each([0, 1, chunkBytes - 1, chunkBytes, chunkBytes + 1, 3 * chunkBytes])(
    'cuts %s bytes into whole chunks and a rest',
    async (length) => {
      const sizes: number[] = [];
      for await (const chunk of sourceChunks(memorySource('x', new Uint8Array(length)))) sizes.push(chunk.byteLength);
      expect(sizes.slice(0, -1).every((size) => size === chunkBytes)).toBe(true);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(length);
      expect(sizes).not.toContain(0);
    },
  );
});
