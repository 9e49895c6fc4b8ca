import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarizeInventory } from '../../src/collect/summarize.ts';
import { takeInventory } from '../../src/collect/take-inventory.ts';
import { topLevel } from '../../src/collect/top-level.ts';
import type { Entry } from '../../src/model/entry.ts';
import type { Segment } from '../../src/model/entry-path.ts';
import type { Scalar } from '../../src/model/scalar.ts';
import { fakeFormats, folderWith, policyWith, runRecord } from './fake-run.ts';

const summarize = async (files: Readonly<Record<string, string>>) =>
  summarizeInventory(await takeInventory(runRecord(folderWith(files)), policyWith(), fakeFormats));

describe('summarizeInventory', () => {
  it('gives keys and small values of each checkpoint', async () => {
    const { checkpoints } = await summarize({ 'a.pt': 'CKPT\nepoch=3\nname=x', 'b.png': 'PIC' });
    expect(checkpoints).toEqual([
      {
        path: 'a.pt',
        neutralPath: 'a.pt',
        format: 'fake-checkpoint',
        keys: ['epoch', 'name'],
        values: { epoch: { type: 'str', text: '3' }, name: { type: 'str', text: 'x' } },
        tensors: 0,
        weights: null,
      },
    ]);
  });

  it('counts a checkpoint that cannot be opened as unread', async () => {
    const { checkpoints, unread } = await summarize({ 'a.pt': 'CKPT!' });
    expect(checkpoints).toEqual([]);
    expect(unread).toMatchObject([{ path: 'a.pt', role: 'checkpoint', code: 'FAKE_DAMAGED' }]);
  });

  it('says once what could not be read when the inventory was taken', async () => {
    expect((await summarize({ 'a.pt': '' })).unread).toHaveLength(1);
  });

  it('looks at the parts of a checkpoint through their index', async () => {
    const { checkpoints } = await summarize({ 'i.ckpt': 'CKPT\nparts=s.bin', 's.bin': 'CKPT\na=1' });
    expect(checkpoints.map(({ path, keys }) => [path, keys])).toEqual([['i.ckpt', ['parts', 'a']]]);
  });

  it('lists every file, and is plain data', async () => {
    const summary = await summarize({ 'a.pt': 'CKPT\n', 'b.txt': 'x', 'c/config.yaml': 'x' });
    expect(summary.files.map(({ path, role }) => `${path} ${role}`)).toEqual([
      'a.pt checkpoint',
      'b.txt other',
      'c/config.yaml record',
    ]);
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  });
});

const container = (path: readonly Segment[], kind: 'mapping' | 'sequence' | 'set' | 'object' = 'mapping'): Entry => ({
  kind: 'container',
  path,
  structure: {},
  container: kind,
  size: 0,
});
const int = (text: string): Scalar => ({ type: 'int', text });
const scalar = (path: readonly Segment[], value: Scalar = int('1')): Entry => ({
  kind: 'scalar',
  path,
  structure: {},
  value,
});
const tensor = (path: readonly Segment[]): Entry => ({
  kind: 'tensor',
  path,
  structure: {},
  dtype: 'float32',
  shape: [1],
  byteLength: 4,
  chunks() {
    throw new Error('no tensor is read for a summary');
  },
});

