/**
 * A repository as `init` sees it: the names of its files near the root, and the text of those that can say how it trains. Nothing
 * is executed or imported, links are not followed, and everything is bounded: the answer only has to be good, not complete.
 */
import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

export interface Repository {
  /** Absolute: where the training is to be started. */
  readonly folder: string;
  /** Absolute: the root of the Git working tree, where workflows lie; the folder itself where there is none. */
  readonly root: string;
  /** `sub/dir` from the root to the folder, `/` between parts; empty where they are the same. */
  readonly below: string;
  /** Files below the folder, relative, `/` between parts, sorted. */
  readonly files: readonly string[];
  /** Folders below the folder, in the same way. */
  readonly folders: readonly string[];
  /** The text of a file; empty where it is not there, too large, or no text. */
  text(path: string): string;
}

const mostDepth = 5;
const mostEntries = 20_000;
/** Of one file: a training script of 256 KiB is generated. */
const mostBytes = 256 * 1024;
/** Of all files together. */
const mostBytesInAll = 16 * 1024 * 1024;

/** Of one folder: data sets have more, and their names say nothing. */
const mostInFolder = 2000;

/** Folders that hold other people's code, caches, or results: nothing in them tells how this repository trains. */
const skipped =
  /^(?:\.(?!github$|dvc$).*|__pycache__|node_modules|site-packages|venv|env|virtualenv|build|dist|[\w.-]+\.egg-info|wandb|mlruns|lightning_logs|outputs?|runs|checkpoints?|logs?|artifacts|results)$/i;
/** Only what lies right in them is looked at: DVC's pointers do. */
const shallow = /^(?:data|datasets?)$/i;

/** What lies below the folder. Never throws for what the files are. */
export function lookAtRepository(folder: string): Repository {
  const files: string[] = [];
  const folders: string[] = [];
  const queue: { readonly path: string; readonly depth: number }[] = [{ path: '', depth: 0 }];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const entry of entriesOf(join(folder, next.path))) {
      if (files.length + folders.length >= mostEntries) break;
      const path = next.path === '' ? entry.name : `${next.path}/${entry.name}`;
      if (entry.isFile()) files.push(path);
      if (!entry.isDirectory()) continue;
      folders.push(path);
      if (next.depth >= mostDepth || skipped.test(entry.name)) continue;
      queue.push({ path, depth: shallow.test(entry.name) ? mostDepth : next.depth + 1 });
    }
  }
  const root = workingTreeRoot(folder) ?? folder;
  let left = mostBytesInAll;
  const known = new Set(files);
  const texts = new Map<string, string>();
  const text = (path: string): string => {
    const kept = texts.get(path);
    if (kept !== undefined) return kept;
    const read = known.has(path) && left > 0 ? readText(join(folder, path)) : '';
    left -= read.length;
    texts.set(path, read);
    return read;
  };
  const below = relative(root, folder).split(sep).join('/');
  return { folder, root, below, files: files.sort(), folders: folders.sort(), text };
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .slice(0, mostInFolder);
  } catch {
    return [];
  }
}

/** Null where no `.git` lies in the folder or above it. */
function workingTreeRoot(folder: string): string | null {
  for (let at = folder, up = 0; up < 64; up += 1) {
    if (isThere(join(at, '.git'))) return at;
    const above = dirname(at);
    if (above === at) return null;
    at = above;
  }
  return null;
}

/** Also a link that leads nowhere is there; what cannot be looked at is not. */
export function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/** The beginning of a regular file as text; a binary file and one that cannot be read are empty. */
function readText(path: string): string {
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch {
    return '';
  }
  try {
    const { size } = fstatSync(descriptor);
    if (!fstatSync(descriptor).isFile()) return '';
    const bytes = Buffer.alloc(Math.min(size, mostBytes));
    const got = readSync(descriptor, bytes, 0, bytes.length, 0);
    const text = bytes.toString('utf8', 0, got);
    return text.includes('\0') ? '' : text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  } catch {
    return '';
  } finally {
    closeSync(descriptor);
  }
}
