import { describe, expect, it } from 'vitest';
import type { ComparedSeries } from '../../../src/model/coverage.ts';
import type { LeafDifference } from '../../../src/model/difference.ts';
import type { Report } from '../../../src/model/report.ts';
import { renderTimeLine, timeLine } from '../../../src/report/html/time-line.ts';
import { fileNames } from '../../../src/report/story/file-names.ts';
import { gallery } from '../../fixtures/reports/gallery.ts';
import {
  checkpoint,
  comparison,
  fileGroup,
  inventory,
  lossSeries,
  report,
  root,
} from '../../fixtures/reports/parts.ts';

const series = (
  name: string,
  firstDivergentStep: number | null,
  part: Partial<ComparedSeries> = {},
): ComparedSeries => ({
  ...lossSeries,
  name,
  firstDivergentStep,
  ...part,
});

/** A scalar that differs: no tensor does. */
const scalarLeaf = (place: string, tolerated = false): LeafDifference => ({
  kind: 'scalar',
  place,
  values: { first: { type: 'float', text: '0.5' }, second: { type: 'float', text: '0.51' } },
  tolerated,
});

type SeriesLeaf = LeafDifference & { readonly kind: 'series' };

const seriesLeaf = (place: string, part: Partial<SeriesLeaf> = {}): LeafDifference => ({
  kind: 'series',
  place,
  stepKind: 'step',
  firstStep: 3,
  firstValues: { first: '1', second: '2' },
  differing: 1,
  of: 20,
  onlyFirst: 0,
  onlySecond: 0,
  maxAbs: 1,
  maxRel: 0.5,
  maxAbsStep: 3,
  lastAbs: 0,
  tolerated: false,
  decides: true,
  policy: null,
  ...part,
});

const stepsOf = (name: string) => ({
  path: 'metrics.jsonl',
  neutralPath: 'metrics.jsonl',
  name,
  stepKind: 'step' as const,
  count: 2,
  steps: [0, 1],
  values: [1, 1],
});

/** The line of one series of 20 steps, whose second run has other values at some of them. */
function lineApartAt(apart: readonly number[], leaf: Partial<SeriesLeaf> = {}) {
  const steps = Array.from({ length: 20 }, (_, step) => step);
  const summary = (run: number) => ({
    path: 'metrics.jsonl',
    neutralPath: 'metrics.jsonl',
    name: 'a',
    stepKind: 'step' as const,
    count: 20,
    steps,
    values: steps.map((step) => (run === 2 && apart.includes(step) ? step + 1 : step)),
  });
  const [firstStep = 0] = apart;
  const told = seriesLeaf('a', { firstStep, differing: apart.length, ...leaf });
  const made = report({
    inventories: [1, 2].map((run) => inventory(run, { series: [summary(run)] })),
    comparisons: [
      comparison(root(fileGroup('metrics.jsonl', 'metrics', [told])), { series: [series('a', firstStep)] }),
    ],
  });
  return timeLine(made, fileNames(made.inventories));
}

function lineOf(found: readonly ComparedSeries[], changes: Partial<Report> = {}) {
  const made = report({ comparisons: [comparison(null, { series: found })], ...changes });
  return timeLine(made, fileNames(made.inventories));
}

