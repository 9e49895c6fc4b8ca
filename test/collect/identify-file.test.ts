import { describe, expect, it } from 'vitest';
import { takeInventory } from '../../src/collect/take-inventory.ts';
import type { Inventory, InventoryFile } from '../../src/model/inventory.ts';
import type { Policy } from '../../src/model/request.ts';
import { fakeFormats, fakeFramedRecord, fakeTracker, folderWith, policyWith, runRecord } from './fake-run.ts';

async function inventory(
  files: Readonly<Record<string, string | Uint8Array>>,
  policy: Partial<Policy> = {},
): Promise<Inventory> {
  return takeInventory(runRecord(folderWith(files)), policyWith(policy), fakeFormats);
}

function file(from: Inventory, name: string): InventoryFile {
  const found = from.files.find(({ path: at }) => at === name);
  if (found === undefined) throw new Error(`no ${name} among ${from.files.map(({ path: at }) => at).join(', ')}`);
  return found;
}

const roleOf = (from: Inventory, name: string): string => file(from, name).role;
const unreadCodes = (from: Inventory): readonly string[] =>
  from.unread.map(({ path: at, role, code }) => `${at} ${role} ${code}`);

describe('roles by content', () => {
  it.each([
    ['model.txt', 'CKPT\n', 'checkpoint', 'fake-checkpoint'],
    ['plot.dat', 'PIC', 'image', 'fake-image'],
    ['log.log', 'METRIC\n1', 'metrics', 'fake-metrics'],
    ['config.yaml', 'seed: 1', 'record', 'fake-record'],
    ['train.log', 'hello', 'log', null],
    ['nohup.out', 'hello', 'log', null],
    ['slurm-1.out', 'hello', 'log', null],
    ['data.out', new Uint8Array([0, 1]), 'other', null],
    ['messages.txt', '[2024-01-15 14:30:00,123][__main__][INFO] - start', 'log', null],
    ['messages', 'INFO:root:start', 'log', null],
    ['plot.png', 'not a picture', 'image', null],
    ['predictions.txt', '0.5', 'other', null],
    ['empty.txt', '', 'other', null],
    ['wandb/run-1/files/output.log', 'x', 'bookkeeping', null],
    ['wandb/latest/config.yaml', 'x', 'bookkeeping', null],
    ['mlruns/0/abc/meta.yaml', 'x', 'bookkeeping', null],
    ['mlruns/0/abc/artifacts/model/data.pt', 'CKPT\n', 'checkpoint', 'fake-checkpoint'],
    ['mlruns/0/abc/artifacts/model/MLmodel', 'x', 'bookkeeping', null],
    ['mlflow.db', 'x', 'bookkeeping', null],
    ['src/__pycache__/a.cpython-311.pyc', 'x', 'bookkeeping', null],
    ['.ipynb_checkpoints/a.ipynb', 'x', 'bookkeeping', null],
    ['.cache/x/model.pt', 'CKPT\n', 'bookkeeping', null],
    ['.dvc/tmp/lock', 'x', 'bookkeeping', null],
    ['my_wandb/x.txt', 'x', 'other', null],
  ])('%s is what it holds', async (name, content, role, format) => {
    const found = file(await inventory({ [name]: content }), name);
    expect({ role: found.role, format: found.format }).toEqual({ role, format });
    expect(found.because).not.toBe('');
  });

  it('reads metrics and records at once', async () => {
    const found = await inventory({ 'a/m.csv': 'METRIC\n1\n2', 'a/config.yaml': 'x' });
    expect(found.metrics[0]?.series[0]?.points).toEqual([
      { step: 0, value: 1 },
      { step: 1, value: 2 },
    ]);
    expect(found.records).toMatchObject([{ path: 'a/config.yaml', kind: 'configuration' }]);
  });

  it('finds the layout of the folder', async () => {
    const found = await inventory({ 'exp_20240115_143000/x.txt': 'x' });
    expect(found.records).toMatchObject([{ kind: 'layout', experiment: 'exp', neutralPath: 'exp_‹time›' }]);
  });

  it('looks for no layout where none is wanted', async () => {
    expect((await inventory({ 'exp_20240115_143000/x.txt': 'x' }, { layout: 'none' })).records).toEqual([]);
  });
});

describe('what a tracker keeps', () => {
  const path = 'mlruns/0/ab/artifacts/x';

  it('is read where its own books lie, and nothing else there is', async () => {
    const found = await inventory({ [path]: 'TRACKER', 'mlruns/0/ab/artifacts/m.csv': 'METRIC\n1' });
    expect(found.files.map(({ path: at, role, format }) => [at, role, format])).toEqual([
      ['mlruns/0/ab/artifacts/m.csv', 'bookkeeping', null],
      [path, 'metrics', 'fake-tracker'],
    ]);
  });

  it('may be several runs in one file, each with a place and records of its own', async () => {
    const found = await inventory({ [path]: 'TRACKER' });
    expect(found.metrics.map(({ path: at, neutralPath, series }) => [at, neutralPath, series.length])).toEqual([
      [path, path, 0],
      [`${path}/ab12`, `${path}/‹run›`, 1],
    ]);
    expect(found.records).toMatchObject([
      { path: `${path}/ab12`, neutralPath: `${path}/‹run›`, kind: 'configuration', format: 'fake-tracker' },
    ]);
  });

  it('is read with its path, the start of the training, and the files beside it', async () => {
    const found = await inventory({ 'a/x.db': 'TRACKER', 'a/beside.txt': 'abc' });
    expect(found.metrics[1]?.series).toMatchObject([
      { name: 'a/x.db', points: [{ step: Date.parse('2024-01-15T14:29:58.000Z'), value: 3 }] },
    ]);
  });

  it.each([[{ include: [], exclude: ['x'] }], [{ include: ['*.csv'], exclude: [] }]])(
    'is only listed where the user asks for other metrics: %j',
    async (selection) => {
      const found = await inventory({ [path]: 'TRACKER' }, { metrics: { ...selection, stdout: [] } });
      expect(roleOf(found, path)).toBe('bookkeeping');
    },
  );

  it('is only listed, with the reason, where this program cannot read it', async () => {
    const formats = { ...fakeFormats, metrics: async () => [{ ...fakeTracker, unavailable: () => 'it needs more' }] };
    const found = await takeInventory(runRecord(folderWith({ 'x.db': 'TRACKER' })), policyWith(), formats);
    expect(found.files).toMatchObject([
      { role: 'bookkeeping', format: null, because: 'fake tracker, not read: it needs more' },
    ]);
    expect(found.unread).toEqual([]);
  });
});

