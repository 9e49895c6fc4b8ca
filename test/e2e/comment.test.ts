/** The comment on a pull request, end to end: `dist/action.js` as a runner starts it, against an API on this machine. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../house/source-tree.ts';
import { type GitHubApi, startGitHubApi } from './github-api.ts';
import { cleanUp, runStep, type StepRequest, type StepResult } from './runner-model.ts';
import { commands, makeProject } from './trainings.ts';

const node = process.env.TRAIN_TWICE_NODE;
const steps: StepResult[] = [];
let api: GitHubApi;

beforeAll(async () => {
  api = await startGitHubApi();
});

afterAll(async () => {
  await api.close();
  for (const step of steps) cleanUp(step);
});

/** An audit on pull request `number`; the training leaves its environment in `environment.txt`. */
async function audit(number: number, command: string, more: Partial<StepRequest> = {}): Promise<StepResult> {
  const event = path.join(mkdtempSync(path.join(tmpdir(), 'train-twice-event-')), 'event.json');
  writeFileSync(event, JSON.stringify({ pull_request: { number, head: { sha: 'cd'.repeat(20) } } }));
  const step = await runStep({
    main: path.join(root, 'dist', 'action.js'),
    actionYml: path.join(root, 'action.yml'),
    workspace: makeProject().folder,
    ...(node === undefined ? {} : { node }),
    ...more,
    inputs: {
      command: `env > environment.txt; ${command}`,
      ignore: 'files: [environment.txt]',
      comment: 'always',
      'github-token': 'write',
      ...more.inputs,
    },
    environment: {
      ...api.environment,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: event,
      GITHUB_WORKFLOW: 'checks',
      ...more.environment,
    },
  });
  steps.push(step);
  return step;
}

const commentsOn = (number: number) => api.comments.get(number) ?? [];
const notices = (step: StepResult) =>
  step.annotations.filter(({ title }) => title === 'train-twice: publishing').map(({ message }) => message);

describe('a pull request', () => {
  it('gets one comment, which the next audit updates, and the audit is as it is', async () => {
    const failing = await audit(1, commands.diverging);
    expect(failing.exitCode).toBe(1);
    const [comment, ...others] = commentsOn(1);
    expect(others).toEqual([]);
    expect(comment?.body).toMatch(/### ✗ Divergent · checks \/ reproducible\n/);
    expect(comment?.body).toContain('layer.weight');
    expect(comment?.body).toContain('https://github.com/octo/model/actions/runs/1234567');
    const passing = await audit(1, commands.reproducible);
    expect(passing.exitCode).toBe(0);
    expect(commentsOn(1)).toHaveLength(1);
    expect(comment?.body).toMatch(/### ✓ (?:Identical|Equivalent)/);
  });

  it('gets one for each job of a matrix', async () => {
    await audit(2, commands.reproducible, { matrix: { gpu: 'a100' } });
    await audit(2, commands.reproducible, { matrix: { gpu: 'h100' } });
    expect(commentsOn(2).map(({ body }) => /reproducible \((\w+)\)/.exec(body)?.[1])).toEqual(['a100', 'h100']);
  });

  it('gets none with comment: on-failure where the audit passes', async () => {
    await audit(3, commands.reproducible, { inputs: { comment: 'on-failure' } });
    expect(commentsOn(3)).toEqual([]);
  });
});

describe('the token', () => {
  it('is masked, and neither the training nor the report gets to see it', async () => {
    const step = await audit(4, commands.reproducible);
    expect(step.masks).toContain('write');
    // The very first command: nothing is printed before it is hidden.
    expect(step.commands[0]).toMatchObject({ name: 'add-mask', data: 'write' });
    const given = readFileSync(path.join(step.workspace, 'environment.txt'), 'utf8');
    expect(given).not.toMatch(/^INPUT_|=write$/m);
    const report = readFileSync(step.outputs['report-json'] ?? '', 'utf8');
    expect(report).not.toContain('"write"');
    expect(Object.keys(JSON.parse(report).meta.origins)).not.toContain('github-token');
    expect(JSON.parse(report).meta.origins.comment).toBe('input');
  });

  it('is refused in the configuration file, without its value', async () => {
    const workspace = makeProject({ 'train-twice.yml': 'github-token: ghp_secret\n' }).folder;
    const step = await audit(5, commands.reproducible, { workspace });
    expect(step.exitCode).toBe(2);
    expect(step.annotations.map(({ message }) => message).join()).toMatch(/unknown key "github-token"/);
    expect(step.stdout + step.stderr).not.toContain('ghp_secret');
  });
});

describe('a comment that cannot be written is one notice, and the verdict stands', () => {
  const cases = [
    { what: 'a token of a fork', inputs: { 'github-token': 'read' }, environment: {}, says: /may not write there/ },
    { what: 'no token', inputs: { 'github-token': '' }, environment: {}, says: /no github-token was given/ },
    {
      what: 'no network',
      inputs: {},
      environment: { GITHUB_API_URL: 'http://127.0.0.1:1' },
      says: /could not be reached/,
    },
  ];
  it.each(cases)('$what', async ({ inputs, environment, says }) => {
    const step = await audit(6, commands.reproducible, { inputs, environment });
    expect({ code: step.exitCode, passed: step.outputs.passed, stderr: step.stderr }).toEqual({
      code: 0,
      passed: 'true',
      stderr: '',
    });
    expect(notices(step)).toHaveLength(1);
    expect(notices(step)[0]).toMatch(says);
    expect(commentsOn(6)).toEqual([]);
  });

  it('on a push nothing is asked and nothing is said of it', async () => {
    const before = api.requests.length;
    const step = await audit(7, commands.reproducible, { environment: { GITHUB_EVENT_NAME: 'push' } });
    expect({ code: step.exitCode, asked: api.requests.length - before }).toEqual({ code: 0, asked: 0 });
    expect(notices(step).join()).not.toContain('comment');
  });
});
