/** What `init` writes for each kind of repository: golden files, and what the real readers make of them. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checks } from '../../src/checks/registry.ts';
import { parseCommandLine } from '../../src/config/from-cli.ts';
import { configText } from '../../src/init/config-text.ts';
import { describeProject } from '../../src/init/describe-project.ts';
import { inspectRepository } from '../../src/init/inspect-repository.ts';
import { lookAtRepository } from '../../src/init/repository.ts';
import { workflowText } from '../../src/init/workflow-text.ts';
import { type Files, repositories } from '../fixtures/repositories.ts';
import { root } from '../house/source-tree.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function repositoryWith(files: Files): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'train-twice-init-')));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

async function written(files: Files, below = '') {
  const repository = lookAtRepository(path.join(repositoryWith(files), below));
  const project = await inspectRepository(repository);
  const place = { below: repository.below, configFile: 'train-twice.yml' };
  return {
    project,
    config: configText(project),
    workflow: workflowText(project, place),
    shown: describeProject(project),
  };
}

/** The run that the configuration asks for; a command is given where it waits for one. */
async function requested(config: string) {
  const words = /^command:/m.test(config) ? ['run'] : ['run', '--', 'true'];
  return parseCommandLine(words, {
    cwd: '/here',
    environment: {},
    version: '1.0.0',
    known: { checks: checks.map(({ id }) => id), reporters: ['terminal'], determinism: [] },
    statKind: (file) => (file === '/here' ? 'directory' : file === '/here/train-twice.yml' ? 'file' : null),
    canWrite: () => true,
    readFile: (file) => (file === '/here/train-twice.yml' ? config : null),
  });
}

