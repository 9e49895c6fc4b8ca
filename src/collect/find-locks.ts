/**
 * Lock files beside the code: in the folder where the training is started and, inside a Git working tree, in the folders above
 * it up to the tree's root. They are looked at before the first run, because a run may write a list of its own there.
 *
 * Left out on purpose: folders below, links, and requirements files in which any line is open: those say what was asked for.
 */
import { lstatSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { AnyRecordFormat } from '../formats/records/record-format.ts';
import { isProblem, LimitProblem } from '../model/problem.ts';
import type { RequirementsRecord } from '../model/record.ts';
import type { RunRecord } from '../model/run-record.ts';
import { openFileSource } from './file-source.ts';
import { registeredFormats } from './registered-formats.ts';

/** Nobody keeps a training so deep below the root of its repository. */
const mostFolders = 32;
/** Of each folder; a folder of data beside the code is not worth a look at every name. */
const mostNames = 5000;
const mostLocks = 20;

const lockNames = /^(?:uv\.lock|poetry\.lock|pixi\.lock|pylock(?:\.[\w-]+)?\.toml|requirements[\w.-]*\.(?:txt|lock))$/;
/** An explicit list of conda has no name of its own: its content decides. */
const mayBeExplicit = /(?:conda|explicit|spec)[\w.-]*\.(?:txt|lock)$/;

/** The locks, nearest first, with paths relative to that folder (`../uv.lock`). Never throws. */
export async function findLocks(workingDirectory: string): Promise<readonly RequirementsRecord[]> {
  const formats = await registeredFormats.records();
  const locks: RequirementsRecord[] = [];
  for (const folder of foldersUpward(workingDirectory))
    for (const name of candidates(folder)) {
      if (locks.length >= mostLocks) return locks;
      const path = relative(workingDirectory, join(folder, name)).split(sep).join('/');
      const lock = await readLock(join(folder, name), path, formats);
      if (lock !== null) locks.push(lock);
    }
  return locks;
}

/** Those that no run created or changed: what a run wrote is its own record, and looked at as such. */
export function withoutWritten(
  locks: readonly RequirementsRecord[],
  runs: readonly RunRecord[],
): readonly RequirementsRecord[] {
  const written = new Set(runs.flatMap((run) => [...run.written, ...run.outside].map(({ path }) => path)));
  return locks.filter(({ path }) => !written.has(path));
}

/** The folder alone where it lies in no working tree. */
function foldersUpward(start: string): readonly string[] {
  const folders: string[] = [];
  let folder = start;
  while (folders.length < mostFolders) {
    folders.push(folder);
    if (exists(join(folder, '.git'))) return folders;
    const above = dirname(folder);
    if (above === folder) break;
    folder = above;
  }
  return [start];
}

/** Where it cannot be looked at (no right to, a file in the way), it is not there. */
function exists(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

function candidates(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .slice(0, mostNames)
      .filter((name) => lockNames.test(name) || mayBeExplicit.test(name))
      .sort();
  } catch {
    return [];
  }
}

async function readLock(
  file: string,
  path: string,
  formats: readonly AnyRecordFormat[],
): Promise<RequirementsRecord | null> {
  try {
    const source = openFileSource(file, null, path);
    try {
      const format = formats.find((one) => one.recognizes(path, source));
      const record = await format?.read(path, path, source);
      return record?.kind === 'requirements' && isLock(record) ? record : null;
    } finally {
      source.close();
    }
  } catch (error) {
    if (!isProblem(error)) throw error;
    return error instanceof LimitProblem ? unread(path, error) : null;
  }
}

/** A lock that is there and was not read is not passed over in silence. */
function unread(path: string, { code, message }: LimitProblem): RequirementsRecord {
  const problems = [{ code, message }];
  const identity = { kind: 'requirements', path, neutralPath: path, format: 'lock', scope: 'locked' } as const;
  return { ...identity, manager: 'pip', problems, lines: [] };
}

function isLock(record: RequirementsRecord): boolean {
  switch (record.format) {
    case 'requirements':
      return record.problems.length === 0 && record.lines.some(isPinned) && record.lines.every(mayStandInLock);
    case 'conda-list':
      return record.lines.length > 0 && record.lines.every(({ text }) => text.includes('://'));
    case 'pip-list':
    case 'conda-environment':
      return false;
    default:
      return true;
  }
}

type Line = RequirementsRecord['lines'][number];

function isPinned({ pinned }: Line): boolean {
  return pinned !== null;
}

/** The project itself stands in an exported lock by its folder. */
function mayStandInLock(line: Line): boolean {
  return line.problem === null && (isPinned(line) || line.source === 'editable' || line.source === 'path');
}
