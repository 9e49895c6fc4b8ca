/** The observer in real torch and NumPy: seeds, settings, warnings, the workers of data loaders, torchrun. */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root, runObserved, writeFiles } from './observed.mjs';

/** Line by line what the observer is to see. */
const seeding = `import inspect, pickle
import numpy as np, torch
from torch.utils.data import DataLoader, TensorDataset
np.random.rand(2)
np.random.seed(1); np.random.seed(2)
loader = DataLoader(TensorDataset(torch.zeros(8)), num_workers=2)
torch.manual_seed(42)
torch.cuda.manual_seed_all(3)
np.random.default_rng(7); np.random.RandomState(4); np.random.Generator(np.random.PCG64(5))
np.random.default_rng()
np.random.RandomState()
np.random.Generator(np.random.PCG64())
list(loader)
for function in (np.random.seed, np.random.default_rng, torch.manual_seed, torch.cuda.manual_seed_all):
    assert pickle.loads(pickle.dumps(function)) is function
assert 'num_workers' in inspect.signature(DataLoader).parameters
assert isinstance(np.random.default_rng(1), np.random.Generator) and type(np.random.RandomState(1)) is np.random.RandomState
`;

/** Warns as torch does where it has no deterministic form, caught, logged, shown and hidden. */
const warning = `import logging, sys, warnings
import torch
import torch._dynamo
import torch.nn.functional as F
torch.use_deterministic_algorithms(True, warn_only=True)
torch.backends.cudnn.benchmark = True
torch.set_float32_matmul_precision('high')
torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
torch.manual_seed(9)
x, at, values = torch.zeros(4), torch.tensor([0, 1]), torch.tensor([1.0, 2.0])
pooled, indices = F.max_pool2d(torch.rand(1, 1, 4, 4), 2, return_indices=True)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    x.put_(at, values)
print(len(caught), caught[0].category.__name__, caught[0].lineno, len(warnings.filters))
logging.basicConfig(stream=sys.stdout, format='%(name)s %(funcName)s %(lineno)d %(message)s')
logging.captureWarnings(True)
F.max_unpool2d(pooled, indices, 2)
logging.captureWarnings(False)
x.put_(at, values)
warnings.warn('this has no deterministic implementation')
warnings.simplefilter('error')
try:
    x.put_(at, values)
except UserWarning as error:
    print(str(error)[:40])
`;

const loading = `import sys
import torch
from torch.utils.data import DataLoader, Dataset
class Files(Dataset):
    def __len__(self):
        return 4
    def __getitem__(self, index):
        with open(f'data/{index}.txt') as source:
            return int(source.read())
if __name__ == '__main__':
    torch.manual_seed(1)
    loader = DataLoader(Files(), num_workers=2, generator=torch.Generator(), multiprocessing_context=sys.argv[1])
    print([batch.tolist() for batch in loader])
`;

const distributed = `import os, sys, time
import torch
import torch.distributed as dist
torch.manual_seed(40 + int(os.environ['RANK']))
dist.init_process_group('gloo')
total = torch.ones(1) * (dist.get_rank() + 1)
dist.all_reduce(total)
assert total.item() == 3
if len(sys.argv) > 1:
    if dist.get_rank() == 0:
        sys.exit(3)
    time.sleep(300)
dist.destroy_process_group()
`;

export function observeTorch(python, cli, folder, tally) {
  seeds(python, writeFiles(path.join(folder, 'seeds'), { 'train.py': seeding }), tally);
  warnings(python, writeFiles(path.join(folder, 'warnings'), { 'train.py': warning }), tally);
  const files = Object.fromEntries([0, 1, 2, 3].map((number) => [`data/${number}.txt`, String(number)]));
  loaders(python, writeFiles(path.join(folder, 'loaders'), { 'train.py': loading, ...files }), tally);
  torchrun(python, writeFiles(path.join(folder, 'torchrun'), { 'train.py': distributed }), tally);
  example(python, cli, folder, tally);
}

function seeds(python, cwd, tally) {
  const [record, ...others] = runObserved([python, 'train.py'], { python, cwd }).records;
  tally.same('observer: one process left a record', others.length, 0);
  tally.same(
    'observer: seedings, order, draws before, lines',
    record?.seedings.map(({ what, value, drawnBefore, line }) => [what, value, drawnBefore, line]),
    [
      ['numpy.random.seed', '1', true, 5],
      ['numpy.random.seed', '2', false, 5],
      ['torch.manual_seed', '42', false, 7],
      ['torch.cuda.manual_seed_all', '3', null, 8],
      ['numpy.random.default_rng', '7', null, 9],
      ['numpy.random.default_rng', '1', null, 17],
    ],
  );
  tally.same(
    'observer: generators without a seed, and those with one not among them',
    record?.unseeded.filter(({ origin }) => origin === 'own').map(({ line, count }) => [line, count]),
    [
      [10, 1],
      [11, 1],
      [12, 1],
    ],
  );
  const loaders = record?.loaders.map(({ workers, torchSeeded, line }) => [workers, torchSeeded, line]);
  tally.same('observer: a DataLoader before the seed', loaders, [[2, false, 6]]);
  tally.same('observer: no fault of its own', record?.faults, []);
  const { version, blas } = record?.numpy ?? {};
  tally.check(
    'observer: NumPy and its BLAS',
    /^\d/.test(version) && /blas|mkl/i.test(blas) ? null : `${version} ${blas}`,
  );
  const imported = new Map(record?.distributions.map((one) => [one.name.toLowerCase(), one]));
  const wanted = ['numpy', 'torch'].map((name) => [imported.get(name)?.source, imported.get(name)?.installer]);
  tally.same('observer: NumPy and torch were installed by pip from an index', wanted, [
    ['index', 'pip'],
    ['index', 'pip'],
  ]);
}

