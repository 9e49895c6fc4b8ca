import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { artifactName, artifactPath, otherArtifactName } from '../../src/publish/artifact-name.ts';
import { type Candidate, stageFiles } from '../../src/publish/stage-files.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();

function candidate(path: string, content = path): Candidate {
  const absolutePath = join(folder(), 'run', path);
  mkdirSync(dirname(absolutePath), { recursive: true });
  writeFileSync(absolutePath, content);
  return { absolutePath, path: `run-1/${path}`, root: join(folder(), 'run') };
}

async function stage(candidates: readonly Candidate[], maxBytes = 1_000_000) {
  const target = join(folder(), 'staged');
  mkdirSync(target);
  const staged = await stageFiles(candidates, target, maxBytes);
  return {
    names: staged.files.map((file) => file.slice(target.length + 1)),
    reasons: Object.fromEntries(staged.leftOut.map((one) => [one.path, one.reason])),
    read: (name: string) => readFileSync(join(target, name), 'utf8'),
    allRegular: staged.files.every((file) => lstatSync(file).isFile()),
  };
}

describe('what is uploaded', () => {
  test('keeps its name where the service takes it, and gets a safe one with a listing where not', async () => {
    const staged = await stage([
      candidate('epoch=1-step=9.ckpt'),
      candidate('2026-11-23T03:40.pt'),
      candidate('2026-11-23T03_40.pt'),
      candidate('a\nb?.txt'),
    ]);
    expect(staged.names).toEqual([
      'run-1/epoch=1-step=9.ckpt',
      'run-1/2026-11-23T03_40.pt',
      'run-1/2026-11-23T03_40.pt~2',
      'run-1/a_b_.txt',
      'artifact-files.json',
    ]);
    expect(JSON.parse(staged.read('artifact-files.json'))).toMatchObject({
      renamed: [{ path: 'run-1/2026-11-23T03:40.pt', storedAs: 'run-1/2026-11-23T03_40.pt' }, {}, {}],
      leftOut: [],
    });
  });

  test.each([
    '.git/config',
    '.env',
    '.env.local',
    '.netrc',
    '.npmrc',
    '.aws/credentials',
    'keys/server.pem',
    'id_rsa',
    'id_ed25519.pub',
    'credentials.json',
    'secrets.yaml',
    'kubeconfig',
    'hf_token',
  ])('is never %s', async (path) => {
    const staged = await stage([candidate(path)]);
    expect(staged.names).toEqual([]);
    expect(Object.keys(staged.reasons)).toEqual([`run-1/${path}`]);
  });

  test('is the configuration that Hydra keeps in a hidden folder', async () => {
    expect((await stage([candidate('.hydra/config.yaml')])).names).toEqual(['run-1/.hydra/config.yaml']);
  });

  test('is never reached through a symbolic link, neither of the file nor of a folder above it', async () => {
    const secret = join(folder(), 'outside', 'diary.txt');
    mkdirSync(dirname(secret));
    writeFileSync(secret, 'secret');
    candidate('real.txt');
    symlinkSync(secret, join(folder(), 'run', 'link.txt'));
    symlinkSync(dirname(secret), join(folder(), 'run', 'out'));
    const root = join(folder(), 'run');
    const staged = await stage([
      { absolutePath: join(root, 'link.txt'), path: 'run-1/link.txt', root },
      { absolutePath: join(root, 'out', 'diary.txt'), path: 'run-1/out/diary.txt', root },
    ]);
    expect(staged.names).toEqual([]);
    expect(staged.reasons).toEqual({
      'run-1/link.txt': 'it is no regular file',
      'run-1/out/diary.txt': 'a symbolic link leads to it',
    });
  });

  test('is no FIFO and nothing that is gone; and nobody waits for a FIFO', async () => {
    const root = join(folder(), 'run');
    mkdirSync(root);
    execFileSync('mkfifo', [join(root, 'pipe')]);
    const staged = await stage([
      { absolutePath: join(root, 'pipe'), path: 'run-1/pipe', root },
      { absolutePath: join(root, 'gone'), path: 'run-1/gone', root },
    ]);
    expect(staged.reasons).toEqual({
      'run-1/pipe': 'it is no regular file',
      'run-1/gone': 'it is not there any more',
    });
  });

  test('stays within the size that was allowed: what comes first goes first', async () => {
    const staged = await stage(
      [candidate('a', 'x'.repeat(60)), candidate('b', 'x'.repeat(60)), candidate('c', 'x')],
      100,
    );
    expect(staged.names).toEqual(['run-1/a', 'run-1/c', 'artifact-files.json']);
    expect(staged.reasons).toEqual({ 'run-1/b': 'max-upload-size is reached' });
    expect(staged.allRegular).toBe(true);
  });
});

describe('the name of the artifact', () => {
  test.each([
    [null, {}, 'train-twice-report'],
    [null, { GITHUB_JOB: 'gpu' }, 'train-twice-report-gpu'],
    [null, { GITHUB_JOB: 'gpu', GITHUB_RUN_ATTEMPT: '2' }, 'train-twice-report-gpu-attempt-2'],
    ['a/b:c*"d"\n', {}, 'a-b-c--d--'],
    ['..', {}, 'train-twice-report'],
    ['', {}, 'train-twice-report'],
  ])('asked for as %j is %j %s', (wanted, environment, name) => {
    expect(artifactName(wanted, environment)).toBe(name);
  });

  test('has another one to try, still short and safe', () => {
    const other = otherArtifactName('x'.repeat(120), '20260115-143000-4f1d:2c3b');
    expect(other).toMatch(/^x+-[\w-]{12}$/);
    expect(other.length).toBeLessThanOrEqual(120);
  });
});

test('a path in the artifact never leads out of it', () => {
  expect(artifactPath('../../a/./b')).toBe('a/b');
});
