import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLog } from '../../src/run/log-file.ts';
import { scratchFolder } from './scratch.ts';

async function logOf(
  chunks: readonly [string, 'stdout' | 'stderr'][],
  limits?: { headBytes: number; tailBytes: number },
) {
  const path = join(scratchFolder(), 'run-1.log');
  const log = await openLog(path, limits);
  for (const [text, stream] of chunks) await log.write(Buffer.from(text), stream);
  const summary = await log.close();
  return { path, summary, text: readFileSync(path, 'utf8') };
}

describe('the log of a run', () => {
  it('has both streams, byte for byte', async () => {
    const { text, summary } = await logOf([
      ['a\n', 'stdout'],
      ['\r10%', 'stderr'],
    ]);
    expect(text).toBe('a\n\r10%');
    expect(summary).toEqual({ bytes: 6, leftOut: 0, tail: ['a', '10%'], problem: null });
  });

  it('never cuts a line of one stream with a line of the other', async () => {
    const { text } = await logOf([
      ['loss=', 'stdout'],
      ['warning\n', 'stderr'],
      ['0.5\n', 'stdout'],
    ]);
    expect(text).toBe('warning\nloss=0.5\n');
  });

  it('keeps head and tail of what is too long, at line borders, and says what is gone', async () => {
    const lines = Array.from({ length: 1000 }, (_, index) => `line ${index}\n`);
    const { text, summary, path } = await logOf(
      lines.map((line) => [line, 'stdout']),
      { headBytes: 100, tailBytes: 100 },
    );
    expect(text.startsWith('line 0\n')).toBe(true);
    expect(text.endsWith('line 999\n')).toBe(true);
    const kept = text.split('\n').filter((line) => line.startsWith('line '));
    for (const line of kept) expect(lines).toContain(`${line}\n`);
    expect(summary.leftOut).toBe(lines.join('').length - kept.join('\n').length - 1);
    expect(text).toContain(`[train-twice] ${summary.leftOut} bytes`);
    expect(existsSync(`${path}.tail`)).toBe(false);
  });

  it('loses nothing where the tail holds the rest', async () => {
    const { text, summary } = await logOf(
      [
        ['0123456789\n', 'stdout'],
        ['abcdefghij\n', 'stdout'],
      ],
      { headBytes: 12, tailBytes: 100 },
    );
    expect(text).toBe('0123456789\nabcdefghij\n');
    expect(summary.leftOut).toBe(0);
  });

  it('tells the last 20 lines, none of them blank', async () => {
    const { summary } = await logOf([[`${Array.from({ length: 50 }, (_, i) => i).join('\n\n')}\n`, 'stdout']]);
    expect(summary.tail).toEqual(Array.from({ length: 20 }, (_, i) => String(30 + i)));
  });

  it('does not follow a symlink that stands in its place', async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'victim'), 'precious');
    symlinkSync(join(folder, 'victim'), join(folder, 'run-1.log'));
    const log = await openLog(join(folder, 'run-1.log'));
    await log.write(Buffer.from('x\n'), 'stdout');
    await log.close();
    expect(readFileSync(join(folder, 'victim'), 'utf8')).toBe('precious');
  });
});
