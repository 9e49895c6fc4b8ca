/**
 * One process tree from its start to its end: started in a session of its own, logged, watched, stopped when its time is
 * over or nobody wants it any more, and cleaned up after. @actions/exec is no help here: it has
 * no groups, no timeout, and takes a death by signal for exit code null.
 *
 * Left out on purpose: Windows (refused earlier), cgroups (they need a delegated hierarchy).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProgressListener } from '../model/progress.ts';
import type { RunEnd, RunRecord } from '../model/run-record.ts';
import type { Cancellation } from './cancellation.ts';
import { type LogFile, type LogLimits, type LogSummary, openLog } from './log-file.ts';
import { openPipe } from './open-pipe.ts';
import { type ProcessTree, pollMs, type TreeProcess, watchTree } from './process-tree.ts';
import { type OutputRelay, relayOutput } from './relay-output.ts';
import { cancelLadder, goneWithin, type Rung, stopTree, survivorLadder, timeoutLadder } from './stop-tree.ts';

export interface Assignment {
  readonly run: number;
  readonly of: number;
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string>>;
  /** `NAME=value` that every process of the audit carries in its environment. */
  readonly marker: string;
  readonly logPath: string;
  readonly timeoutMs: number;
  readonly idleTimeoutMs: number | null;
  /** How long the run before took. */
  readonly expectedMs: number | null;
}

export interface Supervision {
  readonly listener: ProgressListener;
  readonly cancellation: Cancellation;
  /** Only tests choose other times and sizes. */
  readonly timing?: Partial<Timing>;
  readonly logLimits?: LogLimits;
}

export interface Timing {
  /** How long helpers (resource trackers, uploaders) may take to follow the training they belong to. */
  readonly lingerMs: number;
  readonly timeoutLadder: readonly Rung[];
  readonly cancelLadder: readonly Rung[];
  readonly survivorLadder: readonly Rung[];
  readonly tickMs: number;
}

const defaultTiming: Timing = { lingerMs: 2000, timeoutLadder, cancelLadder, survivorLadder, tickMs: 1000 };

/** Once every process is gone, what is in the pipe still comes; only a stranger can hold it open longer. */
const drainMs = 1000;

export interface SupervisedRun {
  readonly pid: number | null;
  /** ISO 8601, UTC. */
  readonly start: string;
  readonly end: RunEnd;
  readonly durationMs: number;
  readonly survivors: RunRecord['survivors'];
  readonly unobserved: RunRecord['unobserved'];
  readonly log: LogSummary;
}

/** Runs the command and resolves when nothing of it is left, whatever happened to it. Never throws for what a training does. */
export async function supervise(assignment: Assignment, supervision: Supervision): Promise<SupervisedRun> {
  const log = await openLog(assignment.logPath, supervision.logLimits);
  const start = new Date().toISOString();
  const startedMs = performance.now();
  const started = await startProcess(assignment);
  if ('why' in started) {
    const end: RunEnd = { kind: 'not-started', why: started.why };
    return { pid: null, start, end, durationMs: 0, survivors: [], unobserved: [], log: await log.close() };
  }
  const { child, pid, streams } = started;
  const relay = relayOutput(assignment.run, supervision.listener, () => performance.now());
  let lastOutputMs = startedMs;
  const onOutput = (): void => {
    lastOutputMs = performance.now();
  };
  const drained = Promise.all([
    drain(streams.stdout, 'stdout', log, relay, onOutput),
    drain(streams.stderr, 'stderr', log, relay, onOutput),
  ]);

  const tree = watchTree(pid, assignment.marker);
  const { ended, survivors } = await watch(assignment, supervision, child, tree, startedMs, () => lastOutputMs);
  const durationMs = ended.durationMs;
  if (!(await settledWithin(drained, drainMs))) {
    streams.stdout.destroy();
    streams.stderr.destroy();
    await drained;
  }
  relay.end();
  return { pid, start, end: ended.end, durationMs, survivors, unobserved: tree.isolated(), log: await log.close() };
}

interface Started {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly streams: { readonly stdout: Readable; readonly stderr: Readable };
}

async function startProcess(assignment: Assignment): Promise<Started | { readonly why: string }> {
  const [file, ...rest] = assignment.argv;
  const pipes = { stdout: openPipe(), stderr: openPipe() };
  let child: ChildProcess;
  try {
    child = spawn(file ?? '', rest, {
      cwd: assignment.workingDirectory,
      env: { ...assignment.environment },
      detached: true,
      stdio: ['ignore', pipes.stdout?.writeEnd ?? 'pipe', pipes.stderr?.writeEnd ?? 'pipe'],
    });
  } catch (error) {
    pipes.stdout?.readEnd.destroy();
    pipes.stderr?.readEnd.destroy();
    return { why: error instanceof Error ? error.message : String(error) };
  } finally {
    pipes.stdout?.closeWriteEnd();
    pipes.stderr?.closeWriteEnd();
  }
  const stdout = pipes.stdout?.readEnd ?? child.stdout;
  const stderr = pipes.stderr?.readEnd ?? child.stderr;
  if (child.pid === undefined || stdout === null || stderr === null) {
    const why = await new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(error.message));
    });
    stdout?.destroy();
    stderr?.destroy();
    return { why };
  }
  // A failed kill is reported as an event too; without a listener it would end us.
  child.on('error', () => {});
  return { child, pid: child.pid, streams: { stdout, stderr } };
}

