/** Folders and hosts for the tests of this room: real folders, real processes, short times. */
import { constants, copyFileSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Progress } from '../../src/model/progress.ts';
import type { TrainingRequest } from '../../src/model/request.ts';
import { type Cancellation, neverCancelled } from '../../src/run/cancellation.ts';
import { isAlive, readProcess } from '../../src/run/process-table.ts';
import type { RunHost } from '../../src/run/run-plan.ts';
import type { Timing } from '../../src/run/supervise.ts';

/** A folder that is gone after the test. */
export function scratchFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'train-twice-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** True where the file system of the scratch folders clones files: size then costs nothing. */
export const clonesFiles: boolean = (() => {
  const folder = mkdtempSync(join(tmpdir(), 'train-twice-test-'));
  try {
    writeFileSync(join(folder, 'a'), 'x');
    copyFileSync(join(folder, 'a'), join(folder, 'b'), constants.COPYFILE_FICLONE_FORCE);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
})();

/** Short times, so that the tests of stubborn processes do not wait for people. */
export const quickTiming: Timing = {
  lingerMs: 200,
  timeoutLadder: [
    { signal: 'SIGINT', graceMs: 150 },
    { signal: 'SIGTERM', graceMs: 150 },
  ],
  cancelLadder: [
    { signal: 'SIGINT', graceMs: 150 },
    { signal: 'SIGTERM', graceMs: 150 },
  ],
  survivorLadder: [{ signal: 'SIGTERM', graceMs: 150 }],
  tickMs: 50,
};

/** An id that no other test and no other audit has. */
export function uniqueId(): string {
  return `test-${process.pid}-${Math.random().toString(36).slice(2)}`;
}

export function scriptRequest(
  workingDirectory: string,
  script: string,
  more: Partial<TrainingRequest> = {},
): TrainingRequest {
  return {
    command: { kind: 'script', script },
    workingDirectory,
    seed: 42,
    runs: 2,
    outputs: 'auto',
    timeoutMs: 20_000,
    idleTimeoutMs: null,
    environmentVariables: {},
    withoutDeterminism: [],
    observe: true,
    ...more,
  };
}

export function hostFor(
  root: string,
  options: { progress?: Progress[]; cancellation?: Cancellation; timing?: Partial<Timing> } = {},
): RunHost {
  const auditId = uniqueId();
  const auditDir = join(root, '.train-twice', auditId);
  return {
    auditDir,
    auditId,
    logDir: join(auditDir, 'logs'),
    baseEnvironment: { PATH: process.env.PATH, HOME: process.env.HOME },
    listener: (progress) => {
      options.progress?.push(progress);
    },
    cancellation: options.cancellation ?? neverCancelled,
    timing: { ...quickTiming, ...options.timing },
  };
}

/** True while the process exists and is no zombie. */
export function isRunning(pid: number): boolean {
  const info = readProcess(pid);
  return info !== null && isAlive(info);
}
