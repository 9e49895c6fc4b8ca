/** A short question to a program of the machine (`nvidia-smi`, `git`, `python --version`): its answer, or null. */
import { execFile } from 'node:child_process';

export interface Question {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Answers beyond so many bytes are no answer. */
  readonly mostBytes?: number;
}

/** A driver that hangs must not hold up the audit. */
const limitMs = 5000;

/** What the program printed to stdout; null where it is not there, failed, or took too long. Never throws. */
export function ask({ file, args, cwd, environment, mostBytes = 1 << 20 }: Question): Promise<Buffer | null> {
  return new Promise((resolve) => {
    try {
      execFile(
        file,
        args,
        {
          cwd,
          env: { ...environment },
          timeout: limitMs,
          killSignal: 'SIGKILL',
          maxBuffer: mostBytes,
          encoding: 'buffer',
        },
        (error, stdout) => resolve(error === null ? stdout : null),
      );
    } catch {
      resolve(null);
    }
  });
}
