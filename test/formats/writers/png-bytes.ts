/** A small PNG writer for tests: filters, depths and colour types as asked for. */
import { crc32, deflateSync } from 'node:zlib';

export interface PngOptions {
  readonly width: number;
  readonly height: number;
  readonly depth?: number;
  readonly colour?: number;
  readonly interlace?: number;
  /** The filter of each row; the bytes are filtered accordingly. */
  readonly filters?: readonly number[];
  readonly palette?: Uint8Array;
  readonly transparency?: Uint8Array;
  readonly level?: number;
  readonly extra?: readonly (readonly [type: string, data: Uint8Array])[];
}

/** `rows` are the packed samples of each row, without filter bytes. */
export function pngBytes(rows: readonly Uint8Array[], options: PngOptions): Uint8Array {
  const { width, height, depth = 8, colour = 2, interlace = 0, level = 6 } = options;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, colour, 0, 0, interlace], 8);
  const samples = colour === 2 ? 3 : colour === 4 ? 2 : colour === 6 ? 4 : 1;
  const step = Math.max(1, (samples * depth) >> 3);
  const filtered = rows.map((row, y) => {
    const filter = options.filters?.[y] ?? 0;
    const above = y === 0 ? new Uint8Array(row.length) : (rows[y - 1] ?? new Uint8Array(row.length));
    return Buffer.from([filter, ...row.map((byte, x) => byte - predict(filter, row, above, x, step))]);
  });
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    pngChunk('IHDR', head),
    ...(options.extra ?? []).map(([type, data]) => pngChunk(type, data)),
    ...(options.palette === undefined ? [] : [pngChunk('PLTE', options.palette)]),
    ...(options.transparency === undefined ? [] : [pngChunk('tRNS', options.transparency)]),
    pngChunk('IDAT', deflateSync(Buffer.concat(filtered), { level })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function predict(filter: number, row: Uint8Array, above: Uint8Array, x: number, step: number): number {
  const left = row[x - step] ?? 0;
  const up = above[x] ?? 0;
  const corner = x < step ? 0 : (above[x - step] ?? 0);
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return Math.floor((left + up) / 2);
  if (filter !== 4) return 0;
  const distances = [left, up, corner].map((value) => Math.abs(left + up - corner - value));
  const least = Math.min(...distances);
  return [left, up, corner][distances.indexOf(least)] ?? 0;
}

export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
