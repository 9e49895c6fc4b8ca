/** A command that is run under the observer, or without it, and the records that its Python processes left. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

/**
 * Runs the program in `cwd` with the folder of `python` first on the PATH.
 * @param {{ python: string, cwd: string, observe?: boolean, datasets?: string[], environment?: object, status?: number }} how
 * @returns records in the order in which the processes began, and what was printed; throws on another status than expected
 */
export function runObserved(argv, { python, cwd, observe = true, datasets, environment = {}, status = 0 }) {
  const records = path.join(cwd, '.observed');
  rmSync(records, { recursive: true, force: true });
  const observer = {
    PYTHONPATH: path.join(root, 'probe'),
    TRAIN_TWICE_OBSERVER_DIR: records,
    TRAIN_TWICE_RUN: '1',
    ...(datasets === undefined ? {} : { TRAIN_TWICE_OBSERVER_DATASETS: JSON.stringify(datasets) }),
  };
  const ran = spawnSync(argv[0], argv.slice(1), {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: {
      ...process.env,
      PATH: `${path.dirname(python)}${path.delimiter}${process.env.PATH}`,
      PYTHONHASHSEED: '42',
      PYTHONDONTWRITEBYTECODE: '1',
      ...environment,
      ...(observe ? observer : {}),
    },
  });
  if (ran.status !== status)
    throw new Error(`${argv.join(' ')}: exit code ${ran.status}, signal ${ran.signal}: ${ran.stderr}`);
  return { records: observe ? readRecords(path.join(records, 'run-1')) : [], stdout: ran.stdout, stderr: ran.stderr };
}

function readRecords(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const records = names.map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
  return records.toSorted((a, b) => (BigInt(a.began) < BigInt(b.began) ? -1 : 1));
}

/** Writes the files, with their folders, and gives the folder. */
export function writeFiles(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}
