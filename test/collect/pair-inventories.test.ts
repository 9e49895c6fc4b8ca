import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralPath } from '../../src/collect/neutral-path.ts';
import { areIds } from '../../src/collect/pair-by-random-id.ts';
import { pairInventories } from '../../src/collect/pair-inventories.ts';
import type { FileRole, InventoryFile } from '../../src/model/inventory.ts';
import { withoutOwnNames } from '../../src/model/own-names.ts';
import { swapPair } from '../../src/model/pair.ts';
import type { Pairing } from '../../src/model/pairing.ts';
import { inventoryOf } from './fake-run.ts';

const hosts = ['vm', 'gpu-7'];

function fileAt(path: string, changes: Partial<InventoryFile> = {}): InventoryFile {
  return {
    path,
    ...neutralPath(path, { hosts, window: null }),
    role: 'checkpoint',
    format: 'fake',
    byteLength: 1,
    state: null,
    because: 'test',
    parts: [],
    openBytes: () => {
      throw new Error('nothing is opened while pairing');
    },
    ...changes,
  };
}

function pair(first: readonly string[], second: readonly string[], role: FileRole = 'checkpoint'): Pairing {
  const inventory = (paths: readonly string[]) => inventoryOf(paths.map((path) => fileAt(path, { role })));
  return pairInventories(inventory(first), inventory(second));
}

/** `first = second` for each pair, then what is left. */
function shown(pairing: Pairing): readonly string[] {
  return [
    ...pairing.pairs.map(({ files }) => `${files.first.path} = ${files.second.path}`),
    ...pairing.onlyFirst.map(({ path }) => `< ${path}`),
    ...pairing.onlySecond.map(({ path }) => `> ${path}`),
    ...pairing.ambiguous.map(({ files }) => `? ${files.first.length}:${files.second.length}`),
  ];
}

describe('files that belong together', () => {
  it.each([
    ['model.pt', 'model.pt'],
    ['outputs/2024-01-15/14-30-00/best.ckpt', 'outputs/2024-01-16/00-00-01/best.ckpt'],
    ['baseline_20240115_143000/model.pt', 'baseline_20240115_143512/model.pt'],
    ['tb/events.out.tfevents.1705329000.vm.5268.0', 'tb/events.out.tfevents.1705329100.gpu-7.99.0'],
    ['runs/Jan15_14-30-00_vm/x', 'runs/Jan15_14-35-00_gpu-7/x'],
    ['lightning_logs/version_3/metrics.csv', 'lightning_logs/version_4/metrics.csv'],
    ['checkpoint-500/model.safetensors', 'checkpoint-500/model.safetensors'],
    ['wandb/run-20240115_143000-ab12cd34/x', 'wandb/run-20240115_143500-ef56ab78/x'],
    ['x/123e4567-e89b-12d3-a456-426614174000.ckpt', 'x/00000000-e89b-12d3-a456-426614174999.ckpt'],
    ['runs/k3x9q2ab/model.pt', 'runs/7h2mz0pq/model.pt'],
    ['runs/20240115_143000-k3x9q2/model.pt', 'runs/20240115_143512-8d1m4t/model.pt'],
    ['runs/exp/model.pt', 'runs/exp2/model.pt'],
    ['runs/run-1/model.pt', 'runs/run-2/model.pt'],
    ['job_123456/model.pt', 'job_123999/model.pt'],
  ])('%s = %s', (first, second) => {
    expect(shown(pair([first], [second]))).toEqual([`${first} = ${second}`]);
  });
});

