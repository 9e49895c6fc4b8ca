import { describe, expect, it } from 'vitest';
import { compileStdoutPatterns, readStdoutMetrics } from '../../../src/formats/metrics/stdout.ts';
import { problemOf } from '../read-entries.ts';
import { seriesLine, textSource } from './read-metrics.ts';

const read = (text: string, ...patterns: string[]) =>
  readStdoutMetrics(textSource(text), compileStdoutPatterns(patterns));
const lines = (text: string, ...patterns: string[]) => read(text, ...patterns).series.map(seriesLine);
const loss = 'step (?<step>\\d+).*loss[= ](?<loss>\\S+)';

describe('readStdoutMetrics', () => {
  it('reads one row a line, placed by step', () => {
    expect(lines('start\nstep 1 loss=0.5\nstep 2 loss 0.25\nend', loss)).toEqual(['loss by step: 1=0.5 2=0.25']);
  });

  it('takes several patterns, by epoch or by row too, and Python spelling of groups', () => {
    const text = 'step 1 loss=2\nepoch 0: acc 0.5\nfinal 3\n';
    expect(lines(text, loss, 'epoch (?P<epoch>\\d+): acc (?P<acc>\\S+)', 'final (?P<final>\\d+)')).toEqual([
      'loss by step: 1=2',
      'acc by epoch: 0=0.5',
      'final by row: 2=3',
    ]);
  });

  it('sees lines of progress bars and through colours', () => {
    expect(lines('step 1 loss=2\rstep 2 loss=\u001b[31m1\u001b[0m\r\nstep 3 loss=nan', loss)).toEqual([
      'loss by step: 1=2 2=1 3=NaN',
    ]);
  });

  it('notes groups that are no numbers and lines that are too long', () => {
    const { notes } = read(`step 1 loss=low\n${'x'.repeat(70_000)}\nstep 2 loss=1\n`, loss);
    expect(notes.map(({ code, message }) => `${code} ${message.split(' ')[0]}`)).toEqual([
      'STDOUT_LONG_LINE 1',
      'STDOUT_NOT_A_NUMBER 1',
    ]);
  });

  it('reads bytes that are not UTF-8 and lines over the edge of a block', () => {
    const filler = Buffer.alloc(1024 * 1024 - 10, 0x0a);
    const source = { ...textSource(''), byteLength: 0 };
    const bytes = Buffer.concat([filler, Buffer.from([0xff]), Buffer.from('step 7 loss=0.125\n')]);
    const reading = readStdoutMetrics(
      { ...source, byteLength: bytes.length, read: (at, length) => bytes.subarray(at, at + length) },
      compileStdoutPatterns([loss]),
    );
    expect(reading.series.map(seriesLine)).toEqual(['loss by step: 7=0.125']);
  });

  it('is not slowed down by a pattern that would backtrack for ever', () => {
    const start = performance.now();
    read(`${'a'.repeat(50_000)}!\n`, '(?<x>(a+)+$)');
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe('compileStdoutPatterns', () => {
  it('names every pattern that cannot be used', async () => {
    const problem = await problemOf(() =>
      compileStdoutPatterns(['(?<loss>', '(?=x)(?<a>.)', 'no groups', '(?<step>\\d)', 'x'.repeat(2000), '(?<ok>.)']),
    );
    expect(problem).toMatchObject({ tag: 'input', code: 'STDOUT_PATTERN' });
    expect(problem.message.split('; ').length).toBeGreaterThanOrEqual(5);
    expect(problem.message).not.toContain('(?<ok>.)');
  });
});
