/** Findings of a kernel as the Delta of the tree: index by shape, first values in text, sizes only where they mean something. */
import { elementText } from '../formats/codecs/float-decoders.ts';
import type { Delta } from '../model/difference.ts';
import { type DType, dtypeFacts } from '../model/dtype.ts';
import { mapPair, type Pair } from '../model/pair.ts';
import type { KernelFindings } from './kernels/difference-kernel.ts';

/** The Delta of two tensors of this dtype and shape that differ. */
export function deltaOf(
  findings: KernelFindings,
  histogram: readonly number[],
  dtype: DType,
  shape: readonly number[],
): Delta {
  const { kind } = dtypeFacts(dtype);
  const hasSizes = kind !== 'bool' && kind !== 'bits' && findings.measured > 0;
  return {
    differing: findings.differing,
    of: elementCount(shape),
    maxAbs: hasSizes ? findings.maxAbs : null,
    maxRel: hasSizes ? findings.maxRel : null,
    maxUlp: hasSizes && findings.maxUlp !== null ? String(findings.maxUlp) : null,
    firstIndex: findings.first === null ? [] : indexOf(findings.first.element, shape),
    firstValues: findings.first === null ? { first: '', second: '' } : valueTexts(findings.first.bytes, dtype),
    nonFinite: findings.nonFinite,
    histogram: hasSizes ? histogram : null,
  };
}

/** Number of elements of a shape; 1 for the empty shape of a scalar tensor. */
export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** The index in C order: the last dimension runs fastest. */
function indexOf(element: number, shape: readonly number[]): readonly number[] {
  const index: number[] = [];
  let rest = element;
  for (const length of shape.toReversed()) {
    index.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return index;
}

/** Where the texts cannot tell both apart (two NaNs), the bits are added, in the tensor's own width. */
function valueTexts(bytes: Pair<Uint8Array>, dtype: DType): Pair<string> {
  const texts = mapPair(bytes, (element) => elementText(dtype, element, 0).replaceAll(/nan:[0-9a-f]+/g, 'nan'));
  if (texts.first !== texts.second) return texts;
  return mapPair(bytes, (element, side) => `${texts[side]} (0x${Buffer.from(element).reverse().toString('hex')})`);
}
