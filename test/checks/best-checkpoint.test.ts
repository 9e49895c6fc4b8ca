/** Which checkpoint is the best, by the metrics: plain scripts, Lightning, the Trainer. */
import { describe, expect, test } from 'vitest';
import { summarizeSeries } from '../../src/collect/series-summary.ts';
import { trainerState } from '../../src/formats/metrics/trainer-state.ts';
import { inspect } from '../../src/judge/inspect.ts';
import type { CheckpointSummary, InventorySummary, SeriesSummary } from '../../src/model/evidence.ts';
import { checkpointSummary, plain, seriesSummary, withInventory } from '../fixtures/audits/evidence.ts';
import { readText } from '../formats/metrics/read-metrics.ts';

const found = (part: Partial<InventorySummary>, ...ids: readonly string[]) =>
  inspect(withInventory({ records: [], ...part }))
    .filter(({ check }) => ids.includes(check))
    .map(({ check, message }) => `${check}: ${message}`);

const best = (part: Partial<InventorySummary>) =>
  found(part, 'checkpoints/best-not-best', 'checkpoints/best-metric-disagrees');

interface Saved {
  readonly epoch?: number;
  readonly best?: number;
  readonly weights?: string | null;
}

const saved = (checkpoints: Readonly<Record<string, Saved>>): readonly CheckpointSummary[] =>
  Object.entries(checkpoints).map(([name, { epoch, best: metric, weights = null }]) =>
    checkpointSummary(name, {
      values: {
        ...(epoch === undefined ? {} : { epoch: plain(epoch) }),
        ...(metric === undefined ? {} : { best_metric: plain(metric) }),
      },
      weights,
    }),
  );

describe('a plain script', () => {
  const accuracy = [seriesSummary('train_loss', [3, 2, 1]), seriesSummary('val_accuracy', [0.5, 0.9, 0.7])];

  test('may count its epochs from 0 while the metrics count from 1', () => {
    const checkpoints = saved({
      'best_model.pt': { epoch: 1, best: 0.9 },
      'checkpoint_epoch_0.pt': { epoch: 0, best: 0.5 },
      'checkpoint_latest.pt': { epoch: 2, best: 0.9 },
    });
    expect(best({ series: accuracy, checkpoints })).toEqual([]);
  });

  test('whose highest accuracy is meant is not held against the lowest', () => {
    const checkpoints = saved({
      'best_model.pt': { epoch: 1, best: 0.5 },
      'checkpoint_epoch_2.pt': { epoch: 2, best: 0.9 },
      'checkpoint_latest.pt': { epoch: 3, best: 0.9 },
    });
    expect(best({ series: accuracy, checkpoints })).toEqual([
      'checkpoints/best-not-best: "best_model.pt" holds epoch 1 ("val_accuracy" 0.5); "val_accuracy" is highest at epoch 2 (0.9).',
    ]);
  });

  test('may keep the last of several that are equally good', () => {
    const series = [seriesSummary('val_accuracy', [0.5, 0.9, 0.9, 0.7])];
    const checkpoints = saved({
      'best_model.pt': { epoch: 3, best: 0.9 },
      'checkpoint_latest.pt': { epoch: 4, best: 0.9 },
      'checkpoint_epoch_1.pt': { epoch: 1, best: 0.5 },
    });
    expect(best({ series, checkpoints })).toEqual([]);
  });

  test('whose best file tells the right epoch and holds the weights of another is caught', () => {
    const checkpoints = saved({
      'best_model.pt': { epoch: 2, best: 0.9, weights: 'one' },
      'checkpoint_epoch_1.pt': { epoch: 1, best: 0.5, weights: 'one' },
      'checkpoint_epoch_2.pt': { epoch: 2, best: 0.9, weights: 'two' },
    });
    expect(best({ series: accuracy, checkpoints })).toEqual([
      'checkpoints/best-not-best: "best_model.pt" holds epoch 1 ("val_accuracy" 0.5); "val_accuracy" is highest at epoch 2 (0.9).',
    ]);
  });

  test('may have later epochs that are as good, with checkpoints of their own', () => {
    const series = [seriesSummary('val_accuracy', [0.5, 0.9, 0.9, 0.9])];
    const checkpoints = saved({
      'best_model.pt': { epoch: 2, best: 0.9, weights: 'two' },
      'checkpoint_epoch_1.pt': { epoch: 1, best: 0.5, weights: 'one' },
      'checkpoint_epoch_3.pt': { epoch: 3, best: 0.9, weights: 'three' },
      'checkpoint_latest.pt': { epoch: 4, best: 0.9, weights: 'four' },
    });
    expect(best({ series, checkpoints })).toEqual([]);
  });

  test('whose best file is a bare state dict is told by its weights', () => {
    const checkpoints = saved({
      'best_model.pt': { weights: 'one' },
      'checkpoint_epoch_1.pt': { epoch: 1, best: 0.5, weights: 'one' },
      'checkpoint_epoch_2.pt': { epoch: 2, best: 0.9, weights: 'two' },
      'checkpoint_epoch_3.pt': { epoch: 3, best: 0.9, weights: 'three' },
    });
    expect(best({ series: accuracy, checkpoints })).toHaveLength(1);
    const right = checkpoints.map((one) => (one.path === 'best_model.pt' ? { ...one, weights: 'two' } : one));
    expect(best({ series: accuracy, checkpoints: right })).toEqual([]);
  });

  test('is doubted where no metric that was logged ever had its best value', () => {
    const checkpoints = saved({
      'best_model.pt': { epoch: 1, best: 0.1234 },
      'checkpoint_latest.pt': { epoch: 3, best: 7 },
    });
    const inventory = { records: [], series: accuracy, checkpoints };
    const findings = inspect(withInventory(inventory)).filter(
      ({ check }) => check === 'checkpoints/best-metric-disagrees',
    );
    expect(findings.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      'warning: "best_model.pt" records 0.1234 at epoch 1 (and 1 more checkpoint disagree); no metric that was logged until then had that value.',
    ]);
  });

  test('is not doubted where it has not been evaluated yet, or where no metric reaches its epoch', () => {
    expect(best({ series: accuracy, checkpoints: saved({ 'checkpoint_latest.pt': { epoch: 3, best: 0 } }) })).toEqual(
      [],
    );
    expect(best({ series: accuracy, checkpoints: saved({ 'checkpoint_latest.pt': { epoch: 9, best: 7 } }) })).toEqual(
      [],
    );
  });

  test('is not judged by a course that was thinned for the report', () => {
    const series = [{ ...seriesSummary('val_accuracy', [0.5, 0.9, 0.7]), count: 300 }];
    const checkpoints = saved({
      'best_model.pt': { epoch: 1, best: 0.5 },
      'checkpoint_latest.pt': { epoch: 3, best: 0.9 },
    });
    expect(best({ series, checkpoints })).toEqual([]);
  });
});

