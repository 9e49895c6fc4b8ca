/**
 * Lines of a running training for whoever watches, at a rate that a console can bear. What is not shown is counted and
 * said; the log has everything. Escaping for a console is the business of publish/.
 */
import type { ProgressListener } from '../model/progress.ts';
import { type LineSplitter, lineSplitter } from './line-splitter.ts';

export interface OutputRelay {
  readonly stdout: LineSplitter;
  readonly stderr: LineSplitter;
  /** Says what was not shown since the last time; call it at the end. */
  end(): void;
}

/** Whole lines: more than a person reads and less than what makes a hosted log slow. */
const linesPerSecond = 100;
const burst = 1000;
/** States of a progress bar, each replaced by the next: two a second look alive. */
const refreshesPerSecond = 2;

/** @param nowMs a monotonic clock in milliseconds */
export function relayOutput(run: number, listener: ProgressListener, nowMs: () => number): OutputRelay {
  let tokens = burst;
  let refilled = nowMs();
  let lastRefresh = Number.NEGATIVE_INFINITY;
  let dropped = 0;

  const tellDropped = (): void => {
    if (dropped === 0) return;
    const lines = dropped === 1 ? '1 line' : `${dropped.toLocaleString('en-US')} lines`;
    listener({ kind: 'note', message: `Run ${run}: ${lines} of output not shown here; run-${run}.log has them.` });
    dropped = 0;
  };
  const admits = (isRefresh: boolean): boolean => {
    const now = nowMs();
    if (isRefresh) {
      if (now - lastRefresh < 1000 / refreshesPerSecond) return false;
      lastRefresh = now;
      return true;
    }
    tokens = Math.min(burst, tokens + ((now - refilled) / 1000) * linesPerSecond);
    refilled = now;
    // Once lines are dropped, a quarter of a second's worth is gathered first: else a note would stand between any two lines.
    if (tokens < (dropped > 0 ? linesPerSecond / 4 : 1)) {
      dropped += 1;
      return false;
    }
    tellDropped();
    tokens -= 1;
    return true;
  };
  const splitterFor = (stream: 'stdout' | 'stderr'): LineSplitter =>
    lineSplitter((bytes, ending, cut) => {
      if (!admits(ending === 'return')) return;
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
      listener({ kind: 'run-output', run, stream, line: cut === 0 ? text : `${text} … (${cut} bytes more)` });
    });
  const stdout = splitterFor('stdout');
  const stderr = splitterFor('stderr');
  return {
    stdout,
    stderr,
    end() {
      stdout.end();
      stderr.end();
      tellDropped();
    },
  };
}
