import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { jsonReporter } from '../../src/report/json.ts';
import { readReport } from '../../src/report/read-json.ts';
import { reporters } from '../../src/report/registry.ts';
import { summaryLimitBytes, summaryReporter } from '../../src/report/summary.ts';
import { terminalReporter } from '../../src/report/terminal.ts';
import { manyTensors, oneLongSeries } from '../fixtures/reports/stress.ts';

const plain = { color: false, columns: 100, verbose: false };
/** Generous: the machines of CI are slow, and what is meant is "not minutes". */
const longestMs = 30_000;

const large: Readonly<Record<string, Report>> = {
  '10,000 tensors in four checkpoints and 200 series': await manyTensors(),
  'one series of 100,000 points': await oneLongSeries(),
  'one series of 100,000 points, all of them in the report': await oneLongSeries({ whole: true }),
};

describe.each(Object.entries(large))('of %s', (_, report) => {
  test.each(reporters)('$id makes its report in time', (reporter) => {
    const started = performance.now();
    expect(reporter.render(report, plain).length).toBeGreaterThan(100);
    expect(performance.now() - started).toBeLessThan(longestMs);
  });

  test('the step summary is one that GitHub takes, and the terminal fits on a few screens', () => {
    expect(Buffer.byteLength(summaryReporter.render(report, plain))).toBeLessThan(summaryLimitBytes);
    expect(terminalReporter.render(report, plain).split('\n').length).toBeLessThan(150);
  });

  test('the JSON is read back', () => {
    const text = jsonReporter.render(report, plain);
    expect(readReport(text).judgement).toEqual(report.judgement);
  });
});

test('200 series and 40,000 tensors are counted where they are left out', () => {
  const report = large['10,000 tensors in four checkpoints and 200 series'];
  const text = report === undefined ? '' : terminalReporter.render(report, plain);
  expect(text).toContain('20,000 of 40,000 tensors and 200 of 200 metric series differ; first at step 60');
  expect(text).toContain('… and 188 more: all of them are in report.json.');
  expect(text).toContain('… and 19,996 more: all of them are in report.json.');
});
