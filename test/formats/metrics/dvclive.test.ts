import { describe, expect, it } from 'vitest';
import { dvclive } from '../../../src/formats/metrics/dvclive.ts';
import { noteCodes, seriesLines, textSource } from './read-metrics.ts';

const path = 'dvclive/plots/metrics/train/loss.tsv';

describe('a series of DVCLive', () => {
  it.each([
    ['step\tloss\n0\t1.0\n', path, true],
    ['timestamp\tstep\tloss\n1700000000000\t0\t1.0\n', path, true],
    ['step\tloss\r\n0\t1.0\r\n', path, true],
    ['step\tmodèle\n0\t1.0\n', 'plots/metrics/modèle.tsv', true],
    ['step\tother\n0\t1.0\n', path, false],
    ['step\tloss\tacc\n0\t1.0\t1\n', path, false],
    ['epoch\tloss\n0\t1.0\n', path, false],
    ['step\tloss\n0\t1.0\n', 'logs/loss.tsv', false],
    ['', path, false],
  ])('is told by its place and its header: %j in %s %s', (text, place, expected) => {
    expect(dvclive.recognizes(textSource(text), place)).toBe(expected);
  });

  it('has its whole name, as in metrics.json', async () => {
    expect(await seriesLines(dvclive, 'step\tloss\n0\t1.0\n1\tnan\n', path)).toEqual(['train/loss by step: 0=1 1=NaN']);
  });

  it('has its times beside it', async () => {
    expect(await seriesLines(dvclive, 'timestamp\tstep\tloss\n1700000000000\t0\t1.0\n', path)).toEqual([
      'timestamp by step: 0=1700000000000',
      'train/loss by step: 0=1',
    ]);
  });

  it('keeps what was written twice, and texts, under the same name', async () => {
    expect(await seriesLines(dvclive, 'step\tloss\n0\t1.0\n0\t0.5\n1\thigh\n', path)).toEqual([
      'train/loss by step: 0=0.5',
      'train/loss (overwritten) by row: 0=1',
      'train/loss (text) by row: 0=high',
    ]);
  });

  it('with a last row that is cut off is read up to there', async () => {
    expect(await noteCodes(dvclive, 'step\tloss\n0\t1.0\n1', path)).toContain('PARTIAL');
  });
});
