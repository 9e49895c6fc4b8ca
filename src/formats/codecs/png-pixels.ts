/** Rows of a PNG picture to RGBA samples (W3C PNG, third edition, sections 7, 9 and 11.3.1), without interlace. */

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Bits a sample: 1, 2, 4, 8 or 16. */
  readonly depth: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA. */
  readonly colour: number;
}

export function samplesPerPixel(colour: number): number {
  return colour === 2 ? 3 : colour === 4 ? 2 : colour === 6 ? 4 : 1;
}

/** Undoes the filters; rows come with their filter byte (0 to 4) in front, and go without. */
export function unfilter(header: PngHeader, rows: Uint8Array): Uint8Array {
  const bitsPerPixel = samplesPerPixel(header.colour) * header.depth;
  const step = Math.max(1, bitsPerPixel >> 3);
  const rowBytes = Math.ceil((header.width * bitsPerPixel) / 8);
  const plain = new Uint8Array(header.height * rowBytes);
  for (let row = 0; row < header.height; row++) {
    const from = row * (rowBytes + 1);
    const filter = rows[from] ?? 0;
    const to = row * rowBytes;
    for (let at = 0; at < rowBytes; at++) {
      const left = at < step ? 0 : (plain[to + at - step] ?? 0);
      const up = row === 0 ? 0 : (plain[to + at - rowBytes] ?? 0);
      const corner = at < step || row === 0 ? 0 : (plain[to + at - rowBytes - step] ?? 0);
      const guess =
        filter === 1
          ? left
          : filter === 2
            ? up
            : filter === 3
              ? (left + up) >> 1
              : filter === 4
                ? paeth(left, up, corner)
                : 0;
      plain[to + at] = (rows[from + 1 + at] ?? 0) + guess;
    }
  }
  return plain;
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const toLeft = Math.abs(estimate - left);
  const toUp = Math.abs(estimate - up);
  const toCorner = Math.abs(estimate - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/**
 * RGBA in rows from the top: one byte a sample, or two (little-endian) for 16 bits. Samples below 8 bits are spread over
 * the whole range. Null where a pixel's palette entry does not exist.
 */
export function toRgba(
  header: PngHeader,
  plain: Uint8Array,
  palette: Uint8Array | null,
  transparency: Uint8Array | null,
): Uint8Array | null {
  const { width, height, depth, colour } = header;
  const samples = samplesPerPixel(colour);
  const rowBytes = Math.ceil((width * samples * depth) / 8);
  const wide = depth === 16;
  const top = 2 ** depth - 1;
  const full = wide ? 65_535 : 255;
  const output = new Uint8Array(width * height * (wide ? 8 : 4));
  const key = transparencyKey(transparency, samples);
  let at = 0;
  const put = (value: number): void => {
    output[at++] = value & 255;
    if (wide) output[at++] = value >> 8;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sample = (index: number): number => {
        const position = x * samples + index;
        if (wide)
          return 256 * (plain[y * rowBytes + 2 * position] ?? 0) + (plain[y * rowBytes + 2 * position + 1] ?? 0);
        if (depth === 8) return plain[y * rowBytes + position] ?? 0;
        const bit = position * depth;
        return ((plain[y * rowBytes + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & top;
      };
      if (colour === 3) {
        const index = sample(0);
        if (palette === null || 3 * index + 2 >= palette.length) return null;
        for (let part = 0; part < 3; part++) put(palette[3 * index + part] ?? 0);
        put(transparency?.[index] ?? 255);
        continue;
      }
      const grey = colour === 0 || colour === 4;
      for (let part = 0; part < 3; part++) put((sample(grey ? 0 : part) * full) / top);
      if (colour === 4 || colour === 6) put(sample(samples - 1));
      else put(key?.every((value, part) => value === sample(part)) === true ? 0 : full);
    }
  }
  return output;
}

/** The one colour that tRNS makes transparent, for grey and RGB. */
function transparencyKey(transparency: Uint8Array | null, samples: number): readonly number[] | null {
  if (transparency === null || transparency.length !== 2 * samples) return null;
  return Array.from(
    { length: samples },
    (_, part) => 256 * (transparency[2 * part] ?? 0) + (transparency[2 * part + 1] ?? 0),
  );
}
