/**
 * A pipe for the output of a training. Node's own `stdio: 'pipe'` is a pair of sockets, and then `> /dev/stdout` and
 * `tee /dev/stderr` fail in the training with ENXIO; a named pipe that is opened from both ends and unlinked behaves as in
 * a terminal's pipeline. Where none can be made (no mkfifo, odd file system) Node's sockets have to do.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

export interface OutputPipe {
  /** For `stdio` of the training. */
  readonly writeEnd: number;
  readonly readEnd: Readable;
  /** To be called once the training has its copy: else the end of output would never come. */
  closeWriteEnd(): void;
}

/** A fresh pipe, or null where the system gives none. */
export function openPipe(): OutputPipe | null {
  let folder: string | null = null;
  try {
    folder = mkdtempSync(join(tmpdir(), 'train-twice-'));
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', ['-m', '600', path], { stdio: 'ignore' });
    // Without O_NONBLOCK this would wait for a writer.
    const readFd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const writeFd = openSync(path, constants.O_WRONLY);
    let open = true;
    return {
      writeEnd: writeFd,
      readEnd: new Socket({ fd: readFd, readable: true, writable: false }),
      closeWriteEnd() {
        if (open) closeSync(writeFd);
        open = false;
      },
    };
  } catch {
    return null;
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
}
