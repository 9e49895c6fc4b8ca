/**
 * run-N.log: what the training printed, as it came, both streams in one file. Written with back-pressure (the training
 * waits while the disk does), in constant memory, at line borders, so that a line of one stream is never cut by the other.
 *
 * Of more than `headBytes + tailBytes` the head and the tail are kept; in between stands one line that says so. A log that
 * cannot be written (full disk) never stops the training: it goes on, and the summary says what happened.
 */
import { constants, rmSync } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';

export type OutputStream = 'stdout' | 'stderr';

export interface LogSummary {
  /** Size of the file. */
  readonly bytes: number;
  /** Bytes between head and tail that are not in the file. */
  readonly leftOut: number;
  /** The last 20 lines, 500 characters of each. */
  readonly tail: readonly string[];
  /** Why the log is not whole, or null. */
  readonly problem: string | null;
}

export interface LogFile {
  /** Resolves when there is room for more. The chunk may be reused afterwards. */
  write(chunk: Uint8Array, stream: OutputStream): Promise<void>;
  close(): Promise<LogSummary>;
}

export interface LogLimits {
  readonly headBytes: number;
  readonly tailBytes: number;
}

/** Weeks of a talkative training fit; two such logs still go into an artifact. */
const defaultLimits: LogLimits = { headBytes: 96 * 1024 * 1024, tailBytes: 32 * 1024 * 1024 };

/** A line longer than this may be cut by the other stream. */
const maxHeldBytes = 64 * 1024;

const tailLines = 20;
const tailCharacters = 500;

/** Opens the log of a run; what stood at `path` before is gone, and a symlink there is not followed. */
export async function openLog(path: string, limits: LogLimits = defaultLimits): Promise<LogFile> {
  const head = await openNew(path);
  let ring: { readonly file: FileHandle; written: number } | null = null;
  let headBytes = 0;
  let problem: string | null = null;
  const held: Record<OutputStream, Buffer> = { stdout: Buffer.alloc(0), stderr: Buffer.alloc(0) };
  const ringPath = `${path}.tail`;

  const store = async (bytes: Uint8Array): Promise<void> => {
    if (bytes.length === 0 || problem !== null) return;
    try {
      if (ring === null && headBytes + bytes.length <= limits.headBytes) {
        await writeFully(head, bytes, headBytes);
        headBytes += bytes.length;
        return;
      }
      ring ??= { file: await openNew(ringPath), written: 0 };
      for (let at = 0; at < bytes.length; ) {
        const position = ring.written % limits.tailBytes;
        const piece = bytes.subarray(at, at + Math.min(bytes.length - at, limits.tailBytes - position));
        await writeFully(ring.file, piece, position);
        ring.written += piece.length;
        at += piece.length;
      }
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
  };

  const accept = async (chunk: Uint8Array, stream: OutputStream): Promise<void> => {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    const border = Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d)) + 1;
    const before = held[stream];
    if (border > 0) {
      await store(before);
      await store(bytes.subarray(0, border));
      held[stream] = Buffer.from(bytes.subarray(border));
    } else {
      held[stream] = Buffer.concat([before, bytes]);
    }
    if (held[stream].length > maxHeldBytes) {
      await store(held[stream]);
      held[stream] = Buffer.alloc(0);
    }
  };

  /** Puts the tail behind the head; gives the number of bytes in between that are lost. */
  const joinTail = async (): Promise<number> => {
    if (ring === null) return 0;
    const kept = Math.min(ring.written, limits.tailBytes);
    let start = ring.written - kept;
    // A tail that starts inside a line would read as a line that was never printed.
    if (ring.written > kept) start += await bytesToNextLine(ring.file, start, limits.tailBytes, kept);
    const leftOut = ring.written > kept ? start : 0;
    if (leftOut > 0) {
      const note = Buffer.from(`\n[train-twice] ${leftOut} bytes of output are left out here: the log is limited.\n`);
      await writeFully(head, note, headBytes);
      headBytes += note.length;
    }
    const buffer = Buffer.allocUnsafe(256 * 1024);
    while (start < ring.written) {
      const position = start % limits.tailBytes;
      const wanted = Math.min(buffer.length, ring.written - start, limits.tailBytes - position);
      const { bytesRead } = await ring.file.read(buffer, 0, wanted, position);
      if (bytesRead === 0) throw new Error(`${ringPath} is shorter than what was written to it`);
      await writeFully(head, buffer.subarray(0, bytesRead), headBytes);
      headBytes += bytesRead;
      start += bytesRead;
    }
    return leftOut;
  };

  let last: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    last = last.then(work);
    return last;
  };

  return {
    write: (chunk, stream) => inTurn(() => accept(chunk, stream)),
    async close() {
      await inTurn(async () => {
        await store(held.stdout);
        if (held.stdout.length > 0 && held.stderr.length > 0) await store(Buffer.from('\n'));
        await store(held.stderr);
      });
      let leftOut = 0;
      try {
        leftOut = await joinTail();
      } catch (error) {
        problem ??= error instanceof Error ? error.message : String(error);
      }
      const tail = await readTail(head, headBytes);
      await head.close();
      if (ring !== null) {
        await ring.file.close();
        await rm(ringPath, { force: true });
      }
      return { bytes: headBytes, leftOut, tail, problem };
    },
  };
}

async function openNew(path: string): Promise<FileHandle> {
  rmSync(path, { force: true });
  return open(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0), 0o644);
}

async function writeFully(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, at, bytes.length - at, position + at);
    at += bytesWritten;
  }
}

async function bytesToNextLine(ring: FileHandle, start: number, size: number, kept: number): Promise<number> {
  const buffer = Buffer.allocUnsafe(Math.min(maxHeldBytes, kept));
  const position = start % size;
  const { bytesRead } = await ring.read(buffer, 0, Math.min(buffer.length, size - position), position);
  const found = buffer.subarray(0, bytesRead).findIndex((byte) => byte === 0x0a || byte === 0x0d);
  return found === -1 ? 0 : found + 1;
}

async function readTail(file: FileHandle, size: number): Promise<readonly string[]> {
  // Four bytes a character at most, and as much again for lines that are longer than shown.
  const length = Math.min(size, 2 * 4 * tailLines * tailCharacters);
  const buffer = Buffer.alloc(length);
  try {
    await file.read(buffer, 0, length, size - length);
  } catch {
    return [];
  }
  const lines = buffer
    .toString('utf8')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '');
  return lines.slice(-tailLines).map((line) => line.slice(0, tailCharacters));
}
