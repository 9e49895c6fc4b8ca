import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { gatherMlflowParameters, mlflowParameter } from '../../../src/formats/records/mlflow.ts';
import type { RecordDocument } from '../../../src/model/record.ts';
import { plain } from '../../fixtures/audits/evidence.ts';

const run = `mlruns/1/${'a'.repeat(32)}`;
const other = `mlruns/1/${'b'.repeat(32)}`;
const source = (text: string) => memorySource('x', new TextEncoder().encode(text));
const neutral = (path: string): string => path.replace(/[ab]{32}/, (id) => `‹run ${id[0]}›`);
const read = (path: string, text: string): RecordDocument => mlflowParameter.read(path, neutral(path), source(text));

describe("MLflow's parameters", () => {
  test.each([
    [`${run}/params/lr`, true],
    [`${run}/params/optimizer/lr`, true],
    [`${run}/tags/lr`, false],
    [`mlruns/1/models/m-${'a'.repeat(32)}/params/lr`, false],
    ['params/lr', false],
  ])('are told by their path: %s %s', (path, expected) => {
    expect(mlflowParameter.recognizes(path, source('0.1'))).toBe(expected);
  });

  test('of one run are one configuration, in the order of their names', () => {
    const records = [
      read(`${run}/params/optimizer/lr`, '0.1'),
      read(`${other}/params/lr`, '0.2'),
      read(`${run}/params/name`, 'adam'),
    ];
    expect(gatherMlflowParameters(records)).toEqual([
      {
        kind: 'configuration',
        path: `${run}/params`,
        neutralPath: 'mlruns/1/‹run a›/params',
        format: 'mlflow',
        problems: [],
        value: plain({ name: 'adam', 'optimizer/lr': 0.1 }),
      },
      expect.objectContaining({ path: `${other}/params`, value: plain({ lr: 0.2 }) }),
    ]);
  });

  test('leave other records where they are', () => {
    const record = { ...read('config.yaml', 'x'), format: 'configuration' };
    expect(gatherMlflowParameters([record, read(`${run}/params/lr`, '1')]).map(({ path }) => path)).toEqual([
      'config.yaml',
      `${run}/params`,
    ]);
  });

  test('named like an object of JavaScript are parameters like any other', () => {
    const [record] = gatherMlflowParameters([read(`${run}/params/__proto__`, '1')]);
    expect(record).toMatchObject({ value: { items: [['__proto__', { type: 'int', text: '1' }]] } });
  });

  test('that are too long, too many or no text are told as problems', () => {
    const long = read(`${run}/params/long`, 'x'.repeat(70_000));
    const broken = mlflowParameter.read(`${run}/params/b`, '', memorySource('x', Uint8Array.of(0xff, 0x41)));
    const many = Array.from({ length: 10_001 }, (_, index) => read(`${run}/params/p${index}`, '1'));
    const codes = (records: readonly RecordDocument[]) =>
      gatherMlflowParameters(records).flatMap(({ problems }) => problems.map(({ code }) => code));
    expect(codes([long, broken])).toEqual(['PARAMETER_TOO_LONG', 'BAD_ENCODING']);
    expect(codes(many)).toEqual(['TOO_MANY_PARAMETERS']);
  });
});
