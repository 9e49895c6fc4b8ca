/** What must hold of every comparison, whatever the two runs are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noSiblings } from '../../src/formats/checkpoints/checkpoint-format.ts';
import { safetensors } from '../../src/formats/checkpoints/safetensors.ts';
import { torchZip } from '../../src/formats/checkpoints/torch-zip.ts';
import { memorySource } from '../../src/formats/codecs/memory-source.ts';
import { leavesOf, mirror } from '../../src/model/difference.ts';
import { type DType, dtypeFacts } from '../../src/model/dtype.ts';
import type { Checkpoint, Entry } from '../../src/model/entry.ts';
import type { Point, Series } from '../../src/model/point.ts';
import type { Policy } from '../../src/model/request.ts';
import {
  type BuiltFile,
  type BuiltRun,
  checkpoint,
  compareBuilt,
  container,
  exact,
  opaque,
  scalar,
  tensor,
  tolerating,
} from '../compare/build.ts';
import { archive } from '../formats/torch-fixtures.ts';
import { dict, protocol2, storage, tensor as torchTensor } from '../formats/writers/pickle-bytes.ts';
import { safetensorsBytes } from '../formats/writers/safetensors-bytes.ts';

const name = fc.constantFrom('a', 'b', 'w.0', 'opt', 'run_0814', 'run_0905');
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const dtype = fc.constantFrom<DType>('float32', 'bfloat16', 'float64', 'int64', 'bool', 'complex64', 'float8_e5m2');

const tensorEntry = (path: readonly string[]): fc.Arbitrary<Entry> =>
  fc
    .tuple(dtype, fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 2 }))
    .chain(([type, shape]) =>
      bytes(shape.reduce((product, length) => product * length, dtypeFacts(type).bytes)).map((data) =>
        tensor(path, type, shape, data, { structure: shape.length === 1 ? { device: 'cpu' } : {} }),
      ),
    );

const otherEntry = (path: readonly string[]): fc.Arbitrary<Entry> =>
  fc.oneof(
    fc.constantFrom('1', '2', '3.5').map((text) => scalar(path, 'float', text)),
    fc.constantFrom('/x/run_0814/y', '/x/run_0905/y', 'z').map((text) => scalar(path, 'str', text)),
    fc.integer({ min: 0, max: 2 }).map((size) => container(path, 'mapping', size, { structure: { order: `${size}` } })),
    fc.uint8Array({ maxLength: 4 }).map((data) => opaque(path, 'bytes', data)),
  );

const entries: fc.Arbitrary<readonly Entry[]> = fc
  .uniqueArray(fc.array(name, { minLength: 1, maxLength: 2 }), { maxLength: 6, selector: (path) => path.join('/') })
  .chain((paths) =>
    fc.tuple(
      ...paths.map((path) =>
        fc.oneof({ weight: 3, arbitrary: tensorEntry(path) }, { weight: 2, arbitrary: otherEntry(path) }),
      ),
    ),
  );

const points: fc.Arbitrary<readonly Point[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 5 })
  .chain((steps) =>
    fc.tuple(
      ...steps
        .toSorted((a, b) => a - b)
        .map((step) =>
          fc.constantFrom(0, -0, 1, 1.5, Number.NaN, Number.POSITIVE_INFINITY).map((value) => ({ step, value })),
        ),
    ),
  );

const seriesList: fc.Arbitrary<readonly Series[]> = fc
  .uniqueArray(fc.constantFrom('loss', 'acc', 'epoch_time', 'run_0814/lr'), { maxLength: 3 })
  .chain((names) =>
    fc.tuple(
      ...names.map((one) =>
        points.map(
          (list): Series => ({ name: one, stepKind: 'step', points: list, rewritten: 0, precision: 'float32' }),
        ),
      ),
    ),
  );

const file: fc.Arbitrary<BuiltFile> = fc.oneof(
  fc
    .record({
      entries,
      bytes: fc.constantFrom('1', '2'),
      container: fc.dictionary(fc.constantFrom('archive name', 'format version'), name, { noNullPrototype: true }),
    })
    .map(({ entries: list, bytes: content, container: facts }) => ({
      path: 'm.pt',
      role: 'checkpoint' as const,
      // The same bytes never hold other entries.
      bytes: content + JSON.stringify([facts, list]),
      checkpoint: checkpoint(list, { container: facts }),
    })),
  seriesList.map((series) => ({ path: 'metrics', role: 'metrics' as const, bytes: `${series.length}`, series })),
  fc.constantFrom('x', 'xy', 'z').map((content) => ({ path: 'o', role: 'other' as const, bytes: content })),
  fc.constantFrom('a\nb', 'a\nc').map((content) => ({ path: 'log', role: 'log' as const, bytes: content })),
);

const run = (own: string): fc.Arbitrary<BuiltRun> =>
  fc
    .uniqueArray(file, { maxLength: 4, selector: ({ path }) => path })
    .map((files) => ({ files, ownNames: [{ text: own, placeholder: '‹folder›' }] }));

const policies: fc.Arbitrary<Policy> = fc.constantFrom(exact, tolerating({ atol: 1, rtol: 0.5, maxUlp: 10 }), {
  ...exact,
  ignore: { series: ['acc'], scalars: ['**/a'], files: [] },
});

it('comparing anything with itself finds nothing', async () => {
  await fc.assert(
    fc.asyncProperty(run('run_0814'), policies, async (one, policy) => {
      const { difference, coverage } = await compareBuilt(one, one, policy);
      expect(difference).toBeNull();
      const decide = one.files.filter(({ role }) => role !== 'log');
      expect(coverage.allBytesEqual).toBe(decide.length > 0);
    }),
    { numRuns: 200 },
  );
});

