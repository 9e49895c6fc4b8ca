import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { cleanUp, runStep, type StepRequest, type StepResult } from './runner-model.ts';

const folders: string[] = [];
const results: StepResult[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  for (const result of results.splice(0)) cleanUp(result);
});

/** Runs a step whose main file is `script`. */
async function step(script: string, changes: Partial<StepRequest> = {}): Promise<StepResult> {
  const folder = mkdtempSync(join(tmpdir(), 'fake-action-'));
  folders.push(folder);
  writeFileSync(join(folder, 'main.mjs'), `import fs from 'node:fs';\nconst env = process.env;\n${script}`);
  writeFileSync(
    join(folder, 'action.yml'),
    `inputs:\n  working-directory:\n    default: .\n  command:\n    required: true\n  matrix:\n    default: \${{ toJson(matrix) }}\nruns:\n  using: node24\n`,
  );
  const result = await runStep({
    main: join(folder, 'main.mjs'),
    actionYml: join(folder, 'action.yml'),
    inputs: {},
    timeoutMs: 20_000,
    ...changes,
  });
  results.push(result);
  return result;
}

test('a step gets its inputs, defaults and unknown ones included, in an empty folder of its own', async () => {
  const result = await step(
    `fs.appendFileSync(env.GITHUB_OUTPUT, 'seen=' + JSON.stringify([env['INPUT_WORKING-DIRECTORY'], env.INPUT_COMMAND, env.INPUT_ODD]) + '\\n');
     fs.writeFileSync('here', '');`,
    { inputs: { command: 'python train.py', odd: '1' } },
  );
  expect(result.succeeded).toBe(true);
  expect(JSON.parse(result.outputs.seen ?? '')).toEqual(['.', 'python train.py', '1']);
  expect(readdirSync(result.workspace)).toEqual(['here']);
});

test('a default that asks for the matrix is evaluated, with null where there is none', async () => {
  const script = `fs.appendFileSync(env.GITHUB_OUTPUT, 'matrix=' + env.INPUT_MATRIX.replaceAll('\\n', ' ') + '\\n');`;
  expect((await step(script)).outputs.matrix).toBe('null');
  expect((await step(script, { matrix: { gpu: 'a100' } })).outputs.matrix).toBe('{   "gpu": "a100" }');
});

test('annotations are ten a level, masks hide, and a forbidden command fails the step that exits with 0', async () => {
  const result = await step(
    `for (let i = 0; i < 12; i++) console.log('::warning title=t::w' + i);
     console.log('::add-mask::hunter2'); console.log('it is hunter2'); console.error('::set-env name=A::b');`,
  );
  expect(result.annotations).toHaveLength(10);
  expect(result.log).toContain('it is ***');
  expect(result.exitCode).toBe(0);
  expect(result.succeeded).toBe(false);
});

test('a summary above 1 MiB is dropped whole while the step stays green', async () => {
  const exact = await step(`fs.writeFileSync(env.GITHUB_STEP_SUMMARY, 'x'.repeat(1048576));`);
  expect(exact.summary).toHaveLength(1_048_576);
  const over = await step(`fs.writeFileSync(env.GITHUB_STEP_SUMMARY, 'x'.repeat(1048577));`);
  expect(over).toMatchObject({ summary: '', summaryDropped: true, succeeded: true });
});

test('signals are sent once what was printed says so, as on cancelling', async () => {
  const result = await step(
    `process.on('SIGINT', () => console.log('got SIGINT')); process.on('SIGTERM', () => { console.log('got SIGTERM'); process.exit(7); });
     console.log('ready'); setInterval(() => {}, 1000);`,
    {
      signals: [
        { signal: 'SIGINT', when: (printed) => printed.includes('ready') },
        { signal: 'SIGTERM', afterMs: 200 },
      ],
    },
  );
  expect(result.stdout).toContain('got SIGINT');
  expect(result.exitCode).toBe(7);
});

test('a post step gets the state of the main step', async () => {
  const main = await step(`fs.appendFileSync(env.GITHUB_STATE, 'audit<<E\\na\\nb\\nE\\n');`);
  const post = await step(`console.log(JSON.stringify(env.STATE_audit));`, { state: main.state });
  expect(post.stdout.trim()).toBe('"a\\nb"');
});
