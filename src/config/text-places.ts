/** Values that are texts whatever they look like: a training gets `1.10` and `0777` as they are spelled. */
import type { Pointer } from './complaint.ts';

/** `pointer` leads from the root of the configuration. */
export function isTextPlace(pointer: Pointer): boolean {
  return pointer.length === 2 && (pointer[0] === 'environment-variables' || pointer[0] === 'command');
}
