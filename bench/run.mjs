/**
 * `npm run bench`: the speed and memory that we claim, measured on whole processes of `dist/cli.js compare A B --format json`.
 *
 * Two checkpoints of 1 GB with 780 tensors are compared; the yardstick is `openssl dgst -sha256` over both in the same round,
 * because machines drift and differ in their SHA instructions. Of seven rounds the median counts. What every comparison finds
 * is checked once: a fast wrong answer is worth nothing. The observer is measured in Python processes, beside the same without it.
 * Files lie in a temporary folder that is removed at the end.
 *
 * `node bench/run.mjs [--cli FILE] [--rounds N] [--no-write]`. Exit code 1 where a goal is missed.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { tensorsOf, writeCheckpoint } from './torch-checkpoint.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
};
const cli = path.resolve(option('--cli', path.join(root, 'dist', 'cli.js')));
const rounds = Number(option('--rounds', '7'));

const gigabyte = 1_007_000_000;
const megabyte = 1_000_000;
const folder = mkdtempSync(path.join(tmpdir(), 'train-twice-bench-'));
const at = (name) => path.join(folder, name);

/** Seconds of one whole process; throws where it ends otherwise than expected. */
function seconds(command, args, status = 0, env = process.env) {
  const start = process.hrtime.bigint();
  const ended = spawnSync(command, args, { stdio: 'ignore', env });
  const took = Number(process.hrtime.bigint() - start) / 1e9;
  if (ended.status !== status)
    throw new Error(`${command} ${args.join(' ')} ended with ${ended.status}, not ${status}`);
  return took;
}

const compareArguments = (first, second) => [cli, 'compare', at(first), at(second), '--format', 'json'];
const compareSeconds = (first, second, status) => seconds(process.execPath, compareArguments(first, second), status);

/**
 * Peak resident memory of a comparison in MiB. `VmHWM` is of that process alone; the usage that a parent is told also counts
 * what the parent itself had when it started the child.
 */
function peakMegabytes(first, second, status) {
  const report = at('peak');
  const hook = at('peak.cjs');
  const peak = `/VmHWM:\\s+(\\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1]`;
  writeFileSync(
    hook,
    `const fs = require('node:fs');
process.on('exit', () => {
  const kilobytes = process.platform === 'linux' ? ${peak.replaceAll('\\\\', '\\')} : process.resourceUsage().maxRSS;
  fs.writeFileSync(${JSON.stringify(report)}, String(kilobytes));
});
`,
  );
  const ended = spawnSync(process.execPath, ['--require', hook, ...compareArguments(first, second)], {
    stdio: 'ignore',
  });
  if (ended.status !== status) throw new Error(`the comparison ended with ${ended.status}, not ${status}`);
  return Number(readFileSync(report, 'utf8')) / 1024;
}

/** What the comparison finds, from its report. */
function findings(first, second) {
  const { stdout } = spawnSync(process.execPath, compareArguments(first, second), { maxBuffer: 1 << 30 });
  const { judgement, comparisons } = JSON.parse(stdout.toString());
  const [checkpoint] = comparisons[0].coverage.checkpoints;
  const leaves = (comparisons[0].difference?.children ?? []).flatMap(({ children }) => children);
  return { outcome: judgement.outcome, ...checkpoint, values: leaves.filter(({ kind }) => kind === 'values') };
}

function expect(condition, what) {
  if (!condition) throw new Error(`The comparison is wrong: ${what}`);
}

