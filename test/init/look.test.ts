/** `init` reads repositories that nobody vouches for: bounded, without following links, and with nothing that breaks out of a file. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { configText } from '../../src/init/config-text.ts';
import { inspectRepository } from '../../src/init/inspect-repository.ts';
import { lookAtRepository, type Repository } from '../../src/init/repository.ts';
import { trainingCommand } from '../../src/init/training-command.ts';
import { workflowText } from '../../src/init/workflow-text.ts';
import type { Files } from '../fixtures/repositories.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function emptyFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'train-twice-look-')));
  folders.push(folder);
  return folder;
}

/** A repository in memory: what the finders ask is the same. */
function repository(files: Files): Repository {
  const names = Object.keys(files).sort();
  const parents = names.flatMap((name) =>
    name
      .split('/')
      .slice(0, -1)
      .map((_, at, parts) => parts.slice(0, at + 1).join('/')),
  );
  const text = (name: string): string => files[name] ?? '';
  return { folder: '/r', root: '/r', below: '', files: names, folders: [...new Set(parents)].sort(), text };
}

const commandFor = async (files: Files) => trainingCommand(await inspectRepository(repository(files)));
const place = { below: '', configFile: 'train-twice.yml' };

describe('the entry point', () => {
  const loop = 'loss.backward()\noptimizer.step()\n';
  test.each([
    ['train.py before main.py', { 'train.py': loop, 'main.py': loop }, 'python train.py'],
    ['the one near the root', { 'train.py': loop, 'old/train.py': loop, 'src/a/train.py': loop }, 'python train.py'],
    [
      'code before a test or an example',
      {
        'examples/train.py': loop,
        'tests/test_train.py': loop,
        'src/fit_model.py': `${loop}if __name__ == "__main__":\n    main()\n`,
        'main.py': `${loop}if __name__ == "__main__":\n    main()\n`,
      },
      'python main.py',
    ],
    ['a module of a package', { 'src/lab/__init__.py': '', 'src/lab/train.py': loop }, 'python -m lab.train'],
    [
      'a package that can be started',
      { 'lab/__init__.py': '', 'lab/__main__.py': `${loop}if __name__ == "__main__":\n    main()\n` },
      'python -m lab',
    ],
    [
      'what the README starts',
      { 'README.md': '```\n$ python scripts/fit.py --lr 0.1  # quick\n```\n', 'scripts/fit.py': 'model.fit(x, y)\n' },
      'python scripts/fit.py --lr 0.1',
    ],
    ['no file at all', { 'notes.py': 'x = 1\n', 'main.py': 'print(1)\n' }, null],
    [
      'nothing with a name that bash would read',
      { 'tra in.py': loop, '$(id).py': loop, '-m.py': loop, 'a;b/train.py': loop },
      null,
    ],
  ])('%s', async (_title, files, command) => {
    expect(await commandFor(files)).toBe(command);
  });

  test.each([
    ['quotes', 'python train.py --name "my run"', 'python train.py'],
    ['a pipe', 'python train.py | tee log', 'python train.py'],
    ['a substitution', 'python train.py --out $(date)', 'python train.py'],
    ['a placeholder', 'python train.py --data <path>', 'python train.py'],
    ['a seed of its own', 'python train.py --lr 0.1 --seed 7 --seed=8 seed=9', 'python train.py --lr 0.1'],
    ['a launcher', 'torchrun --nproc_per_node=2 train.py --lr 0.1', 'torchrun --nproc_per_node=2 train.py --lr 0.1'],
    ['a file that is not there', 'python gone.py --lr 0.1', 'python train.py'],
  ])('of a README with %s', async (_title, line, command) => {
    expect(await commandFor({ 'README.md': `${line}\n`, 'train.py': loop })).toBe(command);
  });
});

