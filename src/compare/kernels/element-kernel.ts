/**
 * The plain kernel: every dtype, element by element. Faster ones must find the same, and are held against this one.
 */
import { numberBytes } from '../../formats/codecs/float-decoders.ts';
import { type DType, dtypeFacts } from '../../model/dtype.ts';
import type { ToleranceRule } from '../../model/request.ts';
import { type DifferenceKernel, type KernelFindings, noFindings } from './difference-kernel.ts';
import { firstDifferingElement } from './first-differing-element.ts';
import { type NumberPairs, narrowNumberPairs } from './number-pairs.ts';
import { wideNumberPairs } from './wide-number-pairs.ts';

/** The kernel for numbers: ints, floats, complex. Bool and bit patterns have no sizes: see `bitsKernel`. */
export function elementKernel(dtype: DType, tolerance: ToleranceRule | null): DifferenceKernel {
  const { bytes: elementBytes, kind } = dtypeFacts(dtype);
  const parts = elementBytes / numberBytes(dtype);
  const pairs = numberPairs(dtype);
  const hasUlps = kind === 'float' || kind === 'complex';
  let found: KernelFindings['first'] = null;
  let [differing, measured, outside, maxAbs, maxRel] = [0, 0, 0, 0, 0];
  let [nonFiniteFirst, nonFiniteSecond] = [0, 0];
  let maxDistance = -1;
  let maxUlp = 0n;

  /** Takes one differing number into account; false where it lies outside the tolerance. */
  const measure = (index: number): boolean => {
    const [a, b] = [pairs.first(index), pairs.second(index)];
    if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
    measured++;
    const abs = pairs.absolute(index);
    const size = Math.max(Math.abs(a), Math.abs(b));
    // Halves, because the difference itself may be beyond the largest double.
    const rel = abs === Number.MAX_VALUE ? Math.abs(a / 2 / size - b / 2 / size) * 2 : abs / size;
    if (abs > maxAbs) maxAbs = abs;
    if (rel > maxRel) maxRel = rel;
    const distance = hasUlps ? pairs.distance(index) : 0;
    if (hasUlps && distance >= maxDistance) {
      maxDistance = distance;
      const exact = pairs.exactDistance(index);
      if (exact > maxUlp) maxUlp = exact;
    }
    if (tolerance === null) return false;
    return abs <= tolerance.atol + tolerance.rtol * size || (hasUlps && distance <= tolerance.maxUlp);
  };

  return {
    add(first, second, firstElement) {
      found ??= firstDifferingElement(first, second, firstElement, elementBytes);
      pairs.load(first, second);
      const numbers = (first.byteLength / elementBytes) * parts;
      for (let start = 0; start < numbers; start += parts) {
        let differs = false;
        for (let index = start; index < start + parts; index++) differs ||= pairs.differ(index);
        if (!differs) continue;
        differing++;
        let [finiteFirst, finiteSecond, within] = [true, true, true];
        for (let index = start; index < start + parts; index++) {
          finiteFirst &&= Number.isFinite(pairs.first(index));
          finiteSecond &&= Number.isFinite(pairs.second(index));
          if (pairs.differ(index) && !measure(index)) within = false;
        }
        if (!finiteFirst) nonFiniteFirst++;
        if (!finiteSecond) nonFiniteSecond++;
        if (!within) outside++;
      }
    },
    findings: () => ({
      differing,
      measured,
      maxAbs,
      maxRel,
      maxUlp: hasUlps ? maxUlp : null,
      first: found,
      nonFinite: { first: nonFiniteFirst, second: nonFiniteSecond },
      outside,
    }),
  };
}

/** The pairs of numbers of a dtype: of complex elements, part by part. */
export function numberPairs(dtype: DType): NumberPairs {
  const bytes = numberBytes(dtype);
  return bytes === 1 || bytes === 2 || bytes === 4 ? narrowNumberPairs(dtype, bytes) : wideNumberPairs(dtype);
}

/** Bool and bit patterns: elements that differ are counted, nothing is measured, and no tolerance covers them. */
export function bitsKernel(dtype: DType): DifferenceKernel {
  const { bytes } = dtypeFacts(dtype);
  let found: KernelFindings['first'] = null;
  let differing = 0;
  return {
    add(first, second, firstElement) {
      found ??= firstDifferingElement(first, second, firstElement, bytes);
      for (let start = 0; start < first.byteLength; start += bytes) {
        let differs = false;
        for (let index = start; index < start + bytes; index++) differs ||= first[index] !== second[index];
        if (differs) differing++;
      }
    },
    findings: () => ({ ...noFindings, differing, outside: differing, first: found }),
  };
}
