import { describe, expect, it } from 'vitest';
import type { RunsComparison } from '../../src/compare/compare-runs.ts';
import { chunkBytes } from '../../src/model/byte-source.ts';
import { leavesOf } from '../../src/model/difference.ts';
import type { Entry } from '../../src/model/entry.ts';
import { FormatProblem } from '../../src/model/problem.ts';
import {
  type BuiltRun,
  checkpoint,
  compareBuilt,
  compareEntryLists,
  container,
  exact,
  floats,
  opaque,
  scalar,
  tensor,
  tolerating,
} from './build.ts';

const leaves = ({ difference }: RunsComparison) => leavesOf(difference).map(({ leaf }) => leaf);
/** Without the leaf that says why equal content has other bytes: files of this test always do. */
const found = (compared: RunsComparison) => leaves(compared).filter(({ kind }) => kind !== 'container-bytes');
const causes = (compared: RunsComparison) =>
  leaves(compared).flatMap((leaf) => (leaf.kind === 'container-bytes' ? leaf.causes : []));

describe('tensors', () => {
  it('of the same values are equal, and counted', async () => {
    const compared = await compareEntryLists([floats('w', [1, 2])], [floats('w', [1, 2])]);
    expect(found(compared)).toEqual([]);
    expect(compared.coverage.totals).toMatchObject({ checkpoints: 1, tensors: 1, elements: 2, tensorBytes: 8 });
  });

  it('that differ by one ulp are found, named and measured', async () => {
    const second = Float32Array.from([1, 2, 3, 4]);
    new Uint32Array(second.buffer)[2] = 0x40400001;
    const [leaf] = found(
      await compareEntryLists(
        [tensor('model/w', 'float32', [2, 2], new Uint8Array(Float32Array.from([1, 2, 3, 4]).buffer))],
        [tensor('model/w', 'float32', [2, 2], new Uint8Array(second.buffer))],
      ),
    );
    expect(leaf).toMatchObject({
      kind: 'values',
      place: 'model/w',
      tolerated: false,
      delta: {
        differing: 1,
        of: 4,
        maxUlp: '1',
        firstIndex: [1, 0],
        firstValues: { first: '3.0', second: '3.0000002' },
      },
    });
  });

  it('are read to the end over many chunks', async () => {
    const length = 3 * chunkBytes + 5;
    const first = new Uint8Array(length);
    const second = first.slice();
    second[length - 1] = 7;
    const [leaf] = found(
      await compareEntryLists([tensor('w', 'uint8', [length], first)], [tensor('w', 'uint8', [length], second)]),
    );
    expect(leaf).toMatchObject({ kind: 'values', delta: { differing: 1, firstIndex: [length - 1], maxAbs: 7 } });
  });

  it('of another dtype differ even where the bytes are the same', async () => {
    const zeros = new Uint8Array(8);
    const compared = await compareEntryLists([tensor('w', 'float32', [2], zeros)], [tensor('w', 'int32', [2], zeros)]);
    expect(found(compared)).toEqual([{ kind: 'dtype', place: 'w', dtypes: { first: 'float32', second: 'int32' } }]);
    expect(compared.coverage.checkpoints[0]).toMatchObject({ tensors: 1, differingTensors: 1 });
  });

  it('of another shape differ even where the elements are the same', async () => {
    const zeros = new Uint8Array(8);
    expect(
      found(await compareEntryLists([tensor('w', 'float32', [2], zeros)], [tensor('w', 'float32', [1, 2], zeros)])),
    ).toEqual([{ kind: 'shape', place: 'w', dtype: 'float32', shapes: { first: [2], second: [1, 2] } }]);
  });

  it('without a single finite number are counted, because their equality proves nothing', async () => {
    const entries = () => [
      floats('a', [Number.NaN, Number.POSITIVE_INFINITY]),
      floats('b', [Number.NaN, 1]),
      floats('empty', []),
    ];
    const compared = await compareEntryLists(entries(), entries());
    expect(compared.coverage.checkpoints[0]).toMatchObject({ tensors: 3, floatTensors: 2, nonFiniteTensors: 1 });
  });

  it('show the bits where two NaNs differ only in their payload', async () => {
    const of = (bits: number) => [tensor('w', 'float32', [1], new Uint8Array(Uint32Array.of(bits).buffer))];
    expect(found(await compareEntryLists(of(0x7fc00000), of(0x7fc00001)))[0]).toMatchObject({
      delta: { firstValues: { first: 'nan (0x7fc00000)', second: 'nan (0x7fc00001)' }, maxAbs: null, maxUlp: null },
    });
  });

  it('that cannot be read are unknown, on the side where it went wrong, and never equal', async () => {
    const problem = new FormatProblem('TRUNCATED', 'It is cut off.');
    const compared = await compareEntryLists(
      [floats('a', [1]), floats('b', [1])],
      [tensor('a', 'float32', [1], new Uint8Array(4), { problem }), floats('b', [1])],
    );
    expect(found(compared)).toEqual([
      { kind: 'unread', place: 'a', side: 'second', code: 'TRUNCATED', reason: 'It is cut off.' },
    ]);
    expect(compared.coverage.totals.tensors).toBe(1);
  });

  it('with fewer bytes than their shape are unread', async () => {
    const short = tensor('w', 'float32', [4], new Uint8Array(12));
    expect(found(await compareEntryLists([short], [short]))).toMatchObject([
      { kind: 'unread', side: 'both', code: 'LENGTH_MISMATCH' },
    ]);
  });

  it('inside the tolerance are tolerated, outside of it not', async () => {
    const [first, second] = [[floats('w', [1, 100])], [floats('w', [1, 101])]];
    const rule = { atol: 0, rtol: 0, maxUlp: 0 };
    expect(found(await compareEntryLists(first, second, tolerating({ ...rule, atol: 1 })))).toMatchObject([
      { tolerated: true },
    ]);
    expect(found(await compareEntryLists(first, second, tolerating({ ...rule, atol: 0.5 })))).toMatchObject([
      { tolerated: false },
    ]);
  });

  it('take the first rule whose glob matches', async () => {
    const [first, second] = [[floats('model/bn/mean', [1])], [floats('model/bn/mean', [2])]];
    const wide = { atol: 1, rtol: 0, maxUlp: 0 };
    const none = { atol: 0, rtol: 0, maxUlp: 0 };
    const rules = [
      { glob: 'other/**', rule: none },
      { glob: 'model/**', rule: wide },
      { glob: '**/mean', rule: none },
    ];
    expect(found(await compareEntryLists(first, second, tolerating(none, rules)))).toMatchObject([{ tolerated: true }]);
  });
});