describe('files that do not', () => {
  it.each([
    ['checkpoint-500/model.safetensors', 'checkpoint-1000/model.safetensors'],
    ['epoch=3-step=100.ckpt', 'epoch=3-step=200.ckpt'],
    ['checkpoint_epoch_2.pt', 'checkpoint_epoch_3.pt'],
    ['epoch3/model.pt', 'epoch7/model.pt'],
    ['model_100000.pt', 'model_200000.pt'],
    ['100000/model.pt', '200000/model.pt'],
    ['results_adam/x.pt', 'results_sgd/x.pt'],
    ['adam/model.pt', 'sgd/model.pt'],
    ['resnet50/model.pt', 'resnet34/model.pt'],
    ['lr0.001/model.pt', 'lr0.010/model.pt'],
    ['seed_1/model.pt', 'seed_2/model.pt'],
    ['rank0/model.pt', 'rank1/model.pt'],
    ['a/model.pt', 'b/model.pt'],
    ['model.pt', 'model.ckpt'],
    ['x/model.pt', 'x/y/model.pt'],
  ])('%s and %s are each in one run only', (first, second) => {
    expect(shown(pair([first], [second]))).toEqual([`< ${first}`, `> ${second}`]);
  });

  it('a random id is only an id between files of one role', () => {
    const first = inventoryOf([fileAt('runs/k3x9q2ab/a')]);
    const second = inventoryOf([fileAt('runs/7h2mz0pq/a', { role: 'other' })]);
    expect(pairInventories(first, second).pairs).toEqual([]);
  });
});

describe('several files of one neutral path', () => {
  const event = (seconds: number, pid = 7) => `tb/events.out.tfevents.${seconds}.vm.${pid}.0`;

  it('are paired in the order of their times', () => {
    const pairing = pair([event(1705329500), event(1705329000)], [event(1705330000), event(1705330600)]);
    expect(shown(pairing)).toEqual([
      `${event(1705329000)} = ${event(1705330000)}`,
      `${event(1705329500)} = ${event(1705330600)}`,
    ]);
  });

  it('are paired by equal paths where all are equal', () => {
    const paths = ['version_0/a', 'version_1/a', 'version_10/a'];
    expect(shown(pair(paths, paths.toReversed()))).toEqual(paths.map((path) => `${path} = ${path}`));
  });

  it('are paired in the order of their counters, as numbers', () => {
    expect(shown(pair(['version_9/a', 'version_10/a'], ['version_11/a', 'version_12/a']))).toEqual([
      'version_10/a = version_12/a',
      'version_9/a = version_11/a',
    ]);
  });

  it.each([
    [
      'times are equal',
      [event(1705329000, 1), event(1705329000, 2)],
      [event(1705330000, 3), event(1705330000, 4)],
      '? 2:2',
    ],
    ['one run has more', [event(1705329000), event(1705329500)], [event(1705330000)], '? 2:1'],
    [
      'ids have no order',
      ['123e4567-e89b-12d3-a456-426614174000', '223e4567-e89b-12d3-a456-426614174000'],
      ['323e4567-e89b-12d3-a456-426614174000', '423e4567-e89b-12d3-a456-426614174000'],
      '? 2:2',
    ],
    [
      'several random ids would fit',
      ['runs/k3x9q2ab/a', 'runs/p0o9i8u7/a'],
      ['runs/7h2mz0pq/a', 'runs/l1k2j3h4/a'],
      '? 2:2',
    ],
    ['a random id would fit to two', ['runs/k3x9q2ab/a'], ['runs/7h2mz0pq/a', 'runs/l1k2j3h4/a'], '? 1:2'],
  ])('are ambiguous and never guessed where %s', (_why, first, second, expected) => {
    expect(shown(pair(first, second))).toEqual([expected]);
  });
});

describe('special files', () => {
  it('the one file of each side belongs together where the user named both', () => {
    const only = (path: string) =>
      inventoryOf([fileAt(path, { taken: [{ text: path, placeholder: '‹file›', order: null }] })]);
    const pairing = pairInventories(only('checkpoint-500.pt'), only('adam.pt'));
    expect(shown(pairing)).toEqual(['checkpoint-500.pt = adam.pt']);
    expect(pairing.ownNames).toEqual({ first: [], second: [] });
  });

  it('the one file of one side is found among many', () => {
    const only = inventoryOf([fileAt('a.pt', { taken: [{ text: 'a.pt', placeholder: '‹file›', order: null }] })]);
    expect(shown(pairInventories(only, inventoryOf([fileAt('a.pt'), fileAt('b.pt')])))).toEqual([
      'a.pt = a.pt',
      '> b.pt',
    ]);
  });

  it('nothing at all is no pair', () => {
    expect(shown(pair([], []))).toEqual([]);
  });
});

