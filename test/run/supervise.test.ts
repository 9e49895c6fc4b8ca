import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Progress } from '../../src/model/progress.ts';
import { cancellationSource, neverCancelled } from '../../src/run/cancellation.ts';
import { auditMarker, markerName } from '../../src/run/environment.ts';
import { type Assignment, type Supervision, supervise } from '../../src/run/supervise.ts';
import { isRunning, quickTiming, scratchFolder, uniqueId } from './scratch.ts';

interface Setup {
  readonly folder: string;
  readonly progress: Progress[];
  run(
    script: string,
    assignment?: Partial<Assignment>,
    supervision?: Partial<Supervision>,
  ): ReturnType<typeof supervise>;
  log(): string;
  pidIn(file: string): number;
}

function setup(): Setup {
  const folder = scratchFolder();
  const auditId = uniqueId();
  const progress: Progress[] = [];
  return {
    folder,
    progress,
    log: () => readFileSync(join(folder, 'run-1.log'), 'utf8'),
    pidIn: (file) => Number(readFileSync(join(folder, file), 'utf8').trim()),
    run: (script, assignment = {}, supervision = {}) =>
      supervise(
        {
          run: 1,
          of: 2,
          argv: ['bash', '--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script],
          workingDirectory: folder,
          environment: { PATH: process.env.PATH ?? '', [markerName]: auditId },
          marker: auditMarker(auditId),
          logPath: join(folder, 'run-1.log'),
          timeoutMs: 20_000,
          idleTimeoutMs: null,
          expectedMs: null,
          ...assignment,
        },
        {
          listener: (event) => progress.push(event),
          cancellation: neverCancelled,
          timing: quickTiming,
          ...supervision,
        },
      ),
  };
}

describe('the end of a run', () => {
  it.each([
    ['exit 0', { kind: 'exited', code: 0 }],
    ['exit 1', { kind: 'exited', code: 1 }],
    ['exit 137', { kind: 'exited', code: 137 }],
    ['no-such-command-here', { kind: 'exited', code: 127 }],
    ['false | true', { kind: 'exited', code: 1 }],
    ['kill -KILL $$', { kind: 'signalled', signal: 'SIGKILL' }],
    ['kill -SEGV $$', { kind: 'signalled', signal: 'SIGSEGV' }],
    ['kill -TERM $$', { kind: 'signalled', signal: 'SIGTERM' }],
  ])('of `%s` is told as it was', async (script, end) => {
    expect((await setup().run(script)).end).toEqual(end);
  });

  it('is "not started" where the system refuses to start it', async () => {
    const { end, pid } = await setup().run('', { argv: ['./no-such-file'] });
    expect(end).toMatchObject({ kind: 'not-started', why: expect.stringContaining('ENOENT') });
    expect(pid).toBeNull();
  });
});

describe('the output of a run', () => {
  it('is in the log, both streams, the last line without a newline too', async () => {
    const { run, log } = setup();
    await run('echo out; echo err >&2; printf last');
    expect(log().split('\n').sort()).toEqual(['err', 'last', 'out']);
  });

  it('may go through /dev/stdout and /dev/stderr', async () => {
    const { run, log } = setup();
    const { end } = await run('echo a > /dev/stdout; echo b | tee /dev/stderr > /dev/null');
    expect(end).toEqual({ kind: 'exited', code: 0 });
    expect(log()).toContain('a\n');
    expect(log()).toContain('b\n');
  });

  it('finds standard input closed', async () => {
    expect((await setup().run('! read -r line')).end).toEqual({ kind: 'exited', code: 0 });
  });

  it('is shown while it comes', async () => {
    const { run, progress } = setup();
    await run('echo hello');
    expect(progress).toContainEqual({ kind: 'run-output', run: 1, stream: 'stdout', line: 'hello' });
  });

  it('may be 50 MB of carriage returns: the log holds them, time and memory stay bounded', async () => {
    const { run } = setup();
    const before = process.memoryUsage().rss;
    const start = performance.now();
    const { end, log } = await run(`yes 'step 12/100 loss 0.5' | tr '\\n' '\\r' | head -c 50000000 || true`);
    expect(end).toEqual({ kind: 'exited', code: 0 });
    expect(log.bytes).toBe(50_000_000);
    expect(performance.now() - start).toBeLessThan(8000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it('may be closed early by the training', async () => {
    expect((await setup().run('exec >&- 2>&-; true')).end).toEqual({ kind: 'exited', code: 0 });
  });
});

describe('processes that outlive a run', () => {
  const shapes: readonly (readonly [string, string])[] = [
    ['a background child that holds stdout', 'sleep 60 & echo $! > pid'],
    [
      'a child in a session of its own, as torchrun starts its workers',
      "setsid bash -c 'echo $$ > pid; exec sleep 60' & sleep 0.1",
    ],
    [
      'a double fork with the environment kept',
      "( setsid bash -c 'echo $$ > pid; exec sleep 60' >/dev/null 2>&1 & ); sleep 0.3",
    ],
    ['a child that ignores SIGTERM', 'bash -c \'trap "" TERM INT; echo $$ > pid; sleep 60; sleep 60\' & sleep 0.2'],
    [
      'an orphan with an emptied environment that was seen while its parent lived',
      "( env -i setsid bash -c 'echo $$ > pid; exec sleep 60' & sleep 0.6 ); sleep 0.1",
    ],
  ];

  it.each(shapes)('are found and killed: %s', async (_shape, script) => {
    const { run, pidIn } = setup();
    const { end, survivors } = await run(script);
    expect(end).toEqual({ kind: 'exited', code: 0 });
    expect(survivors.length).toBeGreaterThan(0);
    expect(survivors.every(({ killed }) => killed)).toBe(true);
    expect(isRunning(pidIn('pid'))).toBe(false);
  });

  it('are none where helpers follow the training shortly after it', async () => {
    const { survivors } = await setup().run('sleep 0.1 &');
    expect(survivors).toEqual([]);
  });

  it('are killed when there are two hundred of them', async () => {
    const { run } = setup();
    const { survivors } = await run('for i in $(seq 200); do sleep 60 & done; echo ok');
    expect(survivors.length).toBe(200);
    expect(survivors.every(({ killed }) => killed)).toBe(true);
  });
});

describe('time limits', () => {
  it('end a run that takes too long, with its children', async () => {
    const { run, pidIn, progress } = setup();
    const { end } = await run('sleep 60 & echo $! > pid; wait', { timeoutMs: 300 });
    expect(end).toEqual({ kind: 'timed-out', limit: 'timeout', limitMs: 300 });
    expect(isRunning(pidIn('pid'))).toBe(false);
    expect(progress).toContainEqual({ kind: 'stopping', why: 'the timeout of run 1' });
  });

  it('end a run that ignores SIGINT and SIGTERM', async () => {
    const { run, pidIn } = setup();
    const { end } = await run("trap '' INT TERM; echo $$ > pid; while :; do sleep 0.05; done", { timeoutMs: 300 });
    expect(end.kind).toBe('timed-out');
    expect(isRunning(pidIn('pid'))).toBe(false);
  });

  it('leave a training the time to save what it has', async () => {
    const { run, folder } = setup();
    const script = "trap 'sleep 0.05; echo saved > saved; exit 0' INT; while :; do sleep 0.02; done";
    expect((await run(script, { timeoutMs: 300 })).end.kind).toBe('timed-out');
    expect(readFileSync(join(folder, 'saved'), 'utf8')).toBe('saved\n');
  });

  it('end a run that is silent for too long', async () => {
    const { end } = await setup().run('echo one; sleep 60', { idleTimeoutMs: 300 });
    expect(end).toEqual({ kind: 'timed-out', limit: 'idle-timeout', limitMs: 300 });
  });

  it('let a run live that says something now and then', async () => {
    const script = 'for i in 1 2 3 4 5 6; do printf .; sleep 0.1; done';
    expect((await setup().run(script, { idleTimeoutMs: 450 })).end).toEqual({ kind: 'exited', code: 0 });
  });
});

describe('cancelling', () => {
  it('ends the most stubborn tree within six seconds, with the times that users get', async () => {
    const { run, pidIn } = setup();
    const source = cancellationSource();
    const script =
      "trap '' INT TERM; setsid bash -c 'trap \"\" INT TERM; echo $$ > worker; while :; do sleep 0.1; done' & echo $$ > pid; while :; do sleep 0.1; done";
    const running = run(script, {}, { cancellation: source, timing: {} });
    await new Promise((resolve) => setTimeout(resolve, 400));
    const start = performance.now();
    source.cancel('SIGINT');
    expect((await running).end).toEqual({ kind: 'cancelled', signal: 'SIGINT' });
    expect(performance.now() - start).toBeLessThan(5500);
    expect([isRunning(pidIn('pid')), isRunning(pidIn('worker'))]).toEqual([false, false]);
  });

  it('skips the grace at the second signal', async () => {
    const { run } = setup();
    const source = cancellationSource();
    const running = run("trap '' INT TERM; while :; do sleep 0.05; done", {}, { cancellation: source, timing: {} });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const start = performance.now();
    source.cancel('SIGINT');
    source.cancel('SIGINT');
    expect((await running).end.kind).toBe('cancelled');
    expect(performance.now() - start).toBeLessThan(1500);
  });
});

it('tells every while how long the run takes and is silent', async () => {
  const { run, progress } = setup();
  await run('echo hi; sleep 0.7', { expectedMs: 700 });
  expect(progress).toContainEqual(expect.objectContaining({ kind: 'run-tick', run: 1, of: 2, expectedMs: 700 }));
});

it('signals nobody else: an unrelated process of the same user lives on', async () => {
  const { run } = setup();
  const stranger = spawn('sleep', ['30'], { detached: true, stdio: 'ignore' });
  await run('sleep 60 & exit 0');
  expect(stranger.exitCode).toBeNull();
  expect(stranger.signalCode).toBeNull();
  stranger.kill('SIGKILL');
});
