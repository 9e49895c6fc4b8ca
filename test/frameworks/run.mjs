/**
 * `npm run test:frameworks`: holds dist/cli.js against the real frameworks.
 *
 * 1. Every digest of `fingerprint` equals what Python computes from the same file with torch.load, safetensors and NumPy.
 * 2. `examples/pytorch`, trained twice through `run`, is reproducible and its record is complete.
 * 3. The same training with another seed in one run is caught.
 * 4. What DVC says of its data is what we compute (dvc.mjs).
 * 5. The observer sees the seeds of NumPy and torch, and leaves what `examples/pytorch` gives as it is, to the last bit.
 * 6. What MLflow, Weights & Biases, DVCLive, the Trainer and Lightning keep is compared and audited (trackers.mjs).
 * Skipped with a plain notice where the frameworks cannot be installed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkDvc } from './dvc.mjs';
import { frameworksPython } from './environment.mjs';
import { checkTrackers } from './trackers.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(path.dirname(here));
const cli = path.join(root, 'dist', 'cli.js');
let passed = 0;
let failed = 0;
let skipped = 0;

function check(title, problem) {
  if (problem === null) passed += 1;
  else {
    failed += 1;
    console.log(`FAILED ${title}: ${problem}`);
  }
}

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

const { python, notice } = frameworksPython();
if (python === null) {
  console.log(`notice: skipped, ${notice}`);
  console.log('0 passed, 0 failed, 1 skipped');
  process.exit(0);
}

const folder = mkdtempSync(path.join(tmpdir(), 'train-twice-frameworks-'));
try {
  const versions = execFileSync(
    python,
    [
      '-c',
      'import torch, numpy, safetensors, sys; print(f"Python {sys.version.split()[0]}, torch {torch.__version__}, NumPy {numpy.__version__}, safetensors {safetensors.__version__}")',
    ],
    { encoding: 'utf8' },
  );
  console.log(versions.trim());
  compareDigests(path.join(folder, 'checkpoints'));
  trainExample(path.join(folder, 'project'));
  checkDvc(check, path.join(folder, 'dvc'), cli);
  observeFrameworks(path.join(folder, 'observed'));
  skipped += checkTrackers(check, python, path.join(folder, 'trackers'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
process.exitCode = failed === 0 ? 0 : 1;

function compareDigests(checkpoints) {
  console.log(execFileSync(python, [path.join(here, 'make_checkpoints.py'), checkpoints], { encoding: 'utf8' }).trim());
  const expected = JSON.parse(readFileSync(path.join(checkpoints, 'expected.json'), 'utf8')).files;
  const result = spawnSync(process.execPath, [cli, 'fingerprint', checkpoints, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (result.stdout === '') throw new Error(`fingerprint printed nothing: ${result.stderr}`);
  const files = new Map(JSON.parse(result.stdout).files.map((file) => [file.path, file]));
  for (const [name, facts] of Object.entries(expected)) check(name, digestProblem(facts, files.get(name)));
  console.log(`digests of ${Object.keys(expected).length} checkpoints held against Python's`);
}

function digestProblem(facts, file) {
  if (file === undefined) return 'not in the listing of fingerprint';
  const found = new Map((file.tensors ?? []).map((tensor) => [tensor.path, tensor]));
  if (facts.digests !== undefined) {
    const digests = new Set([...found.values()].map((tensor) => tensor.digest));
    const missing = facts.digests.filter((digest) => !digests.has(digest));
    return missing.length === 0 ? null : `${missing.length} of ${facts.digests.length} digests not found`;
  }
  if (found.size !== Object.keys(facts.tensors).length) {
    return `${found.size} tensors found (${[...found.keys()].slice(0, 5).join(', ')}), Python has ${Object.keys(facts.tensors).length}: ${file.problem ?? ''}`;
  }
  for (const [tensorPath, tensor] of Object.entries(facts.tensors)) {
    const ours = found.get(tensorPath);
    if (ours === undefined) return `tensor ${tensorPath} not found among ${[...found.keys()].slice(0, 5).join(', ')}`;
    if (ours.dtype !== tensor.dtype) return `${tensorPath}: dtype ${ours.dtype}, Python says ${tensor.dtype}`;
    if (JSON.stringify(ours.shape) !== JSON.stringify(tensor.shape))
      return `${tensorPath}: shape ${ours.shape}, Python says ${tensor.shape}`;
    if (ours.digest !== tensor.sha256) return `${tensorPath}: digest ${ours.digest}, Python says ${tensor.sha256}`;
  }
  return null;
}

/** Runs `train-twice run` on a copy of the example and gives exit code and report. */
function audit(project, command, ...flags) {
  const environment = { ...process.env, PATH: `${path.dirname(python)}:${process.env.PATH}` };
  const result = spawnSync(
    process.execPath,
    [
      cli,
      'run',
      '--format',
      'json',
      '--working-directory',
      project,
      '--report-dir',
      path.join(project, 'report'),
      ...flags,
      '--command',
      command,
    ],
    { encoding: 'utf8', env: environment, maxBuffer: 1 << 28, cwd: project },
  );
  if (result.stdout === '') throw new Error(`run printed nothing, exit code ${result.status}: ${result.stderr}`);
  return { code: result.status, report: JSON.parse(result.stdout) };
}