describe('scalars', () => {
  it.each([
    ['int', '9007199254740993', 'int', '9007199254740992'],
    ['int', '1', 'float', '1.0'],
    ['float', '-0.0', 'float', '0.0'],
    ['float', 'nan', 'float', 'nan:7ff8000000000001'],
    ['bool', 'True', 'int', '1'],
    ['str', 'a', 'bytes', 'a'],
  ] as const)('%s %s is not %s %s', async (typeA, textA, typeB, textB) => {
    const compared = await compareEntryLists([scalar('x', typeA, textA)], [scalar('x', typeB, textB)]);
    expect(found(compared)).toMatchObject([{ kind: 'scalar', place: 'x', tolerated: false }]);
  });

  it('inside the tolerance are tolerated: int and float, never bool and text', async () => {
    const policy = tolerating({ atol: 1, rtol: 0, maxUlp: 0 });
    const compared = await compareEntryLists(
      [
        scalar('f', 'float', '1.5'),
        scalar('i', 'int', '3'),
        scalar('b', 'bool', 'True'),
        scalar('s', 'str', '1'),
        scalar('n', 'float', 'nan'),
      ],
      [
        scalar('f', 'float', '2.5'),
        scalar('i', 'int', '4'),
        scalar('b', 'bool', 'False'),
        scalar('s', 'str', '2'),
        scalar('n', 'float', '1.0'),
      ],
      policy,
    );
    expect(found(compared).map((leaf) => [leaf.place, leaf.kind === 'scalar' && leaf.tolerated])).toEqual([
      ['f', true],
      ['i', true],
      ['b', false],
      ['s', false],
      ['n', false],
    ]);
  });

  it('that are ignored do not decide, and are listed with the glob', async () => {
    const policy = { ...exact, ignore: { ...exact.ignore, scalars: ['**/started_at'] } };
    const compared = await compareEntryLists(
      [scalar('meta/started_at', 'float', '1.0'), floats('w', [1])],
      [scalar('meta/started_at', 'float', '2.0'), floats('w', [1])],
      policy,
    );
    expect(found(compared)).toEqual([]);
    expect(causes(compared)).toEqual(['1 scalar set aside by ignore.scalars']);
    expect(compared.coverage.notCompared).toMatchObject([
      { why: 'policy', path: 'model.pt', reason: 'ignore.scalars "**/started_at": 1 scalar (meta/started_at)' },
    ]);
  });
});

