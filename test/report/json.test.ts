import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputProblem } from '../../src/model/problem.ts';
import type { Report } from '../../src/model/report.ts';
import { jsonReporter } from '../../src/report/json.ts';
import { readReport } from '../../src/report/read-json.ts';
import { arbitraryReport } from '../fixtures/reports/arbitrary-report.ts';
import { divergent } from '../fixtures/reports/failing.ts';
import { hostile } from '../fixtures/reports/hostile.ts';
import { identical } from '../fixtures/reports/passing.ts';

const options = { color: false, columns: 80, verbose: false };
const write = (report: Report): string => jsonReporter.render(report, options);

describe('report.json', () => {
  test('reads back as the report that was written, and renders byte by byte the same', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const text = write(report);
        const again = readReport(text);
        expect(again).toEqual(report);
        expect(write(again)).toBe(text);
        expect(write(report)).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  test('keeps numbers that JSON cannot hold, in differences and in facts', () => {
    const text = write(divergent);
    expect(text).toContain('"maxAbs": "inf"');
    expect(text).toContain('"last": { "$number": "nan" }');
    const facts = readReport(text).findings[0]?.facts;
    expect(facts?.last).toBeNaN();
    expect(facts?.steps).toEqual([1, 2, Number.NEGATIVE_INFINITY]);
    expect(facts?.zero).toBe(-0);
  });

  test('has the same bytes whatever the order in which a report was put together', () => {
    const reversed = JSON.parse(JSON.stringify(identical), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ) as Report;
    expect(write(reversed)).toBe(write(identical));
  });

  test('holds no character that cannot be seen, and no command for a runner', () => {
    const text = write(hostile);
    expect(text).not.toMatch(/[\u007f-\u00a0\u2028\u2029\u202e\u200b\ufeff]/);
    expect(text).not.toContain('##[');
    expect(text.split('\n').some((line) => line.trim().startsWith('::'))).toBe(false);
    expect(write(readReport(text))).toBe(text);
  });

  test('holds only what its schema names, so that a stray field never makes it unreadable', () => {
    expect(write({ ...identical, ...{ surprise: 1 } })).toBe(write(identical));
  });
});

describe('readReport refuses, with what was found and what was expected,', () => {
  const cases: readonly (readonly [string, string, string, RegExp])[] = [
    ['no JSON', '{"reportVersion": 1,', 'REPORT_NOT_JSON', /no JSON/],
    ['another document', '{"hello": 1}', 'REPORT_VERSION', /"reportVersion" is missing, expected 1/],
    ['a list', '[]', 'REPORT_VERSION', /missing/],
    ['a newer version', '{"reportVersion": 2}', 'REPORT_VERSION', /"2" was found, expected 1/],
    ['a field too few', '{"reportVersion": 1}', 'REPORT_INVALID', /"meta"/],
    ['a field too many', write(identical).replace('{', '{ "surprise": 1,'), 'REPORT_INVALID', /"surprise"/],
    [
      'a wrong type',
      write(identical).replace('"passed": true', '"passed": "yes"'),
      'REPORT_INVALID',
      /"\/judgement\/passed".*boolean/,
    ],
    ['an unknown kind', write(divergent).replace('"kind": "dtype"', '"kind": "odd"'), 'REPORT_INVALID', /\/difference/],
    ['a giant depth', '['.repeat(100_000), 'REPORT_TOO_DEEP', /deeper than 4,000/],
  ];
  test.each(cases)('%s', (_, text, code, message) => {
    const problem = caught(() => readReport(text));
    expect(problem).toBeInstanceOf(InputProblem);
    expect(problem).toMatchObject({ code });
    expect(problem instanceof Error ? problem.message : '').toMatch(message);
  });

  test('a deep but valid nest without running out of stack', () => {
    const deep = `${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`;
    const text = write(identical).replace('"findings": []', `"findings": [{"facts": ${deep}}]`);
    expect(caught(() => readReport(text))).toBeInstanceOf(InputProblem);
  });
});

function caught(action: () => unknown): unknown {
  try {
    action();
    return null;
  } catch (error) {
    return error;
  }
}
