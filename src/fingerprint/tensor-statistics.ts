/**
 * Smallest, largest and mean value of a tensor, for people: never compared. Sums are plain double sums, so the mean of a
 * very long tensor is good to about ten digits; 64-bit integers count rounded to doubles.
 */

import { startBreathing } from '../formats/codecs/breath.ts';
import { numberBytes, numberReader } from '../formats/codecs/float-decoders.ts';
import { dtypeFacts } from '../model/dtype.ts';
import type { TensorEntry } from '../model/entry.ts';
import type { TensorStatistics } from '../model/fingerprint.ts';

/**
 * Statistics over all finite numbers of the tensor (both parts of complex ones); all null where there is none, and for
 * dtypes that are bit patterns. @throws FormatProblem where its bytes cannot be read.
 */
export async function tensorStatistics(entry: TensorEntry): Promise<TensorStatistics> {
  if (dtypeFacts(entry.dtype).kind === 'bits') return { nonFinite: 0, min: null, max: null, mean: null };
  const read = numberReader(entry.dtype);
  const size = numberBytes(entry.dtype);
  const breath = startBreathing();
  let [finite, nonFinite, sum, min, max] = [0, 0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for await (const chunk of entry.chunks()) {
    const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let offset = 0; offset + size <= chunk.byteLength; offset += size) {
      const value = read(view, offset);
      if (!Number.isFinite(value)) {
        nonFinite++;
        continue;
      }
      finite++;
      sum += value;
      if (value < min) min = value;
      if (value > max) max = value;
    }
    await breath();
  }
  if (finite === 0) return { nonFinite, min: null, max: null, mean: null };
  // Sums of doubles near the limit overflow: then no mean is truer than an infinite one.
  return { nonFinite, min, max, mean: Number.isFinite(sum) ? sum / finite : null };
}
