/**
 * Tells V8 to optimize later. A command lives for a second, and its long work is done by native code and WebAssembly: on two
 * cores, compiling our own functions for speed takes more time than it gives (measured: 5 to 15 % of a comparison).
 */
import { setFlagsFromString } from 'node:v8';

/** Only for Node 20, whose V8 (11) was measured and knows the flag: newer ones do not, and would print an error. */
export function tuneEngine(v8Version: string = process.versions.v8): boolean {
  if (!v8Version.startsWith('11.')) return false;
  setFlagsFromString('--interrupt-budget=1000000');
  return true;
}
