import { describe, expect, it } from 'vitest';
import type { ComparedSeries } from '../../../src/model/coverage.ts';
import type { Report } from '../../../src/model/report.ts';
import { renderTimeLine, timeLine } from '../../../src/report/html/time-line.ts';
import { fileNames } from '../../../src/report/story/file-names.ts';
import { gallery } from '../../fixtures/reports/gallery.ts';
import { checkpoint, comparison, inventory, lossSeries, report } from '../../fixtures/reports/parts.ts';

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

function lineOf(found: readonly ComparedSeries[], changes: Partial<Report> = {}) {
  const made = report({ comparisons: [comparison(null, { series: found })], ...changes });
  return timeLine(made, fileNames(made.inventories));
}

describe('the time line', () => {
  it('has a line for each series that differs, the earliest on top, and counts the others', () => {
    const line = lineOf([series('a', null), series('b', 12), series('c', 3), series('d', null)]);
    expect(line?.lines.map(({ name, divergesAt }) => [name, divergesAt])).toEqual([
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
    expect(last.at(-1)?.differs).toBe(true);
  });

  it('sets checkpoints where they say that they were saved, in the same kind of step only', () => {
    const epochs = series('loss', 2, { stepKind: 'epoch', lastStep: 4 });
    const made = report({
      comparisons: [
        comparison(null, {
          series: [{ ...epochs }, series('first', 0, { stepKind: 'epoch' })],
          checkpoints: [{ ...checkpoint, differingTensors: 1 }],
        }),
      ],
    });
    const line = timeLine(made, fileNames(made.inventories));
    expect(line?.checkpoints).toEqual([{ name: 'checkpoints/best_model.safetensors', at: 3, differs: true }]);
    expect(lineOf([series('loss', 2)])?.checkpoints).toEqual([]);
  });

  it('says in words what it draws', () => {
    const line = lineOf([series('loss', 12), series('acc', null)]);
    const picture = line === null ? '' : renderTimeLine(line).markup;
    expect(picture).toContain('differs from step 12 on');
    expect(picture).toContain('1 other series');
    expect(picture.match(/<svg[^>]*>/g)?.every((tag) => tag.includes('aria-hidden="true"'))).toBe(true);
  });

  it('survives a training of a single step', () => {
    const line = lineOf([series('loss', 19)]);
    expect(line === null ? '' : renderTimeLine(line).markup).not.toContain('NaN');
  });
});
