/** The observer in CPython 3.14 as WebAssembly (Pyodide): an interpreter that a registry gives where 3.14 is not installed. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './observed.mjs';

/** Its first number is the version of Python. */
const version = '314.0.7';

const training = `import atexit, inspect, os, pickle, random, warnings
random.random()
random.seed(7)
random.Random()
open('/data/a.txt').close()
open('/data/b.txt', 'w').close()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    warnings.warn('x')
print(len(caught), inspect.signature(random.seed), pickle.loads(pickle.dumps(random.seed)) is random.seed)
atexit._run_exitfuncs()
`;

export async function observeWebAssembly(tally) {
  const title = `observer: CPython 3.14 as WebAssembly`;
  const { loadPyodide, why } = await load();
  if (loadPyodide === null) {
    tally.skip(title, why);
    return;
  }
  const printed = [];
  const pyodide = await loadPyodide({
    env: {
      HOME: '/home/training',
      PYTHONPATH: '/probe',
      PYTHONHASHSEED: '42',
      TRAIN_TWICE_OBSERVER_DIR: '/records',
      TRAIN_TWICE_RUN: '1',
      TRAIN_TWICE_OBSERVER_DATASETS: '["/data"]',
    },
    fsInit: (files) => {
      for (const name of ['/probe', '/records', '/data', '/home/training']) files.mkdirTree(name);
      files.mount(files.filesystems.NODEFS, { root: path.join(root, 'probe') }, '/probe');
      files.writeFile('/data/a.txt', 'a');
    },
    stdout: (line) => printed.push(line),
  });
  pyodide.runPython(training, { filename: '/train.py' });
  const names = pyodide.FS.readdir('/records/run-1').filter((name) => name.endsWith('.json'));
  const [record] = names.map((name) => JSON.parse(pyodide.FS.readFile(`/records/run-1/${name}`, { encoding: 'utf8' })));
  tally.check(title, record?.interpreter.version.startsWith('3.14.') ? null : `${record?.interpreter.version}`);
  tally.same(`${title}: what the training printed`, printed, ['1 (a=None, version=2) True']);
  const told = record?.seedings.map(({ what, value, drawnBefore, file, line }) => [
    what,
    value,
    drawnBefore,
    file,
    line,
  ]);
  tally.same(`${title}: seeds`, told, [['random.seed', '7', true, '/train.py', 3]]);
  tally.same(
    `${title}: generators without a seed`,
    record?.unseeded.map(({ line }) => line),
    [4],
  );
  tally.same(`${title}: files read`, record?.reads, { files: ['/data/a.txt'], dropped: 0 });
  tally.same(`${title}: no fault of its own`, record?.faults, []);
}

async function load() {
  const cache = path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'train-twice');
  const folder = path.join(cache, `pyodide-${version}`);
  const entry = path.join(folder, 'node_modules', 'pyodide', 'pyodide.mjs');
  try {
    if (!existsSync(entry)) {
      mkdirSync(folder, { recursive: true });
      const quiet = ['--no-audit', '--no-fund', '--no-save', '--ignore-scripts'];
      execFileSync('npm', ['install', '--prefix', folder, ...quiet, `pyodide@${version}`], { stdio: 'pipe' });
    }
    const { loadPyodide } = await import(pathToFileURL(entry).href);
    return { loadPyodide, why: '' };
  } catch (error) {
    return { loadPyodide: null, why: String(error?.message ?? error).split('\n')[0] };
  }
}
