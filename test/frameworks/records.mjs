/**
 * Records of real trainings. Each example, trained twice, gives no finding about its record; each mutation of such a record gives
 * the finding that is meant for it and no other.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { committer, mutations } from './mutations.mjs';

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const cli = path.join(root, 'dist', 'cli.js');
const spoiler = fileURLToPath(new URL('mutations.mjs', import.meta.url));

const data = '../minimal/data/points.csv';

/**
 * How each example is trained, which folder holds its results, and the notices that it cannot help: that wall times and run times
 * are not the same twice, and that the Trainer keeps its arguments as a pickle of its own classes.
 */
const examples = {
  minimal: { train: 'train.py --seed $TRAIN_TWICE_SEED', results: 'outputs/spiral_*', datasets: [], notices: [] },
  pytorch: {
    train: 'train.py seed=$TRAIN_TWICE_SEED',
    results: 'outputs/*/*',
    datasets: [data],
    notices: ['metrics/bytes-differ-content-equal'],
  },
  lightning: {
    train: 'train.py --seed $TRAIN_TWICE_SEED',
    results: 'outputs/version_*',
    datasets: [data],
    notices: [],
  },
  'hugging-face': {
    train: 'train.py --seed $TRAIN_TWICE_SEED',
    results: 'outputs',
    datasets: [data],
    notices: ['metrics/bytes-differ-content-equal', 'checkpoints/executable-references'],
  },
};

/** @param {(title: string, problem: string | null) => void} check */
export function checkRecords(check, folder, python) {
  const environment = { ...process.env, PATH: `${path.dirname(python)}:${process.env.PATH}` };
  const good = new Map();
  for (const name of Object.keys(examples)) {
    const project = copyExamples(path.join(folder, `good-${name}`), name);
    const report = audit(project, name, {}, environment);
    check(`examples/${name} is reproducible and its record complete`, sameFindings(report, name, []));
    check(`examples/${name} passes`, report.judgement.passed ? null : report.judgement.sentence);
    good.set(name, project);
  }
  const found = new Map();
  for (const mutation of mutations) {
    const { name, of, expect } = mutation;
    const meant = [expect].flat();
    const report =
      mutation.audit === 'check'
        ? auditSpoilt(good.get(of), of, mutation, path.join(folder, 'spoilt'), environment)
        : audit(copyExamples(path.join(folder, 'spoilt'), of), of, mutation, environment);
    check(`${of}: ${name}`, sameFindings(report, of, meant));
    for (const id of meant) found.set(id, (found.get(id) ?? 0) + 1);
    rmSync(path.join(folder, 'spoilt'), { recursive: true, force: true });
  }
  console.log(
    `${mutations.length} mutations of a good record: each gave what was meant for it (${found.size} of the checks)`,
  );
}

/** The example, and the data of the minimal one beside it. */
function copyExamples(folder, name) {
  mkdirSync(folder, { recursive: true });
  for (const one of new Set(['minimal', name])) {
    const source = path.join(root, 'examples', one);
    // What somebody left behind in the repository is no part of it.
    const filter = (file) =>
      !/^(?:outputs|__pycache__|\.train-twice|train-twice-report)(?:\/|$)/.test(path.relative(source, file));
    cpSync(source, path.join(folder, one), { recursive: true, filter });
  }
  return path.join(folder, name);
}

/** Trains twice, with the mutation's changes, and gives the report. */
function audit(project, name, mutation, environment) {
  const example = examples[name];
  mutation.project?.(project);
  if (mutation.repository !== undefined) {
    const git = (...words) => execFileSync('git', words, { cwd: project, stdio: 'pipe' });
    writeFileSync(path.join(project, '.gitignore'), 'outputs/\n.train-twice/\ntrain-twice-report/\n__pycache__/\n');
    git('init', '--quiet');
    git('add', '.');
    git(...committer, 'commit', '--quiet', '--message', 'as it was');
    mutation.repository(project);
  }
  if (mutation.config !== undefined) writeFileSync(path.join(project, 'train-twice.yml'), mutation.config);
  const training = mutation.arguments === undefined ? example.train : `${example.train} ${mutation.arguments}`;
  const spoil =
    mutation.results === undefined
      ? ''
      : ` && "${process.execPath}" "${spoiler}" ${JSON.stringify(mutation.name).replaceAll('`', '\\`')} ${example.results} $TRAIN_TWICE_RUN`;
  const named = mutation.config?.startsWith('datasets') ? [] : example.datasets;
  return trainTwice(
    project,
    [
      'run',
      ...named.flatMap((one) => ['--datasets', one]),
      ...(mutation.flags ?? []),
      '--command',
      `${mutation.python ?? 'python'} ${training}${spoil}`,
    ],
    environment,
  );
}

/** Audits a copy of what the good run left, spoilt: nothing is trained. */
function auditSpoilt(project, name, mutation, folder, environment) {
  const example = examples[name];
  copyExamples(folder, 'minimal');
  const copy = path.join(folder, name);
  const results = resultsOf(project, example.results);
  cpSync(path.join(project, results), path.join(copy, results), { recursive: true });
  mutation.results(path.join(copy, results));
  const named = example.datasets.flatMap((one) => ['--datasets', one]);
  return trainTwice(copy, ['check', 'outputs', ...named], environment);
}

/** The folder that a pattern of whole names means. */
function resultsOf(project, pattern) {
  return pattern.split('/').reduce((found, part) => {
    if (!part.includes('*')) return path.join(found, part);
    const matches = readdirSync(path.join(project, found)).filter((one) =>
      statSync(path.join(project, found, one)).isDirectory(),
    );
    if (matches.length !== 1) throw new Error(`${found} holds ${matches.length} folders`);
    return path.join(found, matches[0]);
  }, '');
}

function trainTwice(cwd, words, environment) {
  const ran = spawnSync(process.execPath, [cli, words[0], '--format', 'json', '--quiet', ...words.slice(1)], {
    cwd,
    env: environment,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (ran.stdout === '') throw new Error(`${words.join(' ')} printed nothing: ${ran.stderr}`);
  return JSON.parse(ran.stdout);
}

/** Null where the findings are those that are meant, beside the notices that the example cannot help. */
function sameFindings(report, name, meant) {
  const helpless = new Set(examples[name].notices);
  const found = report.findings.filter((finding) => !(finding.severity === 'notice' && helpless.has(finding.check)));
  const ids = [...new Set(found.map((finding) => finding.check))].sort();
  if (JSON.stringify(ids) === JSON.stringify([...meant].sort())) return null;
  const told = found.map((finding) => `${finding.check}: ${finding.message}`);
  const log = report.runs.flatMap((run) => (run.end?.code === 0 ? [] : run.logTail));
  return `${meant.join(', ') || 'nothing'} was meant, found was: ${told.join(' | ') || 'nothing'}${log.length > 0 ? ` (log: ${log.slice(-4).join(' / ')})` : ''}`;
}
