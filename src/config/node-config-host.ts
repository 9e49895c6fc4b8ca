/** The ConfigHost of a real process. Sizes are bounded before anything is read; only regular UTF-8 files are. */
import { accessSync, closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { InputProblem } from '../model/problem.ts';
import type { ConfigHost, KnownNames } from './config-host.ts';

/** A configuration of a thousand lines has 50 KB; a JSON Schema rarely more. */
export const maxConfigBytes = 256 * 1024;

/** Looks at this machine's files; `cwd` and `environment` are the caller's. */
export function nodeConfigHost(
  process: { readonly cwd: string; readonly environment: Readonly<Record<string, string | undefined>> },
  version: string,
  known: KnownNames,
): ConfigHost {
  return { ...process, version, known, statKind, canWrite, readFile: readTextFile };
}

function statKind(path: string): 'file' | 'directory' | 'other' | null {
  try {
    const stats = statSync(path);
    return stats.isDirectory() ? 'directory' : stats.isFile() ? 'file' : 'other';
  } catch {
    return null;
  }
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @throws InputProblem where the file cannot be read, is no regular file, too large, or not UTF-8 */
function readTextFile(path: string): string | null {
  let descriptor: number;
  try {
    // Without O_NONBLOCK opening a FIFO waits for a writer, for ever.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw unreadable(path, `cannot be opened (${code})`, 'Give this user the right to read it.');
  }
  try {
    return decode(path, readBytes(path, descriptor));
  } finally {
    closeSync(descriptor);
  }
}

function readBytes(path: string, descriptor: number): Uint8Array {
  const stats = fstatSync(descriptor);
  if (!stats.isFile()) throw unreadable(path, 'is not a regular file', 'Name a file.');
  const tooLarge = `is larger than ${maxConfigBytes / 1024} KiB, the most that is read`;
  if (stats.size > maxConfigBytes) throw unreadable(path, tooLarge, 'Is it the right file?');
  const buffer = new Uint8Array(maxConfigBytes + 1);
  let length = 0;
  for (;;) {
    const got = readSync(descriptor, buffer, length, buffer.length - length, null);
    length += got;
    if (got === 0) return buffer.subarray(0, length);
    if (length > maxConfigBytes) throw unreadable(path, tooLarge, 'Is it the right file?');
  }
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(path, 'is not UTF-8 text', 'Save it as UTF-8.');
  }
}

function unreadable(path: string, what: string, remedy: string): InputProblem {
  return new InputProblem('UNREADABLE_CONFIG', `${JSON.stringify(path)} ${what}.`, { place: { file: path }, remedy });
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
