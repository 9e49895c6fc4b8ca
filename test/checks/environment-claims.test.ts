import { describe, expect, test } from 'vitest';
import { readClaims } from '../../src/checks/environment-claims.ts';
import type { SeenProcess } from '../../src/model/observed-process.ts';
import type { RunRecord } from '../../src/model/run-record.ts';
import { distribution, observedTorch, plain, run, seen } from '../fixtures/audits/evidence.ts';

const onGpu = seen({ torch: observedTorch(), distributions: [distribution('scikit_learn', '1.5.0')] });
const onCpu = seen({
  torch: observedTorch({ version: '2.6.0+cpu', cuda: null, cudnn: null, cudaUsed: false, devices: [], deviceCount: 0 }),
});
const without = seen();

function wrong(record: object, process: SeenProcess | null, part: Partial<RunRecord> = {}): readonly string[] {
  const observed = process === null ? [] : [process];
  return readClaims(plain(record), run(1, { observed, ...part })).wrong.map(
    ({ pointer, real, witness }) => `${pointer}: ${real} (${witness})`,
  );
}

describe('what the observer saw', () => {
  test.each<readonly [what: string, record: object, process: SeenProcess]>([
    ['a version in short', { python_version: '3.12' }, onGpu],
    ['sys.version', { python: '3.12.4 (main, Jun  6 2024, 18:26:44) [GCC 13.2.0]' }, onGpu],
    ['torch without its local part', { torch_version: '2.6.0', torch: '2.6.0+cu124' }, onGpu],
    ['no CUDA where torch was built without', { cuda_version: null, gpu_model: null, gpu_count: 0 }, onCpu],
    ['"cpu" as the GPU of a training without one', { gpu_model: 'cpu', device: 'cpu' }, onCpu],
    ['cuDNN with dots and without', { cudnn: 90100, cudnn_version: '9.1.0' }, onGpu],
    ['a GPU without its maker, in a list', { gpus: ['A100-SXM4-80GB'], num_gpus: 1 }, onGpu],
    [
      'a library under its other spelling',
      { scikit_learn_version: '1.5', libraries: { 'scikit-learn': '1.5.0' } },
      onGpu,
    ],
    ['a library that nobody imported', { jax_version: '0.4.30' }, onGpu],
    [
      'no torch where none was loaded',
      { torch_version: null, cuda_version: null, gpu_model: null, gpu_count: 0 },
      without,
    ],
    [
      'what nobody can judge',
      { hostname: 'x', python_version: 'unknown', gpu_count: 'two', cuda_available: true },
      onGpu,
    ],
  ])('%s is true', (_, record, process) => {
    expect(wrong(record, process)).toEqual([]);
  });

  test.each<readonly [record: object, process: SeenProcess, found: string]>([
    [{ python_version: '3.12.5' }, onGpu, '/python_version: 3.12.4 (observer)'],
    [{ python_version: '3.1' }, onGpu, '/python_version: 3.12.4 (observer)'],
    [{ torch_version: '2.6.0+cu118' }, onGpu, '/torch_version: 2.6.0+cu124 (observer)'],
    [{ cuda_version: '11.8' }, onGpu, '/cuda_version: 12.4 (observer)'],
    [{ cuda_version: '12.4' }, onCpu, '/cuda_version: none (observer)'],
    [{ gpu_model: 'NVIDIA H100' }, onCpu, '/gpu_model: none (observer)'],
    [{ gpu_model: null }, onGpu, '/gpu_model: NVIDIA A100-SXM4-80GB (observer)'],
    [{ gpu_count: 2 }, onGpu, '/gpu_count: 1 (observer)'],
    [{ packages: [{ 'scikit-learn': '1.4.2' }] }, onGpu, '/packages/0/scikit-learn: 1.5.0 (observer)'],
  ])('%j is not true', (record, process, found) => {
    expect(wrong(record, process)).toEqual([found]);
  });
});

describe('what the machine says where no observer rode', () => {
  const machine = { utcOffsetMinutes: 0, pythonVersion: '3.10.1', gpus: [{ name: 'NVIDIA L4', driver: '550.1' }] };

  test('names Python and the GPUs', () => {
    expect(wrong({ python_version: '3.9.0', gpu_model: 'NVIDIA H100', gpu_count: 2 }, null, { machine })).toEqual([
      '/python_version: 3.10.1 (python --version)',
      '/gpu_model: NVIDIA L4 (nvidia-smi)',
      '/gpu_count: 1 (nvidia-smi)',
    ]);
    expect(wrong({ python_version: '3.10.1', gpu_model: 'NVIDIA L4', gpu_count: 1 }, null, { machine })).toEqual([]);
  });

  test('says nothing of what it does not know', () => {
    expect(wrong({ torch_version: '1.0', gpu_model: 'x', cuda_version: '9' }, null, { machine: null })).toEqual([]);
  });
});

describe('what Git says', () => {
  test.each<readonly [record: object, found: readonly string[]]>([
    [{ git_commit: '4f1d2c3b4f' }, []],
    [{ git: { commit: 'deadbeef', dirty: true } }, [`/git/commit: ${'4f1d2c3b'.repeat(5)} (git)`]],
    [{ git: { dirty: true } }, []],
    [{ git: { revision: 'deadbeef' } }, [`/git/revision: ${'4f1d2c3b'.repeat(5)} (git)`]],
    [{ model: { revision: 'deadbeef', git_sha: 'deadbeef' }, dataset: { hash: 'deadbeef' }, sha: 'deadbeef' }, []],
    [{ commit: 'main', git_sha: 12 }, []],
  ])('%j', (record, found) => {
    expect(wrong(record, null)).toEqual(found);
  });
});

test('counts what could be verified', () => {
  expect(readClaims(plain({ python_version: '3.12.4', hostname: 'x' }), run(1, { observed: [without] })).verified).toBe(
    1,
  );
});
