/**
 * One file written so that its final name holds either the old content or all of the new: a temporary file in the same
 * folder, looped writes (a short write is no error to `write(2)`), size checked, fsync, rename, fsync of the folder. A rename
 * replaces a symbolic link at the final name and never writes through it. Leaves nothing behind when it fails.
 */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PublishProblem } from '../model/problem.ts';

/** @throws PublishProblem `WRITE_FAILED`, `NAME_IS_FOLDER`, `NAME_IS_SPECIAL` */
export async function writeFileAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await replaceAtomically(path, (handle) => writeAll(handle, bytes));
}

/** As `writeFileAtomically`, for content that is made while it is written; `write` gives the size that it wrote. */
export async function replaceAtomically(path: string, write: (handle: FileHandle) => Promise<number>): Promise<void> {
  await refuseWhatIsNoFile(path);
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = await open(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o644);
    try {
      const expected = await write(handle);
      await handle.sync();
      const { size } = await handle.stat();
      if (size !== expected) {
        throw new PublishProblem('WRITE_FAILED', `Only ${size} of ${expected} bytes reached the disk.`);
      }
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw asProblem(error, path);
  }
}

/** Writes every byte; a short write is continued, and one that makes no progress is an error. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<number> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done);
    if (bytesWritten <= 0) throw new PublishProblem('WRITE_FAILED', 'The disk took no more bytes.');
    done += bytesWritten;
  }
  return done;
}

/** A rename would put a plain file in the place of a device: `--output /dev/null` as root would break the machine. */
async function refuseWhatIsNoFile(path: string): Promise<void> {
  const found = await lstat(path).catch(() => null);
  if (found === null || found.isFile() || found.isSymbolicLink()) return;
  if (!found.isDirectory()) {
    throw new PublishProblem(
      'NAME_IS_SPECIAL',
      `"${basename(path)}" is a device, a pipe or a socket; expected a file.`,
      {
        place: { file: path },
        remedy: 'Name a file, or leave the option out to have the result on stdout.',
      },
    );
  }
  throw new PublishProblem('NAME_IS_FOLDER', `A folder stands where "${basename(path)}" is to be written.`, {
    place: { file: path },
    remedy: 'Remove the folder, or choose another report-dir.',
  });
}

/** Not every file system can sync a folder; the rename itself is done by then. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, constants.O_RDONLY).catch(() => null);
  if (handle === null) return;
  try {
    await handle.sync().catch(() => {});
  } finally {
    await handle.close();
  }
}

const remedies: Readonly<Record<string, string>> = {
  ENOSPC: 'Free some space, or set report-dir to a disk that has some.',
  EDQUOT: 'Free some of the quota, or set report-dir to another disk.',
  EROFS: 'Set report-dir to a place that can be written to.',
  EACCES: 'Give this user the right to write there, or set report-dir to another place.',
  EPERM: 'Give this user the right to write there, or set report-dir to another place.',
  ENOENT: 'Let the folder exist while the audit runs.',
};

function asProblem(error: unknown, path: string): PublishProblem {
  if (error instanceof PublishProblem && error.place.file !== undefined) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const said = error instanceof Error ? error.message : String(error);
  return new PublishProblem('WRITE_FAILED', `"${basename(path)}" could not be written: ${said}`, {
    place: { file: path },
    remedy: remedies[code] ?? 'Make the report-dir writable and start again.',
    cause: error,
  });
}
