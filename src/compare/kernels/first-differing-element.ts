/** Where two chunks begin to differ, and a copy of the elements there: chunks do not outlive the call. */
import { firstDifferentByte } from '../../fingerprint/read-pair.ts';
import type { KernelFindings } from './difference-kernel.ts';

/** The first differing element of two chunks of the same length; null where all bytes are the same. */
export function firstDifferingElement(
  first: Uint8Array,
  second: Uint8Array,
  firstElement: number,
  elementBytes: number,
): KernelFindings['first'] {
  const byte = firstDifferentByte(first, second);
  if (byte >= first.byteLength) return null;
  const index = Math.floor(byte / elementBytes);
  // Not `slice`: of a Buffer, that is a view of memory that the reader fills again.
  const copy = (chunk: Uint8Array) => Uint8Array.from(chunk.subarray(index * elementBytes, (index + 1) * elementBytes));
  return { element: firstElement + index, bytes: { first: copy(first), second: copy(second) } };
}
