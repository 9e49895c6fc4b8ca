import { describe, expect, test } from 'vitest';
import type { Severity } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { summaryReporter } from '../../src/report/summary.ts';
import { terminalReporter } from '../../src/report/terminal.ts';
import { divergent } from '../fixtures/reports/failing.ts';
import { checkpoint, comparison, finding, inventory, lossSeries, report } from '../fixtures/reports/parts.ts';
import { identical } from '../fixtures/reports/passing.ts';

const terminal = (told: Report): string =>
  terminalReporter.render(told, { color: false, columns: 100, verbose: false });
const summary = (told: Report): string => summaryReporter.render(told, { color: false, columns: 100, verbose: false });

describe('the verdict', () => {
  test('says its word once', () => {
    expect(terminal(identical)).toMatch(/^✓ Identical: 2 runs agree byte for byte/);
    expect(summary(identical)).toMatch(/^## ✓ Identical\n\n<b>2 runs agree byte for byte/);
    expect(terminal(divergent).match(/Divergent/g)).toHaveLength(1);
  });

  test('does not list what the tables tell', () => {
    expect(terminal(divergent)).not.toContain('Run 1 and run 2 differ in');
    expect(terminal(divergent)).not.toContain('fail the audit');
  });
});

/** Both runs wrote below a folder that carries a time. */
function below(folder: string, changes: Partial<Report> = {}): Report {
  const neutral = `${folder}/‹time›/best.pt`;
  const files = (time: string) => [
    {
      path: `${folder}/${time}/best.pt`,
      neutralPath: neutral,
      role: 'checkpoint' as const,
      format: 'torch-zip',
      byteLength: 1,
      because: '',
    },
  ];
  return report({
    inventories: [inventory(1, { files: files('14-30') }), inventory(2, { files: files('14-31') })],
    comparisons: [comparison(null, { checkpoints: [{ ...checkpoint, place: neutral }] })],
    ...changes,
  });
}

describe('the folder that all files share', () => {
  test('is told once and left out of every row', () => {
    const text = terminal(below('outputs'));
    expect(text.match(/outputs/g)).toHaveLength(1);
    expect(text).toContain('Compared below outputs/‹time›/: ');
    expect(text).toMatch(/^ {2}best\.pt +3\.3 KiB/m);
  });

  test("is left out of a finding's place, which is a path of one run", () => {
    const place = { run: 2, file: 'outputs/14-31/best.pt', entry: null, line: null };
    const text = terminal(
      below('outputs', { findings: [finding({ check: 'a/b', title: 'T', message: 'M.', place })] }),
    );
    expect(text).toContain('a/b: M. (run 2, best.pt)');
  });
});

describe('findings', () => {
  const several = (severity: Severity, check: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      finding({ check, title: 'The title', message: `Message ${index}.`, severity }),
    );

  test('of one check are told once in a terminal, and the rest are counted', () => {
    const text = terminal(report({ findings: several('error', 'a/b', 4) }));
    expect(text).toContain('a/b: Message 0. And 3 more.');
    expect(text).not.toContain('Message 1.');
  });

  test('are all told with --verbose', () => {
    const told = report({ findings: several('error', 'a/b', 4) });
    expect(terminalReporter.render(told, { color: false, columns: 100, verbose: true })).toContain('Message 3.');
  });

  test('do not repeat the title of their check', () => {
    const told = report({ findings: several('error', 'a/b', 1) });
    expect(terminal(told)).not.toContain('The title');
    expect(summary(told)).not.toContain('The title');
  });

  test('that are notices are only named beside errors, and told where there is nothing worse', () => {
    const notices = several('notice', 'c/d', 2);
    expect(terminal(report({ findings: [...several('error', 'a/b', 1), ...notices] }))).toContain(
      '2 notices in report.json: c/d (2).',
    );
    expect(terminal(report({ findings: notices }))).toContain('c/d: Message 0.');
  });
});

describe('the last values of a series', () => {
  const last = (first: string, second: string): string => {
    const series = {
      ...lossSeries,
      firstDivergentStep: 1,
      last: { first: { step: 1, value: first }, second: { step: 1, value: second } },
    };
    return terminal(report({ comparisons: [comparison(null, { series: [series] })] }));
  };

  test.each([
    ['have six digits', '0.11966303652971409', '0.11680588605461555', ['0.119663', '0.116806']],
    ['have as many digits as tell them apart', '1.5450555086136', '1.5450633764267', ['1.545056', '1.545063']],
    ['are exact where nothing less tells them apart', '0.69314718', '0.69314724', ['0.69314718', '0.69314724']],
    ['are left as they are where they are whole numbers', '12345678', '12345679', ['12345678', '12345679']],
    ['may be no numbers', 'nan', 'inf', ['nan', 'inf']],
  ])('%s', (_, first, second, shown) => {
    const text = last(first, second);
    for (const value of shown) expect(text).toMatch(new RegExp(`(?<![\\d.])${value}(?![\\d.])`));
  });
});

test('what was not compared for one reason stands on one line', () => {
  const records = ['config.json', 'environment.json'].map((path, index) => ({
    run: 'both' as const,
    path,
    role: 'record' as const,
    why: 'listed' as const,
    reason: `records are judged by checks (kind ${index})`,
  }));
  expect(terminal(report({ comparisons: [comparison(null, { notCompared: records })] }))).toContain(
    'Not compared: 2 records, judged by checks: config.json, environment.json\n',
  );
});

test('a count of representable numbers beyond a million is left out', () => {
  expect(terminal(divergent)).not.toContain('ulp');
});
