import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineSplitter } from '../../src/run/line-splitter.ts';

function split(chunks: readonly Uint8Array[], maxLineBytes?: number): [string, string, number][] {
  const lines: [string, string, number][] = [];
  const splitter = lineSplitter((bytes, ending, cut) => {
    lines.push([Buffer.from(bytes).toString('latin1'), ending, cut]);
  }, maxLineBytes);
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  return lines;
}

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('splitting output into lines', () => {
  it.each([
    ['a\nb\n', ['a newline', 'b newline']],
    ['a\r\nb', ['a newline', 'b none']],
    ['a\rb\r', ['a return', 'b return']],
    ['\r10%\r20%\n', ['10% return', '20% newline']],
    ['\n\n', [' newline', ' newline']],
    ['a\r\r\nb', ['a return', ' newline', 'b none']],
    ['', []],
  ])('reads %j', (text, expected) => {
    expect(split([bytes(text)]).map(([line, ending]) => `${line} ${ending}`)).toEqual(expected);
  });

  it('gives the same lines however the bytes arrive', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '\r', '\n', '\r\n'), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.array(fc.nat(40), { maxLength: 6 }), (output, cuts) => {
        const borders = [0, ...cuts.map((cut) => Math.min(cut, output.length)).sort((a, b) => a - b), output.length];
        const chunks = borders.slice(1).map((end, index) => bytes(output.slice(borders[index], end)));
        expect(split(chunks)).toEqual(split([bytes(output)]));
      }),
    );
  });

  it('keeps the start of a long line and counts the rest', () => {
    expect(split([bytes('abcdef'), bytes('ghi\nx')], 4)).toEqual([
      ['abcd', 'newline', 5],
      ['x', 'none', 0],
    ]);
  });

  it('takes carriage returns without one newline in linear time', () => {
    const chunk = bytes('step 12/100 loss 0.5\r'.repeat(3120)).subarray(0, 65_536);
    const timeOf = (size: number): number => {
      let lines = 0;
      const splitter = lineSplitter(() => {
        lines += 1;
      });
      const start = performance.now();
      for (let sent = 0; sent < size; sent += chunk.length) splitter.push(chunk);
      expect(lines).toBeGreaterThan(size / 25);
      return performance.now() - start;
    };
    timeOf(2_000_000);
    // Ten times as much takes ten times as long; a hundred times where the line that has no end were looked at again and again.
    expect(timeOf(50_000_000)).toBeLessThan(40 * timeOf(5_000_000));
  });
});
