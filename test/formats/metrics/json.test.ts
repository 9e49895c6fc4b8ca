import { describe, expect, it } from 'vitest';
import { json } from '../../../src/formats/metrics/json.ts';
import { codeOf } from '../read-entries.ts';
import { noteCodes, readText, seriesLines, textSource } from './read-metrics.ts';

describe('json', () => {
  it.each<[string, string, readonly string[]]>([
    ['a list of rows', '[{"epoch": 0, "loss": 2}, {"epoch": 1, "loss": 1}]', ['loss by epoch: 0=2 1=1']],
    ['columns', '{"loss": [2, 1], "val_loss": [3, NaN]}', ['loss by row: 0=2 1=1', 'val_loss by row: 0=3 1=NaN']],
    ['columns with steps', '{"epoch": [1, 2], "loss": [2, 1]}', ['loss by epoch: 1=2 2=1']],
    ['columns of pandas', '{"step": {"0": 10, "1": 20}, "loss": {"0": 2.5, "1": null}}', ['loss by step: 10=2.5']],
    [
      'columns under a key',
      '{"history": {"loss": [2, 1]}, "best": 1}',
      ['loss by row: 0=2 1=1', 'final/best by row: 0=1'],
    ],
    ['rows keyed by step', '{"0": {"loss": 2}, "10": {"loss": 1}}', ['loss by step: 0=2 10=1']],
    ['nested results with a step', '{"step": 4, "train": {"acc": 0.5}}', ['train/acc by step: 4=0.5']],
    ['flat results', '{"accuracy": 0.9, "name": "x"}', ['accuracy by row: 0=0.9', 'name (text) by row: 0=x']],
    ['rows under another key', '{"trials": [{"step": 1, "loss": 2}]}', ['trials/loss by step: 1=2']],
    ['plain numbers', '[3, 2, 1]', ['value by row: 0=3 1=2 2=1']],
    ['integers beyond 2^53', '{"tokens": 9007199254740993}', ['tokens by row: 0=9007199254740993']],
  ])('reads %s', async (_, text, lines) => {
    expect(await seriesLines(json, text, 'metrics.json')).toEqual(lines);
  });

  it('notes duplicate keys and what it does not compare', async () => {
    expect(await noteCodes(json, '{"a": 1, "a": 2}')).toEqual(['JSON_DUPLICATE_KEY']);
    expect(await noteCodes(json, `{"a": 1, "deep": ${'{"x":'.repeat(20)}1${'}'.repeat(20)}}`)).toEqual([
      'METRICS_NOT_READ',
    ]);
  });

  it('refuses a document that is cut off', async () => {
    expect(await codeOf(() => readText(json, '{"log_history": [{"step": 1'))).toBe('JSON_SYNTAX');
  });

  it.each<[string, string, boolean]>([
    ['metrics.json', '{"accuracy": 0.9}', true],
    ['eval-results.json', '{"accuracy": 0.9}', true],
    ['all_results.json', '{"epoch": 1.0, "loss": 0.9}', true],
    ['anything.json', '[{"step": 1, "loss": 2}]', true],
    ['anything.json', '{"history": [{"epoch": 1, "loss": 2}]}', true],
    ['anything.json', '{"epoch": [1, 2], "loss": [2, 1]}', true],
    ['metrics.json', '{"accuracy": 0.9', true],
    ['trainer_state.json', '{"log_history": [', true],
    ['config.json', '{"lr": 0.1, "epochs": 10, "max_steps": 100}', false],
    ['config.json', '{"betas": [0.9, 0.99], "lr": 0.1}', false],
    ['config.json', '{"schedule": [{"epoch": 10, "lr": 0.1}], "lr": 1}', false],
    ['eval_config.json', '{"batch": 4}', false],
    ['tokenizer_config.json', '{"max_len": 512}', false],
    ['environment.json', '{"gpu_count": 1}', false],
    ['metrics.json', '{"name": "x"}', false],
    ['vocab.json', '{"a": 0, "b": 1}', false],
    ['x.json', '', false],
    ['x.json', 'null', false],
  ])('recognizes %s %s: %s', (name, text, expected) => {
    expect(json.recognizes(textSource(text, name), name)).toBe(expected);
  });
});
