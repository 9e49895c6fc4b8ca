import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import type { PublishRequest } from '../../src/model/request.ts';
import { type ActionOutputs, pessimisticOutputs, publishToGitHub, setOutputs } from '../../src/publish/github.ts';
import { uploadReport, whyNoUpload } from '../../src/publish/upload-artifact.ts';
import { type WrittenReport, writeReport } from '../../src/publish/write-report.ts';
import { type ArtifactService, type ServiceFaults, startArtifactService } from '../e2e/artifact-service.ts';
import { parseRunnerOutput } from '../e2e/runner-commands.ts';
import { parseEnvironmentFile } from '../e2e/runner-files.ts';
import { cancelled, divergent } from '../fixtures/reports/failing.ts';
import { hostile } from '../fixtures/reports/hostile.ts';
import { report, run } from '../fixtures/reports/parts.ts';
import { identical } from '../fixtures/reports/passing.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const printed: string[] = [];
let service: ArtifactService | null = null;
let environment: Record<string, string | undefined> = {};

beforeEach(() => {
  printed.length = 0;
  environment = { GITHUB_SERVER_URL: 'https://github.com', RUNNER_TEMP: folder(), GITHUB_JOB: 'gpu' };
  for (const name of ['OUTPUT', 'STATE', 'STEP_SUMMARY']) {
    const path = join(folder(), name);
    writeFileSync(path, '');
    environment[`GITHUB_${name}`] = path;
    vi.stubEnv(`GITHUB_${name}`, path);
  }
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed.push(String(chunk));
    return true;
  });
});

