/**
 * A RunRecord for results that exist already (`compare`, `check`): everything below the folder, or the one file, counts as
 * written. Nothing is known of the process, and nothing is made up: no end, no seed, no host.
 */
import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { InputProblem, isProblem } from '../model/problem.ts';
import type { RunRecord, WrittenFile } from '../model/run-record.ts';
import { unseenDoubts } from './doubts.ts';
import { keyOf } from './path-bytes.ts';
import { look, type Snapshot, snapshotAtOnce } from './snapshot.ts';
import { recordedPath, writtenFiles } from './written-files.ts';

/**
 * The record of run `number` as found at `path`; a symlink that the user names is followed, those below are not.
 * `start` is when the folder or file last changed: the clock must not make two reports differ.
 * @throws InputProblem `PATH_NOT_FOUND`, `PATH_UNREADABLE`, `PATH_SPECIAL`
 */
export function describeExisting(path: string, number: number): RunRecord {
  const { real, isFolder, mtime } = locate(path);
  const root = isFolder ? real : dirname(real);
  const folder = { root, isOutputDir: false };
  const found = isFolder ? listFolder(path, root) : oneFile(root, keyOf(basename(real)));
  const written: readonly WrittenFile[] = writtenFiles(
    folder,
    [...found].map(([key, node]) => ({ key, change: 'created' as const, node })),
  );
  const unreadable = [...found]
    .filter(([, node]) => node.type === 'unreadable')
    .map(([key]) => recordedPath(folder, key));
  return {
    number,
    argv: [],
    workingDirectory: root,
    environment: {},
    seed: null,
    start: mtime.toISOString(),
    end: null,
    durationMs: 0,
    survivors: [],
    logPath: null,
    logBytes: 0,
    logTail: [],
    written,
    outside: [],
    hostName: '',
    pid: null,
    observed: [],
    unobserved: [],
    machine: null,
    workingTree: null,
    doubts: unseenDoubts(number, unreadable, []),
  };
}

function locate(path: string): { readonly real: string; readonly isFolder: boolean; readonly mtime: Date } {
  const absolute = resolve(path);
  try {
    const found = statSync(absolute);
    if (!found.isFile() && !found.isDirectory()) {
      throw new InputProblem('PATH_SPECIAL', `"${path}" is neither a folder nor a regular file: it is not opened.`, {
        remedy: 'Name the folder that a run wrote, or one file of it.',
      });
    }
    return { real: realpathSync(absolute), isFolder: found.isDirectory(), mtime: found.mtime };
  } catch (error) {
    if (isProblem(error)) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new InputProblem('PATH_NOT_FOUND', `"${path}" does not exist (looked for "${absolute}").`, {
        remedy: 'Name the folder that a run wrote, or one file of it.',
      });
    }
    throw unreadableProblem(path, code);
  }
}

function listFolder(path: string, root: string): Snapshot {
  try {
    return snapshotAtOnce(root);
  } catch (error) {
    if (isProblem(error) && error.code === 'FOLDER_UNREADABLE') throw unreadableProblem(path, error.message);
    throw error;
  }
}

function oneFile(root: string, key: string): Snapshot {
  const node = look(root, key);
  return new Map(node === null ? [] : [[key, node]]);
}

function unreadableProblem(path: string, why: string): InputProblem {
  return new InputProblem('PATH_UNREADABLE', `"${path}" cannot be read: ${why}`, {
    remedy: 'Give this user the right to read it, or name another folder.',
  });
}