function warnings(python, cwd, tally) {
  const { records, stdout, stderr } = runObserved([python, 'train.py'], { python, cwd });
  const alone = runObserved([python, 'train.py'], { python, cwd, observe: false });
  tally.same(
    'observer: warnings are caught, logged and shown as without it',
    [stdout, stderr],
    [alone.stdout, alone.stderr],
  );
  const seeded = records[0]?.seedings.map(({ what, value, line }) => [what, value, line]);
  tally.same('observer: a seed behind the wrapper that the compiler of torch puts there', seeded, [
    ['torch.manual_seed', '9', 10],
  ]);
  const { operations, deterministicAlgorithms, warnOnly, cudnnBenchmark, matmulPrecision, threads, ...rest } =
    records[0]?.torch ?? {};
  tally.same('observer: operations that torch warned of', operations, ['put_', 'max_unpooling2d_forward_out']);
  tally.same(
    'observer: settings of torch',
    [deterministicAlgorithms, warnOnly, cudnnBenchmark, matmulPrecision, threads, rest.initialSeed, rest.defaultDtype],
    [true, true, true, 'high', 1, '9', 'torch.float64'],
  );
}

function loaders(python, cwd, tally) {
  for (const method of ['fork', 'spawn']) {
    const how = { python, cwd, datasets: [path.join(cwd, 'data')] };
    const { records, stdout } = runObserved([python, 'train.py', method], how);
    tally.same(`observer: what a DataLoader gives (${method})`, stdout.trim(), '[[0], [1], [2], [3]]');
    const workers = records.filter((record) => record.parent === records[0].pid && record.torch !== null);
    const read = workers.flatMap(({ reads }) => reads.files).map((file) => path.relative(cwd, file));
    tally.same(`observer: workers of a DataLoader (${method}) and the files that they read`, read.sort(), [
      'data/0.txt',
      'data/1.txt',
      'data/2.txt',
      'data/3.txt',
    ]);
    tally.same(`observer: two workers left a record (${method})`, workers.length, 2);
    const told = records.flatMap(({ seedings, faults }) => [...seedings.map(({ value }) => value), ...faults]);
    tally.same(`observer: the seeds that torch gives its workers are no choice of the training (${method})`, told, [
      '1',
    ]);
  }
}

function torchrun(python, cwd, tally) {
  const command = [path.join(path.dirname(python), 'torchrun'), '--standalone', '--nproc-per-node', '2', 'train.py'];
  for (const [title, argv, status, signals] of [
    ['torchrun', command, 0, [null, null]],
    ['torchrun that stops the worker of one that failed', [...command, 'fail'], 1, [null, 'SIGTERM']],
  ]) {
    const { records } = runObserved(argv, { python, cwd, status });
    const workers = records.flatMap(({ seedings, signal }) => seedings.map(({ value }) => [value, signal])).sort();
    tally.same(`observer: each worker of ${title} left its record`, workers, [
      ['40', signals[0]],
      ['41', signals[1]],
    ]);
    const faults = records.flatMap((record) => record.faults);
    tally.same(`observer: ${title}: agent and workers, and no fault`, [records.length, faults], [3, []]);
  }
}

function example(python, cli, folder, tally) {
  const cwd = path.join(folder, 'pytorch');
  cpSync(path.join(root, 'examples', 'pytorch'), cwd, { recursive: true });
  cpSync(path.join(root, 'examples', 'minimal'), path.join(folder, 'minimal'), { recursive: true });
  for (const observe of [true, false]) {
    const { records } = runObserved([python, 'train.py', 'seed=42'], { python, cwd, observe });
    const faults = records.flatMap((one) => one.faults);
    tally.same(`observer: examples/pytorch ${observe ? 'with' : 'without'} it`, faults, []);
    cpSync(path.join(cwd, 'outputs'), path.join(folder, observe ? 'with' : 'without'), { recursive: true });
    rmSync(path.join(cwd, 'outputs'), { recursive: true });
  }
  const argv = ['compare', '--format', 'json', '--report-dir', path.join(folder, 'report'), 'with', 'without'];
  const result = spawnSync(process.execPath, [cli, ...argv], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  const { sentence } = JSON.parse(result.stdout).judgement;
  console.log(`examples/pytorch with and without the observer: ${sentence}`);
  tally.check('observer: examples/pytorch gives the same to the last bit', result.status === 0 ? null : sentence);
}
