import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noSiblings } from '../../../src/formats/checkpoints/checkpoint-format.ts';
import { png } from '../../../src/formats/checkpoints/png.ts';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { bytesAt, entryAt, problemOf } from '../read-entries.ts';
import { type PngOptions, pngBytes, pngChunk } from '../writers/png-bytes.ts';

const open = (bytes: Uint8Array) => png.open(memorySource('plot.png', bytes), noSiblings);
const pixels = async (rows: readonly Uint8Array[], options: PngOptions) => [
  ...(await bytesAt(await open(pngBytes(rows, options)), 'pixels')),
];
const row = (...bytes: number[]) => Uint8Array.from(bytes);

describe('png', () => {
  it('gives one tensor of RGBA pixels', async () => {
    const checkpoint = await open(pngBytes([row(1, 2, 3, 4, 5, 6)], { width: 2, height: 1 }));
    expect(entryAt(checkpoint, 'pixels')).toMatchObject({
      kind: 'tensor',
      dtype: 'uint8',
      shape: [1, 2, 4],
      byteLength: 8,
    });
    expect([...(await bytesAt(checkpoint, 'pixels'))]).toEqual([1, 2, 3, 255, 4, 5, 6, 255]);
  });

  it.each<[string, readonly Uint8Array[], PngOptions, readonly number[]]>([
    [
      'grey, 1 bit',
      [row(0b10100000)],
      { width: 3, height: 1, colour: 0, depth: 1 },
      [255, 255, 255, 255, 0, 0, 0, 255, 255, 255, 255, 255],
    ],
    ['grey, 2 bits', [row(0b00011011)], { width: 2, height: 1, colour: 0, depth: 2 }, [0, 0, 0, 255, 85, 85, 85, 255]],
    ['grey, 4 bits', [row(0xf1)], { width: 2, height: 1, colour: 0, depth: 4 }, [255, 255, 255, 255, 17, 17, 17, 255]],
    [
      'grey, 16 bits',
      [row(0x12, 0x34)],
      { width: 1, height: 1, colour: 0, depth: 16 },
      [0x34, 0x12, 0x34, 0x12, 0x34, 0x12, 255, 255],
    ],
    [
      'grey with a transparent colour',
      [row(7, 8)],
      { width: 2, height: 1, colour: 0, transparency: row(0, 7) },
      [7, 7, 7, 0, 8, 8, 8, 255],
    ],
    [
      'RGB with a transparent colour',
      [row(1, 2, 3)],
      { width: 1, height: 1, transparency: row(0, 1, 0, 2, 0, 3) },
      [1, 2, 3, 0],
    ],
    [
      'palette with alpha',
      [row(0b01000000)],
      { width: 2, height: 1, colour: 3, depth: 1, palette: row(1, 2, 3, 4, 5, 6), transparency: row(9) },
      [1, 2, 3, 9, 4, 5, 6, 255],
    ],
    ['grey and alpha', [row(5, 6)], { width: 1, height: 1, colour: 4 }, [5, 5, 5, 6]],
    ['RGBA', [row(1, 2, 3, 4)], { width: 1, height: 1, colour: 6 }, [1, 2, 3, 4]],
  ])('reads %s', async (_, rows, options, expected) => {
    const read = await pixels(rows, options);
    // A palette picture of two pixels is written left to right: bit 7 first.
    expect(options.colour === 3 ? [...read.slice(0, 8)] : read).toEqual(expected);
  });

  it('gives equal pixels for every choice of filters and compression', async () => {
    const height = 5;
    const rows = fc.array(fc.uint8Array({ minLength: 12, maxLength: 12 }), { minLength: height, maxLength: height });
    const filters = fc.array(fc.nat(4), { minLength: height, maxLength: height });
    await fc.assert(
      fc.asyncProperty(rows, filters, fc.nat(9), async (data, filters, level) => {
        const shape = { width: 3, height, colour: 6 };
        expect(await pixels(data, { ...shape, filters, level })).toEqual(data.flatMap((one) => [...one]));
      }),
    );
  });

  it('keeps texts and times out of the pixels, and tells of them', async () => {
    const plain = await open(pngBytes([row(1, 2, 3)], { width: 1, height: 1 }));
    const signed = await open(
      pngBytes([row(1, 2, 3)], { width: 1, height: 1, extra: [['tEXt', Buffer.from('Software\0Matplotlib')]] }),
    );
    expect(await bytesAt(signed, 'pixels')).toEqual(await bytesAt(plain, 'pixels'));
    expect(Object.keys(signed.container)).toContain('chunk tEXt');
  });

  const whole = pngBytes([row(1, 2, 3)], { width: 1, height: 1 });
  it.each<[string, Uint8Array]>([
    ['PNG_SIGNATURE', Buffer.from('GIF89a..')],
    ['PNG_INTERLACED', pngBytes([row(1, 2, 3)], { width: 1, height: 1, interlace: 1 })],
    ['PNG_HEADER', pngBytes([row(1, 2, 3)], { width: 0, height: 1 })],
    ['PNG_HEADER', pngBytes([row(1, 2, 3)], { width: 1, height: 1, depth: 4 })],
    ['PNG_SIZE', pngBytes([row(1)], { width: 100_000, height: 100_000 })],
    ['PNG_DATA', pngBytes([row(1, 2)], { width: 1, height: 1 })],
    ['PNG_DATA', pngBytes([row(1, 2, 3, 4)], { width: 1, height: 1 })],
    ['PNG_FILTER', pngBytes([row(1, 2, 3)], { width: 1, height: 1, filters: [5] })],
    ['PNG_PALETTE', pngBytes([row(1)], { width: 1, height: 1, colour: 3 })],
    ['PNG_PALETTE', pngBytes([row(2)], { width: 1, height: 1, colour: 3, palette: row(1, 2, 3, 4, 5, 6) })],
    ['PNG_ANIMATED', pngBytes([row(1, 2, 3)], { width: 1, height: 1, extra: [['acTL', new Uint8Array(8)]] })],
    ['PNG_CHUNK', pngBytes([row(1, 2, 3)], { width: 1, height: 1, extra: [['ABCD', new Uint8Array(8)]] })],
    ['PNG_CRC', whole.map((byte, index) => (index === whole.length - 20 ? byte ^ 1 : byte))],
    ['TRUNCATED', whole.slice(0, -3)],
    ['PNG_HEADER', Buffer.concat([whole.slice(0, 8), pngChunk('IEND', new Uint8Array(0))])],
  ])('refuses with %s', async (code, bytes) => {
    expect(await problemOf(() => open(bytes))).toMatchObject({ code, place: { file: 'plot.png' } });
  });

  it('notes what stands after the picture', async () => {
    expect((await open(Buffer.concat([whole, Buffer.from('PK')]))).notes.map(({ code }) => code)).toEqual([
      'EXTRA_BYTES',
    ]);
  });
});
