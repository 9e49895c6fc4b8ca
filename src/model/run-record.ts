/** What is known of one run after it ended. The end of a run is data: only exit code 0, no signal, no timeout is success. */
import type { Machine, WorkingTree } from './machine.ts';
import type { ObservedProcess } from './observed-process.ts';

export type RunEnd =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'signalled'; readonly signal: string }
  | { readonly kind: 'timed-out'; readonly limit: 'timeout' | 'idle-timeout'; readonly limitMs: number }
  | { readonly kind: 'not-started'; readonly why: string }
  | { readonly kind: 'cancelled'; readonly signal: string };

/** True only where the training ended by itself with exit code 0. `null`, signals and timeouts are never success. */
export function runSucceeded(end: RunEnd): boolean {
  return end.kind === 'exited' && end.code === 0;
}

/** One sentence without a full stop, e.g. `exited with code 3`, `was killed by SIGKILL (often: out of memory)`. */
export function describeRunEnd(end: RunEnd): string {
  switch (end.kind) {
    case 'exited':
      return end.code > 128 && end.code < 160
        ? `exited with code ${end.code} (a shell's way to say: killed by signal ${end.code - 128})`
        : `exited with code ${end.code}`;
    case 'signalled':
      return `was killed by ${end.signal}${end.signal === 'SIGKILL' ? ' (often the kernel, out of memory)' : ''}`;
    case 'timed-out':
      return end.limit === 'timeout'
        ? `ran longer than the timeout of ${Math.round(end.limitMs / 1000)} s`
        : `printed nothing for the idle timeout of ${Math.round(end.limitMs / 1000)} s`;
    case 'not-started':
      return `could not be started: ${end.why}`;
    case 'cancelled':
      return `was cancelled by ${end.signal}`;
    default:
      end satisfies never;
      return '';
  }
}

/** Identity and state of one file: what a fingerprint belongs to. Times in nanoseconds since the epoch, as decimal text. */
export interface FileState {
  readonly device: string;
  readonly inode: string;
  readonly size: number;
  readonly mtimeNs: string;
  readonly ctimeNs: string;
}

export type FileChange = 'created' | 'changed' | 'deleted';

/** One thing that a run wrote. `path` is relative to the run's root, with `/`; odd bytes of a name as `\xHH`. */
export interface WrittenFile {
  readonly path: string;
  readonly change: FileChange;
  /** `file` can be read; everything else is listed and never opened. */
  readonly type: 'file' | 'symlink' | 'fifo' | 'socket' | 'device' | 'unreadable' | 'deleted';
  /** Absolute path where the bytes are now (run 1's were moved away). */
  readonly absolutePath: string;
  /** Only where the name is not UTF-8: the true bytes of `absolutePath` in hexadecimal, for `Buffer.from(nameBytes, 'hex')`. */
  readonly nameBytes?: string;
  readonly state: FileState | null;
  /** Why it cannot be read, or where a symlink points. */
  readonly detail?: string;
}

export interface RunRecord {
  /** 1, 2, … */
  readonly number: number;
  /** As it was started, after `{seed}` was put in. */
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  /** What we added or changed, by name: determinism set, TRAIN_TWICE_*, the user's own. */
  readonly environment: Readonly<Record<string, string>>;
  readonly seed: number | null;
  readonly start: string; // ISO 8601, UTC
  readonly end: RunEnd | null; // null: not run by us (`compare`)
  readonly durationMs: number;
  /** Processes of the run that were still alive when it ended, and had to be killed. */
  readonly survivors: readonly { readonly pid: number; readonly command: string; readonly killed: boolean }[];
  /** Absolute path of the log (stdout and stderr as they came), or null for `compare`. */
  readonly logPath: string | null;
  readonly logBytes: number;
  /** The last lines of the log, for reports: at most 20 lines of at most 500 characters. */
  readonly logTail: readonly string[];
  /** What the run left inside its outputs. */
  readonly written: readonly WrittenFile[];
  /** What the run created, changed or deleted outside `outputs`, when `outputs` was narrowed. */
  readonly outside: readonly WrittenFile[];
  /** Host name and process id of the training: own names. */
  readonly hostName: string;
  readonly pid: number | null;
  /** Its Python processes, as the observer saw them; empty where it was off or could not ride. */
  readonly observed: readonly ObservedProcess[];
  /** Its Python processes in which the observer could not ride, with the flag or setting that kept it out. */
  readonly unobserved: readonly { readonly command: string; readonly why: string }[];
  /** Null where the run was not ours. */
  readonly machine: Machine | null;
  /** Null where the run was not ours, or the working directory lies in no Git repository that could be asked. */
  readonly workingTree: WorkingTree | null;
  /** Anything that weakens the comparison, said in a sentence: stale outputs, files still being written… */
  readonly doubts: readonly { readonly code: string; readonly message: string }[];
}
