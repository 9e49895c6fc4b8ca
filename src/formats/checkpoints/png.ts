/**
 * PNG pictures (W3C PNG, third edition) by their pixels: two encodings of the same picture are equal.
 *
 * Every colour type and depth becomes RGBA of 8 bits, or 16 where the file has 16. Interlaced and animated files are
 * refused (then bytes are compared). Texts, times and colour profiles are facts of the container.
 */
import { crc32, inflateSync } from 'node:zlib';
import type { ByteSource } from '../../model/byte-source.ts';
import type { Checkpoint, ReadNote } from '../../model/entry.ts';
import { FormatProblem, isProblem, LimitProblem } from '../../model/problem.ts';
import { memorySource, sourceChunks } from '../codecs/memory-source.ts';
import { type PngHeader, samplesPerPixel, toRgba, unfilter } from '../codecs/png-pixels.ts';
import { peekText } from '../codecs/text.ts';
import type { CheckpointFormat } from './checkpoint-format.ts';

const signature = '\u0089PNG\r\n\u001a\n';
/** 4096 × 4096: larger pictures would take more than 200 MB of memory. */
const maxPixels = 2 ** 24;
const maxFileBytes = 256 * 1024 * 1024;

const depths: ReadonlyMap<number, readonly number[]> = new Map([
  [0, [1, 2, 4, 8, 16]],
  [2, [8, 16]],
  [3, [1, 2, 4, 8]],
  [4, [8, 16]],
  [6, [8, 16]],
]);

export const png: CheckpointFormat = {
  id: 'png',
  title: 'PNG picture',
  role: 'image',
  recognizes: (source) => peekText(source, signature.length) === signature,
  async open(source): Promise<Checkpoint> {
    const { header, data, palette, transparency, notes, container } = readChunks(source);
    const rows = inflateRows(source, header, data);
    const pixels = toRgba(header, unfilter(header, rows), palette, transparency);
    if (pixels === null)
      throw problem(source, 'PNG_PALETTE', 'A pixel names a colour that the palette does not have.', 8);
    const dtype = header.depth === 16 ? 'uint16' : 'uint8';
    const { width, height } = header;
    return {
      format: png.id,
      entries: [
        {
          kind: 'tensor',
          path: ['pixels'],
          structure: {},
          dtype,
          shape: [height, width, 4],
          byteLength: pixels.byteLength,
          chunks: () => sourceChunks(memorySource(source.name, pixels)),
        },
      ],
      notes,
      container,
      executableReferences: [],
      close: () => {},
    };
  },
};

function problem(source: ByteSource, code: string, message: string, offset: number): FormatProblem {
  return new FormatProblem(code, message, { place: { file: source.name, offset }, remedy: 'Save the picture again.' });
}

