/**
 * What lies at a dataset's path at one moment: every file with size, identity and times, nothing opened.
 *
 * Datasets are often farms of symbolic links, so links are followed, wherever they lead: whoever trains on the data follows
 * them too. A folder that is reached again from inside itself is not entered a second time. Left out, and said: what is no
 * regular file (a FIFO would block, a device has no end), links that lead nowhere or into /proc, /sys and /dev. Left out as DVC
 * does, and not said: the books of Git, Mercurial and DVC, and our own `.train-twice`.
 */
import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { startBreathing } from '../../formats/codecs/breath.ts';
import { displayPath, systemPath } from '../../run/path-bytes.ts';

export interface DatasetFile {
  /** Bytes of the path below the folder, one latin1 character each, `/` between parts; empty where the dataset is one file. */
  readonly key: string;
  readonly size: number;
  readonly device: number;
  readonly inode: number;
  /** Milliseconds, to less than a microsecond. */
  readonly mtimeMs: number;
  readonly ctimeMs: number;
}

export interface DatasetLook {
  readonly state: 'file' | 'folder' | 'missing' | 'unmeasured';
  /** Why it is `unmeasured`; of a folder, what was left out. */
  readonly reason: string | null;
  /** In the order of the bytes of their paths. */
  readonly files: readonly DatasetFile[];
  readonly sizeBytes: number;
}

/** Each costs 200 bytes of memory while the audit runs; what has more is better packed, for every reader. */
export const filesLimit = 1_000_000;
/** Two links to the same parent in each of fifty folders are more paths than anybody can walk. */
const foldersLimit = 300_000;
/** As deep as a path can name on Linux. */
const depthLimit = 2_000;

const books: ReadonlySet<string> = new Set(['.git', '.hg', '.dvc', '.train-twice']);
const pseudoFolders = /^\/(?:proc|sys|dev)(?:\/|$)/;

/**
 * Never throws for what is there. Where `stopped` turns true it is `unmeasured`.
 * @param mostFiles only tests choose another limit
 */
export async function lookAtDataset(
  absolutePath: string,
  stopped: () => boolean,
  mostFiles = filesLimit,
): Promise<DatasetLook> {
  let root: Stats;
  try {
    root = statSync(absolutePath);
    if (pseudoFolders.test(realpathSync.native(absolutePath)))
      return unmeasured('it lies among the files of the system itself');
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? missing : unmeasured(`it cannot be looked at (${code})`);
  }
  if (root.isFile()) return { state: 'file', reason: null, files: [fileOf('', root)], sizeBytes: root.size };
  if (!root.isDirectory()) return unmeasured('it is neither a folder nor a regular file');
  return lookBelow(absolutePath, root, stopped, mostFiles);
}

interface Folder {
  readonly key: string;
  readonly stat: Stats;
  readonly parent: Folder | null;
  readonly depth: number;
}

async function lookBelow(
  absolutePath: string,
  root: Stats,
  stopped: () => boolean,
  mostFiles: number,
): Promise<DatasetLook> {
  const breath = startBreathing();
  const files: DatasetFile[] = [];
  const leftOut: string[] = [];
  const open: Folder[] = [{ key: '', stat: root, parent: null, depth: 0 }];
  let folders = 0;
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    let names: readonly Buffer[];
    try {
      names = readdirSync(systemPath(absolutePath, folder.key), { encoding: 'buffer' });
    } catch (error) {
      return unmeasured(`the folder "${displayPath(folder.key)}" in it cannot be listed (${codeOf(error)})`);
    }
    for (const name of names) {
      const base = name.toString('latin1');
      if (books.has(base)) continue;
      const key = folder.key === '' ? base : `${folder.key}/${base}`;
      const stat = follow(absolutePath, key);
      if (typeof stat === 'string') {
        if (stat.startsWith('!'))
          return unmeasured(`"${displayPath(key)}" in it cannot be looked at (${stat.slice(1)})`);
        leftOut.push(`"${displayPath(key)}" ${stat}`);
      } else if (stat.isFile()) files.push(fileOf(key, stat));
      else if (stat.isDirectory()) {
        if (folder.depth === depthLimit)
          return unmeasured(`folders in it are nested more than ${depthLimit} levels deep`);
        if (!isWithinItself(stat, folder)) open.push({ key, stat, parent: folder, depth: folder.depth + 1 });
      } else leftOut.push(`"${displayPath(key)}" is no regular file`);
      if (files.length > mostFiles || leftOut.length > mostFiles) return tooMany(mostFiles);
      const pause = breath();
      if (pause !== undefined) await pause;
      if (stopped()) return unmeasured('the audit was cancelled');
    }
    folders += 1;
    if (folders > Math.min(mostFiles, foldersLimit))
      return unmeasured(
        `it has more than ${foldersLimit.toLocaleString('en-US')} folders, links to folders counted in`,
      );
  }
  files.sort((a, b) => (a.key < b.key ? -1 : 1));
  const [example] = leftOut;
  const more = leftOut.length > 1 ? `, and ${leftOut.length - 1} more` : '';
  const reason = example === undefined ? null : `left out: ${example}${more}`;
  return { state: 'folder', reason, files, sizeBytes: files.reduce((sum, file) => sum + file.size, 0) };
}

/** What a name stands for in the end; a word on why it is left out; or `!` and the code of an error that hides data. */
function follow(root: string, key: string): Stats | string {
  const path = systemPath(root, key);
  try {
    const own = lstatSync(path);
    if (!own.isSymbolicLink()) return own;
    const target = statSync(path);
    return pseudoFolders.test(realpathSync.native(path)) ? 'leads to a file of the system itself' : target;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'is a link that leads nowhere';
    return code === 'ELOOP' ? 'is a link that leads in a circle' : `!${code}`;
  }
}

function isWithinItself(stat: Stats, parent: Folder): boolean {
  for (let above: Folder | null = parent; above !== null; above = above.parent)
    if (above.stat.ino === stat.ino && above.stat.dev === stat.dev) return true;
  return false;
}

function fileOf(key: string, stat: Stats): DatasetFile {
  return {
    key,
    size: stat.size,
    device: stat.dev,
    inode: stat.ino,
    mtimeMs: stat.mtimeMs,
    ctimeMs: stat.ctimeMs,
  };
}

const missing: DatasetLook = { state: 'missing', reason: null, files: [], sizeBytes: 0 };

function unmeasured(reason: string): DatasetLook {
  return { state: 'unmeasured', reason, files: [], sizeBytes: 0 };
}

function tooMany(most: number): DatasetLook {
  return unmeasured(
    `it has more than ${most.toLocaleString('en-US')} files; pack them into archives, or name the folders in it one by one`,
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
}