describe('the seed', () => {
  const seedOf = async (files: Files) => (await inspectRepository(repository(files))).seed?.value ?? null;
  test.each([
    ['argparse', 'parser.add_argument("--manual-seed", type=int)', '--manual-seed $TRAIN_TWICE_SEED'],
    ['click', '@click.option("--seed", default=42)', '--seed $TRAIN_TWICE_SEED'],
    ['typer', 'import typer\ndef main(lr: float, seed: int = 1): ...\ntyper.run(main)', '--seed $TRAIN_TWICE_SEED'],
    ['fire', 'import fire\ndef main(lr, random_seed=1): ...\nfire.Fire(main)', '--random_seed $TRAIN_TWICE_SEED'],
    [
      'tyro',
      'import tyro\nclass Args:\n    lr: float\n    seed: int = 1\nargs = tyro.cli(Args)',
      '--seed $TRAIN_TWICE_SEED',
    ],
    ['absl', 'flags.DEFINE_integer("seed", 1, "")', '--seed=$TRAIN_TWICE_SEED'],
    ["Hugging Face's parser", 'p = HfArgumentParser((TrainingArguments,))', '--seed $TRAIN_TWICE_SEED'],
    ["Lightning's command line", 'LightningCLI(Model)', '--seed_everything $TRAIN_TWICE_SEED'],
    ['a variable of that name', 'seed = 42\nrandom.seed(seed)', null],
    ['another option', 'parser.add_argument("--lr")', null],
  ])('by %s', async (_title, text, seed) => {
    expect(await seedOf({ 'train.py': `${text}\n` })).toBe(seed);
  });

  const hydra = 'import hydra\n@hydra.main(config_path="conf", config_name="config")\ndef main(cfg): ...\n';
  test.each([
    ['at the root', { 'conf/config.yaml': 'lr: 1\nseed: 1\n' }, 'seed=$TRAIN_TWICE_SEED'],
    [
      'nested',
      { 'conf/config.yaml': 'run:\n  name: x\nsetup:\n  gpu:\n    n: 1\n  random_seed: 1\n' },
      'setup.random_seed=$TRAIN_TWICE_SEED',
    ],
    [
      'in a group',
      { 'conf/config.yaml': 'lr: 1\n', 'conf/trainer/fast.yaml': 'seed: 1\n' },
      'trainer.seed=$TRAIN_TWICE_SEED',
    ],
    [
      'in the file that it names',
      { 'conf/a.yaml': 'run:\n  seed: 1\n', 'conf/config.yaml': 'seed: 1\n' },
      'seed=$TRAIN_TWICE_SEED',
    ],
    [
      'in a group of the global package',
      { 'conf/config.yaml': 'lr: 1\n', 'conf/experiment/a.yaml': '# @package _global_\nseed: 1\n' },
      'seed=$TRAIN_TWICE_SEED',
    ],
    ['nowhere', { 'conf/config.yaml': 'lr: 1\nseeds:\n  - 1\n' }, null],
  ])("by Hydra's key %s", async (_title, files, seed) => {
    expect(await seedOf({ 'train.py': hydra, ...files })).toBe(seed);
  });
});

test('folders of data: DVC names them first, .gitignore next, and odd names are left out', async () => {
  const { data, dvc } = await inspectRepository(
    repository({ 'data/train.csv.dvc': '', 'datasets/a.csv': '', '.gitignore': '/data\ncorpus/\nin puts\n' }),
  );
  expect(data).toEqual([
    { value: 'data/train.csv', because: 'data/train.csv.dvc' },
    { value: 'datasets', because: 'a folder' },
    { value: 'corpus', because: '.gitignore' },
  ]);
  expect(dvc).toBe('data/train.csv.dvc');
});

describe('on disk', () => {
  test('links, pipes and folders of results are not read', () => {
    const folder = emptyFolder();
    const secret = path.join(emptyFolder(), 'train.py');
    writeFileSync(secret, 'loss.backward()\n');
    symlinkSync(secret, path.join(folder, 'train.py'));
    symlinkSync(folder, path.join(folder, 'loop'));
    execFileSync('mkfifo', [path.join(folder, 'main.py')]);
    for (const name of ['outputs', '.venv', 'node_modules', 'data/deep']) {
      mkdirSync(path.join(folder, name), { recursive: true });
      writeFileSync(path.join(folder, name, 'train.py'), 'loss.backward()\n');
    }
    const seen = lookAtRepository(folder);
    expect(seen.files).toEqual([]);
    expect(seen.folders).toEqual(['.venv', 'data', 'data/deep', 'node_modules', 'outputs']);
    expect([seen.text('train.py'), seen.text('main.py'), seen.text('../x'), seen.text('outputs/train.py')]).toEqual([
      '',
      '',
      '',
      '',
    ]);
  });

  test('of a large file the beginning is read, of a binary file nothing', () => {
    const folder = emptyFolder();
    writeFileSync(path.join(folder, 'large.py'), 'x');
    truncateSync(path.join(folder, 'large.py'), 1 << 30);
    writeFileSync(path.join(folder, 'long.py'), 'a'.repeat(300_000));
    const seen = lookAtRepository(folder);
    expect(seen.text('large.py')).toBe('');
    expect(seen.text('long.py')).toHaveLength(256 * 1024);
  });

  test('the root is that of the working tree, also where .git is a file', () => {
    const folder = emptyFolder();
    mkdirSync(path.join(folder, 'a', 'b'), { recursive: true });
    writeFileSync(path.join(folder, '.git'), 'gitdir: elsewhere\n');
    expect(lookAtRepository(path.join(folder, 'a', 'b'))).toMatchObject({ root: folder, below: 'a/b' });
  });

  test('a folder that is not there is an empty repository', () => {
    expect(lookAtRepository('/nowhere/at/all')).toMatchObject({ files: [], below: '' });
  });
});

