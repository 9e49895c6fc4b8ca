/**
 * The shape of a kernel: given chunks of two tensors whose bytes differ, it says how many elements differ and by how much.
 * Kernels are exchangeable (plain, SIMD, later workers): all give the same findings, to the last bit.
 *
 * Differing is told by the bits: −0 and +0 differ, so do two NaNs of other payloads. Sizes are *measured* only where both
 * numbers are finite; of complex elements, part by part. Sizes are computed in doubles.
 */
import type { DType } from '../../model/dtype.ts';
import type { Pair } from '../../model/pair.ts';
import type { ToleranceRule } from '../../model/request.ts';

export interface KernelFindings {
  /** Elements whose bits differ. */
  readonly differing: number;
  /** Pairs of differing numbers that are finite on both sides: where there are none, the sizes have no meaning. */
  readonly measured: number;
  readonly maxAbs: number;
  /** |a−b| / max(|a|,|b|); 0 for −0 and +0. */
  readonly maxRel: number;
  /** Steps on the ordered line of the dtype's floats (−0 and +0 are 1 apart); null for dtypes that are no floats. */
  readonly maxUlp: bigint | null;
  /** The first differing element: its index and its bytes. Null as long as none differs. */
  readonly first: { readonly element: number; readonly bytes: Pair<Uint8Array> } | null;
  /** Differing elements that are NaN or infinite (of complex elements, in any part), by side. */
  readonly nonFinite: Pair<number>;
  /** Differing elements outside the tolerance; without a tolerance, all of them. */
  readonly outside: number;
}

export interface DifferenceKernel {
  /** Chunks of the same length, whole elements, in ascending order; `firstElement` is the index of their first one. */
  add(first: Uint8Array, second: Uint8Array, firstElement: number): void;
  findings(): KernelFindings;
}

/** Makes the kernel for one pair of tensors. */
export type MakeKernel = (dtype: DType, tolerance: ToleranceRule | null) => DifferenceKernel;

/** The findings of a kernel that has seen nothing yet. */
export const noFindings: KernelFindings = {
  differing: 0,
  measured: 0,
  maxAbs: 0,
  maxRel: 0,
  maxUlp: null,
  first: null,
  nonFinite: { first: 0, second: 0 },
  outside: 0,
};
