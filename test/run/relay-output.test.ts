import { describe, expect, it } from 'vitest';
import type { Progress } from '../../src/model/progress.ts';
import { relayOutput } from '../../src/run/relay-output.ts';

function relay() {
  const heard: Progress[] = [];
  let now = 0;
  const output = relayOutput(
    1,
    (progress) => heard.push(progress),
    () => now,
  );
  return {
    heard,
    output,
    wait: (ms: number) => {
      now += ms;
    },
  };
}

describe('relaying output', () => {
  it('gives lines with their stream, as text', () => {
    const { heard, output } = relay();
    output.stdout.push(Buffer.from('loss 0.5 µ\n'));
    output.stderr.push(Buffer.from('warning\n'));
    expect(heard).toEqual([
      { kind: 'run-output', run: 1, stream: 'stdout', line: 'loss 0.5 µ' },
      { kind: 'run-output', run: 1, stream: 'stderr', line: 'warning' },
    ]);
  });

  it('drops what no console bears, and says how much', () => {
    const { heard, output } = relay();
    output.stdout.push(Buffer.from('x\n'.repeat(50_000)));
    output.end();
    const lines = heard.filter(({ kind }) => kind === 'run-output').length;
    expect(lines).toBe(1000);
    expect(heard.at(-1)).toMatchObject({ kind: 'note', message: expect.stringContaining('49,000 lines') });
  });

  it('goes on after a flood, with one note for all that was dropped', () => {
    const { heard, output, wait } = relay();
    output.stdout.push(Buffer.from('x\n'.repeat(2000)));
    wait(1000);
    output.stdout.push(Buffer.from('again\n'));
    expect(heard.filter(({ kind }) => kind === 'note')).toHaveLength(1);
    expect(heard.at(-1)).toMatchObject({ line: 'again' });
  });

  it('shows a progress bar twice a second', () => {
    const { heard, output, wait } = relay();
    for (let tick = 0; tick < 100; tick += 1) {
      output.stderr.push(Buffer.from(`${tick}%\r`));
      wait(20);
    }
    expect(heard.length).toBeGreaterThanOrEqual(3);
    expect(heard.length).toBeLessThanOrEqual(5);
  });
});
