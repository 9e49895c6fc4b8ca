/**
 * Moves one file or folder: by a rename, which costs nothing and keeps identity, and across file systems (EXDEV: a mounted
 * volume among the outputs) by copy, comparison of every byte, and only then removal. Pipes, sockets and devices have no
 * content and are not copied.
 */
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { RunProblem } from '../model/problem.ts';
import { compareBytes } from './keep-originals.ts';
import { systemPath } from './path-bytes.ts';
import { look, type SnapshotNode, walk } from './snapshot.ts';

type Path = string | Buffer;

/**
 * Moves `source` to `target`, whose folder exists and which itself does not.
 * @throws RunProblem `CANNOT_MOVE` where neither way works; the source is whole then
 */
export async function moveTree(source: Path, target: Path): Promise<void> {
  try {
    renameSync(source, target);
    return;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw cannotMove(source, error);
  }
  await moveByCopy(source, target);
}

/** The slow way on its own. @throws RunProblem as above */
export async function moveByCopy(source: Path, target: Path): Promise<void> {
  try {
    await copyTree(source, target);
  } catch (error) {
    rmSync(target, { recursive: true, force: true });
    throw cannotMove(source, error);
  }
  rmSync(source, { recursive: true, force: true });
}

/** Copies one regular file (as a clone where the file system can), with mode and times. Times are exact to a microsecond. */
export function copyFileWithTimes(source: Path, target: Path, node: SnapshotNode): void {
  copyFileSync(source, target, constants.COPYFILE_FICLONE);
  chmodSync(target, Number(node.mode) & 0o7777);
  const mtime = Number(node.mtimeNs / 1000n) / 1e6;
  utimesSync(target, mtime, mtime);
}

async function copyTree(source: Path, target: Path): Promise<void> {
  const top = look(source, '');
  if (top === null) throw new Error('it is gone');
  if (top.type !== 'folder') {
    await copyNode(source, target, top);
    return;
  }
  mkdirSync(target, { mode: Number(top.mode) & 0o7777 });
  const steps = walk(source, null);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  for (const [key, node] of step.value) {
    if (node.type === 'folder') mkdirSync(systemPath(target, key), { mode: Number(node.mode) & 0o7777 });
    else await copyNode(systemPath(source, key), systemPath(target, key), node);
  }
}

async function copyNode(source: Path, target: Path, node: SnapshotNode): Promise<void> {
  if (node.type === 'symlink' && node.linkTarget !== null) {
    symlinkSync(Buffer.from(node.linkTarget, 'latin1'), target);
  } else if (node.type === 'file') {
    copyFileWithTimes(source, target, node);
    if (!(await sameContent(source, target))) throw new Error('the copy is not the same as the file');
  } else if (node.type === 'unreadable') {
    throw new Error(node.detail ?? 'it cannot be read');
  }
}

async function sameContent(source: Path, target: Path): Promise<boolean> {
  const one = openSync(source, constants.O_RDONLY | constants.O_NOFOLLOW);
  const other = openSync(target, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const steps = compareBytes(one, other);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return step.value;
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    closeSync(one);
    closeSync(other);
  }
}

function cannotMove(source: Path, cause: unknown): RunProblem {
  const why = cause instanceof Error ? ('code' in cause ? cause.code : cause.message) : String(cause);
  return new RunProblem(
    'CANNOT_MOVE',
    `What a run wrote could not be moved away from "${source.toString()}" (${why}).`,
    {
      remedy:
        'The next run must start without it. Let the training write files that this user may move, or write to $TRAIN_TWICE_OUTPUT_DIR.',
      cause,
    },
  );
}