describe('own names after pairing', () => {
  it('holds what differs, and not what both runs share', () => {
    const { ownNames } = pair(['outputs/2024-01-15/14-30-00/a'], ['outputs/2024-01-15/14-35-12/a']);
    expect(ownNames).toEqual({
      first: [{ text: '14-30-00', placeholder: '‹time›' }],
      second: [{ text: '14-35-12', placeholder: '‹time›' }],
    });
  });

  it('tells several of a kind apart, so that one is never taken for another', () => {
    const { ownNames } = pair(['version_0/a', 'version_1/a'], ['version_2/a', 'version_3/a']);
    const neutral = (text: string, side: 'first' | 'second') => withoutOwnNames(text, ownNames[side]).text;
    expect(neutral('version_0', 'first')).toBe(neutral('version_2', 'second'));
    expect(neutral('version_1', 'first')).toBe(neutral('version_3', 'second'));
    expect(neutral('version_0', 'first')).not.toBe(neutral('version_3', 'second'));
  });

  it('holds no name where the runs have the same counters', () => {
    expect(pair(['version_0/a', 'version_1/a'], ['version_0/a', 'version_1/a']).ownNames).toEqual({
      first: [],
      second: [],
    });
  });

  it('keeps names of one kind together that began in the same second in one run only', () => {
    const { ownNames } = pair(['a/1705329000.pt', 'b/1705329000.pt'], ['a/1705330000.pt', 'b/1705330001.pt']);
    expect(ownNames.second).toEqual([
      { text: '1705330000', placeholder: '‹time›' },
      { text: '1705330001', placeholder: '‹time›' },
    ]);
  });

  it('holds the id that the pairing told', () => {
    expect(pair(['runs/k3x9q2ab/a', 'runs/k3x9q2ab/b'], ['runs/7h2mz0pq/a', 'runs/7h2mz0pq/b']).ownNames).toEqual({
      first: [{ text: 'k3x9q2ab', placeholder: '‹id›' }],
      second: [{ text: '7h2mz0pq', placeholder: '‹id›' }],
    });
  });

  it('takes a short counter only together with its folder', () => {
    expect(pair(['runs/exp/a'], ['runs/exp2/a']).ownNames).toEqual({
      first: [{ text: 'runs/exp', placeholder: 'runs/‹id›' }],
      second: [{ text: 'runs/exp2', placeholder: 'runs/‹id›' }],
    });
  });

  it('holds the names that no path shows', () => {
    const names = (text: string) => inventoryOf([fileAt('a')], { ownNames: [{ text, placeholder: '‹folder›' }] });
    expect(pairInventories(names('/data/one'), names('/data/two')).ownNames).toEqual({
      first: [{ text: '/data/one', placeholder: '‹folder›' }],
      second: [{ text: '/data/two', placeholder: '‹folder›' }],
    });
    expect(pairInventories(names('/data/one'), names('/data/one')).ownNames).toEqual({ first: [], second: [] });
  });
});

describe('areIds', () => {
  it.each([
    ['k3x9q2ab', '7h2mz0pq', true],
    ['run-k3x9q2', 'run-7h2mz0', true],
    ['exp', 'exp2', true],
    ['exp_1', 'exp_2', true],
    ['same', 'same', false],
    ['abc', 'abd', false],
    ['k3x9', '7h2m', false],
    ['k3x9q2ab', 'word', false],
    ['baseline', 'improved', false],
    ['fold1', 'fold2', false],
    ['step=k3x9q2', 'step=7h2mz0', false],
    ['a-b', 'a_b', false],
    ['', 'x', false],
  ])('%j, %j → %s', (first, second, expected) => {
    expect(areIds(first, second)).toBe(expected);
    expect(areIds(second, first)).toBe(expected);
  });
});

