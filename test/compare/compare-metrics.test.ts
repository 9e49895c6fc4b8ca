import { describe, expect, it } from 'vitest';
import type { RunsComparison } from '../../src/compare/compare-runs.ts';
import { leavesOf } from '../../src/model/difference.ts';
import type { Series } from '../../src/model/point.ts';
import type { Policy } from '../../src/model/request.ts';
import { type BuiltRun, compareBuilt, exact, series, tolerating } from './build.ts';

const run = (...list: readonly Series[]): BuiltRun => ({
  files: [{ path: 'metrics.jsonl', role: 'metrics', series: list }],
});
const compare = (first: readonly Series[], second: readonly Series[], policy: Policy = exact) =>
  compareBuilt(run(...first), run(...second), policy);
const leaves = ({ difference }: RunsComparison) =>
  leavesOf(difference)
    .map(({ leaf }) => leaf)
    .filter(({ kind }) => kind !== 'container-bytes');

describe('points', () => {
  it('that are the same are equal, and counted', async () => {
    const loss = () => [
      series('loss', [
        [1, 0.5],
        [2, 0.25],
      ]),
    ];
    const compared = await compare(loss(), loss());
    expect(leaves(compared)).toEqual([]);
    expect(compared.coverage.totals).toMatchObject({ series: 1, points: 2 });
    expect(compared.coverage.series).toMatchObject([
      { name: 'loss', points: { first: 2, second: 2 }, lastStep: 2, firstDivergentStep: null, decides: true },
    ]);
  });

  it('that differ give the first divergent step and the size of the gap', async () => {
    const compared = await compare(
      [
        series('loss', [
          [1, 1],
          [2, 2],
          [3, 3],
          [4, 4],
        ]),
      ],
      [
        series('loss', [
          [1, 1],
          [2, 2.5],
          [3, 5],
          [4, 4],
        ]),
      ],
    );
    expect(leaves(compared)).toMatchObject([
      {
        kind: 'series',
        place: 'loss',
        firstStep: 2,
        firstValues: { first: '2', second: '2.5' },
        differing: 2,
        of: 4,
        maxAbs: 2,
        maxAbsStep: 3,
        maxRel: 0.4,
        lastAbs: 0,
        tolerated: false,
        decides: true,
      },
    ]);
  });

  it('that only one side has are differences, wherever they stand', async () => {
    const compared = await compare(
      [
        series('loss', [
          [1, 1],
          [3, 3],
        ]),
      ],
      [
        series('loss', [
          [2, 2],
          [3, 3],
          [4, 4],
        ]),
      ],
    );
    expect(leaves(compared)).toMatchObject([
      { firstStep: 1, firstValues: { first: '1', second: null }, differing: 3, of: 4, onlyFirst: 1, onlySecond: 2 },
    ]);
  });

  it('are told apart where a double cannot: −0 and 0, integers beyond 2^53', async () => {
    const big = (exactText: string) =>
      series('tokens', [], { points: [{ step: 1, value: 2 ** 53, exact: exactText }] });
    expect(leaves(await compare([big('9007199254740992')], [big('9007199254740993')]))).toMatchObject([{ maxAbs: 1 }]);
    expect(leaves(await compare([series('x', [[1, -0]])], [series('x', [[1, 0]])]))).toMatchObject([
      { firstValues: { first: '-0', second: '0' } },
    ]);
  });

  it('that are NaN on both sides are equal; on one side nothing is near them', async () => {
    const nan = [series('loss', [[1, Number.NaN]])];
    expect(leaves(await compare(nan, nan))).toEqual([]);
    const wide = tolerating({ atol: 1e300, rtol: 1e300, maxUlp: Number.MAX_SAFE_INTEGER });
    expect(leaves(await compare(nan, [series('loss', [[1, 0]])], wide))).toMatchObject([
      { tolerated: false, maxAbs: null },
    ]);
  });
});

describe('tolerance', () => {
  it('counts ulps in the precision of the file', async () => {
    const near = Math.fround(1 + 2 ** -23);
    const policy = tolerating({ atol: 0, rtol: 0, maxUlp: 1 });
    const of = (value: number, precision: Series['precision']) => [series('loss', [[1, value]], { precision })];
    expect(leaves(await compare(of(1, 'float32'), of(near, 'float32'), policy))).toMatchObject([{ tolerated: true }]);
    expect(leaves(await compare(of(1, 'float64'), of(near, 'float64'), policy))).toMatchObject([{ tolerated: false }]);
  });

  it('never covers a point that is missing', async () => {
    const policy = tolerating({ atol: 10, rtol: 10, maxUlp: 10 });
    expect(
      leaves(
        await compare(
          [series('loss', [[1, 1]])],
          [
            series('loss', [
              [1, 1],
              [2, 1],
            ]),
          ],
          policy,
        ),
      ),
    ).toMatchObject([{ tolerated: false }]);
  });
});

