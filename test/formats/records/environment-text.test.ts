import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { environment } from '../../../src/formats/records/environment.ts';
import { environmentOfText } from '../../../src/formats/records/environment-text.ts';
import { environmentRecord, plain } from '../../fixtures/audits/evidence.ts';

const source = (text: string) => memorySource('x', new TextEncoder().encode(text));
const valueIn = (path: string, text: string) => {
  const record = environment.read(path, path, source(text));
  return record.kind === 'environment' ? record.value : null;
};
const collectEnv = readFileSync(new URL('../../fixtures/formats/collect-env.txt', import.meta.url), 'utf8');

describe("the output of torch's collect_env", () => {
  test('is an environment record', () => {
    expect(environment.recognizes('collect_env.txt', source(collectEnv))).toBe(true);
    expect(environment.recognizes('env.txt', source(collectEnv))).toBe(true);
  });

  test('tells the five keys, and what stays the same from start to start', () => {
    expect(valueIn('env.txt', collectEnv)).toEqual(
      plain({
        python_version: '3.11.7',
        torch_version: '2.15.0+cu132',
        cuda_version: '13.2',
        gpu_model: null,
        gpu_count: 0,
        'Is debug build': 'False',
        OS: 'Debian GNU/Linux 12 (bookworm) (x86_64)',
        'GCC version': '(Debian 12.2.0-14+deb12u1) 12.2.0',
        'Libc version': 'glibc-2.36',
        'Python platform': 'Linux-6.8.0-45-generic-x86_64-with-glibc2.36',
        'Is CUDA available': 'False',
      }),
    );
  });

  test.each<[string, unknown, unknown]>([
    ['GPU models and configuration: GPU 0: NVIDIA A100-SXM4-80GB', 'NVIDIA A100-SXM4-80GB', 1],
    ['GPU models and configuration: \nGPU 0: NVIDIA L4\nGPU 1: NVIDIA L4\n', 'NVIDIA L4', 2],
    [
      'GPU models and configuration: \nGPU 0: NVIDIA L4 (UUID: GPU-1)\nGPU 1: NVIDIA T4\n',
      ['NVIDIA L4', 'NVIDIA T4'],
      2,
    ],
  ])('%s', (lines, model, count) => {
    const text = collectEnv
      .replace('GPU models and configuration: No CUDA', lines)
      .replace('Is CUDA available: False', 'Is CUDA available: True');
    expect(valueIn('env.txt', text)).toMatchObject({
      items: expect.arrayContaining([
        ['gpu_model', plain(model)],
        ['gpu_count', plain(count)],
      ]),
    });
  });

  test('leaves out the number of GPUs where it could not be told', () => {
    const text = collectEnv
      .replace('GPU models and configuration: No CUDA', 'GPU models and configuration: Could not collect')
      .replace('Is CUDA available: False', 'Is CUDA available: True');
    expect(JSON.stringify(valueIn('env.txt', text))).not.toContain('gpu_count');
  });
});

describe('lines of keys and values', () => {
  test.each([
    ['Python: 3.12.4\nPyTorch: 2.6.0+cu124\nCUDA: 12.4\nGPU: NVIDIA A100-SXM4-80GB\nGPUs: 1\n'],
    [
      'python_version = "3.12.4"\ntorch_version = 2.6.0+cu124\ncuda_version = 12.4\ngpu_model = NVIDIA A100-SXM4-80GB\ngpu_count = 1',
    ],
    [
      'Python version:  3.12.4\r\nTorch version: 2.6.0+cu124\r\nCUDA version: 12.4\r\nGPU name: NVIDIA A100-SXM4-80GB\r\nNum GPUs: 1\r\n',
    ],
  ])('are the five keys however they are written: %j', (text) => {
    expect(environment.recognizes('env_info.txt', source(text))).toBe(true);
    expect(valueIn('env_info.txt', text)).toEqual(plain(environmentRecord));
  });

  test('keep versions as texts, and know nothing when they see it', () => {
    expect(environmentOfText('python: 3.10\ncuda: None\ngpu: n/a\nnum_gpus: 0\ncudnn: 90100\n')).toEqual(
      plain({ python_version: '3.10', cuda_version: null, gpu_model: null, gpu_count: 0, cudnn: '90100' }),
    );
  });

  test.each(['', 'one line', 'only: one', 'no\ncolon\nat\nall'])('are none in %j', (text) => {
    expect(environmentOfText(text)).toBeNull();
  });
});

describe('what is an environment record by its name', () => {
  const yaml =
    'python_version: "3.12.4"\ntorch_version: 2.6.0+cu124\ncuda_version: "12.4"\ngpu_model: NVIDIA A100-SXM4-80GB\ngpu_count: 1\n';

  test.each([
    ['environment.yaml', yaml],
    ['env_info.yml', yaml],
    ['env.json', '{}'],
    ['environment_info.json', '{}'],
    ['env_info.txt', 'python: 3.12\ntorch: 2.6\n'],
    ['environment.txt', JSON.stringify(environmentRecord)],
  ])('%s', (path, text) => {
    expect(environment.recognizes(path, source(text))).toBe(true);
  });

  test.each([
    ["conda's list of packages", 'environment.yml', 'name: x\nchannels:\n- defaults\ndependencies:\n- python=3.12\n'],
    ["conda's list on one line", 'environment.yaml', 'dependencies: [python=3.12]\n'],
    ['a list of pip', 'environment.txt', 'numpy==2.1.3\ntorch==2.6.0\n'],
    ['shell variables', 'env.txt', 'PATH=/usr/bin\nHOME=/home/me\n'],
    ['another name', 'machine.yaml', yaml],
  ])('not %s', (_, path, text) => {
    expect(environment.recognizes(path, source(text))).toBe(false);
  });

  test('YAML keeps its types, so that a version without quotes is seen to be a number', () => {
    expect(valueIn('environment.yaml', yaml)).toEqual(plain(environmentRecord));
    expect(valueIn('environment.yaml', 'python_version: 3.10\n')).toEqual({
      type: 'map',
      items: [['python_version', { type: 'float', text: '3.1' }]],
    });
  });

  test('lines made to be slow are not', () => {
    const began = performance.now();
    for (const text of [
      `a${' '.repeat(200_000)}`,
      'a b '.repeat(60_000),
      `${'a'.repeat(250_000)}:`,
      ': '.repeat(100_000),
    ])
      environment.recognizes('env_info.txt', source(text));
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