describe('own names', () => {
  const run = (own: string, entries: readonly Entry[]): BuiltRun => ({
    files: [{ path: 'last.ckpt', role: 'checkpoint', checkpoint: checkpoint(entries) }],
    ownNames: [{ text: own, placeholder: '‹folder›' }],
  });

  it('inside texts are no difference, are counted and listed', async () => {
    const compared = await compareBuilt(
      run('out_0814', [scalar('best_model_path', 'str', '/x/out_0814/best.ckpt')]),
      run('out_0905', [scalar('best_model_path', 'str', '/x/out_0905/best.ckpt')]),
    );
    expect(found(compared)).toEqual([]);
    expect(compared.coverage.totals.ownNamesReplaced).toBe(2);
    expect(compared.coverage.ownNameStrings).toEqual([
      {
        place: 'last.ckpt: best_model_path',
        texts: { first: '/x/out_0814/best.ckpt', second: '/x/out_0905/best.ckpt' },
      },
    ]);
    expect(causes(compared)).toEqual(["the runs' own names in 1 text"]);
  });

  it('inside dictionary keys are no difference, and what lies below is compared', async () => {
    const entries = (own: string, loss: number) => [
      container('best_k_models', 'mapping', 1),
      floats(['best_k_models', `/x/${own}/e1.ckpt`], [loss]),
    ];
    const compared = await compareBuilt(
      run('out_0814', entries('out_0814', 1)),
      run('out_0905', entries('out_0905', 2)),
    );
    expect(found(compared)).toMatchObject([{ kind: 'values', place: 'best_k_models/~1x~1‹folder›~1e1.ckpt' }]);
    expect(compared.coverage.totals.ownNamesReplaced).toBe(2);
  });

  it('are never taken out of numbers', async () => {
    const compared = await compareBuilt(
      run('20240115', [scalar('n', 'int', '20240115')]),
      run('20240116', [scalar('n', 'int', '20240116')]),
    );
    expect(found(compared)).toMatchObject([{ kind: 'scalar' }]);
  });

  it('leave keys as they are where two of them would become the same', async () => {
    const of = (own: string) => run(own, [floats([own], [1]), floats(['‹folder›'], [2])]);
    const compared = await compareBuilt(of('out_0814'), of('out_0905'));
    expect(found(compared).map((leaf) => leaf.kind)).toEqual(['missing', 'missing']);
  });
});

