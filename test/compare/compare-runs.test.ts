import { describe, expect, it } from 'vitest';
import { compareRuns } from '../../src/compare/compare-runs.ts';
import { leavesOf } from '../../src/model/difference.ts';
import type { FileRole } from '../../src/model/inventory.ts';
import type { Progress } from '../../src/model/progress.ts';
import {
  type BuiltFile,
  type BuiltRun,
  checkpoint,
  compareBuilt,
  exact,
  floats,
  inventory,
  pairing,
  series,
} from './build.ts';

const one = (file: Partial<BuiltFile> & { readonly role: FileRole }): BuiltRun => ({
  files: [{ path: 'x', bytes: 'same', ...file }],
});

describe('nothing', () => {
  it('compared is no difference, and no equality either', async () => {
    const { difference, coverage } = await compareBuilt({ files: [] }, { files: [] });
    expect(difference).toBeNull();
    expect(coverage.allBytesEqual).toBe(false);
    expect(coverage.totals.files).toBe(0);
  });
});

describe('files by role', () => {
  it.each(['other', 'image'] as const)('%s: decides, by bytes', async (role) => {
    const { difference, coverage } = await compareBuilt(one({ role, bytes: 'abc' }), one({ role, bytes: 'abd' }));
    expect(leavesOf(difference)).toMatchObject([
      { effect: 'content', leaf: { kind: 'bytes', firstOffset: 2, sizes: { first: 3, second: 3 } } },
    ]);
    expect(coverage.totals.bytesComparedFiles).toBe(1);
  });

  it('other: the same bytes are equal', async () => {
    const { difference, coverage } = await compareBuilt(one({ role: 'other' }), one({ role: 'other' }));
    expect(difference).toBeNull();
    expect(coverage).toMatchObject({ allBytesEqual: true, totals: { files: 1, bytesComparedFiles: 1 } });
  });

  it('image: by pixels where a format reads them, and no evidence of a checkpoint', async () => {
    const image = (bytes: string) => one({ role: 'image', bytes, checkpoint: checkpoint([floats('pixels', [1])]) });
    const { difference, coverage } = await compareBuilt(image('1'), image('2'));
    expect(leavesOf(difference).map(({ effect }) => effect)).toEqual(['structure']);
    expect(coverage).toMatchObject({ checkpoints: [], totals: { files: 1, checkpoints: 0, tensors: 0 } });
  });

  it.each(['record', 'bookkeeping'] as const)('%s: listed, not compared here', async (role) => {
    const { difference, coverage } = await compareBuilt(one({ role, bytes: '1' }), one({ role, bytes: '2' }));
    expect(difference).toBeNull();
    expect(coverage.notCompared).toMatchObject([{ run: 'both', path: 'x', role, why: 'listed' }]);
  });

  it('ignored: listed with the policy', async () => {
    const { coverage } = await compareBuilt(one({ role: 'ignored' }), one({ role: 'ignored' }));
    expect(coverage.notCompared).toMatchObject([{ why: 'policy', reason: 'it is a ignored' }]);
  });

  it('log: the first line that differs is a note', async () => {
    const log = (loss: string) => one({ role: 'log', bytes: `2026-01-0${loss} start pid 1${loss}\nloss ${loss}\n` });
    const { difference } = await compareBuilt(log('1'), log('2'));
    expect(leavesOf(difference)).toMatchObject([
      { effect: 'none', leaf: { kind: 'line', line: 2, lines: { first: 'loss 1', second: 'loss 2' } } },
    ]);
  });

  it('of two roles: another content, unless the bytes are the same', async () => {
    const first = one({ role: 'checkpoint', bytes: '1', checkpoint: checkpoint([]) });
    expect(leavesOf((await compareBuilt(first, one({ role: 'other', bytes: '2' }))).difference)).toMatchObject([
      {
        effect: 'content',
        leaf: {
          kind: 'entry-kind',
          kinds: { first: 'checkpoint (it is a checkpoint)', second: 'other (it is a other)' },
        },
      },
    ]);
    expect((await compareBuilt(first, one({ role: 'ignored', bytes: '1' }))).difference).toBeNull();
  });
});

describe('files of one run only', () => {
  it('differ where the role decides', async () => {
    const { difference, coverage } = await compareBuilt(one({ role: 'other' }), { files: [] });
    expect(leavesOf(difference)).toMatchObject([
      {
        effect: 'content',
        leaf: { kind: 'missing', what: 'file', presentIn: 'first' },
        file: { place: 'x', file: { paths: { first: 'x', second: null } } },
      },
    ]);
    expect(coverage.allBytesEqual).toBe(false);
  });

  it('are listed where it does not', async () => {
    const { difference, coverage } = await compareBuilt({ files: [] }, one({ role: 'log' }));
    expect(difference).toBeNull();
    expect(coverage.notCompared).toMatchObject([{ run: 'second', role: 'log', why: 'listed' }]);
  });
});

