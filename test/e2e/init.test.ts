/** `train-twice init`, end to end: what it writes, what it leaves alone, and that what it wrote is then used. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Files, repositories } from '../fixtures/repositories.ts';
import { root } from '../house/source-tree.ts';
import { makeProject } from './trainings.ts';

const cli = path.join(root, 'dist', 'cli.js');
const node = process.env.TRAIN_TWICE_NODE ?? process.execPath;
const workflowFile = '.github/workflows/train-twice.yml';

function trainTwice(cwd: string, ...words: string[]): SpawnSyncReturns<string> {
  const env = { ...process.env, NO_COLOR: '1' };
  return spawnSync(node, [cli, ...words], { cwd, encoding: 'utf8', timeout: 60_000, env });
}

function folderWith(files: Files): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'train-twice-init-')));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

const read = (folder: string, name: string): string => readFileSync(path.join(folder, name), 'utf8');

describe('train-twice init', () => {
  it.each(Object.entries(repositories))(
    'writes the two files for a repository of the kind %s, and says what it found',
    (kind, files) => {
      const folder = folderWith(files);
      const { status, stdout, stderr } = trainTwice(folder, 'init');
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const golden = path.join(root, 'test', 'init', 'golden');
      expect(read(folder, 'train-twice.yml')).toBe(read(golden, `${kind}.config.yml`));
      expect(read(folder, workflowFile)).toBe(read(golden, `${kind}.workflow.yml`));
      expect(stdout).toMatch(/^Found in this repository:\n/);
      expect(stdout).toContain(`Written:\n  train-twice.yml\n  ${workflowFile}\n`);
      expect(stdout).toMatch(/\nNext: .*train-twice run\n$/);
    },
  );

  it('says how it came to what it wrote', () => {
    const { stdout } = trainTwice(folderWith(repositories.hydra), 'init');
    expect(stdout.split('\n\n')[0]).toBe(
      [
        'Found in this repository:',
        '  training      src/digits/train.py (README.md starts it)',
        '  written with  hydra (@hydra.main in src/digits/train.py), lightning (imported in src/digits/train.py), torch (imported in src/digits/model.py)',
        '  command       uv run --no-sync python src/digits/train.py trainer.max_epochs=3 training.seed=$TRAIN_TWICE_SEED',
        '  seed          training.seed=$TRAIN_TWICE_SEED ("seed" in conf/training/default.yaml)',
        '  packages      uv (uv.lock)',
        '  data          data (.gitignore)',
        "  outputs       outputs (Hydra's default), multirun (.gitignore)",
      ].join('\n'),
    );
  });

  it('leaves alone what is there and names it, and ends with 0', () => {
    const folder = folderWith({ ...repositories.lightning, 'train-twice.yml': 'seed: 7\n' });
    const { status, stdout } = trainTwice(folder, 'init');
    expect({ status, config: read(folder, 'train-twice.yml') }).toEqual({ status: 0, config: 'seed: 7\n' });
    expect(stdout).toContain(`Written:\n  ${workflowFile}\n`);
    expect(stdout).toContain('There already, and left alone (--force overwrites):\n  train-twice.yml\n');
    const again = trainTwice(folder, 'init');
    expect(again.status).toBe(0);
    expect(again.stdout).toContain('Nothing was written.');
  });

  it('overwrites with --force', () => {
    const folder = folderWith({
      ...repositories.lightning,
      'train-twice.yml': 'seed: 7\n',
      [workflowFile]: 'name: old\n',
    });
    expect(trainTwice(folder, 'init', '--force').status).toBe(0);
    expect(read(folder, 'train-twice.yml')).toContain('command: python train.py --seed $TRAIN_TWICE_SEED');
    expect(read(folder, workflowFile)).toContain('OWNER/train-twice@v1');
  });

  it('takes the configuration in the other place for the one that is there', () => {
    const folder = folderWith({ ...repositories.lightning, '.github/train-twice.yml': 'seed: 7\n' });
    const { stdout } = trainTwice(folder, 'init');
    expect(existsSync(path.join(folder, 'train-twice.yml'))).toBe(false);
    expect(stdout).toContain('  .github/train-twice.yml\n');
    expect(read(folder, workflowFile)).toContain("- '.github/train-twice.yml'");
  });

  it('takes a link that leads nowhere for something that is there', () => {
    const folder = folderWith(repositories.lightning);
    symlinkSync('/nowhere/at/all', path.join(folder, 'train-twice.yml'));
    expect(trainTwice(folder, 'init').stdout).toContain('left alone (--force overwrites):\n  train-twice.yml\n');
    expect(lstatSync(path.join(folder, 'train-twice.yml')).isSymbolicLink()).toBe(true);
  });

  it('writes the workflow to the root of the working tree', () => {
    const files = Object.entries(repositories.lightning).map(([name, text]) => [`models/a/${name}`, text]);
    const folder = folderWith({ ...Object.fromEntries(files), '.git/HEAD': 'ref: refs/heads/main\n' });
    const { stdout } = trainTwice(path.join(folder, 'models', 'a'), 'init');
    expect(stdout).toContain(`Written:\n  train-twice.yml\n  ../../${workflowFile}\n`);
    expect(read(folder, workflowFile)).toContain("working-directory: 'models/a'");
    expect(existsSync(path.join(folder, 'models', 'a', '.github'))).toBe(false);
  });

  it('executes nothing of the repository', () => {
    const trap = 'import pathlib\npathlib.Path("executed").touch()\nloss.backward()\n';
    const folder = folderWith({ 'train.py': trap, 'setup.py': trap, 'conftest.py': trap, 'sitecustomize.py': trap });
    trainTwice(folder, 'init');
    expect(readdirSync(folder).sort()).toEqual([
      '.github',
      'conftest.py',
      'setup.py',
      'sitecustomize.py',
      'train-twice.yml',
      'train.py',
    ]);
  });

  it('says in a sentence that it cannot write', () => {
    const folder = folderWith({ '.github/workflows': 'a file where a folder is to be\n' });
    const { status, stderr } = trainTwice(folder, 'init');
    expect(status).toBe(70);
    expect(stderr).toMatch(/^train-twice: .*"train-twice\.yml" could not be written/);
    expect(stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
  });

  it('takes no operands, and refuses flags of other commands', () => {
    const folder = folderWith({});
    expect(trainTwice(folder, 'init', 'here')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('"here" is one argument too many'),
    });
    expect(trainTwice(folder, 'init', '--seed', '1')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--seed'),
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.runIf(spawnSync('python', ['--version']).status === 0)('writes a configuration with which the audit runs', () => {
    const { folder } = makeProject();
    expect(trainTwice(folder, 'init').status).toBe(0);
    const result = trainTwice(folder, 'run', '--format', 'json');
    expect(result.status).toBe(0);
    expect(JSON.parse(result.stdout)).toMatchObject({
      judgement: { passed: true },
      meta: { origins: { command: 'config file', seed: 'config file', layout: 'config file' } },
    });
  });

  it('writes one that waits for its command where nothing trains', () => {
    const folder = folderWith(repositories.nothing);
    const { stdout } = trainTwice(folder, 'init');
    expect(stdout).toContain('Next: no training was found, so put its command into train-twice.yml');
    expect(trainTwice(folder, 'run')).toMatchObject({ status: 2, stderr: expect.stringContaining('command') });
  });
});
