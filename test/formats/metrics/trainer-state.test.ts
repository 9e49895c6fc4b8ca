import { describe, expect, it } from 'vitest';
import { json } from '../../../src/formats/metrics/json.ts';
import { trainerState } from '../../../src/formats/metrics/trainer-state.ts';
import { codeOf, fixture } from '../read-entries.ts';
import { noteCodes, readText, seriesLine, seriesLines, textSource } from './read-metrics.ts';

const name = 'trainer_state.json';
const state = (part: object) =>
  JSON.stringify({ best_metric: null, global_step: 6, log_history: [], max_steps: 6, ...part });

describe("Hugging Face's trainer state", () => {
  it('of the real package is read: log history, best value, and the rest as it stands', async () => {
    const source = fixture(name);
    expect(trainerState.recognizes(source, name)).toBe(true);
    const { series, notes } = await trainerState.read(source, name);
    expect(notes).toEqual([]);
    const lines = series.map(seriesLine);
    expect(lines).toContain(
      'loss by step: 1=0.6892977356910706 2=0.6900261640548706 4=0.6932798624038696 6=0.6921941041946411',
    );
    expect(lines).toContain('eval_loss by step: 3=0.6929579973220825 6=0.6929478645324707');
    expect(lines).toContain('global_step by row: 0=6');
    expect(series.every(({ rewritten }) => rewritten === 0)).toBe(true);
    const numeric = series.filter(({ points }) => points.some(({ text }) => text === undefined));
    expect(numeric.map((one) => one.name)).toEqual([
      'epoch',
      'grad_norm',
      'learning_rate',
      'loss',
      'eval_loss',
      'eval_runtime',
      'eval_samples_per_second',
      'eval_steps_per_second',
      'global_step',
    ]);
  });

  it('without a history has no number that could be taken for a result', async () => {
    expect(await seriesLines(trainerState, state({ train_batch_size: 8 }))).toEqual([
      'global_step by row: 0=6',
      'max_steps (text) by row: 0=6',
      'train_batch_size (text) by row: 0=8',
    ]);
  });

  it('has its best value, and the checkpoint that it belongs to', async () => {
    const best = { best_metric: 0.25, best_model_checkpoint: 'out/checkpoint-6', log_history: [{ step: 1, loss: 2 }] };
    expect(await seriesLines(trainerState, state(best))).toEqual([
      'loss by step: 1=2',
      'final/best_metric by step: 6=0.25',
      'global_step by row: 0=6',
      'max_steps (text) by row: 0=6',
      'best_model_checkpoint (text) by row: 0=checkpoint-6',
    ]);
  });

  it('has its best value at the step that it names, else at no step', async () => {
    const best = { best_metric: 0.25, best_model_checkpoint: 'out/best' };
    expect(await seriesLines(trainerState, state(best))).toContain('final/best_metric by row: 0=0.25');
    expect(await seriesLines(trainerState, state({ ...best, best_global_step: 4 }))).toContain(
      'final/best_metric by step: 4=0.25',
    );
  });

  it('has as its best checkpoint whatever is no folder of the Trainer, as it stands', async () => {
    expect(await seriesLines(trainerState, state({ best_model_checkpoint: 'out/best' }))).toContain(
      'best_model_checkpoint (text) by row: 0=out/best',
    );
  });

  it('compares numbers of the state exactly, also those that look like a date', async () => {
    const text = state({ tokens: 0 }).replace('"tokens":0', '"seen":20240115,"flos":9007199254740993,"x":-0.0');
    expect(await seriesLines(trainerState, text)).toEqual(
      expect.arrayContaining([
        'seen (text) by row: 0=20240115',
        'flos (text) by row: 0=9007199254740993',
        'x (text) by row: 0=-0',
      ]),
    );
    expect(await noteCodes(trainerState, text)).toEqual([]);
  });

  it.each([
    [state({}), true],
    ['{"log_history": [{"step": 1, "loss": 2}]}', false],
    ['{"global_step": 1, "loss": 2}', false],
    ['{"log_history": {}, "global_step": 1}', false],
    ['[{"log_history": [], "global_step": 1}]', false],
  ])('is told by what it holds: %s %s', (text, expected) => {
    expect(trainerState.recognizes(textSource(text), 'x.json')).toBe(expected);
    if (expected) expect(json.recognizes(textSource(text), name)).toBe(false);
  });

  it('that is cut off is damaged, not something else', async () => {
    const text = '{"best_metric": null, "global_step": 6, "log_history": [{"step": 1';
    expect(trainerState.recognizes(textSource(text), `out/${name}`)).toBe(true);
    expect(await codeOf(() => readText(trainerState, text))).toBe('JSON_SYNTAX');
  });
});