/** Waits until others leave the processors alone, but not for ever: then the round is as noisy as it is. */
async function quiet() {
  const busy = () => {
    const times = cpus().map((cpu) => cpu.times);
    const idle = times.reduce((sum, time) => sum + time.idle, 0);
    return {
      idle,
      all: times.reduce((sum, { user, nice, sys, idle, irq }) => sum + user + nice + sys + idle + irq, 0),
    };
  };
  for (let tries = 0; tries < 40; tries++) {
    const before = busy();
    await setTimeout(250);
    const after = busy();
    if ((after.idle - before.idle) / (after.all - before.all) > 0.88) return;
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const bitsOf = (values) => new Uint32Array(values.buffer, values.byteOffset, values.length);

/** One element of one tensor, one step on the line of floats. */
const oneUlp = (values, index) => {
  if (index === 89) bitsOf(values)[5] += 1;
};
/** Every element of every tensor but the 195 step counters. */
const everything = (values) => {
  if (values.length > 1) for (let index = 0; index < values.length; index++) values[index] *= 1.000001;
};

/** Work that the observer must not slow down: draws of both kinds, files, small objects. */
const busyPython = `import os, random
random.seed(1)
generator = random.Random(2)
for _ in range(400000): random.random(); generator.random(); id(generator)
for _ in range(4000): open(os.devnull).close()
`;

const rows = [];
function row(what, goal, limit, value, text) {
  rows.push({ what, goal, text, reached: value <= limit });
  console.log(`${value <= limit ? 'reached' : 'MISSED '}  ${what}: ${text} (goal ${goal})`);
}

async function measureGigabytes() {
  console.log('Writing checkpoints of 1 GB…');
  writeCheckpoint(at('a.pt'), { bytes: gigabyte, archive: 'a' });
  writeCheckpoint(at('b.pt'), { bytes: gigabyte, archive: 'b' });
  copyFileSync(at('a.pt'), at('a2.pt'));
  writeCheckpoint(at('c.pt'), { bytes: gigabyte, archive: 'a', change: oneUlp });
  writeCheckpoint(at('d.pt'), { bytes: gigabyte, archive: 'a', change: everything });
  const pairs = [
    { what: 'equal content, other archive name', second: 'b.pt', status: 0, limit: 0.75 },
    { what: 'equal bytes', second: 'a2.pt', status: 0, limit: 0.75 },
    { what: 'one element one ulp off', second: 'c.pt', status: 1, limit: 0.75 },
    { what: '585 of 780 tensors differ', second: 'd.pt', status: 1, limit: 1.5 },
  ];
  const [equal, same, ulp, all] = pairs.map(({ second }) => findings('a.pt', second));
  expect(equal.outcome === 'equivalent' && equal.tensors === 780, 'equal content');
  expect(same.outcome === 'identical' && same.tensors === 780, 'equal bytes');
  expect(
    ulp.differingTensors === 1 && ulp.values[0].delta.maxUlp === '1' && ulp.values[0].delta.differing === 1,
    'one ulp',
  );
  expect(all.differingTensors === 585 && all.values.length === 585, '585 tensors');

  const ratios = pairs.map(() => []);
  const walls = pairs.map(() => []);
  const yardsticks = [];
  for (let round = 0; round < rounds; round++) {
    await quiet();
    const yardstick = seconds('openssl', ['dgst', '-sha256', at('a.pt'), at('b.pt')]);
    yardsticks.push(yardstick);
    for (const [index, { second, status }] of pairs.entries()) {
      const wall = compareSeconds('a.pt', second, status);
      walls[index].push(wall);
      ratios[index].push(wall / yardstick);
    }
  }
  console.log(`openssl over both: ${median(yardsticks).toFixed(2)} s`);
  for (const [index, { what, limit }] of pairs.entries()) {
    const ratio = median(ratios[index]);
    const spread = `${Math.min(...ratios[index]).toFixed(2)} to ${Math.max(...ratios[index]).toFixed(2)}`;
    row(
      `${what}, time to openssl's`,
      `≤ ${limit}`,
      limit,
      ratio,
      `${ratio.toFixed(2)} (${spread}; ${median(walls[index]).toFixed(2)} s)`,
    );
  }
  const peak = Math.max(...pairs.map(({ second, status }) => peakMegabytes('a.pt', second, status)));
  row('peak memory, 2 × 1 GB', '≤ 120 MiB', 120, peak, `${peak.toFixed(0)} MiB`);
  for (const name of ['a.pt', 'a2.pt', 'b.pt', 'c.pt', 'd.pt']) rmSync(at(name));
}

function measureGrowth() {
  const peaks = [100 * megabyte, 4000 * megabyte].map((bytes) => {
    console.log(`Writing two checkpoints of ${bytes / megabyte} MB…`);
    writeCheckpoint(at('first.pt'), { bytes, archive: 'first' });
    writeCheckpoint(at('other.pt'), { bytes, archive: 'other', change: everything });
    const values = [1, 2, 3].map(() => peakMegabytes('first.pt', 'other.pt', 1));
    rmSync(at('first.pt'));
    rmSync(at('other.pt'));
    return median(values);
  });
  const growth = peaks[1] - peaks[0];
  const text = `${growth.toFixed(0)} MiB (${peaks[0].toFixed(0)} to ${peaks[1].toFixed(0)} MiB)`;
  row('growth of peak memory from 100 MB to 4 GB', '≤ 15 MiB', 15, growth, text);
}

/** A small model: what most comparisons in continuous integration are. */
async function measureStart() {
  const small = { bytes: megabyte, parameters: 16 };
  writeCheckpoint(at('first.pt'), { ...small, archive: 'first' });
  writeCheckpoint(at('other.pt'), { ...small, archive: 'other' });
  const ratios = [];
  for (let round = 0; round < 3 * rounds; round++) {
    if (round % 3 === 0) await quiet();
    const empty = seconds(process.execPath, ['-e', '0']);
    ratios.push(compareSeconds('first.pt', 'other.pt', 0) / empty);
  }
  const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
  row(
    `1 MB pair (64 tensors), time to that of \`node -e 0\``,
    '≤ 3',
    3,
    median(ratios),
    `${median(ratios).toFixed(2)} (${spread})`,
  );
}

/** The observer in Python processes: its start and end beside those of a process without it, and what it costs in between. */
async function measureObserver() {
  const asked = spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' });
  if (asked.status !== 0) {
    console.log('notice: no python3, the observer is not measured');
    return;
  }
  const python = asked.stdout.trim();
  const observer = { PYTHONPATH: path.join(root, 'probe'), TRAIN_TWICE_OBSERVER_DIR: at('observed') };
  const settings = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' };
  const pair = (code) => [settings, { ...settings, ...observer }].map((env) => seconds(python, ['-c', code], 0, env));
  const measured = { start: [], whole: [], busy: [] };
  for (let round = 0; round < 3 * rounds; round++) {
    if (round % 3 === 0) await quiet();
    measured.start.push(pair('import os; os._exit(0)'));
    measured.whole.push(pair('pass'));
    if (round % 3 === 0) measured.busy.push(pair(busyPython));
  }
  const ratio = (pairs) => median(pairs.map(([without, having]) => having / without));
  const milliseconds = (pairs) => 1000 * median(pairs.map(([without, having]) => having - without));
  const start = milliseconds(measured.start);
  const times = ratio(measured.start).toFixed(2);
  row(
    'start of a Python process, with the observer',
    '≤ 30 ms more',
    30,
    start,
    `${start.toFixed(0)} ms more (${times} ×)`,
  );
  const whole = milliseconds(measured.whole);
  row(
    '`python3 -c pass` with the observer, its record written',
    '≤ 60 ms more',
    60,
    whole,
    `${whole.toFixed(0)} ms more (${ratio(measured.whole).toFixed(2)} ×)`,
  );
  // What start and end cost is in both.
  const between = median(measured.busy.map(([without, having]) => (having - whole / 1000) / without));
  row('800,000 draws and 4,000 files with the observer', '≤ 1.03', 1.03, between, between.toFixed(2));
}

function results() {
  const { model } = cpus()[0];
  return [
    '# Measured',
    '',
    '<!-- Written by `npm run bench`: do not edit. -->',
    '',
    `${new Date().toISOString().slice(0, 10)}, ${model} (${cpus().length} cores), Node ${process.version}, ${openssl()}.`,
    `Whole processes of \`compare A B --format json\`, files in the page cache, medians of ${rounds} rounds (least to greatest in`,
    `brackets); the yardstick \`openssl dgst -sha256\` over both files runs in every round. Checkpoints as \`torch.save\` writes`,
    `them, ${tensorsOf(gigabyte).length} tensors of float32. Python processes with the observer run beside the same without it.`,
    '',
    '| what | goal | measured | |',
    '|---|---|---|---|',
    ...rows.map(
      ({ what, goal, text, reached }) => `| ${what} | ${goal} | ${text} | ${reached ? 'reached' : '**missed**'} |`,
    ),
    '',
  ].join('\n');
}

function openssl() {
  return spawnSync('openssl', ['version']).stdout.toString().split(' ').slice(0, 2).join(' ');
}

try {
  await measureStart();
  await measureObserver();
  await measureGigabytes();
  measureGrowth();
  if (!process.argv.includes('--no-write')) writeFileSync(path.join(root, 'bench', 'RESULTS.md'), results());
  process.exitCode = rows.every(({ reached }) => reached) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