describe('whatever stands in a repository', () => {
  const name = fc.oneof(
    fc.constantFrom(
      'train.py',
      'main.py',
      'README.md',
      'pyproject.toml',
      '.gitignore',
      'environment.yml',
      'conf/config.yaml',
      'uv.lock',
      'poetry.lock',
      'requirements.txt',
      '.gitattributes',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).map((text) => text.replaceAll('\0', '0')),
    fc.string({ minLength: 1, maxLength: 8 }).map((text) => `${text}.dvc`),
  );
  const crumbs = fc.array(
    fc.constantFrom(
      'import hydra\n',
      '@hydra.main(config_path="conf")\n',
      'seed: 1\n',
      'loss.backward()\n',
      'name: x: y\n',
      'dependencies:\n',
      '$(id)',
      `$\{{ github.event.issue.title }}`,
      '\n- run: curl\n',
      '`',
      "'",
      '"',
      '#',
      'python train.py --a b\n',
      'add_argument("--seed"',
      '[project]\nname = "x"\n',
      '[tool.poetry]\n',
      'data/\n',
      '\u2028',
      '\r',
      'lightning',
    ),
  );
  const text = fc.oneof(
    crumbs.map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  );

  test('both files are YAML, the command is plain, and nothing but comments and known keys is in them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(name, text, { maxKeys: 8 }),
        fc.constantFrom('', 'sub/dir', "o'dd: #\n name"),
        async (files, below) => {
          const project = await inspectRepository(repository(files));
          const config = parse(configText(project));
          expect(
            Object.keys(config).filter((key) => !['command', 'seed', 'require', 'outputs', 'layout'].includes(key)),
          ).toEqual([]);
          expect(config.command ?? 'x').toMatch(/^[\w./=:,+@$ -]+$/);
          const workflow = parse(workflowText(project, { ...place, below }));
          const [job] = Object.values<{ steps: { run?: string }[] }>(workflow.jobs);
          expect(Object.keys(workflow.jobs)).toEqual(['train-twice']);
          for (const { run } of job?.steps ?? [])
            if (run !== undefined) expect(run).toMatch(/^(?:uv|poetry|pipx|pixi|python -m pip) [\w./ -]+$/);
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([
    ['blanks', ' '.repeat(250_000)],
    ['imports', `import ${' '.repeat(200_000)}torch`],
    ['commas', `import ${'a, '.repeat(80_000)}`],
    ['signatures', 'def a('.repeat(40_000)],
    ['decorators', '@hydra.main\n'.repeat(20_000)],
    ['keys', Array.from({ length: 20_000 }, (_, at) => `${' '.repeat(at % 40)}k:`).join('\n')],
    ['backslashes', ' \\\n'.repeat(80_000)],
    ['commands', 'python train.py --a b\n'.repeat(10_000)],
    ['brackets', `a = ${'['.repeat(200_000)}`],
  ])('%s are looked through in no time', async (_title, content) => {
    const started = performance.now();
    await inspectRepository(
      repository({
        'train.py': `import hydra\n@hydra.main()\n${content}`,
        'conf/config.yaml': content,
        'README.md': content,
        'pyproject.toml': content,
        '.gitignore': content,
        'environment.yml': content,
      }),
    );
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
