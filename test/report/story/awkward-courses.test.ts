/** Metric series that do not run alike: other steps, other kinds of steps, fractions, ends that come too soon. Judged by the real stages. */
import { describe, expect, test } from 'vitest';
import type { Series, StepKind } from '../../../src/model/point.ts';
import type { Report } from '../../../src/model/report.ts';
import { junitReporter } from '../../../src/report/junit.ts';
import { terminalReporter } from '../../../src/report/terminal.ts';
import { run } from '../../fixtures/audits/evidence.ts';
import { auditOf } from '../../fixtures/reports/made/audit-of.ts';
import { metricsFile } from '../../fixtures/reports/made/files.ts';

type Files = Readonly<Record<string, readonly Series[]>>;

function series(name: string, stepKind: StepKind, values: Readonly<Record<string, number>>): Series {
  const points = Object.entries(values).map(([step, value]) => ({ step: Number(step), value }));
  return { name, stepKind, points: points.toSorted((a, b) => a.step - b.step), rewritten: 0, precision: 'float64' };
}

/** Steps from 1 on. */
function steps(count: number, valueAt: (step: number) => number = (step) => 1 / step): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [index + 1, valueAt(index + 1)]));
}

async function audit(first: Files, second: Files): Promise<Report> {
  return auditOf(
    [first, second].map((files, index) => ({
      record: run(index + 1),
      files: Object.entries(files).map(([name, found]) => metricsFile(`outputs/${name}`, 'jsonl', found)),
    })),
  );
}

const shown = (report: Report): string =>
  terminalReporter.render(report, { color: false, columns: 200, verbose: false });

test('a fraction of an epoch is never rounded, in the verdict, the first difference and the finding alike', async () => {
  const loss = { '0.1': 3, '0.2': 2, '0.3': 1 };
  const report = await audit(
    { 'm.jsonl': [series('loss', 'epoch', loss)] },
    { 'm.jsonl': [series('loss', 'epoch', { ...loss, '0.2': 2.5 })] },
  );
  expect(report.judgement.sentence).toContain('first at epoch 0.2 of "loss"');
  expect(report.firstDifference.sentence).toContain('at epoch 0.2:');
  expect(shown(report)).toContain('Epoch 0.2 of 0.3');
  expect(report.findings.find(({ check }) => check === 'metrics/values-diverge')?.message).toContain('at epoch 0.2,');
});

test('how far a series went is read from its own file, not from one that counts otherwise', async () => {
  const files = (loss: Record<string, number>): Files => ({
    'epochs.jsonl': [series('loss', 'epoch', loss)],
    'steps.jsonl': [series('loss', 'step', steps(1000))],
  });
  const report = await audit(files(steps(10)), files({ ...steps(10), '3': 9 }));
  expect(shown(report)).toContain('Epoch 3 of 10, loss in epochs.jsonl');
});

describe('a series that one run counts by steps and the other by epochs', async () => {
  const report = await audit(
    { 'm.jsonl': [series('loss', 'step', steps(5))] },
    { 'm.jsonl': [series('loss', 'epoch', steps(5))] },
  );

  test('is a series that differs, and nowhere the same', () => {
    expect(report.judgement.sentence).toContain('metric series differs');
    expect(shown(report)).not.toMatch(/series (?:is|are) the same/);
    expect(report.firstDifference.sentence).toContain('"loss" in "outputs/m.jsonl" is a series by step');
  });

  test('is no green test', () => {
    const text = junitReporter.render(report, { color: false, columns: 80, verbose: false });
    expect(text).toMatch(/name="loss in outputs\/m\.jsonl"[^>]*>\s*<failure/);
  });
});

test('a run that ended sooner is said to have no points there, not to compute otherwise', async () => {
  const report = await audit(
    { 'm.jsonl': [series('loss', 'step', steps(100))] },
    { 'm.jsonl': [series('loss', 'step', steps(80))] },
  );
  expect(shown(report)).toContain('Find out why run 2 has no point of loss at step 81');
  expect(shown(report)).not.toContain('not deterministic');
});

test('a series that one run alone has stands with the metrics', async () => {
  const loss = series('loss', 'step', steps(5));
  const report = await audit({ 'm.jsonl': [loss, series('extra', 'step', steps(5))] }, { 'm.jsonl': [loss] });
  const text = shown(report);
  expect(text).toContain('Only in run 1: extra.');
  expect(text).not.toContain('Differences outside the metrics');
});
