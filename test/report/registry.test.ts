import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { jsonReporter } from '../../src/report/json.ts';
import { readReport } from '../../src/report/read-json.ts';
import { reporters } from '../../src/report/registry.ts';
import { arbitraryReport } from '../fixtures/reports/arbitrary-report.ts';
import { divergent, falseRecord, runFailed } from '../fixtures/reports/failing.ts';
import { equivalent } from '../fixtures/reports/passing.ts';

const plain = { color: false, columns: 80, verbose: true };

const handMade = Object.entries({ divergent, runFailed, falseRecord, equivalent });

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('ids are unique, and so are file names', () => {
  const ids = reporters.map((reporter) => reporter.id);
  const files = reporters.map((reporter) => reporter.fileName).filter((name) => name !== null);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(files).size).toBe(files.length);
});

describe.each(reporters)('$id', (reporter) => {
  test('renders the same bytes twice, and again after the report was read back', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const text = reporter.render(report, plain);
        expect(reporter.render(report, plain)).toBe(text);
        expect(reporter.render(readReport(jsonReporter.render(report, plain)), plain)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  test.each(handMade)('heeds neither time zone nor locale nor clock: %s', (_, report) => {
    const text = reporter.render(report, plain);
    vi.stubEnv('TZ', 'Asia/Kolkata');
    vi.stubEnv('LC_ALL', 'de_DE.UTF-8');
    const forbidden = (): never => {
      throw new Error('a reporter asked for a locale or a clock');
    };
    vi.spyOn(Number.prototype, 'toLocaleString').mockImplementation(forbidden);
    vi.spyOn(Date.prototype, 'toLocaleString').mockImplementation(forbidden);
    vi.spyOn(String.prototype, 'localeCompare').mockImplementation(forbidden);
    vi.spyOn(Date, 'now').mockImplementation(forbidden);
    vi.spyOn(Math, 'random').mockImplementation(forbidden);
    expect(reporter.render(report, plain)).toBe(text);
  });
});
