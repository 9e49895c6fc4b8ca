import { describe, expect, it } from 'vitest';
import { noSiblings } from '../../../src/formats/checkpoints/checkpoint-format.ts';
import { npz } from '../../../src/formats/checkpoints/npz.ts';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { bytesAt, entryAt, fixture, listing, problemOf } from '../read-entries.ts';
import { npyBytes, npyHeader } from '../writers/npy-bytes.ts';
import { zipBytes } from '../writers/zip-bytes.ts';

const open = (bytes: Uint8Array) => npz.open(memorySource('x.npz', bytes), noSiblings);
const data = Uint8Array.from({ length: 700_000 }, (_, index) => index * 13);

describe('npz', () => {
  it('lists a real archive, array by array', async () => {
    const source = fixture('mixed.npz');
    expect(npz.recognizes(source)).toBe(true);
    const checkpoint = await npz.open(source, noSiblings);
    expect(checkpoint.notes).toEqual([]);
    expect(await listing(checkpoint)).toEqual([
      'mapping (root) of 8',
      'tensor x float64 [3] b0c45303',
      'tensor y float64 [2, 2] c914e818',
      'opaque o NumPy object array of shape [1]: a pickle, not run a79aab57',
      'tensor s float32 [] e00e5eb9',
      'opaque u NumPy array of <U1, shape [1] d56a7447',
      'mapping st of 2',
      'tensor st/a float32 [2] af5570f5',
      'tensor st/b int64 [2] 374708ff',
      'tensor be int32 [3] ad5dc147',
      'tensor emp float64 [0, 3] e3b0c442',
    ]);
  });

  it('reads the same array from a compressed archive', async () => {
    const plain = await npz.open(fixture('mixed.npz'), noSiblings);
    const compressed = await npz.open(fixture('compressed.npz'), noSiblings);
    expect(await bytesAt(compressed, 'x')).toEqual(await bytesAt(plain, 'x'));
    expect(compressed.container.compression).toBe('deflate');
  });

  it.each([false, true])(
    'streams stored and compressed members to equal bytes (Fortran order: %s)',
    async (fortran) => {
      const member = npyBytes(npyHeader('<f4', [500, 350], fortran), data);
      const stored = await open(zipBytes([{ name: 'w.npy', data: member }]));
      const deflated = await open(zipBytes([{ name: 'w.npy', data: member, method: 8 }]));
      expect(await bytesAt(deflated, 'w')).toEqual(await bytesAt(stored, 'w'));
      expect(await listing(deflated)).toEqual(await listing(stored));
    },
  );

  it('notes a member whose CRC is wrong once it was read', async () => {
    const checkpoint = await open(
      zipBytes([{ name: 'w.npy', data: npyBytes(npyHeader('|u1', [2]), Uint8Array.of(1, 2)), crc: 5 }]),
    );
    await bytesAt(checkpoint, 'w');
    expect(checkpoint.notes.map(({ code, entry }) => `${code} ${entry}`)).toEqual(['CRC_MISMATCH w.npy']);
  });

  it('compares other members as bytes, under their own names', async () => {
    const array = npyBytes(npyHeader('|u1', [1]), Uint8Array.of(1));
    const checkpoint = await open(
      zipBytes([
        { name: 'a.npy', data: array },
        { name: 'a', data: data },
        { name: 'b.npy', data: Buffer.from('text') },
        { name: 'dir/', data: new Uint8Array(0) },
      ]),
    );
    expect((await listing(checkpoint)).map((line) => line.replace(/ [0-9a-f]{8}$/, ''))).toEqual([
      'mapping (root) of 3',
      'tensor a.npy uint8 [1]',
      'opaque a archive member',
      'opaque b archive member',
    ]);
  });

  it('names the member whose header is damaged', async () => {
    const problem = await problemOf(() => open(zipBytes([{ name: 'a.npy', data: npyBytes('{', new Uint8Array(0)) }])));
    expect(problem).toMatchObject({ code: 'NPY_HEADER', place: { entry: 'a.npy' } });
  });

  it('refuses a member that declares more data than is stored', async () => {
    const member = npyBytes(npyHeader('<f8', [1e9]), new Uint8Array(8));
    expect(await problemOf(() => open(zipBytes([{ name: 'a.npy', data: member, method: 8 }])))).toMatchObject({
      code: 'NPY_SIZE',
    });
  });

  it('is told from other ZIP archives', () => {
    expect(npz.recognizes(fixture('zip-torch-2.13.pt'))).toBe(false);
    expect(npz.recognizes(memorySource('x', Buffer.from('PK\u0003\u0004')))).toBe(false);
  });

  it('keeps the layout as a note about structure', async () => {
    expect(entryAt(await npz.open(fixture('mixed.npz'), noSiblings), 'y').structure).toEqual({
      strides: 'Fortran order',
    });
  });
});