function readChunks(source: ByteSource) {
  if (peekText(source, signature.length) !== signature)
    throw problem(source, 'PNG_SIGNATURE', 'The file does not begin as PNG files do.', 0);
  if (source.byteLength > maxFileBytes)
    throw new LimitProblem(
      'PNG_SIZE',
      `The picture has ${source.byteLength} bytes; at most ${maxFileBytes} are read.`,
      {
        place: { file: source.name },
      },
    );
  let header: PngHeader | null = null;
  let palette: Uint8Array | null = null;
  let transparency: Uint8Array | null = null;
  const data: Uint8Array[] = [];
  const notes: ReadNote[] = [];
  const facts = new Map<string, string>();
  let offset = signature.length;
  for (let type = ''; type !== 'IEND'; ) {
    const frame = Buffer.from(source.read(offset, 8));
    const length = frame.readUInt32BE(0);
    type = frame.toString('latin1', 4, 8);
    if (!/^[A-Za-z]{4}$/.test(type))
      throw problem(source, 'PNG_CHUNK', 'A chunk has no name of four letters.', offset + 4);
    const body = source.read(offset + 8, length);
    const recorded = Buffer.from(source.read(offset + 8 + length, 4)).readUInt32BE(0);
    if (crc32(body, crc32(frame.subarray(4, 8))) !== recorded)
      throw problem(source, 'PNG_CRC', `The CRC of the chunk ${type} is wrong.`, offset);
    if (header === null) header = readHeader(source, type, body, offset);
    else if (type === 'IDAT') data.push(body);
    else if (type === 'PLTE') palette = body;
    else if (type === 'tRNS') transparency = body;
    else if (type === 'acTL')
      throw problem(source, 'PNG_ANIMATED', 'The picture is animated; only still ones are read.', offset);
    else if (type !== 'IEND' && /^[A-Z]/.test(type))
      throw problem(source, 'PNG_CHUNK', `The critical chunk ${type} is not known.`, offset);
    else if (type !== 'IEND')
      facts.set(`chunk ${type}`, `${facts.get(`chunk ${type}`) ?? ''} ${recorded.toString(16)}`.trim().slice(0, 200));
    offset += 12 + length;
  }
  if (header === null) throw problem(source, 'PNG_CHUNK', 'The chunk IHDR is missing.', 8);
  if (header.colour === 3 && palette === null) throw problem(source, 'PNG_PALETTE', 'The palette is missing.', 8);
  if (offset < source.byteLength)
    notes.push({
      code: 'EXTRA_BYTES',
      message: `${source.byteLength - offset} bytes stand after the end of the picture.`,
    });
  facts.set('encoding', `colour type ${header.colour}, ${header.depth} bits`);
  return { header, data, palette, transparency, notes, container: Object.fromEntries(facts) };
}

function readHeader(source: ByteSource, type: string, body: Uint8Array, offset: number): PngHeader {
  if (type !== 'IHDR' || body.byteLength !== 13)
    throw problem(
      source,
      'PNG_HEADER',
      `The first chunk is ${type} of ${body.byteLength} bytes; IHDR of 13 was expected.`,
      offset,
    );
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth = 0, colour = 0, compression = 0, filter = 0, interlace = 0] = body.subarray(8);
  if (width === 0 || height === 0)
    throw problem(source, 'PNG_HEADER', `The picture is ${width} × ${height}.`, offset + 8);
  if (width * height > maxPixels)
    throw new LimitProblem('PNG_SIZE', `The picture is ${width} × ${height}; at most ${maxPixels} pixels are read.`, {
      place: { file: source.name, offset: offset + 8 },
    });
  if (depths.get(colour)?.includes(depth) !== true)
    throw problem(source, 'PNG_HEADER', `Colour type ${colour} with ${depth} bits is not defined.`, offset + 16);
  if (compression !== 0 || filter !== 0)
    throw problem(source, 'PNG_HEADER', 'The compression or filter method is not known.', offset + 18);
  if (interlace !== 0)
    throw problem(
      source,
      'PNG_INTERLACED',
      'The picture is interlaced; only plain ones are read by pixels.',
      offset + 20,
    );
  return { width, height, depth, colour };
}

function inflateRows(source: ByteSource, header: PngHeader, data: readonly Uint8Array[]): Uint8Array {
  const rowBytes = Math.ceil((header.width * samplesPerPixel(header.colour) * header.depth) / 8);
  const wanted = header.height * (1 + rowBytes);
  let found: number;
  try {
    const rows = inflateSync(Buffer.concat(data), { maxOutputLength: wanted + 1 });
    if (rows.byteLength === wanted) {
      for (let at = 0; at < wanted; at += 1 + rowBytes)
        if ((rows[at] ?? 0) > 4) throw problem(source, 'PNG_FILTER', `The filter ${rows[at]} is not known.`, 8);
      return rows;
    }
    found = rows.byteLength;
  } catch (error) {
    if (isProblem(error)) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw problem(source, 'PNG_DATA', `The picture's data cannot be inflated to ${wanted} bytes: ${why}.`, 8);
  }
  throw problem(source, 'PNG_DATA', `The picture's data has ${found} bytes; ${wanted} were expected.`, 8);
}
