import { describe, expect, it } from 'vitest';
import { compareLogs } from '../../src/compare/compare-logs.ts';
import { logLines, longestLine } from '../../src/compare/log-lines.ts';
import { memorySource } from '../../src/formats/codecs/memory-source.ts';

const source = (text: string) => memorySource('log', new TextEncoder().encode(text));
const compare = (first: string, second: string, own: readonly [string, string] = ['', '']) =>
  compareLogs(
    { first: source(first), second: source(second) },
    { first: [{ text: own[0], placeholder: '‹x›' }], second: [{ text: own[1], placeholder: '‹x›' }] },
  );

describe('lines are the same', () => {
  it.each([
    ['2026-01-15 14:30:00,123 INFO start', '2026-01-15 14:31:07,999 INFO start'],
    ['[14:30:00] loss 0.5', '[09:01:02] loss 0.5'],
    ['epoch 1 took 12.34s', 'epoch 1 took 9.1s'],
    ['done in 3 min', 'done in 12 min'],
    [' 10%|#  | 1/10 [00:01<00:09,  1.02it/s]', ' 10%|#  | 1/10 [00:02<00:19, 11.52it/s]'],
    ['<Model object at 0x7f00aa112233>', '<Model object at 0x7f00bb445566>'],
    ['process id 123 listens', 'process id 4567 listens'],
    ['speed 1200.5 tokens/s', 'speed 99.0 tokens/s'],
    ['1.5 s/it', '0.7 s/it'],
    ['saved to /out/run_a/last.pt', 'saved to /out/run_b/last.pt'],
    ['25%\r50%\r100%', '50%\r100%'],
    ['windows\r', 'windows'],
  ])('%j and %j', async (first, second) => {
    expect(await compare(first, second, ['run_a', 'run_b'])).toBeNull();
  });
});

describe('lines differ', () => {
  it('where a result does', async () => {
    expect(await compare('a\nloss 0.50 at 10:00\nc', 'a\nloss 0.51 at 11:00\nc')).toEqual({
      kind: 'line',
      place: '',
      line: 2,
      lines: { first: 'loss 0.50 at 10:00', second: 'loss 0.51 at 11:00' },
    });
  });

  it('where one log goes on', async () => {
    expect(await compare('a\n', 'a\nb\n')).toMatchObject({ line: 2, lines: { first: null, second: 'b' } });
  });

  it('and are shown in short', async () => {
    const found = await compare('x'.repeat(2000), 'y');
    expect(found?.kind === 'line' && found.lines.first).toHaveLength(501);
  });
});

describe('reading lines', () => {
  it('stays within bounds where no line ever ends', () => {
    expect([...logLines(source('x'.repeat(1_000_000)))].map((line) => line.length)).toEqual([longestLine]);
  });

  it('keeps the last state of a line that was drawn again and again', () => {
    const drawn = Array.from({ length: 40_000 }, (_, count) => `${count} of 40000\r`).join('');
    expect([...logLines(source(`${drawn}\nend`))]).toEqual(['39999 of 40000', 'end']);
  });

  it('puts lines together over the edge of a block', () => {
    const line = 'abcdefg'.repeat(1000);
    expect([...logLines(source(`${line}\n`.repeat(100)))]).toEqual(Array.from({ length: 100 }, () => line));
  });
});