afterEach(async () => {
  await service?.close();
  service = null;
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

async function withService(faults: ServiceFaults = {}): Promise<ArtifactService> {
  const started = await startArtifactService(faults);
  service = started;
  Object.assign(environment, started.environment, { GITHUB_REPOSITORY: 'octo/model', GITHUB_RUN_ID: '77' });
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value ?? '');
  return started;
}

function request(changes: Partial<PublishRequest> = {}): PublishRequest {
  return {
    reportDir: join(folder(), 'report'),
    upload: 'report',
    artifactName: null,
    retentionDays: null,
    maxUploadBytes: 1_000_000,
    comment: 'never',
    ...changes,
  };
}

async function written(of: Report): Promise<WrittenReport> {
  return writeReport(of, { reportDir: join(folder(), 'report') });
}

const outputs = () => parseEnvironmentFile(readFileSync(join(folder(), 'OUTPUT'), 'utf8')).values;
const summary = () => readFileSync(join(folder(), 'STEP_SUMMARY'), 'utf8');
const commands = () => parseRunnerOutput(printed.join('')).commands;

describe('outputs', () => {
  test('say the worst before the first run, for a process that dies', async () => {
    await setOutputs(pessimisticOutputs);
    expect(outputs()).toMatchObject({ verdict: 'inconclusive', passed: 'false', 'exit-code': '3' });
  });

  test('say the truth at the end, whatever a training wrote there in between', async () => {
    await setOutputs(pessimisticOutputs);
    writeFileSync(
      join(folder(), 'OUTPUT'),
      `${readFileSync(join(folder(), 'OUTPUT'), 'utf8')}passed=true\nverdict=identical\n`,
    );
    await publishToGitHub(divergent, await written(divergent), request({ upload: 'never' }), environment);
    expect(outputs()).toMatchObject({
      verdict: 'divergent',
      passed: 'false',
      'exit-code': '1',
      summary: divergent.judgement.sentence,
      'first-difference': 'train/loss differs first at step 3: 0.69314718 and 0.69314724.',
      'report-json': join(folder(), 'report', 'report.json'),
      'report-html': join(folder(), 'report', 'report.html'),
      'artifact-id': '',
    } satisfies Partial<ActionOutputs>);
  });

  test('are one line each, also of a report full of hostile names', async () => {
    await publishToGitHub(hostile, null, request(), environment);
    for (const value of Object.values(outputs())) expect(value).not.toMatch(/[\r\n\u0085\u2028]/);
  });
});

describe('publishing', () => {
  test('appends the summary and shows annotations as commands that a runner reads whole', async () => {
    await publishToGitHub(divergent, null, request(), environment);
    expect(summary()).toMatch(/^## ✗ Divergent/);
    expect(commands().map((command) => [command.name, command.properties.title])).toEqual([
      ['error', 'train-twice: Divergent'],
      ['error', 'weights/values-differ: Tensors differ'],
      ['error', 'run/not-seeded: A random generator was not seeded'],
      ['notice', 'metrics/non-finite: A metric is not finite'],
    ]);
  });

  test('of hostile names makes no other commands than annotations', async () => {
    await publishToGitHub(hostile, null, request(), environment);
    expect(new Set(commands().map((command) => command.name))).toEqual(new Set(['error']));
    expect(commands()).toHaveLength(10);
  });

  test('keeps to the room that other output of the step left', async () => {
    writeFileSync(join(folder(), 'STEP_SUMMARY'), 'x'.repeat(1_040_000));
    await publishToGitHub(hostile, null, request(), environment);
    expect(Buffer.byteLength(summary())).toBeLessThanOrEqual(1_048_576);
  });

  test('goes on with one notice where the summary cannot be written', async () => {
    environment.GITHUB_STEP_SUMMARY = folder();
    const set = await publishToGitHub(identical, null, request(), environment);
    expect(set.passed).toBe('true');
    const notices = commands().filter((command) => command.properties.title === 'train-twice: publishing');
    expect(notices).toHaveLength(1);
    expect(notices[0]?.data).toContain('The step summary could not be written: EISDIR');
  });

  test('uploads nothing of a cancelled audit: there are seconds left', async () => {
    const running = await withService();
    await publishToGitHub(cancelled, await written(cancelled), request(), environment);
    expect(running.requests).toEqual([]);
    expect(outputs()).toMatchObject({ verdict: 'cancelled' });
  });
});

describe('the artifact', () => {
  test('is uploaded by the real client, and the outputs name it', async () => {
    const running = await withService();
    await publishToGitHub(identical, await written(identical), request(), environment);
    const [stored] = running.artifacts;
    expect(stored?.name).toBe('train-twice-report-gpu');
    expect(outputs()).toMatchObject({
      'artifact-id': '101',
      'artifact-url': 'https://github.com/octo/model/actions/runs/77/artifacts/101',
      'artifact-digest': stored?.digest,
    });
    expect(Buffer.from(stored?.bytes ?? []).toString('latin1')).toContain('report.json');
  });

  test('takes another name where the first is taken', async () => {
    const running = await withService({ taken: ['train-twice-report-gpu'] });
    const upload = await uploadReport(identical, await written(identical), request(), environment);
    expect(upload).toMatchObject({ kind: 'uploaded', name: 'train-twice-report-gpu-000-4f1d2c3b' });
    expect(running.artifacts).toHaveLength(1);
  });

  test('with `all` holds what the runs wrote as well, and names what stayed behind', async () => {
    await withService();
    const out = join(folder(), 'out');
    mkdirSync(out);
    for (const name of ['model.pt', '.env']) writeFileSync(join(out, name), 'content');
    const file = (path: string) =>
      ({ path, change: 'created', type: 'file', absolutePath: join(out, path), state: null }) as const;
    const given = report({ runs: [run(1, { written: [file('model.pt'), file('.env')], logPath: null })] });
    const upload = await uploadReport(given, await written(given), request({ upload: 'all' }), environment);
    expect(upload).toMatchObject({ kind: 'uploaded', notice: expect.stringContaining('1 file did not go') });
    const zip = Buffer.from(service?.artifacts[0]?.bytes ?? []).toString('latin1');
    expect(zip).toContain('run-1/model.pt');
    expect(zip).not.toContain('run-1/.env');
  });

  test('that the service refuses is told, and the files are kept', async () => {
    await withService({ failing: { call: 'CreateArtifact', status: 403 } });
    const upload = await uploadReport(identical, await written(identical), request(), environment);
    expect(upload).toMatchObject({
      kind: 'kept',
      notice: expect.stringMatching(/403.*It lies in ".*report" on the runner\./),
    });
  });

  test('that is larger than allowed is told, and the files are kept', async () => {
    await withService();
    const upload = await uploadReport(identical, await written(identical), request({ maxUploadBytes: 3 }), environment);
    expect(upload).toMatchObject({ kind: 'kept', notice: expect.stringContaining('max-upload-size (3 bytes)') });
  });

  test('is one notice where there is no service, and the audit passes all the same', async () => {
    const set = await publishToGitHub(identical, await written(identical), request(), environment);
    expect(set).toMatchObject({ passed: 'true', 'artifact-id': '' });
    const notices = commands().filter((command) => command.properties.title === 'train-twice: publishing');
    expect(notices.map((command) => command.data)).toEqual([
      expect.stringMatching(/^The report was not uploaded: this runner gives no ACTIONS_RUNTIME_TOKEN\. It lies in /),
    ]);
  });

  const able = { ACTIONS_RUNTIME_TOKEN: 't', ACTIONS_RESULTS_URL: 'u' };
  test.each([
    ['github.com', { ...able, GITHUB_SERVER_URL: 'https://github.com' }, null],
    ['a GitHub tenant', { ...able, GITHUB_SERVER_URL: 'https://octo.ghe.com' }, null],
    ['GitHub Enterprise Server', { ...able, GITHUB_SERVER_URL: 'https://git.corp.example' }, /Enterprise Server/],
    ['an odd address', { ...able, GITHUB_SERVER_URL: 'nonsense' }, /Enterprise Server/],
    ['Gitea', { ...able, GITEA_ACTIONS: 'true' }, /Gitea or Forgejo/],
    ['Forgejo', { ...able, FORGEJO_ACTIONS: 'true' }, /Gitea or Forgejo/],
    ['act', { ...able, ACT: 'true' }, /act has no/],
    ['no token', { ACTIONS_RESULTS_URL: 'u' }, /ACTIONS_RUNTIME_TOKEN/],
    ['no address', { ACTIONS_RUNTIME_TOKEN: 't' }, /ACTIONS_RESULTS_URL/],
  ])('on %s', (_, given, why) => {
    const found = whyNoUpload(given);
    if (why === null) expect(found).toBeNull();
    else expect(found).toMatch(why);
  });
});
