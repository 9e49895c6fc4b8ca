/**
 * Bytes of one file of a run, by position.
 *
 * Opened without following a link and without waiting (a FIFO would block for ever); only a regular file is read. What
 * the file was when it was opened is held against what it is when it is closed: a file that changed meanwhile proves
 * nothing. Nothing is cached here.
 */
import { type BigIntStats, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from '../model/byte-source.ts';
import { FormatProblem } from '../model/problem.ts';
import type { FileState } from '../model/run-record.ts';

export interface FileSource extends ByteSource {
  /**
   * Gives the file back; a second call does nothing.
   * @throws FormatProblem `CHANGED_DURING_READ` where the file is no longer what it was when it was opened.
   */
  close(): void;
}

/** Windows has neither; there a link is followed, and `fstat` still tells a regular file. */
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Opens a file for reading. `path` as bytes where the name is not UTF-8; `name` is what messages call it.
 * `expected` is the state that the run left: identity, size and mtime must be the same (the ctime may differ, because the
 * file was moved since).
 * @throws FormatProblem `NOT_A_REGULAR_FILE`, `CHANGED_DURING_READ`, or the system's own code (`EACCES`, `ENOENT`, `EIO`, …)
 */
export function openFileSource(path: string | Buffer, expected: FileState | null, name = String(path)): FileSource {
  const fd = openDescriptor(path, name);
  let before: BigIntStats;
  try {
    before = fstatSync(fd, { bigint: true });
    if (!before.isFile()) throw notRegular(name, 'is no regular file');
    if (expected !== null && !isStill(expected, before)) throw changed(name, 'since the run ended');
  } catch (error) {
    closeSync(fd);
    throw error instanceof FormatProblem ? error : systemProblem(error, name, 'looked at');
  }
  const byteLength = Number(before.size);
  let open = true;
  const readInto = (target: Uint8Array, offset: number): void => {
    const { byteLength: wanted } = target;
    if (!Number.isSafeInteger(offset) || offset < 0 || offset + wanted > byteLength)
      throw new FormatProblem(
        'TRUNCATED',
        `bytes ${offset} to ${offset + wanted} were asked for, but the file has ${byteLength}`,
        { place: { file: name, offset }, remedy: 'The file is cut short or damaged; write it again.' },
      );
    for (let done = 0; done < wanted; ) {
      const count = readOnce(fd, target, done, offset + done, name);
      // The range lies inside the size of the open file, so an early end means that it shrank.
      if (count === 0) throw changed(name, 'and became shorter while it was read');
      done += count;
    }
  };
  return {
    name,
    byteLength,
    readInto,
    read(offset, length) {
      if (!Number.isSafeInteger(length) || length < 0 || offset + length > byteLength)
        throw new FormatProblem(
          'TRUNCATED',
          `${length} bytes at ${offset} were asked for, but the file has ${byteLength}`,
          {
            place: { file: name, offset },
            remedy: 'The file is cut short or damaged; write it again.',
          },
        );
      const bytes = new Uint8Array(length);
      readInto(bytes, offset);
      return bytes;
    },
    close() {
      if (!open) return;
      open = false;
      let after: BigIntStats;
      try {
        after = fstatSync(fd, { bigint: true });
      } finally {
        closeSync(fd);
      }
      if (!sameState(before, after)) throw changed(name, 'while it was read');
    },
  };
}

function openDescriptor(path: string | Buffer, name: string): number {
  try {
    return openSync(path, openFlags);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ELOOP' || code === 'EMLINK') throw notRegular(name, 'is a symbolic link');
    if (code === 'ENXIO' || code === 'EOPNOTSUPP' || code === 'ENODEV') throw notRegular(name, 'is a socket or device');
    throw systemProblem(error, name, 'opened');
  }
}

function readOnce(fd: number, target: Uint8Array, at: number, position: number, name: string): number {
  try {
    return readSync(fd, target, at, target.byteLength - at, position);
  } catch (error) {
    throw systemProblem(error, name, 'read');
  }
}

function sameState(before: BigIntStats, after: BigIntStats): boolean {
  return (
    before.dev === after.dev &&
    before.ino === after.ino &&
    before.size === after.size &&
    before.mtimeNs === after.mtimeNs &&
    before.ctimeNs === after.ctimeNs
  );
}

/** Moved within a file system a file keeps its inode; copied to another one it keeps size and, to the microsecond, mtime. */
function isStill(expected: FileState, now: BigIntStats): boolean {
  if (BigInt(expected.size) !== now.size) return false;
  const shift = BigInt(expected.mtimeNs) - now.mtimeNs;
  if (expected.device === String(now.dev)) return expected.inode === String(now.ino) && shift === 0n;
  return shift < 2000n && shift > -2000n;
}

function notRegular(name: string, what: string): FormatProblem {
  return new FormatProblem('NOT_A_REGULAR_FILE', `the path ${what}; a regular file was expected`, {
    place: { file: name },
    remedy:
      'Only regular files can be compared. Let the training write a regular file, or set this one aside with `ignore`.',
  });
}

function changed(name: string, when: string): FormatProblem {
  return new FormatProblem('CHANGED_DURING_READ', `the file changed ${when}`, {
    place: { file: name },
    remedy: 'Make sure that no process of the training is still writing when the command ends.',
  });
}

function systemProblem(error: unknown, name: string, action: string): FormatProblem {
  const code = codeOf(error);
  return new FormatProblem(code, `the file could not be ${action}: ${meaning(code)}`, {
    place: { file: name },
    remedy:
      code === 'EACCES' || code === 'EPERM'
        ? 'Let the training write files that the user of the runner can read.'
        : 'Look at the file and its file system, then run the audit again.',
    cause: error,
  });
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : 'UNREADABLE';
}

const meanings: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied (EACCES)'],
  ['EPERM', 'not permitted (EPERM)'],
  ['ENOENT', 'it is no longer there (ENOENT)'],
  ['EIO', 'the device reports an error (EIO)'],
  ['ESTALE', 'the network file system lost it (ESTALE)'],
  ['ENAMETOOLONG', 'the name is too long (ENAMETOOLONG)'],
  ['EMFILE', 'too many files are open (EMFILE)'],
]);

function meaning(code: string): string {
  return meanings.get(code) ?? `the system says ${code}`;
}
