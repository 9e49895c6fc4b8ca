/**
 * The virtual environment with the real frameworks: made once outside the checkout and kept between calls, named after the
 * digest of its requirements, so that a change of a pin makes a new one. Gives the interpreter, or says why there is none.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));

/** @returns {{ python: string, notice: null } | { python: null, notice: string }} */
export function frameworksPython(requirementsName = 'requirements.txt') {
  const requirements = path.join(here, requirementsName);
  const base = process.env.TRAIN_TWICE_FRAMEWORKS_PYTHON ?? 'python3';
  const version = spawnSync(base, ['-c', 'import sys; print(sys.version)'], { encoding: 'utf8' });
  if (version.status !== 0) return { python: null, notice: `no Python interpreter: ${base} could not be started` };
  const digest = createHash('sha256')
    .update(readFileSync(requirements))
    .update(version.stdout)
    .digest('hex')
    .slice(0, 12);
  const cache = path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'train-twice');
  const folder = path.join(cache, `frameworks-${digest}`);
  const python = path.join(folder, 'bin', 'python');
  if (existsSync(path.join(folder, 'complete'))) return { python, notice: null };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  try {
    console.log(`installing ${path.basename(requirements)} into ${folder} (minutes and up to 5 GB, once)`);
    execFileSync(base, ['-m', 'venv', folder], { stdio: 'inherit' });
    const quiet = ['-q', '--disable-pip-version-check', '--no-input'];
    execFileSync(python, ['-m', 'pip', 'install', ...quiet, '-r', requirements], {
      stdio: 'inherit',
      timeout: 15 * 60_000,
    });
    writeFileSync(path.join(folder, 'complete.tmp'), new Date().toISOString());
    renameSync(path.join(folder, 'complete.tmp'), path.join(folder, 'complete'));
    return { python, notice: null };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return {
      python: null,
      notice: `the frameworks could not be installed: ${String(error?.message ?? error).split('\n')[0]}`,
    };
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(frameworksPython());
