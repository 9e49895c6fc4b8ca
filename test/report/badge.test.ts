/** `badge.json`: what shields.io takes, and green for nothing that did not pass. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { isPass } from '../../src/model/verdict.ts';
import { badgeReporter } from '../../src/report/badge.ts';
import { arbitraryReport } from '../fixtures/reports/arbitrary-report.ts';
import { cancelled, divergent, falseRecord, nothingCompared, runFailed } from '../fixtures/reports/failing.ts';
import { hostile } from '../fixtures/reports/hostile.ts';
import { finding } from '../fixtures/reports/parts.ts';
import { equivalent, identical, withinTolerance } from '../fixtures/reports/passing.ts';
import { badgeErrors } from './published-schemas.ts';

const render = (of: Report): string => badgeReporter.render(of, { color: false, columns: 100, verbose: true });
const badge = (of: Report) => {
  const { message, color, isError } = JSON.parse(render(of));
  return `${message}, ${color}${isError ? ', error' : ''}`;
};

test('is a whole document', () => {
  expect(JSON.parse(render(identical))).toEqual({
    schemaVersion: 1,
    label: 'reproducible',
    message: 'identical',
    color: 'brightgreen',
    isError: false,
  });
});

test.each([
  ['identical', identical, 'identical, brightgreen'],
  ['equivalent', equivalent, 'equivalent, brightgreen'],
  ['within tolerance', withinTolerance, 'within tolerance, green'],
  ['divergent', divergent, 'divergent, red, error'],
  ['inconclusive', nothingCompared, 'inconclusive, lightgrey, error'],
  ['a failed run', runFailed, 'run failed, lightgrey, error'],
  ['cancelled', cancelled, 'cancelled, lightgrey, error'],
  [
    'a verdict that contradicts itself',
    { ...divergent, judgement: { ...divergent.judgement, passed: true } },
    'divergent, red, error',
  ],
  ['identical with findings that fail the audit', falseRecord, 'identical, not passed, red, error'],
])('%s', (_, of, shown) => {
  expect(badge(of)).toBe(shown);
});

test('a pass with open warnings is another green', () => {
  const findings = [finding({ check: 'a/b', title: 'T', message: 'M' })];
  expect(badge({ ...identical, findings })).toBe('identical, green');
  expect(badge({ ...identical, findings: findings.map((one) => ({ ...one, waived: 'known' })) })).toBe(
    'identical, brightgreen',
  );
});

test('the audit of one record does not speak of reproducibility', () => {
  const of: Report = {
    ...identical,
    meta: { ...identical.meta, subject: 'check' },
    judgement: { ...identical.judgement, outcome: 'record-sound' },
  };
  expect(JSON.parse(render(of))).toMatchObject({ label: 'record', message: 'sound' });
});

describe('of any report', () => {
  test('shields.io takes it, and nothing green has not passed', () => {
    fc.assert(
      fc.property(arbitraryReport, (of) => {
        expect(badgeErrors(render(of))).toEqual([]);
        const { color, isError } = JSON.parse(render(of));
        if (/green/.test(color)) expect([isPass(of.judgement), isError]).toEqual([true, false]);
      }),
      { numRuns: 100 },
    );
  });

  test('it holds no text out of the report', () => {
    expect(render(hostile)).toBe(render(divergent));
  });

  test('shields.io refuses what is not of its form, so that the test above means something', () => {
    expect(badgeErrors(render(identical).replace('"color"', '"colour"'))).not.toEqual([]);
    expect(badgeErrors(render(identical).replace('"message": "identical"', '"message": ""'))).not.toEqual([]);
  });
});
