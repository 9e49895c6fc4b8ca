/** What the page's script computes before it draws: plain functions, without a browser. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courseDifference } from '../../src/page/course-difference.ts';
import { coursesOf, joinLines } from '../../src/page/courses.ts';
import { drawnLine, lonePoints } from '../../src/page/drawn-line.ts';
import { histogramWords } from '../../src/page/histogram-words.ts';
import { columnsOf } from '../../src/page/map-columns.ts';
import { type TableView, viewRows } from '../../src/page/table-view.ts';
import { tensorGroups } from '../../src/page/tensor-groups.ts';
import { plainPath, type TensorRow, tensorRows } from '../../src/page/tensor-rows.ts';
import { scaleStep } from '../../src/page/ulp-scale.ts';
import type { MetricRow } from '../../src/report/story/metric-rows.ts';
import { divergent } from '../fixtures/reports/failing.ts';
import { gallery } from '../fixtures/reports/gallery.ts';
import { largeReport } from '../fixtures/reports/large.ts';
import { checkpoint, comparison, fileGroup, lossSeries, report, root } from '../fixtures/reports/parts.ts';

describe('courses', () => {
  it('join the points of the runs on one axis, and know how far apart they are where both have one', () => {
    const joined = joinLines([
      { steps: [0, 1, 3], values: [1, 2, 3] },
      { steps: [0, 2, 3], values: [1, 5, 3.5] },
    ]);
    expect(joined).toEqual({
      steps: [0, 1, 2, 3],
      values: [
        [1, 2, null, 3],
        [1, null, 5, 3.5],
      ],
      notFinite: [[], []],
      distances: [[0, null, null, 0.5]],
    });
  });

  it('know where a value is not finite', () => {
    const joined = joinLines([{ steps: [0, 1], values: ['nan' as unknown as number, 2] }]);
    expect(joined).toMatchObject({ values: [[null, 2]], notFinite: [[0]] });
  });

  it('are broken where a run is not finite, and joined where it only has no point', () => {
    expect(drawnLine([1, null, 3], new Set(), false)).toEqual([1, undefined, 3]);
    expect(drawnLine([1, null, 3], new Set([1]), false)).toEqual([1, null, 3]);
    // The break reaches to the next points.
    expect(drawnLine([1, null, null, null, 5], new Set([2]), false)).toEqual([1, null, null, null, 5]);
    expect(drawnLine([1, 0, -1, 5], new Set(), true)).toEqual([1, null, null, 5]);
  });

  it('show a point that stands alone between two breaks', () => {
    expect(lonePoints([1, null, 2, null, 3, undefined, 4])).toEqual([0, 2]);
  });

  it('of a run that becomes NaN say how many points are not finite, and from where', () => {
    const report = gallery.nan;
    if (report === undefined) throw new Error('the gallery has no such audit');
    const [course] = coursesOf(report).filter(({ notFinite }) => notFinite.length > 0);
    expect(course?.notFinite[0]?.count).toBeGreaterThan(0);
    expect(course?.notFinite[0]?.firstStep).toBeGreaterThan(0);
  });

  it('have room for their distance only where there is one', () => {
    const hasDistance = (name: string) => coursesOf(gallery[name] ?? divergent).map((course) => course.hasDistance);
    expect(hasDistance('identical').every((one) => !one)).toBe(true);
    expect(hasDistance('divergent-late')).toContain(true);
  });

  it('are drawn once where files repeat them, and not where there is a single point', () => {
    const report = gallery['hugging-face'];
    if (report === undefined) throw new Error('the gallery has no such audit');
    const courses = coursesOf(report);
    const names = courses.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(courses.find(({ name }) => name === 'loss')).toMatchObject({
      place: 'outputs/checkpoint-60/trainer_state.json',
      repeatedIn: 2,
    });
    expect(names).not.toContain('final/best_metric');
  });

  it('begin with the earliest divergence', () => {
    const courses = coursesOf(largeReport({ tensors: 4, checkpoints: 1, series: 3, points: 10 }));
    expect(courses.map(({ firstDivergentStep }) => firstDivergentStep)).toEqual([5, 5, 5]);
    expect(courses[0]?.counts).toEqual([
      { run: 1, count: 10, drawn: 10 },
      { run: 2, count: 10, drawn: 10 },
    ]);
  });
});

describe('what a chart says of its series', () => {
  const course: MetricRow['courses'] = [
    { steps: [0, 1, 2, 3], values: [] },
    { steps: [0, 1, 2, 3], values: [] },
  ];
  const leaf = {
    kind: 'series',
    place: 'loss',
    stepKind: 'epoch',
    firstStep: 2,
    firstValues: { first: '1', second: '2' },
    differing: 2,
    of: 4,
    onlyFirst: 0,
    onlySecond: 0,
    maxAbs: 1,
    maxRel: 1,
    maxAbsStep: 2,
    lastAbs: 1,
    tolerated: false,
    decides: true,
    policy: null,
  } as const;
  const told = (part: Partial<typeof leaf> | Readonly<Record<string, unknown>>, step = 2, proves = true) =>
    courseDifference(
      {
        series: { ...lossSeries, stepKind: 'epoch', firstDivergentStep: step },
        leaf: { ...leaf, ...part } as MetricRow['leaf'],
        courses: course,
        others: [],
      },
      proves,
    );

  it('is where it differs: at one step, at some, or to the end', () => {
    expect(told({})).toEqual({ words: 'differs from epoch 2 on', tone: 'bad' });
    expect(told({ differing: 1 })).toEqual({ words: 'differs at epoch 2', tone: 'bad' });
    expect(told({ tolerated: true }).tone).toBe('doubt');
    expect(told({}, 1).words).toBe('2 of 4 points differ, first at epoch 1');
    expect(told({}, 0.5).words).toContain('epoch 0.5');
  });

  it('is never that it is the same where the steps are of another kind', () => {
    const series = { ...lossSeries, firstDivergentStep: null };
    const kinds = { first: 'step', second: 'epoch' };
    const row = { series, leaf: { kind: 'entry-kind', place: 'loss', kinds }, courses: null, others: [] } as const;
    expect(courseDifference(row, true)).toEqual({ words: 'differs in what its steps count', tone: 'bad' });
  });

  it('is green only where the audit came to a verdict', () => {
    const row = { series: lossSeries, leaf: null, courses: null, others: [] };
    expect([true, false].map((proves) => courseDifference(row, proves).tone)).toEqual(['good', 'quiet']);
  });
});

describe('the groups of tensors', () => {
  it('follow the modules of the model, as deep as they fit', () => {
    const paths = ['enc.0.w', 'enc.0.b', 'enc.1.w', 'enc.1.b', 'head.w'];
    expect([...tensorGroups(paths, 3)]).toEqual([
      ['enc.0.w', 'enc.0.*'],
      ['enc.0.b', 'enc.0.*'],
      ['enc.1.w', 'enc.1.*'],
      ['enc.1.b', 'enc.1.*'],
      ['head.w', 'head.w'],
    ]);
    expect(new Set(tensorGroups(paths, 2).values())).toEqual(new Set(['enc.*', 'head.w']));
  });

  it('put neighbours together where there are too many for a group each', () => {
    const paths = Array.from({ length: 100 }, (_, layer) => `blocks.${layer}.w`);
    const groups = [...new Set(tensorGroups(paths, 10).values())];
    expect(groups).toHaveLength(10);
    expect(groups[0]).toBe('blocks.0.w … blocks.9.w');
  });

  it('name every tensor, and are never more than allowed', () => {
    const name = fc.array(fc.constantFrom('a', 'b', 'c', '1', '2'), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(name, { maxLength: 60 }), fc.integer({ min: 1, max: 12 }), (names, most) => {
        const paths = names.map((parts) => parts.join('.'));
        const groups = tensorGroups(paths, most);
        expect(new Set(groups.keys())).toEqual(new Set(paths));
        expect(new Set(groups.values()).size).toBeLessThanOrEqual(most);
      }),
    );
  });
});

describe('the rows of the table', () => {
  const row = (part: Partial<TensorRow>): TensorRow => ({
    checkpoint: 'a.pt',
    checkpointNumber: Number.POSITIVE_INFINITY,
    tensor: 'w',
    form: 'float32 [2]',
    state: 'values',
    note: '',
    tolerated: false,
    differing: 1,
    of: 2,
    maxAbs: 1,
    maxRel: 1,
    maxUlp: 1,
    firstIndex: '[0]',
    histogram: [1],
    size: 1,
    extent: '1 ulp',
    unit: 'ulp',
    scale: 1,
    ...part,
  });
  const view: TableView = {
    search: '',
    checkpoint: null,
    group: null,
    onlyDiffering: false,
    sort: null,
    descending: true,
  };

  it('hold every tensor that was compared, and what is missing on one side', () => {
    const [comparison] = divergent.comparisons;
    const compared = comparison?.coverage.checkpoints.reduce((sum, { digests }) => sum + digests.length, 0);
    expect(tensorRows(divergent).length).toBeGreaterThanOrEqual(compared ?? 0);
    expect(tensorRows(divergent).some(({ state }) => state === 'values')).toBe(true);
  });

  it('are found by all words that are typed', () => {
    const rows = [row({ tensor: 'enc.w' }), row({ tensor: 'dec.w' }), row({ tensor: 'enc.b', checkpoint: 'b.pt' })];
    expect(viewRows(rows, new Map(), { ...view, search: 'ENC b.pt' }).map(({ tensor }) => tensor)).toEqual(['enc.b']);
  });

  it('are sorted with what has no size last, whichever way', () => {
    const rows = [row({ maxUlp: Number.NaN }), row({ maxUlp: 2 }), row({ maxUlp: 5 })];
    const sorted = (descending: boolean) =>
      viewRows(rows, new Map(), { ...view, sort: 'maxUlp', descending }).map(({ maxUlp }) => maxUlp);
    expect(sorted(true)).toEqual([5, 2, Number.NaN]);
    expect(sorted(false)).toEqual([2, 5, Number.NaN]);
  });

  it('are sorted with what no number tells as farthest apart', () => {
    const none = { maxUlp: Number.NaN, maxAbs: Number.NaN };
    const rows = [
      row({ tensor: 'near', maxUlp: 2 }),
      row({ tensor: 'whole', ...none, unit: '' }),
      row({ tensor: 'shape', ...none, state: 'form', note: '[2] and [3]' }),
      row({ tensor: 'nan', maxUlp: 1, note: 'NaN or infinite: 0 and 1' }),
      row({ tensor: 'unread', ...none, state: 'unread', note: 'not read' }),
    ];
    for (const sort of ['differing', 'maxAbs', 'maxRel', 'maxUlp'] as const) {
      const sorted = viewRows(rows, new Map(), { ...view, sort }).map(({ tensor }) => tensor);
      expect(sorted.slice(0, 3)).toEqual(['shape', 'nan', 'unread']);
    }
  });

  it('tell of NaN and infinity, and of integers without a unit in the last place', () => {
    const values = (dtype: 'float32' | 'int64', part: object) => {
      const leaf = {
        kind: 'values',
        place: 'layer1~1w',
        dtype,
        shape: [2],
        delta: {
          differing: 1,
          of: 2,
          maxAbs: 3,
          maxRel: 1,
          maxUlp: '3',
          firstIndex: [0],
          firstValues: { first: '1', second: '2' },
          nonFinite: { first: 0, second: 0 },
          histogram: [1],
          ...part,
        },
        digests: { first: 'a', second: 'b' },
        tolerated: false,
      } as const;
      const digests = [{ path: 'layer1~1w', dtype, shape: [2], digests: { first: 'a', second: 'b' } }];
      const found = report({
        comparisons: [
          comparison(root(fileGroup(checkpoint.place, 'checkpoint', [leaf])), {
            checkpoints: [{ ...checkpoint, digests }],
          }),
        ],
      });
      return tensorRows(found)[0];
    };
    expect(values('float32', {})).toMatchObject({ tensor: 'layer1/w', extent: '3 ulp', scale: 2, note: '' });
    expect(values('int64', { maxUlp: null })).toMatchObject({ extent: '3', unit: '', scale: 2 });
    expect(values('float32', { nonFinite: { first: 0, second: 1 } })).toMatchObject({
      note: 'NaN or infinite: 0 and 1',
      scale: 7,
    });
  });

  it('spell names as the program does', () => {
    expect(['a~1b', '~2x', 'c~0d', '~3/e', 'plain[0]'].map(plainPath)).toEqual(['a/b', '[x', 'c~d', '/e', 'plain[0]']);
  });

  it('lie in checkpoints that are ordered by epoch, those around the first difference if there are too many', () => {
    const numbered = (number: number, state: TensorRow['state']) =>
      row({ checkpoint: `epoch_${number}.pt`, checkpointNumber: number, state });
    const few = [row({ checkpoint: 'best.pt' }), numbered(10, 'same'), numbered(2, 'same')];
    expect(columnsOf(few, 60).checkpoints).toEqual(['epoch_2.pt', 'epoch_10.pt', 'best.pt']);
    expect(viewRows(few, new Map(), { ...view, sort: 'checkpoint', descending: false })[0]?.checkpoint).toBe(
      'epoch_2.pt',
    );
    const many = Array.from({ length: 100 }, (_, at) => numbered(at + 1, at + 1 < 50 ? 'same' : 'values'));
    expect(columnsOf(many, 60)).toMatchObject({ before: 29, after: 11 });
    expect(columnsOf(many, 60).checkpoints).toContain('epoch_50.pt');
  });

  it('have sizes in words whose bins end where the next begins', () => {
    expect(histogramWords([12, 40, 0, 1], 'ulp')).toBe(
      'Sizes in ulp, of 53 looked at: 12 at 1, 40 at 2 to 3, 1 at 8 to 15',
    );
    expect(histogramWords([1], '')).toBe('Sizes, of 1 looked at: 1 at 1');
  });

  it('can be narrowed to what differs', () => {
    expect(viewRows([row({ state: 'same' }), row({})], new Map(), { ...view, onlyDiffering: true })).toHaveLength(1);
  });
});

it('the scale has eight steps over powers of two', () => {
  const steps = [0, 1, 2, 15, 16, 255, 256, 4096, 65536, 1048576, 2 ** 64, Number.POSITIVE_INFINITY];
  expect(steps.map(scaleStep)).toEqual([0, 1, 2, 2, 3, 3, 4, 5, 6, 7, 7, 7]);
});
