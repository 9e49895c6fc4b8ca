import { describe, expect, test } from 'vitest';
import type { Progress } from '../../src/model/progress.ts';
import {
  type LiveState,
  liveProgress,
  liveStart,
  liveView,
  plainProgress,
  plainStart,
} from '../../src/report/progress.ts';

const story: readonly Progress[] = [
  { kind: 'run-started', run: 1, of: 2, command: 'python train.py\n::error::x', expectedMs: null },
  { kind: 'run-output', run: 1, line: 'epoch 1 loss=0.69', stream: 'stdout' },
  { kind: 'run-tick', run: 1, of: 2, elapsedMs: 1_000, silentMs: 0, expectedMs: null },
  { kind: 'run-tick', run: 1, of: 2, elapsedMs: 61_000, silentMs: 45_000, expectedMs: null },
  { kind: 'run-tick', run: 1, of: 2, elapsedMs: 62_000, silentMs: 46_000, expectedMs: null },
  { kind: 'run-tick', run: 1, of: 2, elapsedMs: 121_000, silentMs: 0, expectedMs: null },
  { kind: 'run-ended', run: 1, of: 2, sentence: 'exited with code 0', success: true, durationMs: 125_000 },
  { kind: 'collected', run: 1, files: 12, checkpoints: 3, series: 1 },
  { kind: 'run-started', run: 2, of: 2, command: 'python train.py', expectedMs: 125_000 },
  { kind: 'run-tick', run: 2, of: 2, elapsedMs: 60_000, silentMs: 0, expectedMs: 125_000 },
  { kind: 'run-tick', run: 2, of: 2, elapsedMs: 130_000, silentMs: 0, expectedMs: 125_000 },
  { kind: 'stopping', why: 'SIGINT was received' },
  { kind: 'run-ended', run: 2, of: 2, sentence: 'was cancelled by SIGINT', success: false, durationMs: 131_000 },
  { kind: 'note', message: 'Outputs were narrowed.' },
  { kind: 'comparing', file: 'a.pt', bytesDone: 0, bytesTotal: 100 },
  { kind: 'comparing', file: 'a.pt', bytesDone: 50, bytesTotal: 100 },
];

test('without a terminal: a line per event, a heartbeat a minute, few lines while comparing', () => {
  let state = plainStart;
  const lines: string[] = [];
  for (const progress of story) {
    const told = plainProgress(state, progress);
    state = told.state;
    lines.push(...told.lines);
  }
  expect(lines).toEqual([
    'Run 1 of 2: python train.py\\n::error::x',
    'Run 1 of 2: 1 min 1 s, silent for 45.0 s',
    'Run 1 of 2: 2 min 1 s',
    '✓ Run 1 of 2 exited with code 0 after 2 min 5 s',
    'Run 1 left 12 files: 3 checkpoints, 1 metric series',
    'Run 2 of 2, about 2 min 5 s: python train.py',
    'Run 2 of 2: 1 min 0 s, about 1 min 5 s left',
    'Run 2 of 2: 2 min 10 s, 5.0 s longer than run 1',
    'Stopping: SIGINT was received',
    '✗ Run 2 of 2 was cancelled by SIGINT after 2 min 11 s',
    'Outputs were narrowed.',
    'Comparing 100 bytes: a.pt',
  ]);
});

test('without a terminal a long comparison is told in tenths, however many files there are', () => {
  let state = plainStart;
  const lines: string[] = [];
  for (let done = 0; done <= 1000; done += 1) {
    const told = plainProgress(state, {
      kind: 'comparing',
      file: done === 1000 ? '' : `f${done}`,
      bytesDone: done * 1024 ** 3,
      bytesTotal: 1000 * 1024 ** 3,
    });
    state = told.state;
    lines.push(...told.lines);
  }
  expect(lines).toHaveLength(10);
  expect(lines[3]).toBe('Comparing 1000.0 GiB, 30 % done: f300');
});

describe('in a terminal', () => {
  const stateAfter = (count: number): LiveState =>
    story.slice(0, count).reduce((state, progress) => liveProgress(state, progress).state, liveStart);

  test('the live lines tell run, time, latest metric and last line of output', () => {
    const state = liveProgress(stateAfter(3), { kind: 'run-output', run: 1, line: 'saving', stream: 'stdout' }).state;
    expect(liveView(state, 80)).toEqual(['Run 1 of 2: 1.0 s', '  metric  epoch 1 loss=0.69', '  output  saving']);
  });

  test('the second run tells how much time is left, known from the first', () => {
    expect(liveView(stateAfter(10), 80)).toEqual(['Run 2 of 2: 1 min 0 s, about 1 min 5 s left']);
  });

  test('comparing tells how many bytes are done', () => {
    expect(liveView(stateAfter(story.length), 80)).toEqual([
      'Comparing ██████████░░░░░░░░░░ 50 bytes of 100 bytes',
      '  a.pt',
    ]);
  });

  test('no live line is wider than the terminal, and none carries control characters', () => {
    const state = liveProgress(stateAfter(3), {
      kind: 'run-output',
      run: 1,
      line: `\u001b[2J${'漢'.repeat(99)}`,
      stream: 'stdout',
    });
    for (const line of liveView(state.state, 30)) {
      expect(line).not.toContain('\u001b');
      expect([...line].reduce((sum, one) => sum + (one === '漢' ? 2 : 1), 0)).toBeLessThan(30);
    }
  });
});

describe('hashing a dataset', () => {
  const hashing = (bytesDone: number, bytesTotal: number): Progress => ({
    kind: 'hashing',
    file: 'data/img',
    bytesDone,
    bytesTotal,
  });
  const gigabyte = 1024 ** 3;

  test('of hundred gigabytes is told in tenths without a terminal', () => {
    let state = plainStart;
    const lines: string[] = [];
    for (let done = 1; done <= 100; done += 1) {
      const told = plainProgress(state, hashing(done * gigabyte, 100 * gigabyte));
      state = told.state;
      lines.push(...told.lines);
    }
    expect(lines.length).toBe(10);
    expect(lines[1]).toBe('Hashing 100.0 GiB, 10 % done: data/img');
  });

  test('of what takes a second is not told', () => {
    expect(plainProgress(plainStart, hashing(5, 10)).lines).toEqual([]);
  });

  test('is a bar in a terminal, which goes when it is done', () => {
    const half = liveProgress(liveStart, hashing(gigabyte, 2 * gigabyte)).state;
    expect(liveView(half, 100)).toEqual(['Hashing ██████████░░░░░░░░░░ 1.0 GiB of 2.0 GiB', '  data/img']);
    expect(liveView(liveProgress(half, hashing(2 * gigabyte, 2 * gigabyte)).state, 100)).toEqual([]);
  });
});
