/**
 * Whatever is wrong with what a person gives, or with the machine: a sentence, the documented exit code, nothing lost, no stack
 * trace. Through `dist/cli.js`, as a person calls it.
 */
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../house/source-tree.ts';
import { makeProject } from './trainings.ts';

const cli = path.join(root, 'dist', 'cli.js');
const node = process.env.TRAIN_TWICE_NODE ?? process.execPath;
const environment = { ...process.env, NO_COLOR: '1' };

function trainTwice(cwd: string, ...words: string[]): SpawnSyncReturns<string> {
  return spawnSync(node, [cli, ...words], { cwd, encoding: 'utf8', timeout: 60_000, env: environment });
}

/** Exit code and everything that was said; a stack trace or a death by signal is never an answer. */
function answer(result: SpawnSyncReturns<string>): { readonly code: number | null; readonly said: string } {
  const said = result.stdout + result.stderr;
  expect(said).not.toMatch(/^\s+at .*:\d+:\d+\)?$|fault of train-twice/m);
  return { code: result.status, said: said.replace(/\s+/g, ' ') };
}

const training = ['--', 'python3', 'train.py'];

describe('before anything is started', () => {
  it.each([
    { what: 'no command', words: ['run'], says: 'command: none given; expected it after --' },
    {
      what: 'a command that does not exist',
      words: ['run', '--', 'no-such-thing'],
      says: '"no-such-thing" was not found',
    },
    { what: 'a command of ours that does not exist', words: ['trian'], says: 'unknown command "trian"' },
    {
      what: 'a working directory that does not exist',
      words: ['run', '--working-directory', 'no', ...training],
      says: '"no" does not exist',
    },
    {
      what: 'a working directory that is a file',
      words: ['run', '--working-directory', 'train.py', ...training],
      says: '"train.py" is no folder',
    },
    {
      what: 'a report folder that is a file',
      words: ['run', '--report-dir', 'train.py', ...training],
      says: '"train.py" is no folder',
    },
    {
      what: 'a report folder below a file',
      words: ['run', '--report-dir', 'train.py/r', ...training],
      says: 'cannot be made',
    },
    {
      what: 'an output file in a folder that is not there',
      words: ['run', '--output', 'no/r.txt', ...training],
      says: 'a folder that does not exist',
    },
    {
      what: 'an output file that is a device',
      words: ['run', '--output', '/dev/null', ...training],
      says: 'is no regular file',
    },
    {
      what: 'a configuration that does not exist',
      words: ['run', '--config', 'no.yml', ...training],
      says: '"no.yml" does not exist',
    },
    {
      what: 'folders to compare that do not exist',
      words: ['compare', 'no', 'nope'],
      says: 'RUN1: "no" does not exist',
    },
  ])('$what is told with exit code 2', ({ words, says }) => {
    const { folder } = makeProject();
    const { code, said } = answer(trainTwice(folder, ...words));
    expect({ code, said }).toEqual({ code: 2, said: expect.stringContaining(says) });
    expect(existsSync(path.join(folder, 'outputs'))).toBe(false);
  });

  it('tells everything that is wrong with a configuration at once, each with its place', () => {
    const { folder } = makeProject({
      'train-twice.yml':
        'seeed: 3\nruns: "two"\noutputs: "["\nmetrics:\n  stdout: "(?<step>a+)(?=b)"\nignore: {files: "+(a|b)"}\n',
    });
    const { code, said } = answer(trainTwice(folder, 'run', ...training));
    expect(code).toBe(2);
    for (const place of [':1:1', ':2:7', ':3:10', ':5:11', ':6:17']) expect(said).toContain(`train-twice.yml${place}`);
  });

  it.each([
    { what: 'binary', bytes: Buffer.from([0xff, 0xfe, 0, 1, 2]), says: 'is not UTF-8 text' },
    {
      what: 'a billion laughs',
      bytes: Buffer.from(`a: &a [x, x]\n${'b: [*a, *a]\n'.repeat(9)}`),
      says: 'a second time',
    },
    { what: 'nested without end', bytes: Buffer.from(`outputs: ${'['.repeat(20_000)}`), says: 'nested deeper than 32' },
    { what: 'indented by tabs', bytes: Buffer.from('ignore:\n\tfiles: x\n'), says: 'tabs are not allowed' },
  ])('a configuration that is $what is told with exit code 2', ({ bytes, says }) => {
    const { folder } = makeProject();
    writeFileSync(path.join(folder, 'train-twice.yml'), bytes);
    const { code, said } = answer(trainTwice(folder, 'run', ...training));
    expect({ code, said }).toEqual({ code: 2, said: expect.stringContaining(says) });
  });

  it('a pattern that would backtrack for ever does not', () => {
    const { folder } = makeProject({ 'train-twice.yml': `metrics: {stdout: '(?<step>\\d+) (?<loss>(a+)+)$'}\n` });
    const script = `python3 train.py; echo "1 ${'a'.repeat(5000)}!"`;
    expect(answer(trainTwice(folder, 'run', '--command', script)).code).toBe(0);
  });
});

