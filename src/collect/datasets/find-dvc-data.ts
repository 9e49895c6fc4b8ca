/**
 * Data that DVC keeps: named by `*.dvc` files and `dvc.lock` below the working directory, found by a look that is bounded in
 * depth and in names, the nearest first. Not looked into: the books of Git, DVC and this tool, installed packages, virtual
 * environments, caches, and results, where a DVC file is a run's record and names nothing that lies beside it. Links are not
 * followed.
 */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { startBreathing } from '../../formats/codecs/breath.ts';
import { type DvcEntry, isDvcFile, parseDvcFile, stageFolders } from '../../formats/records/dvc-file.ts';
import { type NamedDataset, pathFrom } from './named-dataset.ts';
import { readSmallText } from './read-small-text.ts';

const namesLimit = 100_000;
const depthLimit = 12;
const filesLimit = 200;

/** The files of the largest repositories are read in a tenth of it; YAML made of aliases takes seconds a file. */
const patienceMs = 10_000;

const closedFolders =
  /^(?:\.git|\.hg|\.dvc|\.train-twice|node_modules|site-packages|__pycache__|\.venv|venv|\.tox|\.nox|\.mypy_cache|\.pytest_cache|\.ruff_cache|mlruns|wandb|outputs|multirun|lightning_logs)$/;

export interface DvcData {
  /** What `.dvc` files name comes first; no two have the same path. */
  readonly named: readonly NamedDataset[];
  /** Paths, as in `named`, that a stage of a pipeline writes. */
  readonly results: ReadonlySet<string>;
  /** Why not everything was looked at; null where it was. */
  readonly note: string | null;
}

/**
 * @param root absolute: the working directory
 * @param results absolute: what is audited
 */
export async function findDvcData(root: string, results: readonly string[], stopped: () => boolean): Promise<DvcData> {
  const { files, note: cut } = await dvcFilesBelow(root, results, stopped);
  const began = performance.now();
  let note = cut;
  const named = new Map<string, NamedDataset>();
  const made = new Set<string>();
  // A `.dvc` file says what the data is to be; a lock, what it was when a stage last ran.
  for (const lock of [false, true])
    for (const file of files.filter((path) => path.endsWith('.lock') === lock)) {
      const text = readSmallText(join(root, file));
      if (text === null) continue;
      if (performance.now() - began > patienceMs) {
        note = `DVC files were given up after ${patienceMs / 1000} s; the first unread one is ${JSON.stringify(file)}`;
        break;
      }
      const { data, results: written, wdir } = parseDvcFile(file, text);
      const folders = lock ? stageFolders(readSmallText(join(root, dirname(file), 'dvc.yaml')) ?? '') : new Map();
      const locate = (entry: DvcEntry): { readonly path: string; readonly absolutePath: string } | null => {
        const stage = entry.stage ?? '';
        const folder = lock ? (folders.get(stage) ?? folders.get(stage.replace(/@.*$/s, ''))) : wdir;
        if (folder === null) return null;
        const absolutePath = resolve(root, dirname(file), folder ?? '.', entry.path);
        return { path: pathFrom(root, absolutePath), absolutePath };
      };
      for (const entry of written) {
        const found = locate(entry);
        if (found !== null) made.add(found.path);
      }
      for (const entry of data) {
        const found = locate(entry);
        if (found === null || named.has(found.path)) continue;
        named.set(found.path, {
          ...found,
          origin: lock ? 'dvc-lock' : 'dvc-file',
          dvcFile: file,
          expected: entry.expected,
        });
      }
    }
  return { named: [...named.values()], results: made, note };
}

async function dvcFilesBelow(
  root: string,
  results: readonly string[],
  stopped: () => boolean,
): Promise<{ readonly files: readonly string[]; readonly note: string | null }> {
  const breath = startBreathing();
  const files: string[] = [];
  let level: readonly string[] = [''];
  let names = 0;
  for (let depth = 0; depth < depthLimit && level.length > 0; depth += 1) {
    const below: string[] = [];
    for (const folder of level) {
      for (const entry of entriesOf(join(root, folder))) {
        names += 1;
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) {
          if (!closedFolders.test(entry.name) && !results.includes(join(root, path))) below.push(path);
        }
        if (entry.isFile() && isDvcFile(path)) files.push(path);
        if (files.length >= filesLimit) return { files, note: `only the first ${filesLimit} DVC files were read` };
      }
      const pause = breath();
      if (pause !== undefined) await pause;
      if (stopped()) return { files: [], note: null };
      if (names > namesLimit)
        return { files, note: `DVC files were looked for among the first ${names.toLocaleString('en-US')} names only` };
    }
    level = below.filter((folder) => !existsSync(join(root, folder, 'pyvenv.cfg')));
  }
  return { files, note: null };
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
