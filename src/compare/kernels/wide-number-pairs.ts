/**
 * Two chunks as numbers of 64 bits. Integers and distances are computed exactly on two 32-bit words: BigInt would allocate
 * at every element, and a double cannot hold them. It is made only where a new maximum needs its exact text.
 */
import { type DType, dtypeFacts } from '../../model/dtype.ts';
import { chunkMemory, loadChunks, type NumberPairs } from './number-pairs.ts';

const word = 2 ** 32;

/** int64, uint64, float64, and the parts of complex128. */
export function wideNumberPairs(dtype: DType): NumberPairs {
  const { first, second } = chunkMemory();
  const [x, y] = [new Uint32Array(first), new Uint32Array(second)];
  const [a, b] = [new Float64Array(first), new Float64Array(second)];
  const { kind } = dtypeFacts(dtype);
  const integer = kind === 'int' || kind === 'uint';
  const signed = kind === 'int';
  // Places on the ordered line as unsigned 64-bit numbers: the sign bit turned, negative floats mirrored (−0 just below +0).
  const mirrored = (high: number): boolean => !integer && high >= 0x8000_0000;
  const orderHigh = (high: number): number =>
    mirrored(high) ? ~high >>> 0 : kind === 'uint' ? high : (high ^ 0x8000_0000) >>> 0;
  const orderLow = (high: number, low: number): number => (mirrored(high) ? ~low >>> 0 : low);

  /** The distance as two words: high and low. */
  const words = (index: number): readonly [high: number, low: number] => {
    const highX = x[2 * index + 1] as number;
    const highY = y[2 * index + 1] as number;
    const high = orderHigh(highX) - orderHigh(highY);
    const low = orderLow(highX, x[2 * index] as number) - orderLow(highY, y[2 * index] as number);
    const negative = high < 0 || (high === 0 && low < 0);
    const [h, l] = negative ? [-high, -low] : [high, low];
    return l < 0 ? [h - 1, l + word] : [h, l];
  };
  const distance = (index: number): number => {
    const [high, low] = words(index);
    return high * word + low;
  };
  const integerAt = (words: Uint32Array, index: number): number => {
    const high = words[2 * index + 1] as number;
    return (signed ? high | 0 : high) * word + (words[2 * index] as number);
  };
  return {
    load: loadChunks,
    differ: (index) => x[2 * index] !== y[2 * index] || x[2 * index + 1] !== y[2 * index + 1],
    first: integer ? (index) => integerAt(x, index) : (index) => a[index] as number,
    second: integer ? (index) => integerAt(y, index) : (index) => b[index] as number,
    // The difference of two huge doubles of opposite sign overflows: the largest double stands for "at least so much".
    absolute: integer
      ? distance
      : (index) => Math.min(Number.MAX_VALUE, Math.abs((a[index] as number) - (b[index] as number))),
    distance,
    exactDistance(index) {
      const [high, low] = words(index);
      return BigInt(high) * BigInt(word) + BigInt(low);
    },
  };
}
