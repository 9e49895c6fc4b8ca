/**
 * Two tensors under one path: dtype, shape, then values, equal first. Both digests come out of the one reading; kernels see
 * only chunks that differ.
 */
import { digestChunks } from '../fingerprint/digest-chunks.ts';
import { watchFinite } from '../fingerprint/finite-watch.ts';
import { readPair } from '../fingerprint/read-pair.ts';
import type { TensorDigest } from '../model/coverage.ts';
import type { LeafDifference } from '../model/difference.ts';
import { dtypeFacts } from '../model/dtype.ts';
import type { TensorEntry } from '../model/entry.ts';
import type { Digest } from '../model/fingerprint.ts';
import type { Pair } from '../model/pair.ts';
import { isProblem, type Problem } from '../model/problem.ts';
import type { ToleranceRule } from '../model/request.ts';
import { deltaOf } from './delta.ts';
import { describeEntry } from './describe-entry.ts';
import { failureOf } from './failure.ts';
import { chooseKernel } from './kernels/choose-kernel.ts';
import { differenceHistogram } from './kernels/difference-histogram.ts';
import type { DifferenceKernel } from './kernels/difference-kernel.ts';
import type { ProgressMeter } from './progress-meter.ts';
import { unreadLeaves } from './unread-leaf.ts';

export interface TensorComparison {
  readonly leaves: readonly LeafDifference[];
  /** Null where a side could not be read: then nothing is known of the tensor. */
  readonly digest: TensorDigest | null;
  /** False where one side has not a single finite number. */
  readonly finite: boolean;
}

/** Compares two tensors; problems of reading become `unread` leaves. */
export async function compareTensors(
  place: string,
  tensors: Pair<TensorEntry>,
  rule: ToleranceRule | null,
  meter: ProgressMeter,
): Promise<TensorComparison> {
  const { first, second } = tensors;
  if (first.dtype !== second.dtype || !sameShape(first.shape, second.shape)) {
    return compareForms(place, tensors, meter);
  }
  const { dtype, shape } = first;
  const elementBytes = dtypeFacts(dtype).bytes;
  const watches = { first: watchFinite(dtype), second: watchFinite(dtype) };
  let kernel: DifferenceKernel | null = null;
  const histogram = differenceHistogram(dtype);
  const reading = await readPair(tensors, {
    both(a, b) {
      watches.first.look(a);
      watches.second.look(b);
      meter.advance(a.byteLength + b.byteLength);
    },
    unequal(a, b, offset) {
      kernel ??= chooseKernel(dtype, rule);
      kernel.add(a, b, offset / elementBytes);
      histogram.add(a, b);
    },
  });
  if (reading.kind === 'failed') return unread(place, reading.problems);
  const { digests } = reading;
  const finite = watches.first.seen() && watches.second.seen();
  const digest = { path: place, dtype, shape, digests };
  const found = findingsOf(kernel);
  if (found === null) return { leaves: [], digest, finite };
  const tolerated = rule !== null && found.outside === 0;
  const delta = deltaOf(found, histogram.counts(), dtype, shape);
  return { leaves: [{ kind: 'values', place, dtype, shape, delta, digests, tolerated }], digest, finite };
}

/** The kernel is made inside a callback, where the compiler does not see it. */
function findingsOf(kernel: DifferenceKernel | null): ReturnType<DifferenceKernel['findings']> | null {
  return kernel === null ? null : kernel.findings();
}

/** Another dtype or shape: elements cannot be held together, but both are read, for their digests. */
async function compareForms(
  place: string,
  tensors: Pair<TensorEntry>,
  meter: ProgressMeter,
): Promise<TensorComparison> {
  const first = await readOne(tensors.first, meter);
  const second = await readOne(tensors.second, meter);
  const leaf = formLeaf(place, tensors);
  if (first.digest === null || second.digest === null) {
    const { leaves } = unread(place, { first: first.problem, second: second.problem });
    return { leaves: [leaf, ...leaves], digest: null, finite: true };
  }
  const { dtype, shape } = tensors.first;
  const digest = { path: place, dtype, shape, digests: { first: first.digest, second: second.digest } };
  return { leaves: [leaf], digest, finite: first.finite && second.finite };
}

function formLeaf(place: string, { first, second }: Pair<TensorEntry>): LeafDifference {
  if (first.dtype === second.dtype) {
    return { kind: 'shape', place, dtype: first.dtype, shapes: { first: first.shape, second: second.shape } };
  }
  if (sameShape(first.shape, second.shape)) {
    return { kind: 'dtype', place, dtypes: { first: first.dtype, second: second.dtype } };
  }
  return { kind: 'entry-kind', place, kinds: { first: describeEntry(first), second: describeEntry(second) } };
}

export interface SingleReading {
  readonly digest: Digest | null;
  readonly finite: boolean;
  readonly problem: Problem | null;
}

/** Reads one tensor to its end: digest, and whether it has a finite number. Problems are returned. */
export async function readOne(tensor: TensorEntry, meter: ProgressMeter): Promise<SingleReading> {
  const watch = watchFinite(tensor.dtype);
  try {
    const digest = await digestChunks(tensor.chunks(), tensor.byteLength, (chunk) => {
      watch.look(chunk);
      meter.advance(chunk.byteLength);
    });
    return { digest, finite: watch.seen(), problem: null };
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { digest: null, finite: false, problem: error };
  }
}

function unread(place: string, problems: Pair<Problem | null>): TensorComparison {
  const first = problems.first === null ? null : failureOf(problems.first);
  const second = problems.second === null ? null : failureOf(problems.second);
  return { leaves: unreadLeaves(place, { first, second }), digest: null, finite: true };
}

function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((length, dimension) => length === b[dimension]);
}
