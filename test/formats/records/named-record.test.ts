import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { type NamedKind, namedRecord } from '../../../src/formats/records/named-record.ts';
import { recordFormats } from '../../../src/formats/records/registry.ts';
import { plain } from '../../fixtures/audits/evidence.ts';

const read = (kind: NamedKind, path: string, text: string) =>
  namedRecord(kind, recordFormats).read(path, `n/${path}`, memorySource(path, new TextEncoder().encode(text)));
const sha = 'a1b2c3d4'.repeat(8);

describe('a file that the user names as a record is one', () => {
  test('of the environment: JSON, YAML or lines, whatever its name', async () => {
    expect(await read('environment', 'machine', '{"gpu_count": 1}')).toMatchObject({
      kind: 'environment',
      path: 'machine',
      neutralPath: 'n/machine',
      problems: [],
      value: plain({ gpu_count: 1 }),
    });
    expect(await read('environment', 'm.yaml', 'gpu_count: 1\n')).toMatchObject({ value: plain({ gpu_count: 1 }) });
    expect(await read('environment', 'm.txt', 'python: 3.12\ngpus: 1\n')).toMatchObject({
      value: plain({ python_version: '3.12', gpu_count: 1 }),
    });
  });

  test('of the packages', async () => {
    expect(await read('requirements', 'packages', 'numpy==2.1.3\n')).toMatchObject({
      kind: 'requirements',
      lines: [{ name: 'numpy', pinned: '2.1.3' }],
    });
  });

  test('of the configuration', async () => {
    expect(await read('configuration', 'settings.dump', '{"lr": 0.1}')).toMatchObject({
      kind: 'configuration',
      value: { type: 'map' },
      problems: [],
    });
    expect(await read('configuration', 'run', 'lr: 0.1\nseed: 42\n')).toMatchObject({
      kind: 'configuration',
      problems: [],
    });
  });

  test('of the data, and each digest in it counts', async () => {
    expect(await read('dataset', 'about.txt', `${sha}\n`)).toMatchObject({
      kind: 'dataset',
      claims: [{ digest: sha }],
      problems: [],
    });
    expect(await read('dataset', 'about.json', JSON.stringify({ hash: sha }))).toMatchObject({
      claims: [{ digest: sha, pointer: '/hash' }],
    });
  });

  test('by the format of that kind that knows its name', async () => {
    expect(await read('dataset', 'img.dvc', `outs:\n- md5: ${sha.slice(0, 32)}\n  path: img\n`)).toMatchObject({
      format: 'dvc',
      claims: [{ subject: 'img' }],
    });
    expect(await read('configuration', '.hydra/config.yaml', 'lr: 0.1\n')).toMatchObject({ format: 'hydra' });
    expect(await read('configuration', 'environment.json', '{"lr": 0.1}')).toMatchObject({ kind: 'configuration' });
  });
});

describe('what is none of that kind says so', () => {
  test.each<[NamedKind, string, string]>([
    ['configuration', 'notes.txt', 'NOT_A_MAPPING'],
    ['environment', 'notes.txt', 'NOT_A_MAPPING'],
    ['dataset', 'notes.txt', 'NO_DIGEST'],
  ])('%s', async (kind, path, code) => {
    expect(await read(kind, path, 'just words\n')).toMatchObject({ kind, problems: [{ code }] });
  });
});
