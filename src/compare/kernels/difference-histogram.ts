/**
 * How large the differences are, as a histogram over powers of two: from a sample, so that it costs next to nothing beside the
 * hashes. Of every pair of chunks a few windows are looked at, each beginning where the chunks begin to differ: differences that
 * stand alone are met, and where everything differs the sample is spread over the whole tensor.
 */
import { numberBytes } from '../../formats/codecs/float-decoders.ts';
import { type DType, dtypeFacts } from '../../model/dtype.ts';
import { numberPairs } from './element-kernel.ts';

/** Numbers of one window, and windows of one pair of chunks. */
const windowNumbers = 256;
const windowsOfChunk = 8;

export interface DifferenceHistogram {
  /** Chunks of the same length, whole elements, whose bytes differ. */
  add(first: Uint8Array, second: Uint8Array): void;
  /** By k, how many numbers of the sample lie 2^k to 2^(k+1)−1 steps apart; without zeros at the end. */
  counts(): readonly number[];
}

/** A histogram of one pair of tensors; empty for bool and bit patterns, whose differences have no size. */
export function differenceHistogram(dtype: DType): DifferenceHistogram {
  const { kind } = dtypeFacts(dtype);
  const counts: number[] = [];
  if (kind === 'bool' || kind === 'bits') return { add: () => undefined, counts: () => counts };
  const bytes = numberBytes(dtype);
  const pairs = numberPairs(dtype);
  const count = (index: number): void => {
    if (!pairs.differ(index) || !Number.isFinite(pairs.first(index)) || !Number.isFinite(pairs.second(index))) return;
    const distance = pairs.distance(index);
    const rounded = Math.floor(Math.log2(distance));
    const power = 2 ** rounded > distance ? rounded - 1 : rounded;
    while (counts.length <= power) counts.push(0);
    counts[power] = (counts[power] ?? 0) + 1;
  };
  return {
    add(first, second) {
      let at = 0;
      for (let window = 0; window < windowsOfChunk; window++) {
        const differing = nextDifferentByte(first, second, at);
        if (differing === null) return;
        const start = differing - (differing % bytes);
        at = Math.min(first.byteLength, start + windowNumbers * bytes);
        pairs.load(first.subarray(start, at), second.subarray(start, at));
        for (let index = 0; index < (at - start) / bytes; index++) count(index);
      }
    },
    counts: () => counts,
  };
}

/** The first byte from `from` on that differs; null where there is none. Halving, since whole memory is compared far faster than bytes. */
function nextDifferentByte(first: Uint8Array, second: Uint8Array, from: number): number | null {
  const same = (start: number, end: number): boolean =>
    Buffer.compare(first.subarray(start, end), second.subarray(start, end)) === 0;
  let [start, end] = [from, first.byteLength];
  if (same(start, end)) return null;
  while (end - start > 1) {
    const middle = (start + end) >>> 1;
    if (same(start, middle)) start = middle;
    else end = middle;
  }
  return start;
}
