/**
 * The driver of all hostile tests: damaged copies of one valid file, and what a reader may do with them.
 *
 * A reader answers every input with a value or with a typed Problem that names its place, within 2 s and 256 MiB.
 * Cases are deterministic: every prefix, every single-bit flip, and mutations from a seeded generator, so that a
 * label alone is enough to repeat a case. Whether a damaged file compares as "equal" is asked elsewhere.
 */
import { describe, expect, it } from 'vitest';
import { type CheckpointFormat, noSiblings } from '../../src/formats/checkpoints/checkpoint-format.ts';
import type { MetricFormat } from '../../src/formats/metrics/metric-format.ts';
import type { ByteSource } from '../../src/model/byte-source.ts';
import type { Checkpoint } from '../../src/model/entry.ts';
import { FormatProblem, isProblem } from '../../src/model/problem.ts';

export interface HostileCase {
  readonly label: string;
  readonly bytes: Uint8Array;
}

export interface HostileOptions {
  /** Every proper prefix, the empty file included. Default true. */
  readonly prefixes?: boolean;
  /** Every single-bit flip. Default true. */
  readonly bitFlips?: boolean;
  /** How many random mutations. Default 10,000. */
  readonly mutations?: number;
  /** Default 1. */
  readonly seed?: number;
  /** Byte runs worth splicing in: opcodes, signatures, keywords of the format. */
  readonly dictionary?: readonly Uint8Array[];
}

/** The time that one case may take, and the growth of the process's peak memory over all cases. */
export const hostileLimits = { caseMs: 2_000, growthBytes: 256 * 1024 * 1024 } as const;

/** Prefixes, bit flips and mutations of the valid file, each with a label that says how to make it again. */
export function* hostileCases(valid: Uint8Array, options: HostileOptions = {}): Iterable<HostileCase> {
  // A Buffer's slice shares its memory: damage would pile up.
  const bytes = Uint8Array.from(valid);
  if (options.prefixes !== false) {
    for (let length = 0; length < bytes.length; length++) {
      yield { label: `the first ${length} of ${bytes.length} bytes`, bytes: bytes.slice(0, length) };
    }
  }
  if (options.bitFlips !== false) {
    for (let index = 0; index < bytes.length * 8; index++) {
      const copy = bytes.slice();
      copy[index >> 3] = (copy[index >> 3] ?? 0) ^ (1 << (index & 7));
      yield { label: `bit ${index & 7} of byte ${index >> 3} flipped`, bytes: copy };
    }
  }
  const seed = options.seed ?? 1;
  for (let number = 0; number < (options.mutations ?? 10_000); number++) {
    yield { label: `mutation ${number} of seed ${seed}`, bytes: mutate(bytes, seed, number, options.dictionary ?? []) };
  }
}