describe('pairing, for any run', () => {
  const part = fc.constantFrom(
    'outputs',
    'TIME',
    'model.pt',
    'version_N',
    'checkpoint-500',
    'ID',
    'b',
    'exp_TIME',
    'x.EPOCH.pt',
    '::error::',
    '\n',
    'é',
  );
  const paths = fc.uniqueArray(
    fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/')),
    { maxLength: 12 },
  );
  const one = { TIME: '2024-01-15_14-30-00', EPOCH: '1705329000', ID: '123e4567-e89b-12d3-a456-426614174000', N: '3' };
  const two = { TIME: '2024-01-16_09-01-02', EPOCH: '1705395662', ID: '00000000-e89b-12d3-a456-426614174999', N: '14' };
  const named = (path: string, names: typeof one) =>
    path
      .replaceAll('TIME', names.TIME)
      .replaceAll('EPOCH', names.EPOCH)
      .replaceAll('ID', names.ID)
      .replaceAll('version_N', `version_${names.N}`);
  const loose = fc
    .array(
      fc.constantFrom(
        'runs/k3x9q2ab/a',
        'runs/7h2mz0pq/a',
        'runs/exp/a',
        'runs/exp2/a',
        'version_1/a',
        'version_2/a',
        'version_3/a',
        '14-30-00/a',
        '14-31-00/a',
        'a',
        'b',
        'k3x9q2ab',
        '7h2mz0pq',
        'runs/a/k3x9q2ab',
      ),
      { maxLength: 8 },
    )
    .map((all) => [...new Set(all)]);

  it('pairs everything of a run with its copy under other names', () => {
    fc.assert(
      fc.property(paths, (templates) => {
        const pairing = pair(
          templates.map((path) => named(path, one)),
          templates.map((path) => named(path, two)),
        );
        expect(pairing.pairs).toHaveLength(templates.length);
        for (const { files } of pairing.pairs) {
          const template = templates.find((path) => named(path, one) === files.first.path);
          expect(files.second.path).toBe(named(template ?? '', two));
        }
      }),
    );
  });

  it('pairs a run with itself by equal paths', () => {
    fc.assert(
      fc.property(loose, (all) => {
        const pairing = pair(all, all);
        expect(shown(pairing)).toHaveLength(all.length);
        for (const { files } of pairing.pairs) expect(files.first.path).toBe(files.second.path);
        expect(pairing.ownNames).toEqual({ first: [], second: [] });
      }),
    );
  });

  it('gives the swapped pairing for swapped runs', () => {
    fc.assert(
      fc.property(loose, loose, (first, second) => {
        const there = pair(first, second);
        const back = pair(second, first);
        const text = (pairing: Pairing) =>
          JSON.stringify({
            pairs: pairing.pairs,
            first: pairing.onlyFirst,
            second: pairing.onlySecond,
            ambiguous: pairing.ambiguous,
            names: pairing.ownNames,
          });
        const swapped: Pairing = {
          pairs: back.pairs.map((one_) => ({ ...one_, files: swapPair(one_.files) })),
          onlyFirst: back.onlySecond,
          onlySecond: back.onlyFirst,
          ambiguous: back.ambiguous.map((one_) => ({ ...one_, files: swapPair(one_.files) })),
          ownNames: swapPair(back.ownNames),
        };
        expect(text(swapped)).toBe(text(there));
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of files', () => {
    fc.assert(
      fc.property(loose, loose, (first, second) => {
        expect(shown(pair(first.toReversed(), second.toReversed()))).toEqual(shown(pair(first, second)));
      }),
    );
  });

  it('accounts for each file exactly once', () => {
    fc.assert(
      fc.property(loose, loose, (first, second) => {
        const { pairs, onlyFirst, onlySecond, ambiguous } = pair(first, second);
        const left = [
          ...pairs.map(({ files }) => files.first),
          ...onlyFirst,
          ...ambiguous.flatMap(({ files }) => files.first),
        ];
        const right = [
          ...pairs.map(({ files }) => files.second),
          ...onlySecond,
          ...ambiguous.flatMap(({ files }) => files.second),
        ];
        expect(left.map(({ path }) => path).toSorted()).toEqual(first.toSorted());
        expect(right.map(({ path }) => path).toSorted()).toEqual(second.toSorted());
      }),
      { numRuns: 500 },
    );
  });

  it('takes no more than a moment for many files without a counterpart', () => {
    const many = (word: string) => Array.from({ length: 20_000 }, (_, index) => `out/${word}/f${index}.pt`);
    const start = performance.now();
    pair(many('k3x9q2ab'), many('7h2mz0pq'));
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});
