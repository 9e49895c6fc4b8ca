import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { configuration } from '../../../src/formats/records/configuration.ts';
import { environment } from '../../../src/formats/records/environment.ts';
import { hydra } from '../../../src/formats/records/hydra.ts';
import { recordFormats } from '../../../src/formats/records/registry.ts';
import { environmentRecord, plain } from '../../fixtures/audits/evidence.ts';

const source = (text: string) => memorySource('x', new TextEncoder().encode(text));
const recognizedAs = (path: string, text = '{}') =>
  recordFormats.find((format) => format.recognizes(path, source(text)))?.id ?? null;

describe('what a file is', () => {
  test.each([
    ['out/environment.json', 'environment'],
    ['env.json', 'environment'],
    ['a/env_info.json', 'environment'],
    ['outputs/2024-01-15/14-30-00/.hydra/config.yaml', 'hydra'],
    ['.hydra/overrides.yaml', 'hydra'],
    ['.hydra/hydra.yaml', 'hydra'],
    ['a/config.yaml', 'configuration'],
    ['lightning_logs/version_0/hparams.yaml', 'configuration'],
    ['args.json', 'configuration'],
    ['hf/config.json', 'configuration'],
    ['requirements.txt', 'requirements'],
    ['metrics.json', null],
    ['.hydra/notes.yaml', null],
    ['data/config.txt', null],
  ])('%s is %s', (path, format) => {
    expect(recognizedAs(path)).toBe(format);
  });

  test('a JSON file with the five keys is an environment record, whatever its name', () => {
    expect(recognizedAs('out/system.json', JSON.stringify(environmentRecord))).toBe('environment');
    expect(recognizedAs('config.json', JSON.stringify(environmentRecord))).toBe('environment');
  });
  test('the five keys further down are not enough, nor are four', () => {
    expect(recognizedAs('out/system.json', JSON.stringify({ system: environmentRecord }))).toBeNull();
    expect(recognizedAs('out/system.json', JSON.stringify({ ...environmentRecord, gpu_count: undefined }))).toBeNull();
  });
  test('a broken JSON file with the five words is not recognized, and nothing is thrown', () => {
    expect(recognizedAs('out/system.json', `${JSON.stringify(environmentRecord)}}`)).toBeNull();
  });
});

describe('what it says', () => {
  test('JSON with exact numbers and Python words', () => {
    const text = '{"gpu_count": 12345678901234567890, "loss": NaN}';
    expect(environment.read('environment.json', 'environment.json', source(text))).toMatchObject({
      kind: 'environment',
      problems: [],
      value: {
        items: [
          ['gpu_count', plain(12345678901234567890n)],
          ['loss', { type: 'float', text: 'nan' }],
        ],
      },
    });
  });
  test('broken JSON is a record with a problem and its line', () => {
    expect(environment.read('environment.json', 'environment.json', source('{\n "a": 1,\n}'))).toMatchObject({
      value: plain({}),
      problems: [{ code: 'JSON_SYNTAX', line: 3 }],
    });
  });
  test('a key that stands twice is a problem, and the last one counts', () => {
    expect(configuration.read('config.json', 'config.json', source('{"lr": 1, "lr": 2}'))).toMatchObject({
      value: plain({ lr: 2 }),
      problems: [{ code: 'DUPLICATE_KEY', message: 'key "lr" stands twice in the document', line: 1 }],
    });
  });
  test('a byte order mark is no part of it', () => {
    expect(configuration.read('config.json', 'config.json', source('\ufeff{"lr": 1}'))).toMatchObject({
      problems: [],
      value: plain({ lr: 1 }),
    });
  });
  test("Hydra's overrides are a list of texts", () => {
    expect(
      hydra.read('.hydra/overrides.yaml', '.hydra/overrides.yaml', source('- lr=0.1\n- model=resnet\n')),
    ).toMatchObject({
      kind: 'overrides',
      value: plain(['lr=0.1', 'model=resnet']),
    });
  });
});