describe('entries', () => {
  it('that only one side has are missing, once for a whole branch', async () => {
    const compared = await compareEntryLists(
      [container([], 'mapping', 1), container('opt', 'mapping', 2), floats('opt/a', [1]), floats('opt/b', [1])],
      [container([], 'mapping', 0)],
    );
    expect(found(compared)).toEqual([
      {
        kind: 'missing',
        place: 'opt',
        presentIn: 'first',
        what: 'entry',
        summary: 'mapping of 2, with 2 tensors in it',
      },
    ]);
  });

  it('of another kind are told once, with what each side is', async () => {
    const compared = await compareEntryLists(
      [container('x', 'mapping', 1), floats('x/a', [1])],
      [scalar('x', 'int', '5')],
    );
    expect(found(compared)).toEqual([
      { kind: 'entry-kind', place: 'x', kinds: { first: 'mapping of 1', second: 'int 5' } },
    ]);
  });

  it('tell an empty mapping from an empty sequence and from nothing', async () => {
    expect(
      found(await compareEntryLists([container('x', 'mapping', 0)], [container('x', 'sequence', 0)])),
    ).toMatchObject([{ kind: 'entry-kind', kinds: { first: 'mapping of 0', second: 'sequence of 0' } }]);
    expect(found(await compareEntryLists([container('x', 'mapping', 0)], []))).toMatchObject([{ kind: 'missing' }]);
  });

  it('of another class are another object', async () => {
    const of = (name: string) => [container('x', 'object', 0, { class: name })];
    expect(found(await compareEntryLists(of('a.A'), of('a.B')))).toMatchObject([
      { kinds: { first: 'object a.A of 0', second: 'object a.B of 0' } },
    ]);
  });

  it('name a size that differs where no member tells of it', async () => {
    expect(found(await compareEntryLists([container('x', 'set', 2)], [container('x', 'set', 3)]))).toMatchObject([
      { kind: 'entry-kind', kinds: { first: 'set of 2', second: 'set of 3' } },
    ]);
  });

  it('that nobody understands are compared by their bytes', async () => {
    const of = (...bytes: number[]) => [opaque('x', 'unreferenced record', Uint8Array.from(bytes))];
    expect(found(await compareEntryLists(of(1, 2, 3), of(1, 2, 3)))).toEqual([]);
    expect(found(await compareEntryLists(of(1, 2, 3), of(1, 2, 4, 5)))).toMatchObject([
      { kind: 'bytes', what: 'unreferenced record', sizes: { first: 3, second: 4 }, firstOffset: 2 },
    ]);
  });
});

describe('what is no content', () => {
  it('is a note: order of keys, aliasing, device', async () => {
    const of = (order: string, device: string) => [
      container([], 'mapping', 1, { structure: { order } }),
      floats('w', [1], { device }),
    ];
    const compared = await compareEntryLists(of('a, b', 'cpu'), of('b, a', 'cuda:0'));
    expect(found(compared)).toEqual([
      { kind: 'structure', place: '(root)', aspect: 'order', values: { first: 'a, b', second: 'b, a' } },
      { kind: 'structure', place: 'w', aspect: 'device', values: { first: 'cpu', second: 'cuda:0' } },
    ]);
    expect(causes(compared)).toEqual(['order of (root)', 'device of w']);
  });

  it('says nothing of the order where a key is missing', async () => {
    const compared = await compareEntryLists(
      [container([], 'mapping', 2, { structure: { order: 'a, b' } }), scalar('a', 'int', '1'), scalar('b', 'int', '1')],
      [container([], 'mapping', 1, { structure: { order: 'a' } }), scalar('a', 'int', '1')],
    );
    expect(found(compared)).toMatchObject([{ kind: 'missing', place: 'b' }]);
  });

  const saved = (bytes: string, facts: Record<string, string>, format = 'torch-zip'): BuiltRun => ({
    files: [
      {
        path: 'm.pt',
        role: 'checkpoint',
        bytes,
        checkpoint: checkpoint([floats('w', [1])], { container: facts, format }),
      },
    ],
  });

  it('names the facts of the container that differ as the cause of other bytes', async () => {
    const compared = await compareBuilt(saved('1', { 'archive name': 'a' }), saved('2', { 'archive name': 'b' }));
    expect(found(compared)).toMatchObject([
      { kind: 'structure', aspect: 'container', values: { first: 'archive name: a', second: 'archive name: b' } },
    ]);
    expect(causes(compared)).toEqual(['archive name']);
    expect(compared.coverage).toMatchObject({ allBytesEqual: false });
  });

  it('holds two formats together by their content alone', async () => {
    const compared = await compareBuilt(saved('1', { a: 'x' }, 'torch-zip'), saved('2', { b: 'y' }, 'safetensors'));
    expect(found(compared)).toMatchObject([
      { kind: 'structure', values: { first: 'format: torch-zip', second: 'format: safetensors' } },
    ]);
  });

  it('says so where bytes differ and nothing is known of the cause', async () => {
    const compared = await compareBuilt(saved('1', {}), saved('2', {}));
    expect(causes(compared)).toEqual(['no difference in content was found; the bytes differ in the container']);
  });
});

