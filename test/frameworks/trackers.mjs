/**
 * Trackers, each by its real package: a tiny training logged twice by the same call, and once with one point and one
 * parameter changed. What the two have in common is compared in full, the changed point is named with its series and step,
 * and the changed parameter is a difference of the configuration. Hugging Face's Trainer and Lightning in the same way.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { frameworksPython } from './environment.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const cli = path.join(path.dirname(path.dirname(here)), 'dist', 'cli.js');

/** `place` and `name` of the series that `--change val/acc@4` changes, and how many points two runs have in common. */
const trackers = [
  {
    tracker: 'mlflow-files',
    points: 23,
    place: 'mlruns/‹experiment›/‹run train›/metrics/val/acc',
    file: 'mlruns/‹experiment›/‹run train›/params',
  },
  { tracker: 'mlflow-database', points: 24, place: 'mlflow.db/‹run train›', file: 'mlflow.db/‹run train›' },
  { tracker: 'wandb', points: 33, place: /^wandb\/offline-run-‹time›-‹id›\/run-‹id›\.wandb$/, file: /\.wandb$/ },
  { tracker: 'dvclive', points: 15, place: 'dvclive/plots/metrics/val/acc.tsv', file: 'dvclive/params.yaml' },
];

/**
 * @param check takes a title, and what is wrong or null
 * @param python an interpreter with torch, transformers and Lightning
 * @returns how many parts were skipped, each with a notice
 */
export function checkTrackers(check, python, folder) {
  let skipped = 0;
  const { python: own, notice } = frameworksPython('requirements-trackers.txt');
  if (own === null) {
    console.log(`notice: trackers skipped, ${notice}`);
    skipped += 1;
  } else for (const one of trackers) skipped += checkTracker(check, own, path.join(folder, one.tracker), one);
  checkTrainer(check, python, path.join(folder, 'trainer'));
  checkLightning(check, python, path.join(folder, 'lightning'));
  return skipped;
}

function checkTracker(check, python, folder, { tracker, points, place, file }) {
  const node = tracker === 'mlflow-database' ? nodeWithSqlite() : process.execPath;
  const more = tracker === 'mlflow-database' ? ['--wal'] : [];
  const track = (run, ...words) => runPython(python, path.join(folder, run), 'track.py', tracker, ...more, ...words);
  track('first');
  track('second');
  if (node === null) {
    const { coverage } = compare(process.execPath, folder, 'second');
    const listed = coverage.notCompared.find((one) => one.path === 'mlflow.db')?.reason ?? '';
    check(`${tracker}: says which Node reads it`, /needs Node 22\.13 or newer/.test(listed) ? null : listed);
    console.log(
      `notice: ${tracker} not compared: ${process.version} has no node:sqlite, and TRAIN_TWICE_NODE names no other`,
    );
    return 1;
  }
  track('changed', '--change', 'val/acc@4', '--set', 'lr=0.2');
  const same = compare(node, folder, 'second');
  console.log(`${tracker}: ${same.sentence}`);
  check(`${tracker}: two runs are equivalent`, wrong(same.outcome, 'equivalent'));
  check(`${tracker}: every point of both was compared`, wrong(same.coverage.totals.points, points));
  check(`${tracker}: no finding fails them`, wrong(same.errors, []));
  const other = compare(node, folder, 'changed');
  console.log(`${tracker}, changed: ${other.sentence}`);
  check(`${tracker}: one changed point is caught`, wrong(other.outcome, 'divergent'));
  check(`${tracker}: and named with series and step`, named(other.coverage, place, 'val/acc', 4));
  check(
    `${tracker}: the changed parameter is a difference of the configuration`,
    differs(other, file, '"/lr" is 0.1 in the first run and 0.2'),
  );
  return 0;
}

function checkTrainer(check, python, folder) {
  const train = (run, ...words) => runPython(python, path.join(folder, run), 'train_trainer.py', 'out', ...words);
  train('first');
  train('second');
  train('other', '--lr', '0.004');
  const same = compare(process.execPath, folder, 'second');
  console.log(`trainer: ${same.sentence}`);
  check('trainer: two runs are equivalent', wrong(same.outcome, 'equivalent'));
  check('trainer: every point of both was compared', wrong(same.coverage.totals.points, 70));
  check('trainer: no finding fails them', wrong(same.errors, []));
  const isArguments = ({ place }) => place.endsWith('training_args.bin');
  check('trainer: its arguments are no checkpoint', wrong(same.coverage.checkpoints.filter(isArguments).length, 0));
  const state = path.join(folder, 'changed', 'out', 'trainer_state.json');
  cpSync(path.join(folder, 'second'), path.join(folder, 'changed'), { recursive: true });
  writeFileSync(state, withOtherLoss(readFileSync(state, 'utf8')));
  const changed = compare(process.execPath, folder, 'changed');
  check('trainer: one changed point is caught', wrong(changed.outcome, 'divergent'));
  check('trainer: and named with series and step', named(changed.coverage, 'out/trainer_state.json', 'loss', 4));
  const other = compare(process.execPath, folder, 'other');
  check(
    'trainer: another argument is a difference of the configuration',
    differs(other, 'out/training_args.bin', '"/learning_rate" is 0.005'),
  );
}