describe('Lightning', () => {
  const key = (mode: string, epochs = 1) =>
    `ModelCheckpoint{'monitor': 'val_loss', 'mode': '${mode}', 'every_n_train_steps': 0, 'every_n_epochs': ${epochs}, 'train_time_interval': None}`;
  const last = (name: string, callback = key('min')): CheckpointSummary =>
    checkpointSummary('logs/version_0/checkpoints/last.ckpt', {
      keys: ['epoch', 'global_step', 'pytorch-lightning_version', 'state_dict', 'callbacks', 'optimizer_states'],
      values: {
        global_step: plain(24),
        callbacks: plain({
          [callback]: { monitor: 'val_loss', best_model_path: `logs/version_0/checkpoints/${name}` },
        }),
      },
    });
  const series: readonly SeriesSummary[] = [
    seriesSummary('epoch', [0, 1, 2], { stepKind: 'step', steps: [7, 15, 23] }),
    seriesSummary('val_loss', [0.3, 0.1, 0.2], { stepKind: 'step', steps: [7, 15, 23] }),
  ];

  test.each<readonly [what: string, checkpoint: CheckpointSummary, caught: boolean]>([
    ['the lowest', last('epoch=1-step=16.ckpt'), false],
    ['another than the lowest', last('epoch=2-step=24.ckpt'), true],
    ['the lowest, where the highest was to be kept', last('epoch=1-step=16.ckpt', key('max')), true],
    ['another, where not every epoch was looked at', last('epoch=2-step=24.ckpt', key('min', 2)), false],
    ['a file whose name tells no step', last('best.ckpt'), false],
  ])('keeps %s', (_, checkpoint, caught) => {
    expect(best({ series, checkpoints: [checkpoint] })).toHaveLength(caught ? 1 : 0);
  });
});