describe('the time line', () => {
  it('has a line for each series that differs, the earliest on top, and counts the others', () => {
    const line = lineOf([series('a', null), series('b', 12), series('c', 3), series('d', null)]);
    expect(line?.lines.map(({ name, difference }) => [name, difference.firstStep])).toEqual([
      ['c', 3],
      ['b', 12],
    ]);
    expect(line).toMatchObject({ from: 3, to: 19, same: 2, further: 0 });
  });

  it('draws five of them, and counts the rest', () => {
    const line = lineOf(Array.from({ length: 8 }, (_, index) => series(`s${index}`, index)));
    expect(line?.lines).toHaveLength(5);
    expect(line?.further).toBe(3);
  });

  it('leaves out series that are never judged', () => {
    expect(lineOf([series('time', 0, { decides: false })])).toBeNull();
  });

  it('begins with the first step of the series that it shows', () => {
    const steps = [5, 6, 7];
    const summary = {
      path: 'metrics.jsonl',
      neutralPath: 'metrics.jsonl',
      name: 'a',
      stepKind: 'step' as const,
      count: 3,
      steps,
      values: steps,
    };
    const line = lineOf([series('a', 6, { lastStep: 7 })], { inventories: [inventory(1, { series: [summary] })] });
    expect(line).toMatchObject({ from: 5, to: 7 });
  });

  it('has one line for what the Trainer repeats in every checkpoint, and draws what differs over what does not', () => {
    const report = gallery['hugging-face'];
    if (report === undefined) throw new Error('the gallery has no such audit');
    const line = timeLine(report, fileNames(report.inventories));
    const names = line?.lines.map(({ name }) => name) ?? [];
    expect(new Set(names).size).toBe(names.length);
    const last = line?.checkpoints.filter(({ at }) => at === line.to) ?? [];
    expect(last.length).toBeGreaterThan(1);
    expect(last.at(-1)?.tone).toBe('bad');
  });

  it('sets checkpoints where they say that they were saved, in the same kind of step only', () => {
    const epochs = series('loss', 2, { stepKind: 'epoch', lastStep: 4 });
    const made = report({
      comparisons: [
        comparison(root(fileGroup(checkpoint.place, 'checkpoint', [scalarLeaf('best_metric')])), {
          series: [{ ...epochs }, series('first', 0, { stepKind: 'epoch' })],
        }),
      ],
    });
    const line = timeLine(made, fileNames(made.inventories));
    expect(line?.checkpoints).toEqual([
      { name: 'checkpoints/best_model.safetensors', at: 3, tone: 'bad', words: 'differs' },
    ]);
    expect(lineOf([series('loss', 2)])?.checkpoints).toEqual([]);
  });

  it('says in words what it draws', () => {
    const line = lineOf([series('loss', 12), series('acc', null)]);
    const picture = line === null ? '' : renderTimeLine(line).markup;
    expect(picture).toContain('differs from step 12 on');
    expect(picture).toContain('1 other series');
    expect(picture.match(/<svg[^>]*>/g)?.every((tag) => tag.includes('aria-hidden="true"'))).toBe(true);
  });

  it('says where the runs differ, and where they are the same again', () => {
    const told = (apart: readonly number[], leaf: Partial<SeriesLeaf> = {}) => {
      const { words, tone, apart: stretches } = lineApartAt(apart, leaf)?.lines[0]?.difference ?? {};
      return [words, tone, stretches];
    };
    expect(told([3])).toEqual(['differs at step 3', 'bad', [[3, 3]]]);
    expect(told([4, 5, 9])).toEqual([
      '3 of 20 points differ, first at step 4',
      'bad',
      [
        [4, 5],
        [9, 9],
      ],
    ]);
    expect(told([18, 19], { tolerated: true })).toEqual([
      'differs from step 18 on, tolerated',
      'doubt',
      [[18, Number.POSITIVE_INFINITY]],
    ]);
    // The points at hand are not those that were compared: only the first step is known.
    expect(told([4, 5, 9], { differing: 7 })[2]).toBeNull();
  });

  it('draws what is tolerated in the colour of doubt, and nothing green without a verdict', () => {
    const tolerated = lineApartAt([3], { tolerated: true });
    const picture = tolerated === null ? '' : renderTimeLine(tolerated).markup;
    expect(picture).toContain('tone-doubt');
    expect(picture).not.toMatch(/(?:tone-|")bad/);
    for (const outcome of ['inconclusive', 'run-failed', 'cancelled'] as const) {
      const line = lineOf([series('a', null)], { judgement: { ...report().judgement, outcome } });
      expect(line === null ? '' : renderTimeLine(line).markup).not.toContain('good');
    }
  });

  it('counts no series as the same whose steps are of another kind', () => {
    const leaf: LeafDifference = { kind: 'entry-kind', place: 'a', kinds: { first: 'step', second: 'epoch' } };
    const line = lineOf([series('a', null)], {
      comparisons: [comparison(root(fileGroup('metrics.jsonl', 'metrics', [leaf])), { series: [series('a', null)] })],
      inventories: [inventory(1, { series: [{ ...stepsOf('a'), steps: [0, 1] }] }), inventory(2)],
    });
    expect(line).toMatchObject({ same: 0, lines: [{ difference: { words: 'differs in what its steps count' } }] });
  });

  it('judges checkpoints by all that differs in them, and shows those that only one run has or that were not read', () => {
    const mark = (difference: LeafDifference, compared = true) => {
      const made = report({
        comparisons: [
          comparison(root(fileGroup(checkpoint.place, 'checkpoint', [difference])), {
            series: [series('loss', 2, { stepKind: 'epoch', lastStep: 4 })],
            checkpoints: compared ? [checkpoint] : [],
          }),
        ],
        inventories: [
          inventory(1, { series: [{ ...stepsOf('loss'), stepKind: 'epoch', steps: [0, 4] }] }),
          inventory(2),
        ],
      });
      const [found] = timeLine(made, fileNames(made.inventories))?.checkpoints ?? [];
      return found === undefined ? null : `${found.tone}: ${found.words}`;
    };
    expect(mark(scalarLeaf('best_metric'))).toBe('bad: differs');
    expect(mark(scalarLeaf('best_metric', true))).toBe('doubt: within the tolerance');
    const missing: LeafDifference = { kind: 'missing', place: '', presentIn: 'first', what: 'file', summary: '' };
    expect(mark(missing, false)).toBe('bad: only in run 1');
    const unread: LeafDifference = { kind: 'unread', place: '', side: 'second', code: 'broken', reason: 'broken' };
    expect(mark(unread, false)).toBe('doubt: not read');
  });

  it('keeps the fractions of epochs', () => {
    const line = lineOf([series('loss', 0.1, { stepKind: 'epoch', lastStep: 2.5 })]);
    const picture = line === null ? '' : renderTimeLine(line).markup;
    expect(picture).toContain('differs from epoch 0.1 on');
    expect(picture).toContain('epoch 2.5');
  });

  it('survives a training of a single step', () => {
    const line = lineOf([series('loss', 19)]);
    expect(line === null ? '' : renderTimeLine(line).markup).not.toContain('NaN');
  });
});
