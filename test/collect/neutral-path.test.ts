import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostOfEventFile, isDistinctiveHost, neutralPath, type PathContext } from '../../src/collect/neutral-path.ts';

const anyTime: PathContext = { hosts: ['vm', 'gpu-node-7'], window: null };
const hour = 60 * 60 * 1000;
const noon = Date.UTC(2024, 0, 15, 12);
const thatDay: PathContext = { hosts: ['vm'], window: { fromMs: noon - 48 * hour, toMs: noon + 48 * hour } };

const neutral = (path: string, context = anyTime): string => neutralPath(path, context).neutralPath;

describe('what is taken out of a path', () => {
  it.each([
    ['outputs/2024-01-15/14-30-00/.hydra/config.yaml', 'outputs/‹date›/‹time›/.hydra/config.yaml'],
    ['multirun/2024-01-15/14-30-00/0/train.log', 'multirun/‹date›/‹time›/0/train.log'],
    ['baseline_20240115_143000/model.pt', 'baseline_‹time›/model.pt'],
    ['20240115-143000.pt', '‹time›.pt'],
    ['20240115143000/a', '‹time›/a'],
    ['a/2024-01-15T14:30:00/b', 'a/‹time›/b'],
    ['a/2024-01-15T14:30:00.123456Z.pt', 'a/‹time›.pt'],
    ['a/2024-01-15T14:30:00+01:00/b', 'a/‹time›/b'],
    ['2024-01-15_14-30-00', '‹time›'],
    ['2024-01-15 14:30:00', '‹time›'],
    ['2024_01_15_14_30_00', '‹time›'],
    ['2024-01-15_14h30m00s', '‹time›'],
    ['model_20240115_1430.pt', 'model_‹time›.pt'],
    ['run_240115_143000', 'run_‹time›'],
    ['15-01-2024_14-30-00/y', '‹time›/y'],
    ['data_20240115/x', 'data_‹date›/x'],
    ['14-30-00/x', '‹time›/x'],
    ['tb/1705329000.9301343/x', 'tb/‹time›/x'],
    ['1705329000/x', '‹time›/x'],
    ['1705329000123.pt', '‹time›.pt'],
    ['1705329000123456789', '‹time›'],
    ['runs/Jan15_14-30-00_vm/x', 'runs/‹time›_‹host›/x'],
    ['runs/Jan15_14-30-00_vmmy-comment/x', 'runs/‹time›_‹host›my-comment/x'],
    ['events.out.tfevents.1705329000.vm.5268.0', 'events.out.tfevents.‹time›.‹host›.‹pid›.0'],
    ['tb/events.out.tfevents.1705329000.vm.5268.1.v2', 'tb/events.out.tfevents.‹time›.‹host›.‹pid›.1.v2'],
    ['events.out.tfevents.1705329000.a.b.example.org.77.0', 'events.out.tfevents.‹time›.‹host›.‹pid›.0'],
    ['events.out.tfevents.1509487732.my.host.org', 'events.out.tfevents.‹time›.‹host›'],
    ['lightning_logs/version_3/metrics.csv', 'lightning_logs/version_‹n›/metrics.csv'],
    ['wandb/run-20240115_143000-ab12cd34/run-ab12cd34.wandb', 'wandb/run-‹time›-‹id›/run-‹id›.wandb'],
    ['wandb/offline-run-20240115_143000-qwertyui/files/x', 'wandb/offline-run-‹time›-‹id›/files/x'],
    ['mlruns/123456789012345678/0123456789abcdef0123456789abcdef/meta.yaml', 'mlruns/‹id›/‹id›/meta.yaml'],
    ['x/123e4567-e89b-12d3-a456-426614174000.ckpt', 'x/‹id›.ckpt'],
    ['tmpab12_x9z/a', 'tmp‹id›/a'],
    ['logs/gpu-node-7/x', 'logs/‹host›/x'],
    ['prof_pid1234.json', 'prof_pid‹pid›.json'],
    ['slurm-12345.out', 'slurm-‹job›.out'],
    ['slurm_12345_3/x', 'slurm_‹job›/x'],
  ])('%s → %s', (path, expected) => {
    expect(neutral(path)).toBe(expected);
  });
});

describe('what stays in a path', () => {
  it.each([
    'checkpoint-500/model.safetensors',
    'checkpoint-1700000000/model.safetensors',
    'checkpoint_20240115',
    'epoch=3-step=100.ckpt',
    'checkpoint_epoch_2.pt',
    'step_1705329000.pt',
    'global_step1705329000/x',
    'model-00001-of-00006.safetensors',
    'seed_20240115/model.pt',
    '20241399/x',
    '20240230_120000.pt',
    'resnet50/weights.pt',
    'subversion_3/x',
    'conversion_30/x',
    '3/42/x',
    '99-99-99/x',
    'vm/x',
    'train/x',
    'rapid12/x',
    'run-baseline/model.pt',
    'blobs/0123456789abcdef0123456789abcdef01234567',
    'lr0.001_bs32/model.pt',
    'events.out.other',
    '',
    '/',
  ])('%j', (path) => {
    expect(neutral(path)).toBe(path);
  });

  it.each(['cohort_2019-05-01/x', '2019-05-01_12-00-00.npz', '20190501/x', '1556704800.npz'])(
    '%s, because it is far from the time of the run',
    (path) => {
      expect(neutral(path, thatDay)).toBe(path);
    },
  );

  it('a time near the run does not', () => {
    expect(neutral('2024-01-15_12-00-00/1705320000.npz', thatDay)).toBe('‹time›/‹time›.npz');
  });
});

