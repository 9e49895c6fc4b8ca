import { describe, expect, it } from 'vitest';
import { jsonl } from '../../../src/formats/metrics/jsonl.ts';
import { problemOf } from '../read-entries.ts';
import { noteCodes, readText, seriesLines, textSource } from './read-metrics.ts';

describe('jsonl', () => {
  it('places numbers by step and joins nested keys', async () => {
    const text = '{"step": 1, "loss": 0.5, "eval": {"acc": 1}}\n{"step": 2, "loss": 0.25, "lr": [0.1, 0.2]}\n';
    expect(await seriesLines(jsonl, text)).toEqual([
      'loss by step: 1=0.5 2=0.25',
      'eval/acc by step: 1=1',
      'lr[0] by step: 2=0.1',
      'lr[1] by step: 2=0.2',
    ]);
  });

  it('reads NaN, Infinity and integers beyond 2^53 exactly, and keeps texts and truth values apart', async () => {
    const text =
      '{"step": 1, "a": NaN, "b": -Infinity, "c": 9007199254740993, "d": "x", "e": true, "f": "nan", "g": null}\n';
    expect(await seriesLines(jsonl, text)).toEqual([
      'a by step: 1=NaN',
      'b by step: 1=-Infinity',
      'c by step: 1=9007199254740993',
      'f by step: 1=NaN',
      'd (text) by row: 0=x',
      'e (text) by row: 0=True',
    ]);
  });

  it.each([
    ['{"epoch": 3, "loss": 1}', 'loss by epoch: 3=1'],
    ['{"global_step": 3, "epoch": 1, "loss": 1}', 'loss by step: 3=1'],
    ['{"_step": 3, "loss": 1}', 'loss by step: 3=1'],
    ['{"iteration": 3, "loss": 1}', 'loss by step: 3=1'],
    ['{"Epoch": 3, "loss": 1}', 'loss by epoch: 3=1'],
    ['{"loss": 1}', 'loss by row: 0=1'],
  ])('finds what counts the steps in %s', async (line, series) => {
    expect(await seriesLines(jsonl, `${line}\n`)).toContain(series);
  });

  it('places rows by position where a step starts anew in each epoch, so that nothing is overwritten', async () => {
    const text = [0, 1]
      .flatMap((epoch) => [0, 1].map((iter) => `{"epoch": ${epoch}, "iter": ${iter}, "loss": ${epoch}.${iter}}`))
      .join('\n');
    const { series, notes } = await readText(jsonl, text);
    expect(series.find(({ name }) => name === 'loss')?.points.map(({ value }) => value)).toEqual([0, 0.1, 1, 1.1]);
    expect(notes.map(({ code }) => code)).toEqual(['STEP_WITHIN_EPOCH']);
  });

  it('does so too where each epoch has one row and the same step', async () => {
    expect(
      await seriesLines(jsonl, '{"epoch": 0, "iter": 9, "loss": 2}\n{"epoch": 1, "iter": 9, "loss": 1}\n'),
    ).toContain('loss by row: 0=2 1=1');
  });

  it('does not so where a training went on from an earlier step, or an evaluation stands at the end of an epoch', async () => {
    const resumed =
      '{"epoch": 0, "step": 1, "loss": 3}\n{"epoch": 0.5, "step": 2, "loss": 2}\n{"epoch": 0, "step": 1, "loss": 3}\n';
    expect(await seriesLines(jsonl, resumed)).toContain('loss by step: 1=3 2=2');
    const evaluated =
      '{"epoch": 0, "step": 7, "loss": 3}\n{"epoch": 1, "step": 7, "val": 2}\n{"epoch": 1, "step": 8, "loss": 1}\n';
    expect(await seriesLines(jsonl, evaluated)).toContain('loss by step: 7=3 8=1');
  });

  it('counts the last value of a step that was written again, and keeps what it overwrote', async () => {
    const text = '{"step": 1, "loss": 3}\n{"step": 2, "loss": 2}\n{"step": 1, "loss": 1}\n';
    const { series } = await readText(jsonl, text);
    expect(series).toMatchObject([
      {
        name: 'loss',
        rewritten: 1,
        points: [
          { step: 1, value: 1 },
          { step: 2, value: 2 },
        ],
      },
      { name: 'loss (overwritten)', stepKind: 'row', points: [{ step: 0, value: 3 }] },
    ]);
  });

  it('keeps the same name by step and by epoch apart', async () => {
    expect(await seriesLines(jsonl, '{"step": 1, "loss": 3}\n{"epoch": 1, "loss": 2}\n')).toEqual([
      'loss by step: 1=3',
      'loss (by epoch) by epoch: 1=2',
    ]);
  });

  it('notes a last line that is cut off', async () => {
    expect(await noteCodes(jsonl, '{"step": 1, "loss": 3}\n{"step": 2, "lo')).toEqual(['PARTIAL']);
  });

  it('refuses a broken line before that, with its number', async () => {
    const problem = await problemOf(() =>
      readText(jsonl, '{"step": 1, "loss": 3}\n{"step": 2, "lo{"step": 3}\n{"step": 4}\n'),
    );
    expect(problem).toMatchObject({ code: 'JSONL_LINE', place: { line: 2 } });
  });

  it('notes what it does not compare', async () => {
    const long = JSON.stringify(Array(300).fill(1));
    expect(await noteCodes(jsonl, `{"step": 1, "hist": ${long}, "a": 1, "a": 2}\n[1, 2]\n`)).toEqual([
      'JSONL_NOT_AN_OBJECT',
      'JSON_DUPLICATE_KEY',
      'METRICS_NOT_READ',
    ]);
  });

  it('keeps what is no point, so that a difference in it is seen', async () => {
    const text = `{"step": 1, "hist": ${JSON.stringify(Array(300).fill(1))}}\n[1, 2]\n{"step": 2, "lo`;
    expect(await seriesLines(jsonl, text)).toEqual([
      expect.stringMatching(/^hist \(text\) by row: 0=sha256:[0-9a-f]{64}$/),
      '(lines that are no objects) (text) by row: 0=[1, 2]',
      '(last line, cut off) (text) by row: 0={"step": 2, "lo',
    ]);
  });

  it.each([
    '2024-01-15T10:00:00.123Z',
    '2024-01-15_14-30-00',
    '20240115_143000',
    '2024-01-15',
    '0:12:03',
    '1 day, 0:12:03.5',
    '12.5s',
    '3.1 it/s',
    '8f3a11aa-0000-4000-8000-1234567890ab',
  ])('leaves out %s, which no two runs share, and says so', async (text) => {
    const line = JSON.stringify({ step: 1, loss: 1, x: text });
    expect(await seriesLines(jsonl, line)).toEqual(['loss by step: 1=1']);
    expect(await noteCodes(jsonl, line)).toEqual(['TEXT_VOLATILE']);
  });

  it.each(['cat', '12', 'epoch-2024', 'v1.2.3', 'resnet50'])('compares %s', async (text) => {
    expect(await noteCodes(jsonl, JSON.stringify({ step: 1, loss: 1, x: text }))).toEqual([]);
  });

  it('keeps names that are special in JavaScript', async () => {
    expect(await seriesLines(jsonl, '{"step": 1, "__proto__": 1, "constructor": 2}\n')).toEqual([
      '__proto__ by step: 1=1',
      'constructor by step: 1=2',
    ]);
  });

  it('reads 100,000 lines in about a second', async () => {
    const line = (step: number) => `{"step": ${step}, "train/loss": 0.228510648${step}, "lr": 5e-05, "note": "text"}`;
    const text = Array.from({ length: 100_000 }, (_, step) => line(step)).join('\n');
    const start = performance.now();
    const { series } = await readText(jsonl, text);
    expect(series[0]?.points.length).toBe(100_000);
    expect(performance.now() - start).toBeLessThan(8_000);
  });

  it.each<[string, string, boolean]>([
    ['train.log', '{"step": 1, "loss": 2}\n', true],
    ['train.log', '{"step": 1, "loss": 2}', true],
    ['log.jsonl', '{"env": "x"}\n{"epoch": 1, "loss": 2}\n', true],
    ['metrics.jsonl', '{"loss": 2}\n{"loss": 1}\n', true],
    ['train.jsonl', '{"text": "hello", "label": 1}\n{"text": "x", "label": 0}\n', false],
    ['predictions.jsonl', '{"id": 1, "score": 0.3}\n{"id": 2, "score": 0.1}\n', false],
    ['config.json', '{\n  "step": 1,\n  "lr": 0.1\n}\n', false],
    ['log.jsonl', 'Epoch 1\n{"epoch": 1, "loss": 2}\n', false],
    ['x', '', false],
    ['x', '{', false],
  ])('recognizes %s %s: %s', (name, text, expected) => {
    expect(jsonl.recognizes(textSource(text, name), name)).toBe(expected);
  });
});