describe('files of the same bytes', () => {
  const run = (entries: readonly Entry[], options: object = {}): BuiltRun => ({
    files: [{ path: 'm.pt', role: 'checkpoint', bytes: 'same', checkpoint: checkpoint(entries, options) }],
  });

  it('are identical, and have digests all the same', async () => {
    const compared = await compareBuilt(run([floats('w', [1])]), run([floats('w', [1])]));
    expect(compared.difference).toBeNull();
    expect(compared.coverage.allBytesEqual).toBe(true);
    expect(compared.coverage.checkpoints[0]).toMatchObject({ sameBytes: true, tensors: 1 });
    expect(compared.coverage.checkpoints[0]?.digests[0]?.digests.first).toMatch(/^[0-9a-f]{64}$/);
  });

  it('are unknown where their content cannot be read', async () => {
    const problem = new FormatProblem('BAD', 'It is damaged.');
    const broken: BuiltRun = { files: [{ path: 'm.pt', role: 'checkpoint', bytes: 'same', checkpoint: problem }] };
    const compared = await compareBuilt(broken, broken);
    expect(leaves(compared)).toMatchObject([{ kind: 'unread', side: 'both', code: 'BAD' }]);
    expect(leaves(compared)[0]).toHaveProperty('reason', expect.stringContaining('bytes of both files are the same'));
    expect(compared.coverage.totals.checkpoints).toBe(0);
  });

  it('are unknown where one tensor cannot be read', async () => {
    const problem = new FormatProblem('BAD', 'It is damaged.');
    const entries = [tensor('w', 'float32', [1], new Uint8Array(4), { problem })];
    expect(leaves(await compareBuilt(run(entries), run(entries)))).toMatchObject([
      { kind: 'unread', place: 'w', side: 'both' },
    ]);
  });

  it('that changed while they were read say so', async () => {
    const close = () => {
      throw new FormatProblem('CHANGED_DURING_READ', 'It changed.');
    };
    const compared = await compareBuilt(run([floats('w', [1])], { close }), run([floats('w', [1])]));
    expect(leaves(compared)).toMatchObject([{ kind: 'unread', code: 'CHANGED_DURING_READ', side: 'both' }]);
  });
});

it('a checkpoint that cannot be opened is unknown on its side', async () => {
  const problem = new FormatProblem('BAD', 'It is damaged.');
  const run = (value: ReturnType<typeof checkpoint> | FormatProblem, bytes: string): BuiltRun => ({
    files: [{ path: 'm.pt', role: 'checkpoint', bytes, checkpoint: value }],
  });
  const compared = await compareBuilt(run(checkpoint([]), '1'), run(problem, '2'));
  expect(leaves(compared)).toEqual([
    { kind: 'unread', place: '', side: 'second', code: 'BAD', reason: 'It is damaged.' },
  ]);
  expect(compared.coverage.notCompared).toMatchObject([{ run: 'second', why: 'unread', path: 'm.pt' }]);
});
