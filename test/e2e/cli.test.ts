/** The command line, end to end: `dist/cli.js` as a person calls it, in an empty folder, with nothing installed. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../house/source-tree.ts';
import { commands, makeProject } from './trainings.ts';

const cli = path.join(root, 'dist', 'cli.js');
const node = process.env.TRAIN_TWICE_NODE ?? process.execPath;

function trainTwice(cwd: string, ...words: string[]): SpawnSyncReturns<string> {
  return spawnSync(node, [cli, ...words], {
    cwd,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, NO_COLOR: '1' },
  });
}

function emptyFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'train-twice-cli-'));
}

/** Two finished runs of the reproducible training, side by side, without `.train-twice`. */
function twoRuns(command: string = commands.reproducible): {
  readonly first: string;
  readonly second: string;
  readonly parent: string;
} {
  const parent = emptyFolder();
  for (const run of ['1', '2']) {
    const project = makeProject();
    spawnSync('bash', ['-c', command], { cwd: project.folder, env: { ...process.env, TRAIN_TWICE_RUN: run } });
    cpSync(path.join(project.folder, 'outputs'), path.join(parent, `run${run}`), { recursive: true });
  }
  return { parent, first: path.join(parent, 'run1'), second: path.join(parent, 'run2') };
}

describe('train-twice run', () => {
  it('passes a reproducible training given after --', () => {
    const { folder } = makeProject();
    const result = trainTwice(folder, 'run', '--', 'python3', 'train.py');
    expect({ code: result.status, stderr: result.stderr.includes('fault') }).toEqual({ code: 0, stderr: false });
    expect(result.stdout).toMatch(/Identical|Equivalent/);
  });

  it('prints the report and nothing else with --format json', () => {
    const { folder } = makeProject();
    const result = trainTwice(folder, 'run', '--format', 'json', '--', 'python3', 'train.py');
    expect(JSON.parse(result.stdout)).toMatchObject({ reportVersion: 1, judgement: { passed: true } });
  });

  it('fails a diverging training with exit code 1', () => {
    const { folder } = makeProject();
    const result = trainTwice(folder, 'run', '--command', commands.diverging);
    expect(result.status).toBe(1);
    expect(result.stdout).toContain('layer.weight');
  });

  it('accepts what lies inside the declared tolerance, and says so', () => {
    const { folder } = makeProject();
    const words = ['--require', 'within-tolerance', '--tolerance', 'atol=0.5', '--format', 'json'];
    const result = trainTwice(folder, 'run', ...words, '--command', commands.diverging);
    expect({ code: result.status, outcome: JSON.parse(result.stdout).judgement.outcome }).toEqual({
      code: 0,
      outcome: 'within-tolerance',
    });
  });

  it('gives each run the seed, its number and a fresh output folder', () => {
    const { folder } = makeProject();
    const script =
      'echo "$TRAIN_TWICE_SEED $PYTHONHASHSEED $(ls -A $TRAIN_TWICE_OUTPUT_DIR | wc -l)" > $TRAIN_TWICE_OUTPUT_DIR/given.txt; python3 train.py';
    const result = trainTwice(folder, 'run', '--seed', '7', '--format', 'json', '--command', script);
    expect(result.status).toBe(0);
    const given = readdirSync(path.join(folder, '.train-twice'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('given.txt'),
    );
    expect(given.map((name) => readFileSync(path.join(folder, '.train-twice', name), 'utf8').trim())).toEqual([
      '7 7 0',
      '7 7 0',
    ]);
  });

  it('starts the second run from the same state: what run 1 wrote is not there', () => {
    const { folder } = makeProject();
    const script = 'test ! -e outputs || exit 9; python3 train.py';
    expect(trainTwice(folder, 'run', '--command', script).status).toBe(0);
  });

  it('does not take a symlink out of the outputs or a FIFO for content', () => {
    const { folder } = makeProject();
    const script = 'python3 train.py; ln -s /etc/hostname outputs/link; mkfifo outputs/pipe';
    const result = trainTwice(folder, 'run', '--format', 'json', '--command', script);
    const report = JSON.parse(result.stdout);
    expect(result.stdout).not.toContain(readFileSync('/etc/hostname', 'utf8').trim().padEnd(3, '?').concat('"content'));
    const listed = JSON.stringify([report.comparisons[0].coverage.notCompared, report.inventories]);
    expect(listed).toMatch(/link/);
    expect(listed).toMatch(/pipe/);
  });

  it('is inconclusive where both runs wrote to one and the same file', () => {
    const { folder } = makeProject();
    const outside = path.join(emptyFolder(), 'shared.safetensors');
    const script = `python3 train.py; mv outputs/*/model.safetensors ${outside}.new; [ -e ${outside} ] || mv ${outside}.new ${outside}; mkdir -p outputs; ln ${outside} outputs/model.safetensors; rm -f outputs/*/metrics.jsonl`;
    const result = trainTwice(folder, 'run', '--command', script);
    expect(result.status).toBe(3);
  });
});

describe('train-twice compare', () => {
  it('passes two equal folders', () => {
    const { parent, first, second } = twoRuns();
    const result = trainTwice(parent, 'compare', first, second);
    expect(result.status).toBe(0);
    expect(result.stdout).toMatch(/Identical|Equivalent/);
  });

  it('passes two equal files', () => {
    const { parent, first, second } = twoRuns();
    const model = (run: string): string => path.join(run, readdirSync(run)[0] ?? '', 'model.safetensors');
    expect(trainTwice(parent, 'compare', model(first), model(second)).status).toBe(0);
  });

  it('finds one flipped bit and names its tensor', () => {
    const { parent, first, second } = twoRuns();
    const model = path.join(second, readdirSync(second)[0] ?? '', 'model.safetensors');
    const bytes = readFileSync(model);
    bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
    writeFileSync(model, bytes);
    const result = trainTwice(parent, 'compare', first, second, '--format', 'json');
    expect(result.status).toBe(1);
    expect(JSON.parse(result.stdout).firstDifference.tensor.path).toBe('layer.weight');
  });

  it('is inconclusive for a folder compared with itself', () => {
    const { parent, first } = twoRuns();
    expect(trainTwice(parent, 'compare', first, first).status).toBe(3);
  });

  it('is inconclusive for hard links to the same file', () => {
    const { parent, first } = twoRuns();
    const model = path.join(first, readdirSync(first)[0] ?? '', 'model.safetensors');
    mkdirSync(path.join(parent, 'linked'));
    linkSync(model, path.join(parent, 'linked', 'model.safetensors'));
    expect(trainTwice(parent, 'compare', path.dirname(model), path.join(parent, 'linked')).status).not.toBe(0);
  });

  it('is inconclusive for two empty folders', () => {
    const parent = emptyFolder();
    for (const name of ['a', 'b']) mkdirSync(path.join(parent, name));
    expect(trainTwice(parent, 'compare', 'a', 'b').status).toBe(3);
  });

  it('is inconclusive where a checkpoint is damaged in the same way on both sides', () => {
    const { parent, first, second } = twoRuns();
    for (const run of [first, second]) writeFileSync(path.join(run, 'broken.pt'), 'not a checkpoint at all');
    const result = trainTwice(parent, 'compare', first, second);
    expect(result.status).toBe(3);
    expect(result.stdout).toContain('broken.pt');
  });

  it('finds a file that only one run has', () => {
    const { parent, first, second } = twoRuns();
    writeFileSync(path.join(first, 'extra.bin2'), 'x');
    const result = trainTwice(parent, 'compare', first, second);
    expect(result.status).toBe(1);
    expect(result.stdout).toContain('extra.bin2');
  });

  it('writes no report folder unless one is asked for', () => {
    const { parent, first, second } = twoRuns();
    trainTwice(parent, 'compare', first, second);
    expect(existsSync(path.join(parent, 'train-twice-report'))).toBe(false);
    trainTwice(parent, 'compare', first, second, '--report-dir', 'evidence');
    expect(readdirSync(path.join(parent, 'evidence')).sort()).toEqual([
      '.gitignore',
      'badge.json',
      'fingerprint.json',
      'junit.xml',
      'report.html',
      'report.json',
      'sarif.json',
      'summary.md',
      'test-result.intoto.json',
      'test-result.predicate.json',
      'test-result.subjects.sha256',
    ]);
  });
});

describe('train-twice fingerprint', () => {
  it('prints the digest that anyone can check', () => {
    const { parent, first } = twoRuns();
    const result = trainTwice(parent, 'fingerprint', first, '--json');
    const listing = JSON.parse(result.stdout);
    const model = listing.files.find((file: { path: string }) => file.path.endsWith('model.safetensors'));
    const python = spawnSync(
      'python3',
      ['-c', 'import hashlib,struct;print(hashlib.sha256(struct.pack("<12d",*[.5*i for i in range(12)])).hexdigest())'],
      { encoding: 'utf8' },
    );
    expect(model.tensors).toHaveLength(1);
    expect(model.tensors[0]).toMatchObject({
      path: 'layer.weight',
      dtype: 'float64',
      shape: [3, 4],
      digest: python.stdout.trim(),
      min: 0,
      max: 5.5,
    });
  });

  it('lists a file that it cannot read with its reason, and exits with 3', () => {
    const parent = emptyFolder();
    writeFileSync(path.join(parent, 'broken.safetensors'), Buffer.from([1, 2, 3]));
    const result = trainTwice(parent, 'fingerprint', '.', '--json');
    expect(result.status).toBe(3);
    expect(JSON.parse(result.stdout).files[0].problem).not.toBeNull();
  });
});

describe('bad input gets a clear sentence and exit code 2', () => {
  const cases: readonly { readonly name: string; readonly words: readonly string[]; readonly says: RegExp }[] = [
    { name: 'no command', words: ['run'], says: /command/i },
    { name: 'an unknown flag', words: ['run', '--sede', '1', '--', 'true'], says: /--seed/ },
    { name: 'an unknown command', words: ['comprae', 'a', 'b'], says: /compare/ },
    { name: 'a path that is not there', words: ['compare', 'here', 'there'], says: /here/ },
    {
      name: 'a working directory that is not there',
      words: ['run', '--working-directory', 'nowhere', '--', 'true'],
      says: /nowhere/,
    },
    {
      name: 'a config file that is not there',
      words: ['run', '--config', 'none.yml', '--', 'true'],
      says: /none\.yml/,
    },
    {
      name: 'a pattern that RE2 refuses',
      words: ['run', '--metrics', '{stdout: ["(?=x)"]}', '--', 'true'],
      says: /\(\?=x\)|stdout/,
    },
    { name: 'an unknown check', words: ['explain', 'weights/value-differs'], says: /weights\/values-differ/ },
    { name: 'an unknown report format', words: ['run', '--format', 'yamll', '--', 'true'], says: /yamll/ },
    {
      name: 'a tolerance that is required and not declared',
      words: ['run', '--require', 'within-tolerance', '--', 'true'],
      says: /tolerance/,
    },
  ];
  for (const { name, words, says } of cases) {
    it(name, () => {
      const folder = emptyFolder();
      const result = trainTwice(folder, ...words);
      expect({ code: result.status, stdout: result.stdout }).toEqual({ code: 2, stdout: '' });
      expect(result.stderr).toMatch(says);
      expect(result.stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
      expect(readdirSync(folder)).toEqual([]);
    });
  }

  it('a program that does not exist', () => {
    const result = trainTwice(emptyFolder(), 'run', '--', 'no-such-program');
    expect([2, 4]).toContain(result.status);
    expect(`${result.stdout}${result.stderr}`).toContain('no-such-program');
  });
});

describe('a report that cannot be written', () => {
  it('leaves no half report and is never a pass', () => {
    const { folder } = makeProject();
    mkdirSync(path.join(folder, 'report', 'report.json'), { recursive: true });
    const result = trainTwice(folder, 'run', '--report-dir', 'report', '--', 'python3', 'train.py');
    expect(result.status).toBe(70);
    expect(result.stderr).toContain('report.json');
    expect(readdirSync(path.join(folder, 'report', 'report.json'))).toEqual([]);
  });
});

describe('unreadable things', () => {
  it('a dangling symlink among the outputs is said, not followed', () => {
    const { parent, first, second } = twoRuns();
    for (const run of [first, second]) symlinkSync('/nowhere/at/all', path.join(run, 'latest.pt'));
    const result = trainTwice(parent, 'compare', first, second, '--format', 'json');
    expect(JSON.stringify(JSON.parse(result.stdout).comparisons)).toContain('latest.pt');
  });

  it.runIf(process.getuid?.() !== 0)('a folder without permission is said', () => {
    const { parent, first, second } = twoRuns();
    for (const run of [first, second]) {
      mkdirSync(path.join(run, 'locked'));
      chmodSync(path.join(run, 'locked'), 0);
    }
    const result = trainTwice(parent, 'compare', first, second);
    expect(result.status).toBe(3);
    expect(result.stdout).toContain('locked');
  });
});

describe('help', () => {
  it('lists the commands', () => {
    const result = trainTwice(emptyFolder(), '--help');
    expect(result.status).toBe(0);
    for (const command of ['run', 'compare', 'check', 'fingerprint', 'explain', 'init', 'demo'])
      expect(result.stdout).toContain(command);
  });

  it('explain shows what a check means and how to fix it', () => {
    const result = trainTwice(emptyFolder(), 'explain', 'weights/values-differ');
    expect(result.status).toBe(0);
    expect(result.stdout).toMatch(/fix/i);
  });
});