describe('neutralPath', () => {
  const words = fc.constantFrom(
    ...[
      'outputs',
      '2024-01-15',
      '14-30-00',
      '20240115_143000',
      'version_3',
      'checkpoint-500',
      'run-',
      'tmpab12_x9z',
      'a',
    ],
    ...[
      '1705329000',
      'events.out.tfevents.1705329000.vm.5268.0',
      '0123456789abcdef0123456789abcdef',
      'gpu-node-7',
      '_',
      '.',
      '-',
    ],
    ...['Jan15_14-30-00_vm', '‹time›', '::error::', '\n', '\\xff', 'é', '🙂', '\u202e'],
  );
  const paths = fc
    .array(
      fc.array(fc.oneof(words, fc.string({ maxLength: 8 })), { maxLength: 4 }).map((parts) => parts.join('')),
      {
        maxLength: 6,
      },
    )
    .map((parts) => parts.join('/'));

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(paths, (path) => {
        const once = neutral(path);
        expect(neutral(once)).toBe(once);
      }),
    );
  });

  it('says what it took: put back, it is the path again', () => {
    fc.assert(
      fc.property(
        paths.filter((path) => !/[‹›]/.test(path)),
        (path) => {
          const { neutralPath: result, taken } = neutralPath(path, anyTime);
          let rest = result;
          let back = '';
          for (const { text, placeholder } of taken) {
            const at = rest.indexOf(placeholder);
            expect(at).toBeGreaterThanOrEqual(0);
            back += rest.slice(0, at) + text;
            rest = rest.slice(at + placeholder.length);
          }
          expect(back + rest).toBe(path);
        },
      ),
    );
  });

  it('takes no more than a moment for a long hostile name', () => {
    const start = performance.now();
    for (const part of [
      `events.out.tfevents.1705329000.${'1.'.repeat(100_000)}`,
      '20'.repeat(100_000),
      'version_'.repeat(50_000),
      '2024-01-15/'.repeat(20_000),
    ])
      neutral(part);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it('keeps the order of times', () => {
    const order = (path: string) => neutralPath(path, anyTime).taken.map((name) => name.order);
    const early = order('2024-01-15_09-59-59');
    const late = order('2024-01-15_10-00-00');
    expect(String(early) < String(late)).toBe(true);
  });

  it('orders counters as numbers', () => {
    const order = (path: string) => neutralPath(path, anyTime).taken[0]?.order ?? '';
    expect(order('version_9/a') < order('version_10/a')).toBe(true);
  });
});

describe('ids whose owners have names', () => {
  const run = '69bebb3e13994c2f9e016a5a9f1b9d47';
  const model = `m-${run}`;
  const context: PathContext = {
    ...anyTime,
    named: new Map([
      ['420179603355940936', '‹experiment›'],
      [run, '‹run train-(time)›'],
      [model, '‹model›'],
    ]),
  };

  it.each([
    [`mlruns/420179603355940936/${run}/metrics/loss`, 'mlruns/‹experiment›/‹run train-(time)›/metrics/loss'],
    [`store/420179603355940936/models/${model}/x`, 'store/‹experiment›/models/‹model›/x'],
    [`best_${run}.pt`, 'best_‹run train-(time)›.pt'],
    ['mlruns/0/meta.yaml', 'mlruns/0/meta.yaml'],
  ])('stand by these in %s', (path, expected) => {
    expect(neutral(path, context)).toBe(expected);
    expect(neutral(expected, context)).toBe(expected);
  });

  it('are names of the run, as any id', () => {
    expect(neutralPath(`a/${run}/b`, context).taken).toEqual([
      { text: run, placeholder: '‹run train-(time)›', order: null },
    ]);
  });
});

describe('hostOfEventFile', () => {
  it.each([
    ['a/events.out.tfevents.1705329000.gpu-1.5268.0', 'gpu-1'],
    ['events.out.tfevents.1705329000.a.b.c', 'a.b.c'],
    ['metrics.csv', null],
  ])('%s → %s', (path, host) => {
    expect(hostOfEventFile(path)).toBe(host);
  });
});

describe('isDistinctiveHost', () => {
  it.each([
    ['gpu-node-7', true],
    ['node1', true],
    ['train', false],
    ['localhost', false],
    ['vm', false],
    ['1234', false],
    ['', false],
  ])('%j → %s', (host, expected) => {
    expect(isDistinctiveHost(host)).toBe(expected);
  });
});
