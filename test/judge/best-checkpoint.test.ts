/** Which checkpoint stands for a run: the subject of an attestation. */
import { describe, expect, test } from 'vitest';
import { chooseBest } from '../../src/judge/best-checkpoint.ts';
import type { CheckpointSummary, InventorySummary, SeriesSummary } from '../../src/model/evidence.ts';
import type { RunRecord } from '../../src/model/run-record.ts';
import {
  checkpointSummary,
  plain,
  run,
  seriesSummary,
  withInventory,
  writtenFile,
} from '../fixtures/audits/evidence.ts';

function chosen(
  checkpoints: readonly CheckpointSummary[],
  series: readonly SeriesSummary[] = [],
  record: RunRecord | null = null,
): readonly string[] {
  const [inventory] = withInventory({ checkpoints, series }).inventories;
  return chooseBest(inventory as InventorySummary, record).map(({ path, chosenBy }) => `${chosenBy}: ${path}`);
}

const saved = (...paths: readonly string[]) => paths.map((path) => checkpointSummary(path));

describe('by its name', () => {
  test('best_model goes before everything else', () => {
    expect(chosen(saved('out/checkpoint_latest.pt', 'out/best_model.pt', 'out/best.pt'))).toEqual([
      'name: out/best_model.pt',
    ]);
  });

  test.each(['weights/best.pt', 'model_best.pth.tar', 'best-v1.ckpt', 'net.best.safetensors'])('%s is one', (path) => {
    expect(chosen(saved('last.pt', path))).toEqual([`name: ${path}`]);
  });

  test.each(['bestiary.pt', 'asbestos.pt', 'best/last.pt'])('%s is none', (path) => {
    expect(chosen(saved(path))).toEqual([`newest: ${path}`]);
  });

  test('of several folders each has its own, in order of path', () => {
    expect(chosen(saved('b/best_model.pt', 'a/best_model.pt'))).toEqual([
      'name: a/best_model.pt',
      'name: b/best_model.pt',
    ]);
  });

  test('no more than twenty are chosen', () => {
    expect(chosen(saved(...Array.from({ length: 30 }, (_, index) => `fold_${index}/best_model.pt`)))).toHaveLength(20);
  });
});

describe('by what the framework says', () => {
  const lightning = (name: string, best: string, step: number) =>
    checkpointSummary(`logs/version_0/checkpoints/${name}`, {
      keys: ['epoch', 'global_step', 'pytorch-lightning_version', 'state_dict', 'callbacks'],
      values: {
        global_step: plain(step),
        callbacks: plain({ "ModelCheckpoint{'monitor': None}": { best_model_path: best } }),
      },
    });

  test('Lightning’s newest checkpoint names the best, as a path of the machine that trained', () => {
    const checkpoints = [
      lightning('epoch=0-step=8.ckpt', '/tmp/x/epoch=0-step=8.ckpt', 8),
      lightning('epoch=1-step=16.ckpt', 'C:\\runs\\epoch=0-step=8.ckpt', 16),
    ];
    expect(chosen(checkpoints)).toEqual(['lightning: logs/version_0/checkpoints/epoch=0-step=8.ckpt']);
  });

  test('a best one of Lightning’s that is gone is not made up', () => {
    expect(chosen([lightning('epoch=1-step=16.ckpt', 'gone.ckpt', 16)])).toEqual([
      'newest: logs/version_0/checkpoints/epoch=1-step=16.ckpt',
    ]);
  });

  test('the Trainer names the step of the best, and its folder holds the model', () => {
    const path = 'out/checkpoint-20/trainer_state.json';
    const held = (name: string, value: number, stepKind: 'row' | 'step', at: number) =>
      seriesSummary(name, [value], { path, neutralPath: path, stepKind, steps: [at] });
    const checkpoints = [
      checkpointSummary('out/checkpoint-10/model.safetensors'),
      checkpointSummary('out/checkpoint-10/optimizer.pt', { weights: null }),
      checkpointSummary('out/checkpoint-20/model.safetensors'),
    ];
    expect(
      chosen(checkpoints, [held('global_step', 20, 'row', 0), held('final/best_metric', 0.3, 'step', 10)]),
    ).toEqual(['trainer: out/checkpoint-10/model.safetensors']);
  });
});

describe('the newest, where nothing says which is the best,', () => {
  const at = (times: Readonly<Record<string, string>>) =>
    run(1, {
      written: Object.entries(times).map(([path, mtimeNs]) =>
        writtenFile(path, { state: { device: '1', inode: '1', size: 1, mtimeNs, ctimeNs: mtimeNs } }),
      ),
    });

  test('is the one that was written last', () => {
    const times = { 'final.pt': '1768487460000000002', 'checkpoint_epoch_9.pt': '1768487460000000001' };
    expect(chosen(saved(...Object.keys(times)), [], at(times))).toEqual(['newest: final.pt']);
  });

  test('is that of the highest epoch where times do not tell', () => {
    const times = { 'epoch_9.pt': '5', 'epoch_10.pt': '5', 'epoch_2.pt': '5' };
    expect(chosen(saved(...Object.keys(times)), [], at(times))).toEqual(['newest: epoch_10.pt']);
    expect(chosen(saved(...Object.keys(times)))).toEqual(['newest: epoch_10.pt']);
  });

  test('is no file of optimizer or generator state', () => {
    const times = { 'model.pt': '1', 'optimizer.pt': '2', 'rng_state.pth': '3' };
    const checkpoints = Object.keys(times).map((path) => checkpointSummary(path, { weights: null }));
    expect(chosen(checkpoints, [], at(times))).toEqual(['newest: model.pt']);
  });

  test('is nothing where no checkpoint holds a tensor', () => {
    expect(chosen([checkpointSummary('config.pkl', { weights: null, tensors: 0 })])).toEqual([]);
    expect(chosen([])).toEqual([]);
  });
});
