/** The observer in a notebook that `jupyter nbconvert --execute` runs: the kernel is a process of its own. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runObserved, writeFiles } from './observed.mjs';

const cell = (source) => ({ cell_type: 'code', execution_count: null, id: 'a', metadata: {}, outputs: [], source });

const notebook = {
  cells: [cell('import random\nrandom.seed(42)\nprint(random.random())\nopen("data.txt").close()')],
  metadata: { kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' } },
  nbformat: 4,
  nbformat_minor: 5,
};

export function observeNotebook(python, folder, tally) {
  const cwd = writeFiles(folder, { 'train.ipynb': JSON.stringify(notebook), 'data.txt': 'x' });
  const argv = [python, '-m', 'nbconvert', '--execute', '--to', 'notebook', '--output', 'done.ipynb', 'train.ipynb'];
  const environment = { JUPYTER_CONFIG_DIR: path.join(cwd, '.jupyter'), IPYTHONDIR: path.join(cwd, '.ipython') };
  const { records } = runObserved(argv, { python, cwd, environment, datasets: [path.join(cwd, 'data.txt')] });
  const [{ outputs }] = JSON.parse(readFileSync(path.join(cwd, 'done.ipynb'), 'utf8')).cells;
  const expected = runObserved([python, '-c', 'import random; random.seed(42); print(random.random())'], {
    python,
    cwd,
    observe: false,
  }).stdout;
  tally.same(
    'observer: a notebook prints what it prints without it',
    outputs.flatMap(({ text }) => text),
    [expected],
  );
  const kernels = records.filter(({ distributions }) => distributions.some(({ name }) => name === 'ipykernel'));
  const seeds = kernels.flatMap(({ seedings }) => seedings.filter(({ origin }) => origin === 'own'));
  const told = seeds.map(({ what, value, line }) => [what, value, line]);
  tally.same('observer: the seed in the cell of a notebook', told, [['random.seed', '42', 2]]);
  const read = kernels.flatMap(({ reads }) => reads.files);
  tally.same('observer: the file that the notebook read', read, [path.join(cwd, 'data.txt')]);
  tally.same(
    'observer: no fault of its own in a notebook',
    records.flatMap(({ faults }) => faults),
    [],
  );
}
