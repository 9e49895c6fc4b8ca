/**
 * Runs every proof of this repository one after the other, prints what it runs, adds up the counts that each prints
 * (`N passed, N failed`, or vitest's own line), and ends with one such line. Nothing is skipped in silence.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const node24Version = '24.21.0';
const totals = { passed: 0, failed: 0, skipped: 0 };

/** Runs one command, shows its output, gives exit code and text. */
function run(command, options = {}) {
  console.log(`\n$ ${command}${options.cwd && options.cwd !== root ? `   (in ${options.where ?? 'a copy'})` : ''}`);
  return new Promise((resolve) => {
    const child = spawn('bash', ['-o', 'pipefail', '-c', command], {
      cwd: options.cwd ?? root,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      from.on('data', (data) => {
        text += data;
        to.write(data);
      });
    }
    child.on('close', (code) => resolve({ code, text }));
  });
}

/** A step counts what it printed; a step that printed no count counts as one. A failing exit code is never lost. */
async function step(title, command, options = {}) {
  console.log(`\n=== ${title}`);
  const started = Date.now();
  const { code, text } = await run(command, options);
  const plain = text.replaceAll(/\u001b\[[0-9;]*m/g, '');
  const counted = { passed: 0, failed: 0, skipped: 0 };
  for (const line of plain.split('\n')) {
    if (!/^\s*Tests\s+/.test(line) && !/^(?:\w+: )?\d+ passed, \d+ failed/.test(line)) continue;
    for (const [, count, kind] of line.matchAll(/(\d+) (passed|failed|skipped)/g)) counted[kind] += Number(count);
  }
  if (counted.passed + counted.failed === 0) counted[code === 0 ? 'passed' : 'failed'] = 1;
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  for (const kind of Object.keys(totals)) totals[kind] += counted[kind];
  console.log(
    `--- ${title}: ${code === 0 ? 'ok' : `exit code ${code}`}, ${((Date.now() - started) / 1000).toFixed(0)} s`,
  );
  return code === 0;
}

/** Node 24 as the npm package brings it, kept outside the checkout between calls. */
async function node24() {
  const cache = path.join(
    process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'),
    'train-twice',
    `node-${node24Version}`,
  );
  const binary = path.join(cache, 'node_modules', 'node', 'bin', 'node');
  if (!existsSync(binary)) {
    const making = `${cache}.making-${process.pid}`;
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { recursive: true });
    const installed = await run(`npm install --no-audit --no-fund --prefix . node@${node24Version}`, {
      cwd: making,
      where: 'the cache',
    });
    if (installed.code !== 0) return null;
    rmSync(cache, { recursive: true, force: true });
    renameSync(making, cache);
  }
  return binary;
}

/** The system's Chromium: installed first where it is not there and this is a Debian that lets us. */
async function chromium() {
  const found = await run('command -v chromium || command -v chromium-browser || command -v google-chrome');
  return found.code === 0 ? '' : 'apt-get update -qq && apt-get install -y -qq chromium && ';
}

if (!(await step('a clean machine: npm ci && npm test', 'npm ci --no-audit --no-fund && npm test'))) {
  console.log('the tests of a clean machine failed; the slower proofs still run');
}
await step('dist, action.yml, schemas and docs are fresh', 'npm run check:fresh');
await step('on a runner that is not ours', 'npm run test:act');

const copy = mkdtempSync(path.join(tmpdir(), 'train-twice-demo-'));
for (const part of ['dist', 'probe', 'examples', 'action.yml', 'package.json']) {
  cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
}
await step(`the demo on Node ${process.version}, nothing installed`, `"${process.execPath}" dist/cli.js demo`, {
  cwd: copy,
});
const newer = await node24();
if (newer === null) {
  totals.failed += 1;
  console.log(`Node ${node24Version} could not be installed: the demo was not tried on it`);
} else {
  await step(`the demo on Node ${node24Version}, nothing installed`, `"${newer}" dist/cli.js demo`, { cwd: copy });
  await step(`end to end on Node ${node24Version}`, 'npx vitest run test/e2e', { env: { TRAIN_TWICE_NODE: newer } });
  // Skipped on Node 20, which has no SQLite.
  await step(
    `what needs node:sqlite, on Node ${node24Version}`,
    `"${newer}" node_modules/vitest/vitest.mjs run test/formats/metrics/mlflow-database.test.ts test/hostile/mlflow-database.test.ts`,
  );
}
rmSync(copy, { recursive: true, force: true });
await step('report.html in a real browser', `${await chromium()}npm run test:browser`);
await step('against the frameworks', 'npm run test:frameworks', {
  env: newer === null ? {} : { TRAIN_TWICE_NODE: newer },
});

const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = totals.failed === 0 ? 0 : 1;
