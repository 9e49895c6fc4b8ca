/** The one place that decides which kernel compares which dtype: a faster one is put in here. */
import { dtypeFacts } from '../../model/dtype.ts';
import type { MakeKernel } from './difference-kernel.ts';
import { bitsKernel, elementKernel } from './element-kernel.ts';
import { simdFloatKernel } from './simd-float-kernel.ts';

/** The fastest kernel that this machine has for the dtype; all find the same. */
export const chooseKernel: MakeKernel = (dtype, tolerance) => {
  const { kind } = dtypeFacts(dtype);
  if (kind === 'bool' || kind === 'bits') return bitsKernel(dtype);
  return simdFloatKernel(dtype, tolerance) ?? elementKernel(dtype, tolerance);
};
