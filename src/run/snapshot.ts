/**
 * What stands below a folder at one moment: every name with type, identity and times, nothing opened, no link followed.
 * Names are read as bytes. Set aside, and only these: `.git` at any depth (git rewrites its own bookkeeping), our own
 * `.train-twice` at the top, and what the caller excludes (the report, the logs).
 */
import { type BigIntStats, lstatSync, readdirSync, readlinkSync } from 'node:fs';
import { RunProblem } from '../model/problem.ts';
import type { FileState } from '../model/run-record.ts';
import { changedBehindLink } from './behind-link.ts';
import { displayPath, keyOf, systemPath } from './path-bytes.ts';

export type NodeType = 'file' | 'folder' | 'symlink' | 'fifo' | 'socket' | 'device' | 'unreadable';

export interface SnapshotNode {
  readonly type: NodeType;
  readonly device: bigint;
  readonly inode: bigint;
  readonly mode: bigint;
  readonly size: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
  /** Target of a symlink as it is displayed, or why a folder cannot be listed. */
  readonly detail: string | null;
  /** The same target as bytes (latin1, see path-bytes.ts), to make the link again. */
  readonly linkTarget: string | null;
  /** Of a symlink that leaves the root: when something behind it last changed, as far as it was looked at (behind-link.ts). */
  readonly targetChangedNs: bigint | null;
}

/** By key (see path-bytes.ts), folders before what they hold. */
export type Snapshot = ReadonlyMap<string, SnapshotNode>;

/** A list of this size still fits into memory; above it the folder is hardly one training's. */
const maxNodes = 2_000_000;

/** Between two breaths a few milliseconds pass: signals and timers get their turn. */
const nodesPerBreath = 2000;

const noKeys: ReadonlySet<string> = new Set();

/**
 * Walks in steps, so that the caller decides whether to breathe in between. With `excluded` null nothing is set aside.
 * @throws RunProblem `TOO_MANY_FILES`, `FOLDER_UNREADABLE` (the root itself)
 */
export function* walk(root: string | Buffer, excluded: ReadonlySet<string> | null = noKeys): Generator<void, Snapshot> {
  const found = new Map<string, SnapshotNode>();
  const folders: string[] = [''];
  let sinceBreath = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const names = namesIn(root, folder);
    if (!Array.isArray(names)) {
      const node = found.get(folder);
      if (node === undefined) {
        throw new RunProblem('FOLDER_UNREADABLE', `The folder "${root}" cannot be listed: ${names}.`, {
          remedy: 'Give this user the right to read it.',
        });
      }
      found.set(folder, { ...node, type: 'unreadable', detail: names });
      continue;
    }
    const below: string[] = [];
    for (const name of names) {
      const key = folder === '' ? name : `${folder}/${name}`;
      if (excluded !== null && (name === '.git' || key === '.train-twice' || excluded.has(key))) continue;
      const node = look(root, key);
      if (node === null) continue;
      found.set(key, node);
      if (node.type === 'folder') below.push(key);
      if (found.size > maxNodes) throw tooMany(root);
      sinceBreath += 1;
    }
    for (const key of below.reverse()) folders.push(key);
    if (sinceBreath >= nodesPerBreath) {
      sinceBreath = 0;
      yield;
    }
  }
  return found;
}

/** Walks at one go. Same Problems as `walk`. */
export function snapshotAtOnce(root: string, excluded?: ReadonlySet<string>): Snapshot {
  const steps = walk(root, excluded);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** Walks with breaths; null where `stopped` turned true on the way. Same Problems as `walk`. */
export async function snapshot(
  root: string,
  excluded: ReadonlySet<string> | null,
  stopped: () => boolean,
): Promise<Snapshot | null> {
  const steps = walk(root, excluded);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
    if (stopped()) return null;
  }
}

/** One name as it stands now, or null where it is gone. Folders come as `folder`, listable or not. */
export function look(root: string | Buffer, key: string): SnapshotNode | null {
  const path = systemPath(root, key);
  let stat: BigIntStats | undefined;
  try {
    stat = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  } catch (error) {
    return { ...nothingKnown, detail: codeOf(error) };
  }
  if (stat === undefined) return null;
  const type = typeOf(stat);
  return {
    type,
    device: stat.dev,
    inode: stat.ino,
    mode: stat.mode,
    size: stat.size,
    mtimeNs: stat.mtimeNs,
    ctimeNs: stat.ctimeNs,
    ...(type === 'symlink' ? describeLink(root, path) : { detail: null, linkTarget: null, targetChangedNs: null }),
  };
}

/** The state that goes into records; null for what could not even be looked at. */
export function stateOf(node: SnapshotNode): FileState | null {
  if (node.inode === 0n && node.ctimeNs === 0n) return null;
  return {
    device: String(node.device),
    inode: String(node.inode),
    size: Number(node.size),
    mtimeNs: String(node.mtimeNs),
    ctimeNs: String(node.ctimeNs),
  };
}

/** Keys to exclude for absolute paths that lie below the root; others need no exclusion. */
export function excludedKeys(root: string, absolutePaths: readonly string[]): ReadonlySet<string> {
  return new Set(
    absolutePaths.filter((path) => path.startsWith(`${root}/`)).map((path) => keyOf(path.slice(root.length + 1))),
  );
}

const nothingKnown: SnapshotNode = {
  type: 'unreadable',
  device: 0n,
  inode: 0n,
  mode: 0n,
  size: 0n,
  mtimeNs: 0n,
  ctimeNs: 0n,
  detail: null,
  linkTarget: null,
  targetChangedNs: null,
};

/** The names in a folder, sorted by bytes; the reason as text where it cannot be listed. */
function namesIn(root: string | Buffer, folder: string): string[] | string {
  try {
    const names = readdirSync(systemPath(root, folder), { encoding: 'buffer' });
    return names.map((name) => name.toString('latin1')).sort();
  } catch (error) {
    return codeOf(error);
  }
}

function typeOf(stat: BigIntStats): NodeType {
  if (stat.isFile()) return 'file';
  if (stat.isDirectory()) return 'folder';
  if (stat.isSymbolicLink()) return 'symlink';
  if (stat.isFIFO()) return 'fifo';
  if (stat.isSocket()) return 'socket';
  return 'device';
}

function describeLink(
  root: string | Buffer,
  path: string | Buffer,
): Pick<SnapshotNode, 'detail' | 'linkTarget' | 'targetChangedNs'> {
  let linkTarget: string;
  try {
    linkTarget = readlinkSync(path, { encoding: 'buffer' }).toString('latin1');
  } catch (error) {
    return { detail: codeOf(error), linkTarget: null, targetChangedNs: null };
  }
  return { detail: displayPath(linkTarget), linkTarget, targetChangedNs: changedBehindLink(root, path) };
}

function tooMany(root: string | Buffer): RunProblem {
  return new RunProblem(
    'TOO_MANY_FILES',
    `Below "${root}" there are more than ${maxNodes.toLocaleString('en-US')} files: what a run writes cannot be told from them.`,
    { remedy: 'Set `working-directory` to a smaller folder, and keep data sets outside of it.' },
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
