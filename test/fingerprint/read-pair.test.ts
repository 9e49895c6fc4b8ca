import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readPair } from '../../src/fingerprint/read-pair.ts';
import { type Chunks, chunkBytes } from '../../src/model/byte-source.ts';
import { FormatProblem } from '../../src/model/problem.ts';
import { chunksOf } from '../compare/build.ts';

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const stream = (chunks: () => Chunks, byteLength: number) => ({ chunks, byteLength });
const of = (bytes: Uint8Array, problem: FormatProblem | null = null, byteLength = bytes.byteLength) =>
  stream(() => chunksOf(bytes, problem), byteLength);
const read = (first: Uint8Array, second: Uint8Array, unequal: number[] = []) =>
  readPair({ first: of(first), second: of(second) }, { unequal: (_a, _b, offset) => unequal.push(offset) });

function random(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 2_654_435_761) >>> 24);
}

describe('both digests are those of the whole streams', () => {
  const length = 3 * chunkBytes + 17;

  it('where all bytes are the same', async () => {
    const bytes = random(length);
    const expected = digest(bytes);
    expect(await read(bytes, bytes)).toEqual({
      kind: 'read',
      digests: { first: expected, second: expected },
      firstUnequal: null,
    });
  });

  it.each([0, chunkBytes - 1, chunkBytes, 2 * chunkBytes + 5, length - 1])('where byte %i differs', async (at) => {
    const first = random(length);
    const second = first.slice();
    second[at] = (second[at] ?? 0) ^ 1;
    const unequal: number[] = [];
    expect(await read(first, second, unequal)).toEqual({
      kind: 'read',
      digests: { first: digest(first), second: digest(second) },
      firstUnequal: at,
    });
    expect(unequal).toEqual([Math.floor(at / chunkBytes) * chunkBytes]);
  });

  it.each([0, 1, chunkBytes, chunkBytes + 1, 2 * chunkBytes])('where the second ends after %i bytes', async (at) => {
    const first = random(length);
    const second = first.slice(0, at);
    expect(await read(first, second)).toEqual({
      kind: 'read',
      digests: { first: digest(first), second: digest(second) },
      firstUnequal: at,
    });
  });

  it('of nothing at all', async () => {
    const empty = digest(new Uint8Array(0));
    expect(await read(new Uint8Array(0), new Uint8Array(0))).toMatchObject({
      digests: { first: empty, second: empty },
    });
  });
});

describe('what goes wrong', () => {
  const bytes = random(chunkBytes + 1);
  const problem = new FormatProblem('BAD', 'It is damaged.');
  const { byteLength } = bytes;

  it('is told by side', async () => {
    expect(await readPair({ first: of(bytes), second: of(bytes, problem) })).toEqual({
      kind: 'failed',
      problems: { first: null, second: problem },
    });
  });

  it('is told for both sides where both fail', async () => {
    expect(await readPair({ first: of(bytes, problem), second: of(bytes, problem) })).toEqual({
      kind: 'failed',
      problems: { first: problem, second: problem },
    });
  });

  it('includes fewer bytes than were promised', async () => {
    const reading = await readPair({ first: of(bytes.subarray(1), null, byteLength), second: of(bytes) });
    expect(reading).toMatchObject({ kind: 'failed', problems: { first: { code: 'LENGTH_MISMATCH' }, second: null } });
  });

  it('closes both streams', async () => {
    const closed: string[] = [];
    async function* watched(name: string, chunks: Chunks): Chunks {
      try {
        yield* chunks;
      } finally {
        closed.push(name);
      }
    }
    await readPair({
      first: stream(() => watched('a', chunksOf(bytes)), byteLength),
      second: stream(() => watched('b', chunksOf(bytes, problem)), byteLength),
    });
    expect(closed.sort()).toEqual(['a', 'b']);
  });

  it('may be thrown when the chunks are asked for', async () => {
    const refused = stream(() => {
      throw problem;
    }, byteLength);
    expect(await readPair({ first: refused, second: of(bytes) })).toEqual({
      kind: 'failed',
      problems: { first: problem, second: null },
    });
  });

  it('is a fault of our own where a reader is out of step', async () => {
    async function* crooked(): Chunks {
      yield bytes.subarray(0, 10);
      yield bytes.subarray(10);
    }
    await expect(readPair({ first: stream(crooked, byteLength), second: of(bytes) })).rejects.toThrow(
      'A reader gave a chunk',
    );
  });
});

it('lets the event loop run while it works', async () => {
  let ticks = 0;
  const timer = setInterval(() => ticks++, 5);
  async function* endless(): Chunks {
    const chunk = new Uint8Array(chunkBytes);
    for (let count = 0; count < 2000; count++) yield chunk;
  }
  const byteLength = 2000 * chunkBytes;
  await readPair({ first: stream(endless, byteLength), second: stream(endless, byteLength) });
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(1);
});