/** The same state with another loss at step 4, in its last bit. */
function withOtherLoss(text) {
  const state = JSON.parse(text);
  const row = state.log_history.find(({ step, loss }) => step === 4 && loss !== undefined);
  row.loss *= 1 + Number.EPSILON;
  return JSON.stringify(state, null, 2);
}

function checkLightning(check, python, folder) {
  const train = (run, ...words) => runPython(python, path.join(folder, run), 'train_lightning.py', 'logs', ...words);
  train('first');
  train('second');
  train('other', '--lr', '0.04');
  const same = compare(process.execPath, folder, 'second');
  console.log(`lightning: ${same.sentence}`);
  check('lightning: two runs agree', ['identical', 'equivalent'].includes(same.outcome) ? null : same.sentence);
  check('lightning: every point of both was compared', wrong(same.coverage.totals.points, 12));
  check('lightning: no finding fails them', wrong(same.errors, []));
  const other = compare(process.execPath, folder, 'other');
  const file = 'logs/lightning_logs/version_0/hparams.yaml';
  check(
    'lightning: another hyperparameter is a difference of the configuration',
    differs(other, file, '"/lr" is 0.05'),
  );
}

/** Runs one of the trainings beside this file in a new folder of its own, far from the network. */
function runPython(python, cwd, script, ...words) {
  mkdirSync(cwd, { recursive: true });
  const environment = { ...process.env, WANDB_MODE: 'offline', DVC_NO_ANALYTICS: '1', HF_HUB_OFFLINE: '1' };
  const ran = spawnSync(python, [path.join(here, script), ...words], { cwd, encoding: 'utf8', env: environment });
  if (ran.status !== 0) throw new Error(`${script} ${words.join(' ')}: exit code ${ran.status}: ${ran.stderr}`);
}

function compare(node, folder, second) {
  const words = ['compare', '--format', 'json', '--report-dir', path.join(folder, `report-${second}`), 'first', second];
  const result = spawnSync(node, [cli, ...words], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (result.stdout === '') throw new Error(`compare printed nothing, exit code ${result.status}: ${result.stderr}`);
  const { judgement, comparisons, findings } = JSON.parse(result.stdout);
  const errors = findings.filter(({ severity }) => severity === 'error');
  return {
    outcome: judgement.outcome,
    sentence: judgement.sentence,
    coverage: comparisons[0].coverage,
    findings,
    errors: errors.map(({ check, message }) => `${check}: ${message}`),
  };
}

function wrong(found, wanted) {
  return JSON.stringify(found) === JSON.stringify(wanted)
    ? null
    : `${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`;
}

function matches(text, wanted) {
  return typeof wanted === 'string' ? text === wanted : wanted.test(text);
}

/** Null where this series diverges first at this step, and no other series that decides diverges at all. */
function named({ series }, place, name, step) {
  const diverging = series.filter((one) => one.decides && one.firstDivergentStep !== null);
  const [only, ...others] = diverging;
  if (
    only !== undefined &&
    others.length === 0 &&
    matches(only.place, place) &&
    only.name === name &&
    only.firstDivergentStep === step
  )
    return null;
  return JSON.stringify(diverging.map((one) => [one.place, one.name, one.firstDivergentStep]));
}

/** Null where the configuration in this file differs in these words. */
function differs({ findings }, file, words) {
  const found = findings.filter(({ check }) => check === 'configuration/differs');
  const fits = found.some(
    ({ place, message, severity }) => matches(place.file, file) && message.includes(words) && severity === 'error',
  );
  return fits ? null : JSON.stringify(found.map(({ place, message }) => [place.file, message]));
}

/** A Node that has `node:sqlite`: this one, or the one that TRAIN_TWICE_NODE names. */
function nodeWithSqlite() {
  const candidates = [process.execPath, process.env.TRAIN_TWICE_NODE].filter(
    (node) => node !== undefined && existsSync(node),
  );
  const question = "process.getBuiltinModule?.('node:sqlite') !== undefined";
  return (
    candidates.find((node) => execFileSync(node, ['-p', question], { encoding: 'utf8' }).trim() === 'true') ?? null
  );
}