function trainExample(folderOfProject) {
  const project = path.join(folderOfProject, 'pytorch');
  cpSync(path.join(root, 'examples', 'pytorch'), project, { recursive: true });
  cpSync(path.join(root, 'examples', 'minimal'), path.join(folderOfProject, 'minimal'), { recursive: true });
  const good = audit(project, 'python train.py seed=$TRAIN_TWICE_SEED');
  console.log(`examples/pytorch: ${good.report.judgement.sentence}`);
  check(
    'examples/pytorch passes',
    good.code === 0 ? null : `exit code ${good.code}: ${good.report.judgement.sentence}`,
  );
  const totals = good.report.comparisons[0]?.coverage.totals;
  check(
    'examples/pytorch: five checkpoints were compared',
    totals?.checkpoints >= 4 && totals.tensors > 40 ? null : JSON.stringify(totals),
  );
  check(
    'examples/pytorch: metrics were compared',
    totals?.series >= 6 && totals.points >= 36 ? null : JSON.stringify(totals),
  );
  const complaints = good.report.findings.filter((finding) => finding.severity !== 'notice');
  check(
    'examples/pytorch: its record is complete',
    complaints.length === 0 ? null : complaints.map((finding) => `${finding.check}: ${finding.message}`).join('; '),
  );
  rmSync(path.join(project, 'outputs'), { recursive: true, force: true });
  const bad = audit(project, 'python train.py seed=$((TRAIN_TWICE_SEED + TRAIN_TWICE_RUN))');
  console.log(`with another seed in each run: ${bad.report.judgement.sentence}`);
  check(
    'another seed is caught',
    bad.code === 1 && bad.report.judgement.outcome === 'divergent' ? null : `exit code ${bad.code}`,
  );
  check(
    'the first divergent step is named',
    bad.report.firstDifference.metric !== null ? null : 'no first divergent step',
  );
  check('the first differing tensor is named', bad.report.firstDifference.tensor !== null ? null : 'no tensor');
}

/** Runs Python under the observer (or without it) and gives the records that it left. */
function observed(cwd, argv, withObserver) {
  const records = path.join(cwd, '.observed');
  const observer = { PYTHONPATH: path.join(root, 'probe'), TRAIN_TWICE_OBSERVER_DIR: records, TRAIN_TWICE_RUN: '1' };
  const environment = { ...process.env, PATH: `${path.dirname(python)}:${process.env.PATH}`, PYTHONHASHSEED: '42' };
  const ran = spawnSync(python, argv, {
    cwd,
    encoding: 'utf8',
    env: { ...environment, ...(withObserver ? observer : {}) },
  });
  if (ran.status !== 0) throw new Error(`${argv.join(' ')}: exit code ${ran.status}: ${ran.stderr}`);
  if (!withObserver) return [];
  const folderOfRun = path.join(records, 'run-1');
  const names = readdirSync(folderOfRun).filter((name) => name.endsWith('.json'));
  return names.map((name) => JSON.parse(readFileSync(path.join(folderOfRun, name), 'utf8')));
}

function observeFrameworks(folderOfProjects) {
  const seeds = path.join(folderOfProjects, 'seeds');
  mkdirSync(seeds, { recursive: true });
  writeFileSync(path.join(seeds, 'train.py'), seeding);
  const [record, ...others] = observed(seeds, ['train.py'], true);
  const told = record?.seedings.map(({ what, value, drawnBefore, line }) => [what, value, drawnBefore, line]);
  const expected = [
    ['numpy.random.seed', '1', true, 5],
    ['numpy.random.seed', '2', false, 5],
    ['torch.manual_seed', '42', false, 7],
    ['torch.cuda.manual_seed_all', '3', null, 8],
    ['numpy.random.default_rng', '7', null, 9],
    ['numpy.random.default_rng', '1', null, 17],
  ];
  const same = (found, wanted) => (JSON.stringify(found) === JSON.stringify(wanted) ? null : JSON.stringify(found));
  check('observer: one process left a record', others.length === 0 ? null : `${others.length + 1} did`);
  check('observer: seedings, order, draws before, lines', same(told, expected));
  const unseeded = record?.unseeded.filter(({ origin }) => origin === 'own').map(({ line, count }) => [line, count]);
  check(
    'observer: generators without a seed, and those with one not among them',
    same(unseeded, [
      [10, 1],
      [11, 1],
      [12, 1],
    ]),
  );
  const loaders = record?.loaders.map(({ workers, torchSeeded, line }) => [workers, torchSeeded, line]);
  check('observer: a DataLoader before the seed', same(loaders, [[2, false, 6]]));
  check('observer: no fault of its own', same(record?.faults, []));
  const project = path.join(folderOfProjects, 'pytorch');
  cpSync(path.join(root, 'examples', 'pytorch'), project, { recursive: true });
  cpSync(path.join(root, 'examples', 'minimal'), path.join(folderOfProjects, 'minimal'), { recursive: true });
  for (const withObserver of [true, false]) {
    const records = observed(project, ['train.py', 'seed=42'], withObserver);
    const faults = records.flatMap((one) => one.faults);
    check(`observer: examples/pytorch ${withObserver ? 'with' : 'without'} it`, same(faults, []));
    cpSync(path.join(project, 'outputs'), path.join(folderOfProjects, withObserver ? 'with' : 'without'), {
      recursive: true,
    });
    rmSync(path.join(project, 'outputs'), { recursive: true });
  }
  const argv = [
    'compare',
    '--format',
    'json',
    '--report-dir',
    path.join(folderOfProjects, 'report'),
    'with',
    'without',
  ];
  const result = spawnSync(process.execPath, [cli, ...argv], {
    cwd: folderOfProjects,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const report = JSON.parse(result.stdout);
  console.log(`examples/pytorch with and without the observer: ${report.judgement.sentence}`);
  check(
    'observer: examples/pytorch gives the same to the last bit',
    result.status === 0 ? null : report.judgement.sentence,
  );
}
