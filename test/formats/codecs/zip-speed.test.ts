import { expect, it } from 'vitest';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { openZip } from '../../../src/formats/codecs/zip.ts';
import { zipBytes } from '../writers/zip-bytes.ts';

it('opens an archive of 800 entries with one small read for each and a few for the directory', async () => {
  const bytes = zipBytes(
    Array.from({ length: 800 }, (_, index) => ({
      name: `m/data/${index}`,
      data: new Uint8Array(4096),
      descriptor: true,
    })),
  );
  const memory = memorySource('model.pt', bytes);
  let reads = 0;
  let total = 0;
  const count = (length: number) => {
    reads++;
    total += length;
  };
  const source = {
    ...memory,
    read: (offset: number, length: number) => {
      count(length);
      return memory.read(offset, length);
    },
    readInto: (target: Uint8Array, offset: number) => {
      count(target.byteLength);
      memory.readInto(target, offset);
    },
  };
  const archive = await openZip(source);
  expect(archive.entries.length).toBe(800);
  expect(reads).toBeLessThan(820);
  expect(total).toBeLessThan(400_000);
});
