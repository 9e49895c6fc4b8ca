import { describe, expect, test } from 'vitest';
import { findLayouts } from '../../../src/formats/records/layout.ts';

const found = (...paths: readonly string[]) =>
  findLayouts(paths).map(({ layout, folder, timestamp, experiment }) => ({ layout, folder, timestamp, experiment }));

describe("Hydra's layout", () => {
  test('is found by its .hydra folder, with the time of its name', () => {
    expect(found('outputs/2024-01-15/14-30-00/.hydra/config.yaml', 'outputs/2024-01-15/14-30-00/model.pt')).toEqual([
      { layout: 'hydra', folder: 'outputs/2024-01-15/14-30-00', timestamp: '2024-01-15T14:30:00', experiment: null },
    ]);
  });
  test('is found for each job of a multirun', () => {
    expect(
      found(
        'multirun/2024-01-15/14-30-00/0/.hydra/config.yaml',
        'multirun/2024-01-15/14-30-00/1/.hydra/config.yaml',
      ).map(({ folder, timestamp }) => [folder, timestamp]),
    ).toEqual([
      ['multirun/2024-01-15/14-30-00/0', '2024-01-15T14:30:00'],
      ['multirun/2024-01-15/14-30-00/1', '2024-01-15T14:30:00'],
    ]);
  });
  test('in a folder without a time has none, and this is no problem', () => {
    expect(findLayouts(['out/.hydra/config.yaml'])).toMatchObject([{ timestamp: null, problems: [], folder: 'out' }]);
    expect(findLayouts(['.hydra/config.yaml'])).toMatchObject([
      { timestamp: null, problems: [], folder: '', files: ['.hydra/config.yaml'] },
    ]);
  });
  test('lists what lies in the folder', () => {
    expect(findLayouts(['o/.hydra/config.yaml', 'o/a/b.pt', 'other/c.pt'])[0]?.files).toEqual([
      '.hydra/config.yaml',
      'a/b.pt',
    ]);
  });
});

describe('{experiment}_{timestamp}', () => {
  test.each([
    ['baseline_20240115_143000', 'baseline', '2024-01-15T14:30:00'],
    ['base_line-2024-01-15_14-30-00', 'base_line', '2024-01-15T14:30:00'],
    ['run_20240115T143000', 'run', '2024-01-15T14:30:00'],
    ['run_20240115-143000', 'run', '2024-01-15T14:30:00'],
  ])('%s', (folder, experiment, timestamp) => {
    expect(found(`runs/${folder}/model.pt`)).toEqual([
      { layout: 'experiment-timestamp', folder: `runs/${folder}`, timestamp, experiment },
    ]);
  });
  test.each(['model_20240115_143000.pt', 'run_2024/model.pt', 'checkpoint_12345678/model.pt'])('is not %s', (path) => {
    expect(found(path)).toEqual([]);
  });
  test.each(['baseline_20240230_143000', 'baseline_20240115_256100', 'baseline_00000000_000000'])(
    '%s carries a time that does not exist',
    (folder) => {
      expect(findLayouts([`${folder}/model.pt`])).toMatchObject([
        { timestamp: null, problems: [{ code: 'TIMESTAMP_NOT_REAL' }] },
      ]);
    },
  );
  test('around a Hydra folder is named once, as Hydra', () => {
    expect(found('exp_20240115_143000/.hydra/config.yaml').map(({ layout }) => layout)).toEqual(['hydra']);
  });
});

describe("Lightning's and the Trainer's folders", () => {
  test('are found by what lies in them, each once', () => {
    expect(
      found(
        'logs/version_3/hparams.yaml',
        'logs/version_3/checkpoints/epoch=1-step=10.ckpt',
        'out/checkpoint-20/trainer_state.json',
        'out/checkpoint-20/optimizer.pt',
        'out/checkpoint-40/model-00001-of-00002.safetensors',
      ).map(({ layout, folder }) => [layout, folder]),
    ).toEqual([
      ['lightning', 'logs/version_3'],
      ['hugging-face', 'out/checkpoint-20'],
      ['hugging-face', 'out/checkpoint-40'],
    ]);
  });
  test.each(['api/version_2/readme.md', 'version_1', 'checkpoint-5/notes.txt', 'checkpoint-x/trainer_state.json'])(
    'are not %s',
    (path) => {
      expect(found(path)).toEqual([]);
    },
  );
});

test('nothing follows from no paths', () => {
  expect(findLayouts([])).toEqual([]);
});
