/**
 * Two streams of chunks read in step, equal first: bytes are compared (40 GB/s), and hashed once (under 2 GB/s) for as long
 * as both sides are the same; at the first chunk that differs the hash is forked. Both digests come at half the price.
 * Two readers stay in step because chunks have one fixed size (`chunkBytes`), the last one of a stream excepted.
 */
import { createHash, type Hash } from 'node:crypto';
import { startBreathing } from '../formats/codecs/breath.ts';
import { type Chunks, chunkBytes } from '../model/byte-source.ts';
import type { Digest } from '../model/fingerprint.ts';
import type { Pair } from '../model/pair.ts';
import { isProblem, type Problem } from '../model/problem.ts';
import { lengthMismatch } from './digest-chunks.ts';

/** What can be read from its beginning: every tensor and opaque entry is one. */
export interface Stream {
  readonly byteLength: number;
  chunks(): Chunks;
}

export interface PairObserver {
  /** Every chunk pair, before the next is asked for; a side that has ended gives an empty array. `offset` in bytes. */
  both?(first: Uint8Array, second: Uint8Array, offset: number): void;
  /** Chunk pairs of the same length whose bytes differ: the place for a kernel. */
  unequal?(first: Uint8Array, second: Uint8Array, offset: number): void;
}

export type PairReading =
  | {
      readonly kind: 'read';
      readonly digests: Pair<Digest>;
      /** Offset of the first byte that differs (or that only one side has); null where all bytes are the same. */
      readonly firstUnequal: number | null;
    }
  /** At least one side could not be read to its end: what threw, by side. */
  | { readonly kind: 'failed'; readonly problems: Pair<Problem | null> };

/** Reads both streams to their ends. Problems of the readers are returned by side, anything else is thrown. */
export async function readPair(streams: Pair<Stream>, observer: PairObserver = {}): Promise<PairReading> {
  const first = cursor(streams.first);
  const second = cursor(streams.second);
  const breath = startBreathing();
  const firstHash = createHash('sha256');
  let secondHash: Hash | null = null;
  let firstUnequal: number | null = null;
  try {
    for (let offset = 0; ; offset += chunkBytes) {
      const a = await first.next();
      const b = await second.next();
      if (first.problem() !== null || second.problem() !== null) {
        return { kind: 'failed', problems: { first: first.problem(), second: second.problem() } };
      }
      if (a.byteLength === 0 && b.byteLength === 0) break;
      observer.both?.(a, b, offset);
      if (Buffer.compare(a, b) !== 0) {
        firstUnequal ??= offset + firstDifferentByte(a, b);
        secondHash ??= firstHash.copy();
        if (a.byteLength === b.byteLength) observer.unequal?.(a, b, offset);
      }
      firstHash.update(a);
      secondHash?.update(b);
      const pause = breath();
      if (pause !== undefined) await pause;
    }
  } finally {
    await first.close();
    await second.close();
  }
  const digest = firstHash.digest('hex');
  return {
    kind: 'read',
    digests: { first: digest, second: secondHash === null ? digest : secondHash.digest('hex') },
    firstUnequal,
  };
}

/** Index of the first byte in which two arrays differ: the length of the shorter one where it begins the longer one. */
export function firstDifferentByte(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.byteLength, b.byteLength);
  for (let index = 0; index < shared; index++) if (a[index] !== b[index]) return index;
  return shared;
}

const nothing = new Uint8Array(0);

interface Cursor {
  /** The next chunk; an empty array at the end and after a problem. */
  next(): Promise<Uint8Array>;
  problem(): Problem | null;
  close(): Promise<void>;
}

function cursor(stream: Stream): Cursor {
  let iterator: AsyncIterator<Uint8Array> | null = null;
  let given = 0;
  let short = false;
  let open = true;
  let problem: Problem | null = null;
  return {
    async next() {
      if (!open) return nothing;
      try {
        // Here, because a reader may already find something wrong when it is asked for its chunks.
        iterator ??= stream.chunks()[Symbol.asyncIterator]();
        const step = await iterator.next();
        if (step.done !== true) {
          const { byteLength: size } = step.value;
          // Two readers out of step would make equal content look different, or worse: a fault of our own, so no Problem.
          if (short || size === 0 || size > chunkBytes) throw new Error(`A reader gave a chunk of ${size} bytes.`);
          short = size < chunkBytes;
          given += size;
          return step.value;
        }
        open = false;
        if (given !== stream.byteLength) problem = lengthMismatch(given, stream.byteLength);
      } catch (error) {
        open = false;
        if (!isProblem(error)) throw error;
        problem = error;
      }
      return nothing;
    },
    problem: () => problem,
    async close() {
      if (open) await iterator?.return?.();
      open = false;
    },
  };
}
