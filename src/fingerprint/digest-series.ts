/**
 * The digest of a metric series: SHA-256 over its points in order, each as float64 step, float64 value (both little-endian,
 * every NaN as 7ff8000000000000), then the number of bytes of the exact text as uint32 and that text in UTF-8 (0 bytes
 * where the double is exact; of a text, that text). Name and kind of step are not part of it.
 */
import { createHash } from 'node:crypto';
import type { Digest } from '../model/fingerprint.ts';
import type { Series } from '../model/point.ts';

/** The digest described above, in lower-case hexadecimal. */
export function digestSeries(series: Series): Digest {
  const hash = createHash('sha256');
  const fixed = Buffer.alloc(20);
  for (const point of series.points) {
    const exact = Buffer.from(point.text ?? point.exact ?? '', 'utf8');
    fixed.writeDoubleLE(point.step, 0);
    fixed.writeDoubleLE(Number.isNaN(point.value) ? Number.NaN : point.value, 8);
    fixed.writeUInt32LE(exact.byteLength, 16);
    hash.update(fixed);
    if (exact.byteLength > 0) hash.update(exact);
  }
  return hash.digest('hex');
}