describe('series', () => {
  it('that only one side has are missing', async () => {
    expect(
      leaves(await compare([series('loss', [[1, 1]]), series('acc', [[1, 1]])], [series('loss', [[1, 1]])])),
    ).toEqual([{ kind: 'missing', place: 'acc', presentIn: 'first', what: 'series', summary: '1 point' }]);
  });

  it('by another kind of step cannot be held together', async () => {
    expect(
      leaves(await compare([series('loss', [[1, 1]])], [series('loss', [[1, 1]], { stepKind: 'epoch' })])),
    ).toMatchObject([{ kind: 'entry-kind', place: 'loss' }]);
  });

  it('of times are shown, do not decide, and are listed with the rule', async () => {
    const compared = await compare(
      [series('loss', [[1, 1]]), series('epoch_time', [[1, 3.1]])],
      [series('loss', [[1, 1]]), series('epoch_time', [[1, 3.2]])],
    );
    expect(leaves(compared)).toMatchObject([{ kind: 'series', place: 'epoch_time', decides: false }]);
    expect(leavesOf(compared.difference).map(({ effect }) => effect)).toEqual(['none', 'structure']);
    expect(compared.coverage.totals).toMatchObject({ series: 1, points: 1 });
    expect(compared.coverage.notCompared).toMatchObject([
      { why: 'policy', reason: expect.stringContaining('epoch_time') },
    ]);
  });

  it('of times that only one side has do not decide either', async () => {
    const compared = await compare([series('wall_time', [[1, 3.1]])], []);
    expect(leaves(compared)).toMatchObject([{ kind: 'series', decides: false, onlyFirst: 1 }]);
    expect(compared.coverage.totals.series).toBe(0);
  });

  it('that the user ignores carry the glob', async () => {
    const policy = { ...exact, ignore: { ...exact.ignore, series: ['debug/*'] } };
    const compared = await compare([series('debug/x', [[1, 1]])], [series('debug/x', [[1, 2]])], policy);
    expect(leaves(compared)).toMatchObject([{ decides: false, policy: 'ignore.series "debug/*"' }]);
  });

  it('are paired without own names', async () => {
    const of = (own: string): BuiltRun => ({
      files: [{ path: 'm', role: 'metrics', series: [series(`${own}/loss`, [[1, 1]])] }],
      ownNames: [{ text: own, placeholder: '‹id›' }],
    });
    const compared = await compareBuilt(of('a1b2c3'), of('d4e5f6'));
    expect(leaves(compared)).toEqual([]);
    expect(compared.coverage.totals).toMatchObject({ series: 1, ownNamesReplaced: 2 });
  });

  it('out of what was printed are compared without a file', async () => {
    const of = (value: number): BuiltRun => ({ files: [], stdout: [series('loss', [[1, value]])] });
    const equal = await compareBuilt(of(1), of(1));
    expect(equal.difference).toBeNull();
    expect(equal.coverage.totals).toMatchObject({ series: 1, files: 0 });
    expect(equal.coverage.allBytesEqual).toBe(false);
    expect(leaves(await compareBuilt(of(1), of(2)))).toMatchObject([{ kind: 'series', place: 'loss' }]);
  });
});

describe('texts', () => {
  const texts = (...list: readonly string[]): Series => ({
    ...series('pred (text)', []),
    stepKind: 'row',
    points: list.map((text, step) => ({ step, value: Number.NaN, text })),
  });

  it('that differ are a difference', async () => {
    expect(leaves(await compare([texts('cat')], [texts('dog')]))).toMatchObject([
      { kind: 'series', place: 'pred (text)', firstValues: { first: 'cat', second: 'dog' }, tolerated: false },
    ]);
  });

  it('lie outside of every tolerance', async () => {
    expect(
      leaves(await compare([texts('1')], [texts('2')], tolerating({ atol: 100, rtol: 0, maxUlp: 0 }))),
    ).toMatchObject([{ tolerated: false }]);
  });

  it('and counters are no evidence', async () => {
    const { coverage } = await compare(
      [texts('cat'), series('epoch', [[1, 1]])],
      [texts('cat'), series('epoch', [[1, 1]])],
    );
    expect({ ...coverage.totals }).toMatchObject({ series: 0, points: 0 });
  });
});

it('a metric file with other bytes and the same points says why', async () => {
  const { difference } = await compare([series('loss', [[1, 1]])], [series('loss', [[1, 1]])]);
  expect(leavesOf(difference)).toMatchObject([
    {
      leaf: { kind: 'container-bytes', causes: [expect.stringContaining('the points are the same')] },
      effect: 'structure',
    },
  ]);
});
