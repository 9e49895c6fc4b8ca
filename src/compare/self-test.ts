/**
 * Before anything is compared for real: a pair that is known to be equal must come out equal, and one flipped bit must be
 * found, through the very code that judges the runs (hazards: a fault that both sides share looks like agreement). It takes
 * a few milliseconds; where it fails, the tool is broken and says so instead of giving a verdict.
 */
import { createHash } from 'node:crypto';
import type { DType } from '../model/dtype.ts';
import type { TensorEntry } from '../model/entry.ts';
import { compareTensors } from './compare-tensors.ts';
import { progressMeter } from './progress-meter.ts';

/**
 * One dtype for each family of plain kernels. The SIMD kernels only measure what was found unequal before, are held against
 * the plain ones by a property test, and take ten milliseconds to start: not for every comparison of two small files.
 */
const probed: readonly { readonly dtype: DType; readonly bytes: number }[] = [
  { dtype: 'float64', bytes: 8 },
  { dtype: 'int64', bytes: 8 },
  { dtype: 'uint8', bytes: 1 },
];
/** Bytes of each tensor: small, so that comparing two tiny files stays quick. */
const length = 128;
const flippedByte = length - 23;

let proven: Promise<void> | null = null;

/** Resolves when the comparison has shown what it can do, once a process. @throws Error where it cannot: a fault of our own */
export function proveComparison(compare: typeof compareTensors = compareTensors): Promise<void> {
  if (compare !== compareTensors) return prove(compare);
  proven ??= prove(compare);
  return proven;
}

async function prove(compare: typeof compareTensors): Promise<void> {
  const meter = progressMeter(() => {}, 0);
  // Finite numbers in every float type, and no two neighbours the same.
  const data = Uint8Array.from({ length }, (_, index) => (index * 7) % 113);
  const same = data.slice();
  const damaged = data.slice();
  damaged[flippedByte] = (damaged[flippedByte] ?? 0) ^ 1;
  const digest = createHash('sha256').update(data).digest('hex');
  for (const { dtype, bytes } of probed) {
    const first = tensor(dtype, bytes, data);
    const equal = await compare('equal', { first, second: tensor(dtype, bytes, same) }, null, meter);
    if (equal.leaves.length > 0 || equal.digest?.digests.first !== digest || equal.digest.digests.second !== digest)
      throw broken(`two equal ${dtype} tensors did not come out equal`);
    const { leaves } = await compare('flipped', { first, second: tensor(dtype, bytes, damaged) }, null, meter);
    const [leaf] = leaves;
    const index = Math.floor(flippedByte / bytes);
    if (leaf?.kind !== 'values' || leaf.delta.differing !== 1 || leaf.delta.firstIndex[0] !== index || leaf.tolerated)
      throw broken(`one flipped bit in a ${dtype} tensor was not found`);
  }
}

function broken(what: string): Error {
  return new Error(`The comparison failed its own test: ${what}. No verdict can be trusted on this machine.`);
}

function tensor(dtype: DType, bytes: number, data: Uint8Array): TensorEntry {
  return {
    kind: 'tensor',
    path: [],
    structure: {},
    dtype,
    shape: [length / bytes],
    byteLength: length,
    async *chunks() {
      yield data;
    },
  };
}
