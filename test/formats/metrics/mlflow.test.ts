import { describe, expect, it } from 'vitest';
import { mlflow } from '../../../src/formats/metrics/mlflow.ts';
import { codeOf } from '../read-entries.ts';
import { noteCodes, seriesLines, textSource } from './read-metrics.ts';

const folder = `mlruns/420179603355940936/${'0123456789abcdef'.repeat(2)}`;
const path = `${folder}/metrics/val/loss`;

describe("a series of MLflow's file store", () => {
  it.each([
    [path, true],
    [`${folder}/metrics/loss`, true],
    [`7/${'a'.repeat(32)}/metrics/loss`, true],
    [`mlruns/.trash/1/${'a'.repeat(32)}/metrics/loss`, true],
    [`${folder}/params/loss`, false],
    [`${folder}/meta.yaml`, false],
    [`${folder}/artifacts/1/${'a'.repeat(32)}/metrics/loss`, false],
    [`mlruns/1/models/m-${'a'.repeat(32)}/metrics/loss`, false],
    [`mlruns/1/${'a'.repeat(31)}/metrics/loss`, false],
  ])('is told by its path: %s %s', (place, expected) => {
    expect(mlflow.recognizes(textSource('1 2 3\n'), place)).toBe(expected);
  });

  it('has its key for a name, folders included, and steps without times', async () => {
    expect(await seriesLines(mlflow, '1795668979756 0.5 0\n1795668979999 0.25 1\n', path)).toEqual([
      'val/loss by step: 0=0.5 1=0.25',
    ]);
  });

  it('holds what is not finite, and integers that no double holds', async () => {
    expect(await seriesLines(mlflow, '1 nan 0\n1 -inf 1\n1 9007199254740993 2\n', path)).toEqual([
      'val/loss by step: 0=NaN 1=-Infinity 2=9007199254740993',
    ]);
  });

  it('counts the last value of a step that was written twice, and keeps the other', async () => {
    expect(await seriesLines(mlflow, '1 0.5 3\n2 0.75 3\n2 0.1 1\n', path)).toEqual([
      'val/loss by step: 1=0.1 3=0.75',
      'val/loss (overwritten) by row: 0=0.5',
    ]);
  });

  it('is placed by position where old versions wrote no step', async () => {
    expect(await seriesLines(mlflow, '1 0.5\n2 0.25\n', path)).toEqual(['val/loss by row: 0=0.5 1=0.25']);
  });

  it('is told apart by data sets', async () => {
    expect(await seriesLines(mlflow, '1 0.5 0\n1 0.25 0 cifar 2afe0dd9\n', path)).toEqual([
      'val/loss by step: 0=0.5',
      'val/loss (dataset cifar 2afe0dd9) by step: 0=0.25',
    ]);
  });

  it('with a last line that is cut off is read up to there, and the rest compared as it stands', async () => {
    const text = '1 0.5 0\n1795668979999 0.2';
    expect(await seriesLines(mlflow, text, path)).toEqual([
      'val/loss by step: 0=0.5',
      'val/loss (last line, cut off) (text) by row: 0=0.2',
    ]);
    expect(await noteCodes(mlflow, text, path)).toEqual(['PARTIAL']);
  });

  it('may be empty, which is said', async () => {
    expect(await noteCodes(mlflow, '', path)).toEqual(['METRICS_EMPTY']);
  });

  it.each(['x\n', '1\n', '1 x 0\n', '1 0.5 x\n', 'now 0.5 0\n', '1 0.5 99999999999999999999\n'])(
    'with the line %j is damaged',
    async (line) => {
      expect(await codeOf(() => mlflow.read(textSource(`1 0.5 0\n${line}`), path))).toBe('MLFLOW_LINE');
    },
  );
});
