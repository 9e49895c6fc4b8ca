/** The comment against a small API: one a job, updated, and never a failure. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import type { CommentMode } from '../../src/model/request.ts';
import { commentOnPullRequest } from '../../src/publish/comment.ts';
import { commentMarker, jobName, readPullRequest } from '../../src/publish/pull-request.ts';
import { type ApiFaults, type GitHubApi, startGitHubApi } from '../e2e/github-api.ts';
import { cancelled, divergent } from '../fixtures/reports/failing.ts';
import { identical } from '../fixtures/reports/passing.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
let api: GitHubApi | null = null;

afterEach(async () => {
  await api?.close();
  api = null;
});

type Changes = Readonly<Record<string, string>>;

async function job(changes: Changes = {}, faults: ApiFaults = {}) {
  const started = await startGitHubApi(faults);
  api = started;
  const event = join(folder(), 'event.json');
  writeFileSync(event, JSON.stringify({ pull_request: { number: 12, head: { sha: 'ab'.repeat(20) } } }));
  const environment: Changes = {
    ...started.environment,
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: event,
    GITHUB_REPOSITORY: 'octo/model',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKFLOW: 'checks',
    GITHUB_JOB: 'reproducible',
    GITHUB_ACTION: 'audit',
    GITHUB_RUN_ID: '77',
    'INPUT_GITHUB-TOKEN': 'write',
    INPUT_MATRIX: 'null',
    ...changes,
  };
  const post = (report: Report, mode: CommentMode = 'always', more: Changes = {}) =>
    commentOnPullRequest(report, mode, '', { ...environment, ...more });
  const bodies = () => (started.comments.get(12) ?? []).map(({ body }) => body);
  return { ...started, environment, post, bodies };
}

describe('the comment', () => {
  test('is made once and then updated', async () => {
    const { post, bodies } = await job();
    expect(await post(divergent)).toBe('');
    expect(await post(identical)).toBe('');
    expect(bodies()).toHaveLength(1);
    expect(bodies()[0]).toMatch(/^<!-- train-twice [0-9a-f]{32} -->\n### ✓ Identical · checks \/ reproducible\n/);
    expect(bodies()[0]).toContain(`https://github.com/octo/model/actions/runs/77) · commit ${'ab'.repeat(20)}`);
  });

  test('is another for each job of a matrix, each job, each workflow and each step', async () => {
    const { post, bodies } = await job();
    const others: readonly Changes[] = [
      { INPUT_MATRIX: '{"gpu":"a100"}' },
      { INPUT_MATRIX: '{"gpu":"h100"}' },
      { GITHUB_JOB: 'nightly' },
      { GITHUB_WORKFLOW: 'release' },
      { GITHUB_ACTION: 'audit2' },
    ];
    for (const other of [{}, ...others, {}, ...others]) await post(divergent, 'always', other);
    expect(bodies()).toHaveLength(others.length + 1);
    expect(
      bodies().filter((body) => body.includes('reproducible &#40;a100&#41;') || body.includes('(a100)')),
    ).toHaveLength(1);
  });

  test('is found on a later page', async () => {
    const { post, comments, bodies, requests } = await job();
    const chatter = Array.from({ length: 250 }, (_, id) => ({ id, author: 'octocat', body: 'nice' }));
    comments.set(12, chatter);
    await post(divergent);
    await post(identical);
    expect(bodies().filter((body) => body.includes('train-twice'))).toHaveLength(1);
    expect(requests.filter((request) => request.startsWith('GET /repos'))).toHaveLength(6);
  });

  test('is made anew where it was deleted meanwhile', async () => {
    const { post, bodies } = await job({}, { losing: true });
    await post(divergent);
    await post(divergent);
    expect(bodies()).toHaveLength(2);
  });

  test('never changes what another account wrote, whatever stands in it', async () => {
    const { post, comments, environment } = await job();
    const body = `${commentMarker(environment)}\nmine`;
    comments.set(12, [{ id: 5, author: 'mallory', body }]);
    await post(divergent);
    expect(comments.get(12)?.map(({ author }) => author)).toEqual(['mallory', 'github-actions[bot]']);
    expect(comments.get(12)?.[0]?.body).toBe(body);
    await post(identical);
    expect(comments.get(12)).toHaveLength(2);
  });

  test('of a person’s own token is updated as that person’s', async () => {
    const { post, comments, environment } = await job({ 'INPUT_GITHUB-TOKEN': 'person' });
    comments.set(12, [{ id: 5, author: 'github-actions[bot]', body: commentMarker(environment) }]);
    await post(divergent);
    await post(identical);
    expect(comments.get(12)?.map(({ author }) => author)).toEqual(['github-actions[bot]', 'octocat']);
  });
});

describe('comment: on-failure', () => {
  test('says nothing where the audit passes', async () => {
    const { post, bodies } = await job();
    expect(await post(identical, 'on-failure')).toBe('');
    expect(bodies()).toEqual([]);
  });

  test('updates the earlier comment when the audit passes again', async () => {
    const { post, bodies } = await job();
    await post(divergent, 'on-failure');
    await post(identical, 'on-failure');
    expect(bodies()).toHaveLength(1);
    expect(bodies()[0]).toContain('✓ Identical');
  });
});

describe('nothing is asked of GitHub', () => {
  test.each<readonly [what: string, report: Report, mode: CommentMode, changes: Changes]>([
    ['for comment: never', divergent, 'never', {}],
    ['on a push', divergent, 'always', { GITHUB_EVENT_NAME: 'push' }],
    ['of a cancelled audit', cancelled, 'always', {}],
  ])('%s', async (_, of, mode, changes) => {
    const { post, requests } = await job(changes);
    expect(await post(of, mode)).toBe('');
    expect(requests).toEqual([]);
  });

  test.each<readonly [what: string, changes: Changes, says: RegExp]>([
    ['without a token', { 'INPUT_GITHUB-TOKEN': '' }, /no github-token was given/],
    ['where the event names no pull request', { GITHUB_EVENT_PATH: '/nonexistent' }, /names no pull request/],
    ['under act', { ACT: 'true' }, /act/],
  ])('%s, and a notice says so', async (_, changes, says) => {
    const { post, requests } = await job(changes);
    expect(await post(divergent)).toMatch(says);
    expect(requests).toEqual([]);
  });
});

describe('what goes wrong is one sentence', () => {
  test.each<readonly [what: string, changes: Changes, faults: ApiFaults, says: RegExp]>([
    ['a token of a fork', { 'INPUT_GITHUB-TOKEN': 'read' }, {}, /may not write there .*pull-requests: write.*forks/],
    ['a token that is none', { 'INPUT_GITHUB-TOKEN': 'ghp_secret' }, {}, /not accepted \(Bad credentials/],
    [
      'a rate limit',
      {},
      { failing: { request: 'POST', status: 403, message: 'API rate limit exceeded for installation' } },
      /rate limit is reached/,
    ],
    ['another rate limit', {}, { failing: { request: 'GET', status: 429, message: 'slow down' } }, /rate limit/],
    [
      'a server that fails',
      {},
      { failing: { request: 'GET', status: 502, message: 'Bad gateway' } },
      /answered with 502/,
    ],
    ['no server', { GITHUB_API_URL: 'http://127.0.0.1:1' }, {}, /could not be reached/],
    ['no address of a server', { GITHUB_API_URL: 'nonsense' }, {}, /could not be reached/],
  ])('%s', async (_, changes, faults, says) => {
    const { post } = await job(changes, faults);
    const notice = await post(divergent);
    expect(notice).toMatch(/^The comment on the pull request was not written: /);
    expect(notice).toMatch(says);
    expect(notice).not.toContain('ghp_secret');
    expect(notice).not.toMatch(/\n|\bat .*\.js/);
  });
});

test.each(['GET /repos', 'GET /user', 'POST', 'PATCH'])(
  'no answer to %s is waited for only so long',
  async (hanging) => {
    const { environment, comments } = await job({}, { hanging });
    if (hanging !== 'POST')
      comments.set(12, [{ id: 5, author: 'github-actions[bot]', body: commentMarker(environment) }]);
    const before = performance.now();
    expect(await commentOnPullRequest(divergent, 'always', '', environment, 200)).toMatch(/no answer in time/);
    expect(performance.now() - before).toBeLessThan(5_000);
  },
);

test('on GitHub Enterprise Server it is the server’s own API that is asked', async () => {
  const { post, bodies } = await job({ GITHUB_SERVER_URL: 'https://git.example.com' });
  expect(await post(divergent)).toBe('');
  expect(bodies()[0]).toContain('(https://git.example.com/octo/model/actions/runs/77)');
});

describe('the event', () => {
  const read = (payload: unknown, changes: Changes = {}) => {
    const path = join(folder(), 'event.json');
    writeFileSync(path, typeof payload === 'string' ? payload : JSON.stringify(payload));
    return readPullRequest({ GITHUB_EVENT_PATH: path, GITHUB_REPOSITORY: 'octo/model', ...changes });
  };
  const pull = (number: unknown) => ({ pull_request: { number } });

  test('tells the number and the commit', async () => {
    expect(await read({ pull_request: { number: 3, head: { sha: 'abc' } } })).toEqual({
      owner: 'octo',
      repository: 'model',
      number: 3,
      commit: 'abc',
    });
  });

  test.each<readonly [what: string, payload: unknown, changes: Changes]>([
    ['no JSON', '{', {}],
    ['a list', [], {}],
    ['no pull request', { issue: { number: 1 } }, {}],
    ['a number that is none', pull('1; rm -rf'), {}],
    ['a negative number', pull(-1), {}],
    ['a number beyond all', pull(1e300), {}],
    ['a repository that leads elsewhere', pull(1), { GITHUB_REPOSITORY: '../..' }],
    ['no repository', pull(1), { GITHUB_REPOSITORY: '' }],
  ])('with %s names no pull request', async (_, payload, changes) => {
    expect(await read(payload, changes)).toBeNull();
  });
});

test.each([
  ['null', 'ci / train'],
  ['', 'ci / train'],
  ['{"gpu":"a100","python":3.12,"set":{"a":1}}', 'ci / train (a100, 3.12, {"a":1})'],
  ['toJson(matrix)', 'ci / train'],
  ['[1]', 'ci / train'],
])('the matrix %s is told as %s', (matrix, name) => {
  expect(jobName({ GITHUB_WORKFLOW: 'ci', GITHUB_JOB: 'train', INPUT_MATRIX: matrix })).toBe(name);
});
