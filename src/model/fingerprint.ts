/** What is kept of a tensor, a scalar or a series so that it can be compared later without the file. */
import type { DType } from './dtype.ts';

/** Plain SHA-256 over the elements in C order, little-endian, in lower-case hexadecimal. */
export type Digest = string;

export interface TensorFingerprint {
  readonly digest: Digest;
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly byteLength: number;
}

/** Of numbers only (not of bit patterns); of complex tensors over both parts. Null where there is no finite element. */
export interface TensorStatistics {
  readonly nonFinite: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
}
