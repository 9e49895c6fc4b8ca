/**
 * `npm run test:frameworks`: holds dist/cli.js against the real frameworks.
 *
 * 1. Every digest of `fingerprint` equals what Python computes from the same file with torch.load, safetensors and NumPy.
 * 2. `examples/pytorch`, trained twice through `run`, is reproducible and its record is complete.
 * 3. The same training with another seed in one run is caught.
 * 4. Every example keeps a complete record, and each of some fifty mutations of such a record is found (records.mjs).
 * 5. What DVC says of its data is what we compute (dvc.mjs).
 * 6. What MLflow, Weights & Biases, DVCLive, the Trainer and Lightning keep is compared and audited (trackers.mjs).
 * 7. The observer sees what it is to see in them, in TensorFlow and JAX, in notebooks, in installed packages and in Python 3.14,
 *    and leaves what `examples/pytorch` gives as it is, to the last bit (`observer-*.mjs`).
 * What cannot be installed is skipped with a plain notice.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkDvc } from './dvc.mjs';
import { frameworksPython } from './environment.mjs';
import { observeInstalls } from './observer-installs.mjs';
import { observeNotebook } from './observer-notebook.mjs';
import { observeTensorflowAndJax } from './observer-tf-jax.mjs';
import { observeTorch } from './observer-torch.mjs';
import { observeWebAssembly } from './observer-webassembly.mjs';
import { checkRecords } from './records.mjs';
import { tally } from './tally.mjs';
import { checkTrackers } from './trackers.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(path.dirname(here));
const cli = path.join(root, 'dist', 'cli.js');
const counts = tally();
const check = (title, problem) => counts.check(title, problem);

const { python, notice } = frameworksPython();
const folder = mkdtempSync(path.join(tmpdir(), 'train-twice-frameworks-'));
try {
  if (python === null) counts.skip('torch, NumPy, safetensors', notice);
  else withTorch();
  withPython('requirements-tf-jax.txt', 'TensorFlow and JAX', observeTensorflowAndJax);
  withPython('requirements-notebook.txt', 'notebooks', observeNotebook);
  if (python !== null) observeInstalls(python, path.join(folder, 'installs'), counts);
  await observeWebAssembly(counts);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed === 0 ? 0 : 1;

function withTorch() {
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
  checkRecords(check, path.join(folder, 'records'), python);
  checkDvc(check, path.join(folder, 'dvc'), cli);
  observeTorch(python, cli, path.join(folder, 'observed'), counts);
  counts.skipped += checkTrackers(check, python, path.join(folder, 'trackers'));
}

function withPython(requirements, title, observe) {
  const found = frameworksPython(requirements);
  if (found.python === null) counts.skip(title, found.notice);
  else observe(found.python, path.join(folder, title), counts);
}

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
