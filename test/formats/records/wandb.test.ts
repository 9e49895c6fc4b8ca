import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { wandbMetadata } from '../../../src/formats/records/wandb.ts';
import { wandbRequirements } from '../../../src/formats/records/wandb-requirements.ts';
import { plain } from '../../fixtures/audits/evidence.ts';

const source = (text: string) => memorySource('x', new TextEncoder().encode(text));
const files = 'wandb/run-20261126_053822-ab12cd34/files';
const read = (document: unknown) =>
  wandbMetadata.read(`${files}/wandb-metadata.json`, 'neutral', source(JSON.stringify(document)));

/** The form of SDK 0.16 to 0.19, shortened. */
const metadata = {
  os: 'Linux-5.15.0-x86_64-with-glibc2.35',
  python: '3.10.12',
  heartbeatAt: '2024-01-15T14:30:01.000',
  startedAt: '2024-01-15T14:30:00.000',
  docker: null,
  cuda: '12.2.140',
  args: ['--seed', '42'],
  program: '/home/me/project/train.py',
  codePath: 'train.py',
  git: { remote: 'https://me:secret@example.org/me/project.git', commit: 'f00d'.repeat(10) },
  email: 'me@example.org',
  root: '/home/me/project',
  host: 'node7',
  username: 'me',
  executable: '/home/me/venv/bin/python',
  cpu_count: 16,
  gpu: 'NVIDIA A100-SXM4-80GB',
  gpu_count: 2,
  gpu_devices: [{ name: 'NVIDIA A100-SXM4-80GB', memory_total: 85899345920 }],
  disk: { '/': { total: 100, used: 50.5 } },
};

describe("Weights & Biases' metadata", () => {
  test.each([
    [`${files}/wandb-metadata.json`, true],
    ['wandb-metadata.json', false],
    ['wandb/a/b/files/wandb-metadata.json', false],
  ])('are told by their place: %s %s', (path, expected) => {
    expect(wandbMetadata.recognizes(path, source('{}'))).toBe(expected);
  });

  test('are an environment record in our words, without what is nobody’s business', () => {
    expect(read(metadata)).toEqual({
      kind: 'environment',
      path: `${files}/wandb-metadata.json`,
      neutralPath: 'neutral',
      format: 'wandb',
      problems: [],
      value: plain({
        args: ['--seed', '42'],
        cpu_count: 16,
        driver_cuda_version: '12.2.140',
        executable: '/home/me/venv/bin/python',
        git_commit: 'f00d'.repeat(10),
        git_remote: 'https://***@example.org/me/project.git',
        gpu_model: 'NVIDIA A100-SXM4-80GB',
        machine_gpu_count: 2,
        os: 'Linux-5.15.0-x86_64-with-glibc2.35',
        program: 'train.py',
        python_version: '3.10.12',
      }),
    });
  });

  test('list the models of several GPUs where these differ', () => {
    const gpus = { python: 'CPython 3.12.1', gpu_nvidia: [{ name: 'A' }, { name: 'B' }], cudaVersion: '12.4' };
    expect(read(gpus)).toMatchObject({
      value: plain({
        driver_cuda_version: '12.4',
        gpu_model: ['A', 'B'],
        machine_gpu_count: 2,
        python_implementation: 'CPython',
        python_version: '3.12.1',
      }),
    });
  });

  test('that are broken are a record with a problem', () => {
    const broken = wandbMetadata.read(`${files}/wandb-metadata.json`, 'n', source('{"os": '));
    expect(broken).toMatchObject({ kind: 'environment', problems: [{ code: 'JSON_SYNTAX' }], value: plain({}) });
  });

  test('have a package list beside them, read as any other', () => {
    expect(wandbRequirements.recognizes(`${files}/requirements.txt`, source(''))).toBe(true);
    expect(wandbRequirements.recognizes('requirements.txt', source(''))).toBe(false);
    expect(wandbRequirements.read(`${files}/requirements.txt`, 'n', source('torch==2.6.0\n'))).toMatchObject({
      kind: 'requirements',
      format: 'requirements',
      lines: [{ name: 'torch', pinned: '2.6.0' }],
    });
  });
});