/** A generator of 32-bit integers below `limit` (mulberry32): small, fast, the same everywhere. */
export function seededIntegers(seed: number): (limit: number) => number {
  let state = seed | 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** Values that break careless arithmetic: sign and size limits of 1, 2, 4 and 8 byte integers. */
const awkward = [
  0n,
  1n,
  0x7fn,
  0x80n,
  0xffn,
  0x7fffn,
  0xffffn,
  0x7fffffffn,
  0x80000000n,
  0xffffffffn,
  1n << 53n,
  1n << 63n,
  (1n << 64n) - 1n,
];

function mutate(valid: Uint8Array, seed: number, number: number, dictionary: readonly Uint8Array[]): Uint8Array {
  const below = seededIntegers(Math.imul(seed, 0x9e3779b1) ^ number);
  let bytes: Uint8Array = valid.slice();
  for (let round = 1 + below(4); round > 0 && bytes.length > 0; round--) {
    const at = below(bytes.length);
    const kind = below(dictionary.length > 0 ? 8 : 7);
    if (kind === 0) bytes[at] = below(256);
    else if (kind === 1) bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
    else if (kind === 2) writeAwkward(bytes, at, 1 << below(4), awkward[below(awkward.length)] ?? 0n, below(2) === 0);
    else if (kind === 3) bytes = splice(bytes, at, below(Math.min(64, bytes.length - at) + 1), new Uint8Array(0));
    else if (kind === 4) {
      const from = below(bytes.length);
      bytes = splice(bytes, at, 0, bytes.slice(from, from + 1 + below(64)));
    } else if (kind === 5) {
      const from = below(bytes.length);
      const piece = bytes.slice(from, from + 1 + below(32));
      bytes = splice(bytes, at, piece.length, piece);
    } else if (kind === 6) {
      if (below(8) === 0) bytes = bytes.slice(0, at);
      else bytes.fill(below(256), at, at + 1 + below(16));
    } else {
      const word = dictionary[below(dictionary.length)] ?? new Uint8Array(0);
      bytes = splice(bytes, at, below(2) === 0 ? word.length : 0, word);
    }
  }
  return bytes;
}

function writeAwkward(bytes: Uint8Array, at: number, size: number, value: bigint, littleEndian: boolean): void {
  for (let index = 0; index < size && at + index < bytes.length; index++) {
    const shift = BigInt(8 * (littleEndian ? index : size - 1 - index));
    bytes[at + index] = Number((value >> shift) & 0xffn);
  }
}

function splice(bytes: Uint8Array, at: number, remove: number, insert: Uint8Array): Uint8Array {
  const end = Math.min(bytes.length, at + remove);
  const result = new Uint8Array(at + insert.length + bytes.length - end);
  result.set(bytes.subarray(0, at));
  result.set(insert, at);
  result.set(bytes.subarray(end), at + insert.length);
  return result;
}

/** A source over bytes that is strict about its callers: a range that is not a whole number is a fault of the reader. */
export function hostileSource(name: string, bytes: Uint8Array): ByteSource {
  const check = (offset: number, length: number): void => {
    if (!Number.isSafeInteger(offset) || !Number.isSafeInteger(length) || offset < 0 || length < 0) {
      throw new TypeError(`The reader asked for ${length} bytes at ${offset}.`);
    }
    if (offset + length > bytes.length) {
      throw new FormatProblem('TRUNCATED', `${length} bytes at ${offset} reach past the end at ${bytes.length}.`, {
        place: { file: name, offset },
        remedy: 'Make the file anew.',
      });
    }
  };
  return {
    name,
    byteLength: bytes.length,
    read: (offset, length) => {
      check(offset, length);
      return bytes.slice(offset, offset + length);
    },
    readInto: (target, offset) => {
      check(offset, target.length);
      target.set(bytes.subarray(offset, offset + target.length));
    },
  };
}

/**
 * Runs the case and gives its value, or null where it ended in a typed Problem.
 * Throws (which fails the test) for an untyped error, a Problem without code, sentence or place, and a case beyond 2 s.
 */
export async function expectTypedOutcome(run: () => Promise<unknown> | unknown, label: string): Promise<unknown> {
  const start = performance.now();
  let value: unknown = null;
  try {
    value = await run();
  } catch (error) {
    if (!isProblem(error)) {
      const untyped = error instanceof Error ? (error.stack ?? error.message) : String(error);
      throw new Error(`${label}: an untyped error came out: ${untyped}`);
    }
    const named = Object.values(error.place).some((part) => part !== undefined);
    if (!/^[A-Z][A-Z0-9_]+$/.test(error.code) || error.message.length < 10 || !named) {
      throw new Error(`${label}: the Problem ${error.code} "${error.message}" lacks a code, a sentence or a place`);
    }
  }
  const tookMs = performance.now() - start;
  if (tookMs > hostileLimits.caseMs) throw new Error(`${label}: took ${Math.round(tookMs)} ms`);
  return value;
}

/** Reads every byte of every entry (up to 8 MiB a checkpoint, enough for damage to show) and closes it. */
export async function drainCheckpoint(checkpoint: Checkpoint): Promise<void> {
  let budget = 8 * 1024 * 1024;
  try {
    for (const entry of checkpoint.entries) {
      if (entry.kind !== 'tensor' && entry.kind !== 'opaque') continue;
      let bytes = 0;
      let whole = true;
      for await (const chunk of entry.chunks()) {
        bytes += chunk.length;
        budget -= chunk.length;
        if (budget < 0) {
          whole = false;
          break;
        }
      }
      if (whole && bytes !== entry.byteLength) {
        throw new Error(`an entry declares ${entry.byteLength} bytes and gave ${bytes}`);
      }
      if (budget < 0) return;
    }
  } finally {
    checkpoint.close();
  }
}

/**
 * One `describe` with three tests (prefixes, bit flips, mutations) for a format. The valid bytes may be a function, so
 * that a fixture is read only when the tests run.
 */
export function hostileSuite(
  name: string,
  format: CheckpointFormat | MetricFormat,
  validBytes: Uint8Array | (() => Uint8Array),
  options: HostileOptions = {},
): void {
  const baseName = `hostile-${format.id}`;
  const read = async (bytes: Uint8Array): Promise<unknown> => {
    const source = hostileSource(baseName, bytes);
    if ('open' in format) {
      // Recognition must never throw; opening must cope even where recognition said no.
      await format.recognizes(source);
      const checkpoint = await format.open(source, noSiblings);
      await drainCheckpoint(checkpoint);
      return checkpoint;
    }
    format.recognizes(source, baseName);
    return format.read(source, baseName);
  };
  // Not a Buffer: its `slice` would share memory between the cases.
  const valid = (): Uint8Array => Uint8Array.from(typeof validBytes === 'function' ? validBytes() : validBytes);
  const runAll = async (chosen: HostileOptions): Promise<void> => {
    const peakBefore = process.resourceUsage().maxRSS;
    for (const { label, bytes } of hostileCases(valid(), { ...options, ...chosen })) {
      await expectTypedOutcome(() => read(bytes), `${name}, ${label}`);
    }
    const growth = (process.resourceUsage().maxRSS - peakBefore) * 1024;
    expect(growth, 'growth of peak memory in bytes').toBeLessThan(hostileLimits.growthBytes);
  };

  describe(`hostile input: ${name}`, () => {
    it('reads the undamaged file', async () => {
      await read(valid());
    });
    it.runIf(options.prefixes !== false)('answers every prefix with a value or a typed Problem', async () => {
      await runAll({ prefixes: true, bitFlips: false, mutations: 0 });
    });
    it.runIf(options.bitFlips !== false)('answers every flipped bit with a value or a typed Problem', async () => {
      await runAll({ prefixes: false, bitFlips: true, mutations: 0 });
    });
    it.runIf(options.mutations !== 0)('answers every mutation with a value or a typed Problem', async () => {
      await runAll({ prefixes: false, bitFlips: false });
    });
  });
}
