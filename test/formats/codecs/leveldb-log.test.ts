import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LogRecord, readLogRecords } from '../../../src/formats/codecs/leveldb-log.ts';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { codeOf } from '../read-entries.ts';
import { chunk, logBytes } from '../writers/wandb-bytes.ts';

function readAll(bytes: Uint8Array, begin = 0, maxBytes = 1 << 20) {
  const found: LogRecord[] = [];
  const records = readLogRecords(memorySource('log', bytes), begin, maxBytes);
  for (let next = records.next(); ; next = records.next()) {
    if (next.done === true) return { found, truncatedAt: next.value.truncatedAt };
    found.push(next.value);
  }
}

const sizes = fc.oneof(fc.nat(50), fc.integer({ min: 32_740, max: 32_780 }), fc.integer({ min: 65_500, max: 65_560 }));

describe('a log of LevelDB', () => {
  it('gives every record back, wherever blocks end', () => {
    fc.assert(
      fc.property(fc.array(sizes, { maxLength: 6 }), fc.nat(20), (lengths, begin) => {
        const records = lengths.map((length, index) => new Uint8Array(length).fill(index + 1));
        const file = Buffer.concat([Buffer.alloc(begin), logBytes(records, begin)]);
        const { found, truncatedAt } = readAll(file, begin);
        expect(truncatedAt).toBeNull();
        expect(found.map(({ data }) => Buffer.compare(data ?? new Uint8Array(0), Buffer.alloc(0)))).toHaveLength(
          records.length,
        );
        found.forEach(({ data }, index) => {
          expect(Buffer.compare(data ?? Buffer.alloc(0), records[index] ?? Buffer.alloc(1))).toBe(0);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('that ends inside a record keeps what stands before, and says where it ends', () => {
    const first = Buffer.from('first');
    const whole = logBytes([first, new Uint8Array(40_000)]);
    const second = logBytes([first]).length;
    for (const length of [second + 3, second + 7, second + 100, 32_768, 33_000, whole.length - 1]) {
      const { found, truncatedAt } = readAll(whole.subarray(0, length));
      expect(found.map(({ data }) => String(Buffer.from(data ?? [])))).toEqual(['first']);
      expect(truncatedAt).toBe(second);
    }
  });

  it('that ends in zeros was not written to its end', () => {
    const bytes = logBytes([Buffer.from('first')]);
    const { found, truncatedAt } = readAll(Buffer.concat([bytes, Buffer.alloc(70_000)]));
    expect([found.length, truncatedAt]).toEqual([1, bytes.length]);
  });

  it('passes over a record that is too long, and goes on behind it', () => {
    const { found } = readAll(logBytes([new Uint8Array(100_000), Buffer.from('next')]), 0, 50_000);
    expect(found.map(({ data, byteLength }) => [data === null, byteLength])).toEqual([
      [true, 100_000],
      [false, 4],
    ]);
  });

  it.each([
    ['a wrong CRC', Buffer.from(chunk(1, Buffer.from('x'))).fill(0xff, 0, 4), 'LOG_CRC'],
    ['a type that there is not', chunk(9, Buffer.from('x')), 'LOG_CHUNK'],
    ['zeros before something else', Buffer.concat([Buffer.alloc(7), Buffer.from('x')]), 'LOG_CHUNK'],
    [
      'a record inside another one',
      Buffer.concat([chunk(2, Buffer.from('x')), chunk(1, Buffer.from('y'))]),
      'LOG_CHUNK',
    ],
    ['an end without a beginning', chunk(4, Buffer.from('x')), 'LOG_CHUNK'],
    [
      'a chunk that reaches into the next block',
      Buffer.concat([chunk(1, Buffer.alloc(32_700)), chunk(1, Buffer.alloc(60_000))]),
      'LOG_CHUNK',
    ],
  ])('with %s is damaged', async (_, bytes, code) => {
    expect(await codeOf(async () => readAll(bytes))).toBe(code);
  });
});