describe('a record in the frame of a checkpoint', () => {
  const framed = { ...fakeFormats, records: async () => [fakeFramedRecord] };
  const take = (files: Readonly<Record<string, string>>, policy: Partial<Policy> = {}) =>
    takeInventory(runRecord(folderWith(files)), policyWith(policy), framed);

  it('is a record, and no checkpoint', async () => {
    const found = await take({ 'out/training_args.bin': 'CKPT\n', 'out/optimizer.bin': 'CKPT\n' });
    expect(found.files.map(({ path: at, role }) => `${at} ${role}`)).toEqual([
      'out/optimizer.bin checkpoint',
      'out/training_args.bin record',
    ]);
    expect(found.records).toMatchObject([{ path: 'out/training_args.bin', kind: 'configuration' }]);
  });

  it('without that frame is a checkpoint that cannot be read', async () => {
    expect(unreadCodes(await take({ 'training_args.bin': 'what is this' }))).toEqual([
      'training_args.bin checkpoint UNKNOWN_FORMAT',
    ]);
  });

  it('is a checkpoint where the user says so', async () => {
    const found = await take({ 'training_args.bin': 'CKPT\n' }, { checkpoints: { include: ['*.bin'], exclude: [] } });
    expect(roleOf(found, 'training_args.bin')).toBe('checkpoint');
  });
});

describe('what the user said', () => {
  it.each([
    ['*.tmp', 'a/b/c.tmp'],
    ['a/**', 'a/b/c.pt'],
    ['a/', 'a/b/c.pt'],
    ['./a/b/c.pt', 'a/b/c.pt'],
    ['**/c.pt', 'a/b/c.pt'],
    ['.hidden', 'a/.hidden'],
  ])('ignore %s sets %s aside, and says so', async (glob, name) => {
    const found = await inventory({ [name]: 'CKPT!' }, { ignore: { series: [], scalars: [], files: [glob] } });
    expect(file(found, name)).toMatchObject({ role: 'ignored', format: null });
    expect(file(found, name).because).toContain(glob);
    expect(found.unread).toEqual([]);
  });

  it.each([
    ['a', 'a/b.txt'],
    ['*.pt', 'a.ptx'],
    ['a/*.txt', 'a/b/c.txt'],
  ])('ignore %s leaves %s', async (glob, name) => {
    expect(roleOf(await inventory({ [name]: 'x' }, { ignore: { series: [], scalars: [], files: [glob] } }), name)).toBe(
      'other',
    );
  });

  it('a checkpoint that is excluded is compared by bytes', async () => {
    const policy = { checkpoints: { include: [], exclude: ['*.h5', '*.pt'] } };
    const found = await inventory({ 'a.h5': 'unknown', 'b.pt': 'CKPT\n' }, policy);
    expect(found.files.map(({ role, format }) => ({ role, format }))).toEqual([
      { role: 'other', format: null },
      { role: 'other', format: null },
    ]);
    expect(found.unread).toEqual([]);
  });

  it('checkpoints that are not included are compared by bytes, never dropped', async () => {
    const found = await inventory(
      { 'a.pt': 'CKPT\n', 'b.pt': 'CKPT\n' },
      { checkpoints: { include: ['a.pt'], exclude: [] } },
    );
    expect(found.files.map(({ path: at, role }) => `${at} ${role}`)).toEqual(['a.pt checkpoint', 'b.pt other']);
  });

  it('a file that is included as a checkpoint and is none is unread', async () => {
    const found = await inventory({ 'weights.dat': 'x' }, { checkpoints: { include: ['*.dat'], exclude: [] } });
    expect(unreadCodes(found)).toEqual(['weights.dat checkpoint UNKNOWN_FORMAT']);
  });

  it('metrics that are excluded are compared by bytes', async () => {
    const found = await inventory(
      { 'm.csv': 'METRIC\n1' },
      { metrics: { include: [], exclude: ['m.csv'], stdout: [] } },
    );
    expect([roleOf(found, 'm.csv'), found.metrics]).toEqual(['other', []]);
  });

  it('a file that is included as metrics and holds none is unread', async () => {
    const found = await inventory({ 'm.csv': 'x' }, { metrics: { include: ['m.csv'], exclude: [], stdout: [] } });
    expect(unreadCodes(found)).toEqual(['m.csv metrics UNKNOWN_FORMAT']);
  });

  it('an inclusion wins over a known place of a tracker', async () => {
    const found = await inventory(
      { 'wandb/m.csv': 'METRIC\n1' },
      { metrics: { include: ['wandb/m.csv'], exclude: [], stdout: [] } },
    );
    expect(roleOf(found, 'wandb/m.csv')).toBe('metrics');
  });
});