it('content in other bytes is the same content', async () => {
  await fc.assert(
    fc.asyncProperty(run('run_0814'), policies, async (one, policy) => {
      const rewritten = {
        ...one,
        files: one.files.map((built) => (built.role === 'other' ? built : { ...built, bytes: 'other bytes' })),
      };
      const { difference } = await compareBuilt(one, rewritten, policy);
      expect(leavesOf(difference).filter(({ effect }) => effect !== 'structure' && effect !== 'none')).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

it('swapping the runs mirrors the tree', async () => {
  await fc.assert(
    fc.asyncProperty(run('run_0814'), run('run_0905'), policies, async (one, two, policy) => {
      const forth = await compareBuilt(one, two, policy);
      const back = await compareBuilt(two, one, policy);
      expect(back.difference).toEqual(forth.difference === null ? null : mirror(forth.difference));
      expect(back.coverage.totals).toEqual(forth.coverage.totals);
      expect(back.coverage.allBytesEqual).toBe(forth.coverage.allBytesEqual);
    }),
    { numRuns: 300 },
  );
});

it('nothing is equal that differs in a deciding byte, unless its container alone does', async () => {
  await fc.assert(
    fc.asyncProperty(run('run_0814'), run('run_0905'), async (one, two) => {
      const { difference, coverage } = await compareBuilt(one, two);
      const decide = (built: BuiltRun) =>
        new Map(built.files.filter(({ role }) => role !== 'log').map(({ path, bytes: content }) => [path, content]));
      const [a, b] = [decide(one), decide(two)];
      const same = a.size === b.size && [...a].every(([path, content]) => b.get(path) === content);
      if (!same) expect(difference).not.toBeNull();
      expect(coverage.allBytesEqual && !same).toBe(false);
    }),
    { numRuns: 200 },
  );
});

describe('through real files', () => {
  interface Weights {
    readonly name: string;
    readonly data: Uint8Array;
  }
  const weights: fc.Arbitrary<readonly Weights[]> = fc
    .uniqueArray(fc.constantFrom('embed', 'layer.0.weight', 'layer.0.bias', 'head'), { minLength: 1 })
    .chain((names) =>
      fc.tuple(
        ...names.map((one) =>
          fc
            .integer({ min: 1, max: 5 })
            .chain((count) => bytes(4 * count))
            .map((data) => ({ name: one, data })),
        ),
      ),
    );

  const asSafetensors = (list: readonly Weights[]): Uint8Array =>
    safetensorsBytes(list.map(({ name: one, data }) => ({ name: one, dtype: 'F32', shape: [data.length / 4], data })));

  const openSafetensors = (content: Uint8Array): Promise<Checkpoint> =>
    safetensors.open(memorySource('m.safetensors', content), noSiblings);

  const openTorch = (list: readonly Weights[]): Promise<Checkpoint> => {
    const members = list.map(({ name: one, data }, index) => {
      const count = data.length / 4;
      return [
        one,
        torchTensor({ storage: storage('FloatStorage', String(index), count), size: [count], stride: [1] }),
      ] as const;
    });
    const records = Object.fromEntries(list.map(({ data }, index) => [`data/${index}`, data]));
    return torchZip.open(archive(protocol2(dict(Object.fromEntries(members))), records), noSiblings);
  };

  const compareOpened = (first: Checkpoint, second: Checkpoint) => {
    const built = (opened: Checkpoint, content: string): BuiltRun => ({
      files: [{ path: 'm', role: 'checkpoint', bytes: content, checkpoint: opened }],
    });
    return compareBuilt(built(first, '1'), built(second, '2'));
  };

  it('key order and container never change the content', async () => {
    await fc.assert(
      fc.asyncProperty(weights, async (list) => {
        const first = await openSafetensors(asSafetensors(list));
        const others = [
          await openSafetensors(asSafetensors(list.toReversed())),
          await openTorch(list),
          await openTorch(list.toReversed()),
        ];
        for (const second of others) {
          const { difference, coverage } = await compareOpened(first, second);
          expect(leavesOf(difference).filter(({ effect }) => effect !== 'structure')).toEqual([]);
          expect(coverage.totals.tensors).toBe(list.length);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('any flipped bit is found, with the name of its tensor', async () => {
    const flips = weights.chain((list) =>
      fc.record({
        list: fc.constant(list),
        index: fc.nat(list.length - 1),
        place: fc.nat(),
        bit: fc.nat(7),
        torch: fc.boolean(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(flips, async ({ list, index, place, bit, torch }) => {
        const open = torch ? openTorch : (all: readonly Weights[]) => openSafetensors(asSafetensors(all));
        const flipped = list.map((one, at) => {
          if (at !== index) return one;
          const data = one.data.slice();
          const byte = place % data.length;
          data[byte] = (data[byte] ?? 0) ^ (1 << bit);
          return { ...one, data };
        });
        const { difference } = await compareOpened(await open(list), await open(flipped));
        const content = leavesOf(difference).filter(({ effect }) => effect === 'content');
        expect(content.map(({ leaf }) => [leaf.kind, leaf.place])).toEqual([['values', list[index]?.name]]);
        expect(content).toMatchObject([
          {
            leaf: { delta: { differing: 1, firstIndex: [Math.floor((place % (list[index]?.data.length ?? 1)) / 4)] } },
          },
        ]);
      }),
      { numRuns: 200 },
    );
  });
});