describe('topLevel', () => {
  it('puts nested values together, in the order of the file', () => {
    const { keys, values } = topLevel([
      container([]),
      container(['config']),
      scalar(['config', 'lr'], { type: 'float', text: '0.1' }),
      container(['config', 'layers'], 'sequence'),
      scalar(['config', 'layers', { index: 0 }], int('8')),
      scalar(['config', 'layers', { index: 1 }], int('9')),
      container(['config', 'empty']),
      scalar(['epoch'], int('3')),
    ]);
    expect(keys).toEqual(['config', 'epoch']);
    expect(values).toEqual({
      config: {
        type: 'map',
        items: [
          ['lr', { type: 'float', text: '0.1' }],
          ['layers', { type: 'list', items: [int('8'), int('9')] }],
          ['empty', { type: 'map', items: [] }],
        ],
      },
      epoch: int('3'),
    });
  });

  it('reads the attributes of an object as a mapping', () => {
    expect(topLevel([container([]), container(['config'], 'object'), scalar(['config', 'lr'])]).values).toEqual({
      config: { type: 'map', items: [['lr', int('1')]] },
    });
  });

  it('keeps a key that is no string in its own spelling', () => {
    expect(topLevel([container([]), scalar([{ key: int('7') }])]).keys).toEqual(['[7]']);
  });

  it('keeps a key with a slash as it is', () => {
    expect(topLevel([container([]), scalar(['a/b'])]).keys).toEqual(['a/b']);
  });

  it('leaves out a value with a tensor in it, and names its key', () => {
    const { keys, values } = topLevel([
      container([]),
      container(['model']),
      scalar(['model', 'step']),
      tensor(['model', 'w']),
    ]);
    expect([keys, values]).toEqual([['model'], {}]);
  });

  it("takes the names of Lightning's best checkpoints from beside their score", () => {
    const { values } = topLevel([
      container([]),
      container(['callbacks']),
      container(['callbacks', 'ModelCheckpoint']),
      scalar(['callbacks', 'ModelCheckpoint', 'monitor'], { type: 'str', text: 'val_loss' }),
      tensor(['callbacks', 'ModelCheckpoint', 'best_model_score']),
    ]);
    expect(values).toEqual({
      callbacks: {
        type: 'map',
        items: [['ModelCheckpoint', { type: 'map', items: [['monitor', { type: 'str', text: 'val_loss' }]] }]],
      },
    });
  });

  it('reads the metadata of a flat file as what its texts stand for, and the heads of its names as keys', () => {
    const metadata = (key: string, text: string) => scalar(['__metadata__', key], { type: 'str', text });
    const { keys, values } = topLevel([
      container([]),
      tensor(['model_state_dict.fc.weight']),
      tensor(['model_state_dict.fc.bias']),
      tensor(['optimizer_state_dict.fc.weight']),
      metadata('config', '{"lr": 0.1, "name": "x"}'),
      metadata('epoch', '3'),
      metadata('format', 'pt'),
      metadata('resumed', 'False'),
      metadata('broken', '{"lr": '),
    ]);
    expect(keys).toEqual([
      'model_state_dict',
      'optimizer_state_dict',
      'config',
      'epoch',
      'format',
      'resumed',
      'broken',
    ]);
    expect(values).toEqual({
      config: {
        type: 'map',
        items: [
          ['lr', { type: 'float', text: '0.1' }],
          ['name', { type: 'str', text: 'x' }],
        ],
      },
      epoch: int('3'),
      format: { type: 'str', text: 'pt' },
      resumed: { type: 'bool', text: 'False' },
      broken: { type: 'str', text: '{"lr": ' },
    });
  });

  it('leaves out a value of more than 2,000 leaves', () => {
    const many = Array.from({ length: 2001 }, (_, index) => scalar(['big', `k${index}`]));
    expect(topLevel([container([]), container(['big']), ...many]).values).toEqual({});
  });

  it('leaves out a text that is a whole file', () => {
    expect(topLevel([container([]), scalar(['source'], { type: 'str', text: 'x'.repeat(100_000) })]).values).toEqual(
      {},
    );
  });

  it('bounds the text of all values together', () => {
    const many = Array.from({ length: 100 }, (_, index) =>
      scalar([`k${index}`], { type: 'str', text: 'x'.repeat(10_000) }),
    );
    expect(JSON.stringify(topLevel([container([]), ...many]).values).length).toBeLessThan(400_000);
  });

  it.each(['sequence', 'set'] as const)('a %s has no keys', (kind) => {
    expect(topLevel([container([], kind), scalar([{ index: 0 }])])).toEqual({ keys: [], values: {} });
  });

  it('a single tensor has no keys', () => {
    expect(topLevel([tensor([])])).toEqual({ keys: [], values: {} });
  });

  it('a key named __proto__ is a key like any other', () => {
    const { values } = topLevel([container([]), scalar(['__proto__'])]);
    expect(Object.keys(values)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
  });

  it('survives a value of any depth', () => {
    const path = (depth: number): Segment[] => Array.from({ length: depth }, () => 'd');
    const deep = Array.from({ length: 1500 }, (_, depth) => container(path(depth)));
    expect(topLevel(deep).keys).toEqual(['d']);
  });

  it('never throws for entries in any order', () => {
    const segment: fc.Arbitrary<Segment> = fc.oneof(
      fc.constantFrom('a', 'b', '__proto__', ''),
      fc.nat(2).map((index) => ({ index })),
    );
    const path = fc.array(segment, { maxLength: 4 });
    const entry = fc.oneof(
      path.map((at) => scalar(at)),
      path.map((at) => container(at)),
      path.map((at) => tensor(at)),
    );
    fc.assert(fc.property(fc.array(entry, { maxLength: 12 }), (entries) => void topLevel(entries)));
  });
});