describe('what could not be read', () => {
  const unread = { code: 'BAD', reason: 'It is damaged.' };

  it('is unknown, whatever the bytes are', async () => {
    const run = one({ role: 'metrics', unread });
    const { difference, coverage } = await compareBuilt(run, run);
    expect(leavesOf(difference)).toMatchObject([
      { effect: 'unknown', leaf: { kind: 'unread', side: 'both', code: 'BAD' } },
    ]);
    expect(coverage.notCompared).toMatchObject([{ why: 'unread' }]);
    expect(coverage.totals.files).toBe(0);
  });

  it('decides nothing where the role does not', async () => {
    const { difference } = await compareBuilt(one({ role: 'log', unread }), one({ role: 'log' }));
    expect(leavesOf(difference)).toMatchObject([{ effect: 'none', leaf: { kind: 'unread', side: 'first' } }]);
  });

  it('and is no file is listed as special', async () => {
    const fifo = {
      path: 'pipe',
      role: 'bookkeeping',
      code: 'NOT_A_REGULAR_FILE',
      reason: 'a FIFO',
      remedy: '',
      place: {},
    } as const;
    const { difference, coverage } = await compareBuilt({ files: [], unread: [fifo] }, { files: [] });
    expect(leavesOf(difference)).toMatchObject([{ effect: 'none', leaf: { kind: 'unread', side: 'first' } }]);
    expect(coverage.notCompared).toMatchObject([{ why: 'special', path: 'pipe' }]);
  });

  it('is unknown where the printed series of one run are lost, not missing', async () => {
    const lost = { path: '(stdout)', role: 'metrics', code: 'GONE', reason: 'no log', remedy: '', place: {} } as const;
    const { difference } = await compareBuilt(
      { files: [], stdout: [series('loss', [[1, 1]])] },
      { files: [], unread: [lost] },
    );
    expect(leavesOf(difference)).toMatchObject([{ effect: 'unknown', leaf: { kind: 'unread', side: 'second' } }]);
  });
});

describe('false greens', () => {
  it('tells of pairs that are one and the same file', async () => {
    const run = one({ role: 'other', inode: '7' });
    expect((await compareBuilt(run, run)).coverage.sameInode).toEqual(['x']);
  });

  it('does not call shards the same because their index is', async () => {
    const sharded = (weight: number): BuiltRun => ({
      files: [
        {
          path: 'model.index.json',
          role: 'checkpoint',
          bytes: 'index',
          parts: ['a.safetensors'],
          checkpoint: checkpoint([floats('w', [weight])]),
        },
        {
          path: 'a.safetensors',
          role: 'checkpoint',
          bytes: `shard ${weight}`,
          checkpoint: checkpoint([floats('w', [weight])]),
        },
      ],
    });
    const { difference, coverage } = await compareBuilt(sharded(1), sharded(2));
    expect(leavesOf(difference)).toMatchObject([
      { leaf: { kind: 'values', place: 'w' }, file: { place: 'model.index.json' } },
    ]);
    expect(coverage.checkpoints).toHaveLength(1);
    expect(coverage.checkpoints[0]?.byteLengths).toEqual({ first: 12, second: 12 });
  });

  it('does not call everything the same while a pairing is undecided', async () => {
    const inventories = { first: inventory(1, one({ role: 'other' })), second: inventory(2, one({ role: 'other' })) };
    const [a, b] = [inventories.first.files, inventories.second.files];
    const undecided = {
      ...pairing(inventories),
      ambiguous: [{ neutralPath: 'v', files: { first: a, second: [...b, ...b] } }],
    };
    const { coverage } = await compareRuns(inventories, undecided, exact, () => {});
    expect(coverage.allBytesEqual).toBe(false);
    expect(coverage.ambiguous).toEqual([{ neutralPath: 'v', first: ['x'], second: ['x', 'x'] }]);
  });
});

it('the tree is in the order of neutral paths, whatever the order of the files', async () => {
  const files = ['b', 'a', 'c'].map((path): BuiltFile => ({ path, role: 'other', bytes: '1' }));
  const others = files.map((file) => ({ ...file, bytes: '2' }));
  const { difference } = await compareBuilt({ files }, { files: [...others].reverse() });
  expect(difference?.kind === 'group' && difference.children.map((child) => child.place)).toEqual(['a', 'b', 'c']);
});

it('pairs whose paths differ are shown', async () => {
  const { coverage } = await compareBuilt(
    one({ role: 'other', path: 'run_1', neutralPath: 'run_‹n›' }),
    one({ role: 'other', path: 'run_2', neutralPath: 'run_‹n›' }),
  );
  expect(coverage.pairings).toEqual([
    { paths: { first: 'run_1', second: 'run_2' }, neutralPath: 'run_‹n›', ambiguous: false },
  ]);
});

it('progress ends with every byte of both runs done', async () => {
  const run = one({ role: 'other', bytes: '12345' });
  const inventories = { first: inventory(1, run), second: inventory(2, run) };
  const told: Progress[] = [];
  await compareRuns(inventories, pairing(inventories), exact, (progress) => told.push(progress));
  expect(told.at(-1)).toMatchObject({ kind: 'comparing', bytesDone: 10, bytesTotal: 10 });
});
