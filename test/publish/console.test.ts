import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { type ConsoleOptions, consoleMode, openConsole, type Stream, wantsColor } from '../../src/publish/console.ts';
import { parseRunnerOutput } from '../e2e/runner-commands.ts';
import { hostileTexts } from '../fixtures/reports/hostile.ts';

function stream(terminal = false): { readonly stream: Stream; readonly text: () => string } {
  const chunks: string[] = [];
  const through = Object.assign(new PassThrough(), { isTTY: terminal, columns: 60 });
  through.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  return { stream: through, text: () => chunks.join('') };
}

function setUp(changes: Partial<ConsoleOptions> = {}) {
  const out = stream();
  const err = stream(true);
  let now = 0;
  const opened = openConsole({
    stdout: out.stream,
    stderr: err.stream,
    mode: 'action',
    verbose: false,
    nowMs: () => now,
    ...changes,
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { opened, out: out.text, err: err.text, settle, wait: (ms: number) => (now += ms) };
}

const started = { kind: 'run-started', run: 1, of: 2, command: 'python train.py', expectedMs: null } as const;
const ended = {
  kind: 'run-ended',
  run: 1,
  of: 2,
  sentence: 'exited with code 0',
  success: true,
  durationMs: 5,
} as const;
const output = (line: string) => ({ kind: 'run-output', run: 1, line, stream: 'stderr' }) as const;

describe('in the Action', () => {
  test('a training cannot form a command, whatever it prints', async () => {
    const { opened, out, err, settle } = setUp();
    opened.listener(started);
    for (const text of hostileTexts) opened.listener(output(text));
    opened.listener(ended);
    opened.close();
    await settle();
    const parsed = parseRunnerOutput(out());
    expect(parsed.commands.map((command) => command.name)).toEqual(['group', 'stop-commands', 'endgroup']);
    expect(parsed.stopped).toBe(false);
    // Even without the window, no line of the training's would be one.
    const bare = out().replace(/::(?:stop-commands::)?[0-9a-f]{32}(?:::)?\n/g, '');
    expect(parseRunnerOutput(bare).commands.map((command) => command.name)).toEqual(['group', 'endgroup']);
    expect(err()).toBe('');
  });

  test('each window has a fresh token of 128 bits', async () => {
    const { opened, out, settle } = setUp();
    for (let run = 0; run < 2; run++) {
      opened.listener(started);
      opened.listener(ended);
    }
    await settle();
    const tokens = parseRunnerOutput(out())
      .commands.filter((command) => command.name === 'stop-commands')
      .map((command) => command.data);
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) expect(token).toMatch(/^[0-9a-f]{32}$/);
  });

  test('the window is closed when the run never ended, and closing twice does no harm', async () => {
    const { opened, out, settle } = setUp();
    opened.listener(started);
    opened.listener(output('half a line'));
    opened.close();
    opened.close();
    await settle();
    expect(parseRunnerOutput(out()).stopped).toBe(false);
    expect(out().match(/::endgroup::/g)).toHaveLength(1);
  });

  test('a flood is cut, and counted', async () => {
    const { opened, out, settle, wait } = setUp();
    opened.listener(started);
    for (let line = 0; line < 5_000; line++) opened.listener(output(`line ${line}`));
    wait(10_000);
    opened.listener(output('after the flood'));
    opened.close();
    await settle();
    expect(out()).toContain('4,500 lines left out here; the log file has them.');
    expect(out()).toContain('│ after the flood');
    expect(out()).not.toContain('line 4999');
  });
});

describe('without a terminal', () => {
  test('lines go to stderr behind a mark, the result alone to stdout', async () => {
    const { opened, out, err, settle } = setUp({ mode: 'plain' });
    opened.listener(started);
    opened.listener(output('a\r::error::b\u001b[31m red\u001b[0m\u0085##[error]c'));
    opened.note('a note\n::error::x');
    await opened.print('{}\n');
    await settle();
    expect(err()).toBe('Run 1 of 2: python train.py\n│ a\n│ : :error::b red\n│ # #[error]c\na note\\n::error::x\n');
    expect(parseRunnerOutput(err()).commands).toEqual([]);
    expect(out()).toBe('{}\n');
  });
});

describe('in a terminal', () => {
  test('live lines are drawn over, and gone at the end', async () => {
    const { opened, err, settle, wait } = setUp({ mode: 'live' });
    opened.listener(started);
    opened.listener(output('loss 0.5'));
    wait(200);
    opened.listener({ kind: 'run-tick', run: 1, of: 2, elapsedMs: 1_200, silentMs: 0, expectedMs: null });
    opened.close();
    await settle();
    expect(err()).toContain('\u001b[1A\r\u001b[JRun 1 of 2: 1.2 s\n  output  loss 0.5\n');
    expect(err().endsWith('\u001b[2A\r\u001b[J')).toBe(true);
  });

  test('with verbose, what the training prints stays above them', async () => {
    const { opened, err, settle } = setUp({ mode: 'live', verbose: true });
    opened.listener(started);
    opened.listener(output('loss 0.5'));
    await settle();
    expect(err()).toContain('│ loss 0.5\n');
  });
});

test('quiet says nothing but the result', async () => {
  const { opened, out, err, settle } = setUp({ mode: 'quiet' });
  opened.listener(started);
  opened.note('note');
  opened.listener(ended);
  await opened.print('result\n');
  await settle();
  expect([out(), err()]).toEqual(['result\n', '']);
});

test('a closed pipe does not end the audit', async () => {
  const { opened, settle } = setUp({ mode: 'plain' });
  const broken = stream();
  openConsole({ stdout: broken.stream, stderr: broken.stream, mode: 'plain', verbose: false, nowMs: () => 0 });
  broken.stream.emit('error', Object.assign(new Error('EPIPE'), { code: 'EPIPE' }));
  opened.note('still here');
  await settle();
});

describe('modes and colour', () => {
  const terminal = stream(true).stream;
  const pipe = stream(false).stream;

  test.each([
    ['a terminal', terminal, {}, false, 'live'],
    ['a pipe', pipe, {}, false, 'plain'],
    ['a dumb terminal', terminal, { TERM: 'dumb' }, false, 'plain'],
    ['continuous integration', terminal, { CI: 'true' }, false, 'plain'],
    ['a wish for quiet', terminal, {}, true, 'quiet'],
  ] as const)('%s', (_, where, environment, quiet, mode) => {
    expect(consoleMode(where, environment, quiet)).toBe(mode);
  });

  test.each([
    ['auto', terminal, {}, true],
    ['auto', pipe, {}, false],
    ['auto', terminal, { NO_COLOR: '1' }, false],
    ['auto', terminal, { NO_COLOR: '' }, true],
    ['always', pipe, { NO_COLOR: '1' }, true],
    ['never', terminal, {}, false],
  ] as const)('colour %s', (setting, where, environment, wanted) => {
    expect(wantsColor(setting, where, environment)).toBe(wanted);
  });
});