describe('the outputs', () => {
  it('that match nothing make the audit inconclusive, and the files that were written elsewhere are named', () => {
    const { folder } = makeProject();
    const { code, said } = answer(trainTwice(folder, 'run', '--outputs', 'nothere', '--verbose', ...training));
    expect(code).toBe(3);
    expect(said).toContain('run/wrote-nothing');
    expect(said).toContain('model.safetensors');
  });

  it.each([
    { what: 'a pipe', script: 'mkfifo outputs/pipe', code: 0, says: 'a FIFO has no content' },
    { what: 'a link out of them', script: 'ln -s /etc/passwd outputs/link', code: 3, says: 'outputs/link' },
    {
      what: 'a file that is the same in both runs',
      script: `ln -f "$HOME_OF_TEST/shared.npy" outputs/shared.npy`,
      code: 3,
      says: 'one and the same file',
    },
  ])('with $what among them are told of it', ({ script, code, says }) => {
    const { folder } = makeProject();
    const elsewhere = makeProject({ 'shared.npy': 'x' }).folder;
    const command = `python3 train.py; ${script.replace('$HOME_OF_TEST', elsewhere)}`;
    const result = answer(trainTwice(folder, 'run', '--verbose', '--command', command));
    expect(result).toEqual({ code, said: expect.stringContaining(says) });
  });

  it('may have any name; none of them reaches the terminal as it is', () => {
    const { folder } = makeProject();
    writeFileSync(
      path.join(folder, 'names.py'),
      `import os, random
for name in [b"a\\nb", b"\\x1b[31mred", b"::error::x", b"##[error]y", b"q'\\"\`$(x)", "\\u202ebidi".encode(), b"\\xff\\xfe", b"l" * 255, b"end  "]:
    open(b"outputs/" + name, "w").write(str(random.random()))
`,
    );
    const result = trainTwice(folder, 'run', '--verbose', '--command', 'python3 train.py; python3 names.py');
    expect(answer(result).code).toBe(1);
    expect(result.stdout + result.stderr).not.toMatch(/[\u001b\u202e]|^::error|^##\[/m);
  });

  it.skipIf(process.getuid?.() === 0)(
    'that this user may not move stay together, each where the training put it',
    () => {
      const { folder } = makeProject();
      const command =
        'python3 train.py; touch outputs/a.npy; mkdir outputs/locked; touch outputs/locked/x; chmod 0 outputs/locked';
      mkdirSync(path.join(folder, 'outputs'));
      expect(answer(trainTwice(folder, 'run', '--command', command)).code).toBe(3);
      expect(readdirSync(path.join(folder, 'outputs'))).toContain('a.npy');
      chmodSync(path.join(folder, 'outputs', 'locked'), 0o755);
    },
  );
});

describe('a training', () => {
  it.each([
    {
      what: 'deletes its output folder',
      script: 'python3 train.py; rm -rf "$TRAIN_TWICE_OUTPUT_DIR"',
      code: 0,
      says: 'Identical',
    },
    {
      what: 'deletes .train-twice',
      script: 'python3 train.py; rm -rf .train-twice',
      code: 3,
      says: 'Run 1 removed ".train-twice"',
    },
    {
      what: 'deletes .train-twice in run 2',
      script: 'python3 train.py; if [ $TRAIN_TWICE_RUN = 2 ]; then rm -rf .train-twice; fi',
      code: 3,
      says: 'Run 2 removed ".train-twice"',
    },
    {
      what: 'closes its stdout',
      script:
        "exec >&- 2>&-; python3 - <<<\"import runpy, sys; sys.stdout = open('/dev/null', 'w'); runpy.run_path('train.py')\"",
      code: 0,
      says: 'Identical',
    },
    { what: 'waits for input', script: 'python3 train.py; cat', code: 0, says: 'Identical' },
    {
      what: 'prints no line end',
      script: 'python3 train.py; head -c 5000000 /dev/zero | tr "\\\\0" x',
      code: 0,
      says: 'Identical',
    },
    {
      what: 'leaves a process behind',
      script: 'python3 train.py; setsid sleep 7777 & sleep 0.3',
      code: 0,
      says: 'outlived it',
    },
  ])('that $what ends in a sentence', ({ script, code, says }) => {
    const { folder } = makeProject();
    const result = answer(trainTwice(folder, 'run', '--verbose', '--command', script));
    expect(result).toEqual({ code, said: expect.stringContaining(says) });
  });
});

describe('the result', () => {
  const full = '/dev/full';

  it.skipIf(!existsSync(full))('that stdout does not take is told with exit code 70, and the report is there', () => {
    const { folder } = makeProject();
    const stdout = openSync(full, 'w');
    const result = spawnSync(node, [cli, 'run', ...training], {
      cwd: folder,
      stdio: ['ignore', stdout, 'pipe'],
      encoding: 'utf8',
      env: environment,
    });
    expect({ code: result.status, stderr: result.stderr }).toEqual({
      code: 70,
      stderr: expect.stringContaining('The result could not be printed: ENOSPC'),
    });
    expect(existsSync(path.join(folder, 'train-twice-report', 'report.json'))).toBe(true);
  });

  it('is shown even where the report cannot be written', () => {
    const { folder } = makeProject();
    mkdirSync(path.join(folder, 'r', 'fingerprint.json'), { recursive: true });
    const result = trainTwice(folder, 'run', '--report-dir', 'r', ...training);
    expect(answer(result)).toEqual({ code: 70, said: expect.stringContaining('Identical') });
    expect(readdirSync(path.join(folder, 'r'))).not.toContain('report.json');
  });

  it('leaves a Git repository as clean as the training does', () => {
    const { folder } = makeProject({ '.gitignore': 'outputs\n' });
    const git = (...words: string[]) => spawnSync('git', words, { cwd: folder, encoding: 'utf8' }).stdout;
    git('init', '-q');
    git('add', '.');
    expect(answer(trainTwice(folder, 'run', ...training)).code).toBe(0);
    expect(
      git('status', '--short')
        .split('\n')
        .filter((line) => line.startsWith('??')),
    ).toEqual([]);
  });

  it('goes where a link leads, and replaces no link with a folder', () => {
    const { folder } = makeProject();
    mkdirSync(path.join(folder, 'elsewhere'));
    symlinkSync('elsewhere', path.join(folder, 'link'));
    expect(answer(trainTwice(folder, 'run', '--report-dir', 'link', ...training)).code).toBe(0);
    expect(JSON.parse(readFileSync(path.join(folder, 'elsewhere', 'report.json'), 'utf8')).reportVersion).toBe(1);
  });
});

it('Ctrl-C while it compares ends within seconds, with a report', async () => {
  const { folder } = makeProject();
  // Holes cost no disk, but every byte of them is read.
  const command = 'python3 train.py; truncate -s 20G outputs/big.bin';
  const child = spawn(node, [cli, 'run', '--command', command], { cwd: folder, env: environment });
  let said = '';
  let interruptedAtMs = 0;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (interruptedAtMs > 0 || !said.includes('Comparing')) return;
    interruptedAtMs = performance.now();
    child.kill('SIGINT');
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(code).toBe(130);
  expect(performance.now() - interruptedAtMs).toBeLessThan(7_000);
  const report = JSON.parse(readFileSync(path.join(folder, 'train-twice-report', 'report.json'), 'utf8'));
  expect(report.judgement.outcome).toBe('cancelled');
}, 60_000);
