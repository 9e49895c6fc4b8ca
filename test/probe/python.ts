/** Real Python processes under the observer: which versions are there, and what they leave behind. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type ObservedProcess, type SeenProcess, seenProcesses } from '../../src/model/observed-process.ts';
import { observedFolder, observerVariables } from '../../src/run/observer.ts';
import { readObserved } from '../../src/run/read-observed.ts';

export interface Python {
  readonly title: string;
  readonly path: string;
}

const versions = ['3.8', '3.9', '3.10', '3.11', '3.12', '3.13', '3.14'];

/** The default one, which must be there. Not through a shim, whose time would drown what is measured. */
export const plainPython: string = spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], {
  encoding: 'utf8',
}).stdout.trim();

/** That one, and whatever pyenv or the PATH has of 3.8 to 3.14. */
export const pythons: readonly Python[] = [
  { title: 'the default python3', path: plainPython },
  ...versions.flatMap((version) => {
    const path = pythonOf(version);
    return path === null ? [] : [{ title: `Python ${version}`, path }];
  }),
];

/** Versions that are not there: their tests are skipped by name. */
export const missingPythons: readonly string[] = versions.filter((version) => pythonOf(version) === null);

function pythonOf(version: string): string | null {
  return pyenvPython(version) ?? onPath(`python${version}`);
}

function pyenvPython(version: string): string | null {
  const folder = join(homedir(), '.pyenv', 'versions');
  if (!existsSync(folder)) return null;
  const name = readdirSync(folder).find((entry) => entry.startsWith(`${version}.`));
  const path = name === undefined ? '' : join(folder, name, 'bin', 'python');
  return existsSync(path) ? path : null;
}

/** A shim stands for versions that are not there, too. */
function onPath(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.endsWith('/shims'));
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

export interface Ran {
  readonly status: number | null;
  /** What ended it, if a signal did. */
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly observed: readonly ObservedProcess[];
}

/** A folder that is gone after the test. */
export function scratch(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'train-twice-probe-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs Python in the folder, observed, as run 1 of an audit whose folder is `<folder>/.audit`. */
export function observe(
  python: string,
  folder: string,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  datasets: readonly string[] = [],
): Ran {
  const audit = join(folder, '.audit');
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    PYTHONHASHSEED: '42',
    PYTHONDONTWRITEBYTECODE: '1',
    TRAIN_TWICE_RUN: '1',
    ...environment,
    ...observerVariables(audit, environment.PYTHONPATH, datasets),
  };
  const ran = spawnSync(python, argv, { cwd: folder, env, encoding: 'utf8' });
  return {
    status: ran.status,
    signal: ran.signal,
    stdout: ran.stdout,
    stderr: ran.stderr,
    observed: readObserved(observedFolder(audit, 1)),
  };
}

/** The same without the observer. */
export function alone(
  python: string,
  folder: string,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): string {
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', PYTHONHASHSEED: '42', ...environment };
  return execFileSync(python, argv, { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' });
}

/** The record of the one process that left one. */
export function only(observed: readonly ObservedProcess[]): SeenProcess {
  const [first, ...others] = seenProcesses(observed);
  if (first === undefined || others.length > 0) throw new Error(`${others.length + 1} records instead of one`);
  return first;
}

export function script(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