describe('the Trainer', () => {
  const path = 'out/checkpoint-20/trainer_state.json';
  /** As the real reader gives it. */
  const state = async (metric: number, step: number): Promise<readonly SeriesSummary[]> => {
    const { series } = await readText(
      trainerState,
      JSON.stringify({
        best_global_step: step,
        best_metric: metric,
        global_step: 20,
        log_history: [
          { step: 10, eval_loss: 0.5, eval_accuracy: 0.6 },
          { step: 15, eval_loss: 0.3, eval_accuracy: 0.8 },
          { step: 20, eval_loss: 0.4, eval_accuracy: 0.9 },
        ],
      }),
    );
    return summarizeSeries([{ path, neutralPath: path, format: trainerState.id, series, notes: [] }]);
  };

  test.each<readonly [what: string, metric: number, step: number, told: readonly string[]]>([
    ['the lowest loss', 0.3, 15, []],
    ['the highest accuracy', 0.9, 20, []],
    ['a loss that is not the lowest', 0.4, 20, ['checkpoints/best-not-best']],
    ['a number that no evaluation gave', 0.31, 15, ['checkpoints/best-metric-disagrees']],
    ['the right number at the wrong step', 0.3, 20, ['checkpoints/best-metric-disagrees']],
  ])('records %s', async (_, metric, step, told) => {
    expect(best({ series: await state(metric, step), checkpoints: [] }).map((line) => line.split(':')[0])).toEqual(
      told,
    );
  });

  test.each<readonly [what: string, weights: string, told: readonly string[]]>([
    ['of the best step', 'b', []],
    ['of another step', 'a', ['checkpoints/best-not-best: "out/best/model.safetensors" holds step 10 (eval_loss 0.5)']],
    ['that no checkpoint has: its step may have been deleted', 'x', []],
  ])('saves as the best the weights %s', async (_, weights, told) => {
    const checkpoints = saved({
      'out/checkpoint-10/model.safetensors': { weights: 'a' },
      'out/checkpoint-15/model.safetensors': { weights: 'b' },
      'out/checkpoint-20/model.safetensors': { weights: 'c' },
      'out/best/model.safetensors': { weights },
    });
    const lines = best({ series: await state(0.3, 15), checkpoints });
    expect(lines.map((line) => line.split(';')[0]?.replaceAll('"eval_loss"', 'eval_loss'))).toEqual(told);
  });

  test('names a best checkpoint that was deleted', async () => {
    const files = [path, 'out/checkpoint-20/model.safetensors'].map((one) => ({
      path: one,
      neutralPath: one,
      role: 'other' as const,
      format: null,
      byteLength: 1,
      because: '',
    }));
    expect(found({ files, series: await state(0.3, 15), checkpoints: [] }, 'checkpoints/best-missing')).toHaveLength(1);
    expect(found({ files, series: await state(0.9, 20), checkpoints: [] }, 'checkpoints/best-missing')).toEqual([]);
  });
});

describe('the declared interval', () => {
  const gap = (config: object, ...epochs: readonly number[]) =>
    found(
      {
        files: epochs.map((epoch) => ({
          path: `checkpoint_epoch_${epoch}.pt`,
          neutralPath: `checkpoint_epoch_${epoch}.pt`,
          role: 'checkpoint' as const,
          format: 'torch-zip',
          byteLength: 1,
          because: '',
        })),
        series: [],
        checkpoints: [checkpointSummary('checkpoint_epoch_2.pt', { values: { config: plain(config) } })],
      },
      'checkpoints/epoch-gap',
    );

  test.each<readonly [config: object, epochs: readonly number[], missing: string | null]>([
    [{ checkpoint_every: 2 }, [2, 4, 6], null],
    [{ checkpoint_every: 2 }, [2, 6], 'epoch 4'],
    [{ checkpoint_every: 2 }, [4, 6], 'epoch 2'],
    [{ checkpoint_every: 2, keep_last: 2 }, [4, 6], null],
    [{ train: { save_interval: 5 } }, [4, 9, 19], 'epoch 14'],
    // The last one is saved whatever the interval.
    [{ checkpoint_every: 2 }, [2, 4, 5], null],
    [{ save_every: 0 }, [2, 6], null],
  ])('%j with %j', (config, epochs, missing) => {
    const told = gap(config, ...epochs);
    if (missing === null) expect(told).toEqual([]);
    else expect(told.join()).toContain(missing);
  });
});