/** The same file with every alternative taken in, one after the other. */
function alternatives(config: string): readonly string[] {
  return [...config.matchAll(/(?:^# [a-z-]+:(?: [^\n]*)?\n)(?:^# {3}[^\n]*\n)*/gm)]
    .map(([block]) => block.replaceAll(/^# /gm, ''))
    .filter((block) => !/^[a-z-]+: [A-Z]/.test(block));
}

interface Workflow {
  readonly on: { readonly pull_request: { readonly paths: readonly string[] } };
  readonly permissions: unknown;
  readonly jobs: Readonly<
    Record<string, { readonly if: string; readonly 'runs-on': unknown; readonly steps: readonly Step[] }>
  >;
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

const action: { readonly inputs: object; readonly outputs: object } = parse(
  readFileSync(path.join(root, 'action.yml'), 'utf8'),
);

describe.each(Object.entries(repositories))('a repository of the kind %s', (kind, files) => {
  test('gets these two files', async () => {
    const { config, workflow } = await written(files);
    await expect(config).toMatchFileSnapshot(`golden/${kind}.config.yml`);
    await expect(workflow).toMatchFileSnapshot(`golden/${kind}.workflow.yml`);
  });

  test('gets a configuration that the real reader takes', async () => {
    const { config } = await written(files);
    await expect(requested(config)).resolves.toMatchObject({ kind: 'run' });
  });

  test('gets alternatives that the real reader takes, too', async () => {
    const { config } = await written(files);
    const blocks = alternatives(config);
    expect(blocks.length).toBeGreaterThan(3);
    for (const block of blocks) {
      const key = block.split(':')[0] ?? '';
      const others = config.replace(new RegExp(`^${key}:.*\n`, 'm'), '');
      await expect(requested(`${others}${block}`), block).resolves.toMatchObject({ kind: 'run' });
    }
  });

  test('gets a workflow that asks for nothing but to read, and lets no fork in', async () => {
    const { workflow } = await written(files);
    const read: Workflow = parse(workflow);
    const [job] = Object.values(read.jobs);
    expect(read.permissions).toEqual({ contents: 'read' });
    expect(job?.['runs-on']).toEqual(['self-hosted', 'gpu']);
    expect(job?.if).toContain('github.event.pull_request.head.repo.full_name == github.repository');
    expect(read.on.pull_request.paths).toContain('train-twice.yml');
    expect(job?.steps[0]).toMatchObject({
      uses: expect.stringContaining('actions/checkout@'),
      with: { 'persist-credentials': false },
    });
  });

  test('gets a workflow that uses this action, with inputs and outputs that it has, also in its comments', async () => {
    const { workflow } = await written(files);
    const taken = workflow.replaceAll(/^( *)# {3}( *(?:with:|timeout:|upload:).*)$/gm, '$1  $2');
    const read: Workflow = parse(workflow);
    const ours = Object.values(read.jobs).flatMap(({ steps }) =>
      steps.filter(({ uses }) => uses?.includes('/train-twice@') === true),
    );
    expect(ours).toHaveLength(1);
    expect(Object.keys(ours[0]?.with ?? {}).filter((name) => !(name in action.inputs))).toEqual([]);
    expect(
      [...taken.matchAll(/steps\.audit\.outputs\.([\w-]+)/g)]
        .map((match) => match[1] ?? '')
        .filter((name) => !(name in action.outputs)),
    ).toEqual([]);
    expect(['timeout', 'upload'].filter((name) => !(name in action.inputs))).toEqual([]);
  });

  test('gets no expression of an event into a command', async () => {
    const { workflow, config } = await written(files);
    const read: Workflow = parse(workflow);
    const commands = Object.values(read.jobs).flatMap(({ steps }) => steps.map(({ run }) => run ?? ''));
    expect([config, ...commands].filter((text) => text.includes('${{'))).toEqual([]);
  });

  test('has every action pinned by whoever copies it: the comment says so', async () => {
    const { workflow } = await written(files);
    for (const line of workflow.split('\n').filter((text) => /\buses:/.test(text)))
      expect(line).toMatch(/# .*pin to a commit$/);
  });
});

describe('the command', () => {
  const commands: Readonly<Record<keyof typeof repositories, string | null>> = {
    hydra: 'uv run --no-sync python src/digits/train.py trainer.max_epochs=3 training.seed=$TRAIN_TWICE_SEED',
    lightning: 'python train.py --seed $TRAIN_TWICE_SEED',
    'hugging-face':
      'poetry run accelerate launch --num_processes 1 run_clm.py --model_name_or_path gpt2 --output_dir out --do_train --seed $TRAIN_TWICE_SEED',
    argparse: 'conda run --no-capture-output -n points python main.py --random-seed $TRAIN_TWICE_SEED',
    'no-seed': 'pixi run python train.py',
    'lightning-cli': 'forecast-train fit --seed_everything $TRAIN_TWICE_SEED',
    nothing: null,
  };
  test.each(Object.entries(commands))('of %s', async (kind, command) => {
    const invocation = await requested((await written(repositories[kind as keyof typeof repositories])).config);
    const training = invocation.kind === 'run' ? invocation.request.training.command : null;
    expect(training).toEqual(command === null ? { kind: 'argv', argv: ['true'] } : { kind: 'script', script: command });
  });
});

test('in a folder below the root, the workflow starts there', async () => {
  const files = Object.fromEntries(
    Object.entries(repositories.lightning).map(([name, text]) => [`training/digits/${name}`, text]),
  );
  const { workflow } = await written({ ...files, '.git/HEAD': 'ref: refs/heads/main\n' }, 'training/digits');
  const read = parse(workflow);
  expect(read.jobs['train-twice'].defaults).toEqual({ run: { 'working-directory': 'training/digits' } });
  expect(read.jobs['train-twice'].steps.at(-1).with).toEqual({ 'working-directory': 'training/digits' });
  expect(read.jobs['train-twice'].steps[1].with).toEqual({ 'python-version-file': 'training/digits/.python-version' });
  expect(read.on.pull_request.paths).toEqual([
    'training/digits/**.py',
    'training/digits/requirements.txt',
    'training/digits/train-twice.yml',
    '.github/workflows/train-twice.yml',
  ]);
  expect(existsSync(path.join(root, 'training'))).toBe(false);
});