/** Reads a stream to its end; the training waits while the log is being written. */
async function drain(
  stream: Readable,
  name: 'stdout' | 'stderr',
  log: LogFile,
  relay: OutputRelay,
  onOutput: () => void,
): Promise<void> {
  try {
    for await (const chunk of stream) {
      onOutput();
      await log.write(chunk, name);
      relay[name].push(chunk);
    }
  } catch {
    // Destroyed by us because a stranger holds it open: what came is in the log.
  }
}

type Stop = Extract<RunEnd, { kind: 'timed-out' | 'cancelled' }>;

async function watch(
  assignment: Assignment,
  supervision: Supervision,
  child: ChildProcess,
  tree: ProcessTree,
  startedMs: number,
  lastOutputMs: () => number,
): Promise<{
  readonly ended: { readonly end: RunEnd; readonly durationMs: number };
  readonly survivors: RunRecord['survivors'];
}> {
  const { run, of, timeoutMs, idleTimeoutMs, expectedMs } = assignment;
  const timing = { ...defaultTiming, ...supervision.timing };
  let times = 0;
  let exited = false;
  let callStop: (stop: Stop) => void = () => {};
  const stopCalled = new Promise<Stop>((resolve) => {
    callStop = resolve;
  });
  const exit = new Promise<RunEnd>((resolve) => {
    child.once('exit', (code, signal) => {
      exited = true;
      resolve(code === null ? { kind: 'signalled', signal: signal ?? 'an unknown signal' } : { kind: 'exited', code });
    });
  });
  const forget = supervision.cancellation.onCancel((signal, count) => {
    times = count;
    callStop({ kind: 'cancelled', signal });
  });
  let lastTickMs = startedMs;
  // One short timer for everything: a timer of days would overflow, and the clock decides, not the count of ticks.
  const timer = setInterval(
    () => {
      tree.look();
      const now = performance.now();
      const silentMs = now - lastOutputMs();
      if (now - startedMs >= timeoutMs) callStop({ kind: 'timed-out', limit: 'timeout', limitMs: timeoutMs });
      else if (idleTimeoutMs !== null && silentMs >= idleTimeoutMs) {
        callStop({ kind: 'timed-out', limit: 'idle-timeout', limitMs: idleTimeoutMs });
      }
      if (now - lastTickMs >= timing.tickMs) {
        lastTickMs = now;
        supervision.listener({ kind: 'run-tick', run, of, elapsedMs: now - startedMs, silentMs, expectedMs });
      }
    },
    Math.min(pollMs, timeoutMs, idleTimeoutMs ?? pollMs),
  );
  tree.look();

  try {
    const first = await Promise.race([exit, stopCalled]);
    const inHurry = (): boolean => times > 1;
    if (first.kind === 'timed-out' || first.kind === 'cancelled') {
      const why = first.kind === 'cancelled' ? first.signal : `the ${first.limit.replace('-', ' ')} of run ${run}`;
      supervision.listener({ kind: 'stopping', why });
      const left = await stopTree(tree, first.kind === 'cancelled' ? timing.cancelLadder : timing.timeoutLadder, () =>
        first.kind === 'cancelled' ? inHurry() : times > 0,
      );
      // A process in an uninterruptible call cannot be waited for.
      await settledWithin(exit, drainMs);
      const durationMs = performance.now() - startedMs;
      return { ended: { end: first, durationMs }, survivors: left.map((one) => survivor(one, false)) };
    }
    const ended = { end: first, durationMs: performance.now() - startedMs };
    const wanted = (): boolean => times > 0;
    if (await goneWithin(tree, timing.lingerMs, wanted)) return { ended, survivors: [] };
    const found = tree.alive();
    if (found.length > 0) supervision.listener({ kind: 'note', message: survivorsNote(run, found) });
    const left = await stopTree(tree, timing.survivorLadder, wanted);
    const stillThere = new Set(left.map((one) => one.pid));
    const all = [...found, ...left.filter((one) => !found.some((other) => other.pid === one.pid))];
    return { ended, survivors: all.map((one) => survivor(one, !stillThere.has(one.pid))) };
  } finally {
    clearInterval(timer);
    forget();
    if (!exited) child.unref();
  }
}

function survivor(found: TreeProcess, killed: boolean): RunRecord['survivors'][number] {
  return { pid: found.pid, command: found.command, killed };
}

function survivorsNote(run: number, found: readonly TreeProcess[]): string {
  const names = found.slice(0, 3).map((one) => `${one.pid} (${one.command})`);
  return `Run ${run} ended, but ${found.length} of its processes did not: ${names.join(', ')}. They are being stopped.`;
}

/** True when the promise settles in time. */
async function settledWithin(promise: Promise<unknown>, limitMs: number): Promise<boolean> {
  const limit = new AbortController();
  const settled = promise.then(() => true);
  try {
    return await Promise.race([settled, sleep(limitMs, false, { signal: limit.signal })]);
  } finally {
    limit.abort();
  }
}
