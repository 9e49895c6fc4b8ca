/** What the pages tell people to copy is taken by the real readers: an example that no longer works fails here. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checks } from '../../src/checks/registry.ts';
import type { ConfigHost } from '../../src/config/config-host.ts';
import { parseCommandLine } from '../../src/config/from-cli.ts';
import { options } from '../../src/config/options.ts';
import { predicateType } from '../../src/report/intoto/predicate.ts';
import { reporters } from '../../src/report/registry.ts';
import { seals } from '../../src/report/seal-registry.ts';
import { root } from '../house/source-tree.ts';

/** A workplace where every file and folder that an example names is there. */
function hostWith(config: string): ConfigHost {
  return {
    cwd: '/here',
    environment: {},
    version: '1.0.0',
    known: { checks: checks.map(({ id }) => id), reporters: ['terminal'], determinism: ['CUBLAS_WORKSPACE_CONFIG'] },
    statKind: (path) => (path.endsWith('.yml') ? (path === '/here/train-twice.yml' ? 'file' : null) : 'directory'),
    canWrite: () => true,
    readFile: (path) =>
      path === '/here/train-twice.yml' ? config : path.endsWith('.schema.json') ? '{"type": "object"}' : null,
  };
}

function yamlBlocks(page: string): readonly string[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```ya?ml\n([\s\S]*?)^```/gm)].map((match) => match[1] ?? '');
}

/** A block may leave out the command, which is not what it shows. */
async function readConfiguration(block: string): Promise<unknown> {
  const argv = /^command:/m.test(block) ? ['run'] : ['run', '--', 'true'];
  return parseCommandLine(argv, hostWith(block));
}

const optionNames = new Set(options.map(({ name }) => name));

/** Fragments of workflows, of Hydra's and of other configurations are shown too; they begin with other keys. */
function isConfiguration(block: string): boolean {
  const first = block.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  return optionNames.has(first.split(':')[0] ?? '');
}

const checkPages = readdirSync(join(root, 'docs', 'checks'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/checks/${name}`);

describe('a configuration that is shown is taken by the real reader:', () => {
  const blocks = yamlBlocks('docs/configuration.md').map((block, index) => ({ block, title: `number ${index + 1}` }));

  test('every option shows one', () => {
    expect(blocks.length).toBeGreaterThan(20);
  });

  test.each(blocks)('$title of docs/configuration.md', async ({ block }) => {
    await expect(readConfiguration(block)).resolves.toMatchObject({ kind: 'run' });
  });

  test('all on the pages of the checks', async () => {
    const shown = checkPages.flatMap((page) =>
      yamlBlocks(page)
        .filter(isConfiguration)
        .map((block) => ({ page, block })),
    );
    const refused: string[] = [];
    for (const { page, block } of shown) {
      await readConfiguration(block).catch((problem: Error) => refused.push(`${page}: ${problem.message}`));
    }
    expect({ refused, everyPage: shown.length >= checkPages.length - 1 }).toEqual({ refused: [], everyPage: true });
  });
});

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps?: readonly Step[] }>>;
}

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

const action: { readonly inputs: object; readonly outputs: object } = parse(
  readFileSync(join(root, 'action.yml'), 'utf8'),
);

const workflows = [
  ...readdirSync(join(root, 'examples', 'workflows')).map((name) => ({
    name,
    text: readFileSync(join(root, 'examples', 'workflows', name), 'utf8'),
  })),
  ...yamlBlocks('README.md').map((text) => ({ name: 'README.md', text })),
];

describe('the steps in docs/reports.md', () => {
  const blocks = yamlBlocks('docs/reports.md');
  const steps = blocks.flatMap((block): readonly Step[] => {
    const parsed: unknown = parse(block);
    const list: unknown = Array.isArray(parsed) ? parsed : (parsed as { readonly steps?: unknown }).steps;
    return Array.isArray(list) ? list : [];
  });

  test('are real: inputs of this action, outputs of it, and files that it writes', () => {
    const ours = steps.filter((step) => step.uses?.includes('/train-twice@') === true);
    expect(ours.flatMap((step) => Object.keys(step.with ?? {})).filter((name) => !(name in action.inputs))).toEqual([]);
    const named = [...blocks.join('').matchAll(/steps\.[\w-]+\.outputs\.([\w-]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !(name in action.outputs))).toEqual([]);
    const files = [...blocks.join('').matchAll(/train-twice-report\/([\w.-]+)/g)].map((match) => match[1] ?? '');
    const written = [...reporters, ...seals].map(({ fileName }) => fileName);
    expect({ several: files.length > 3, missing: files.filter((file) => !written.includes(file)) }).toEqual({
      several: true,
      missing: [],
    });
  });

  test('hand the predicate to actions/attest by inputs that it has', () => {
    const attest = steps.find((step) => step.uses?.startsWith('actions/attest@') === true);
    expect(Object.keys(attest?.with ?? {})).toEqual(['subject-checksums', 'predicate-type', 'predicate-path']);
    expect(attest?.with?.['predicate-type']).toBe(predicateType);
  });
});

describe.each(workflows)('the workflow in $name', ({ text }) => {
  const workflow: Workflow = parse(text);
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps ?? []);
  const ours = steps.filter((step) => step.uses?.includes('/train-twice@') === true);

  test('uses this action, with inputs that it has', () => {
    expect(ours.length).toBeGreaterThan(0);
    const inputs = ours.flatMap((step) => Object.keys(step.with ?? {}));
    expect(inputs.filter((name) => !(name in action.inputs))).toEqual([]);
  });

  test('reads outputs that it has', () => {
    const named = [...text.matchAll(/steps\.[\w-]+\.outputs\.([\w-]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !(name in action.outputs))).toEqual([]);
  });

  test('puts nothing of an event into a command', () => {
    expect(ours.map((step) => String(step.with?.command ?? '')).filter((command) => command.includes('${{'))).toEqual(
      [],
    );
  });
});
