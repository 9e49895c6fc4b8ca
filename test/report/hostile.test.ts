import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/registry.ts';
import { annotationsReporter } from '../../src/report/annotations.ts';
import { summaryLimitBytes, summaryReporter } from '../../src/report/summary.ts';
import { terminalReporter } from '../../src/report/terminal.ts';
import { parseRunnerOutput } from '../e2e/runner-commands.ts';
import { hostile } from '../fixtures/reports/hostile.ts';

const plain = { color: false, columns: 100, verbose: true };

/** The tables of a Markdown text as GitHub finds them: lines that begin with `|`, between lines that are empty. */
function tablesOf(text: string): readonly (readonly string[])[] {
  return text
    .split(/\n{2,}/)
    .map((part) => part.split('\n').filter((line) => line !== ''))
    .filter((lines) => lines.some((line) => line.startsWith('|')))
    .map((lines) => {
      expect(lines.every((line) => line.startsWith('|'))).toBe(true);
      return lines;
    });
}

describe('names that try to break out', () => {
  test.each([40, 60, 100, 140])(
    'move, colour and hide nothing in a terminal of %d columns, and keep to its width',
    (columns) => {
      const text = terminalReporter.render(hostile, { ...plain, columns });
      expect(text).not.toMatch(
        /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\ufeff]/,
      );
      // One column more where a command at the very start of a line had to be broken up.
      const tooWide = text
        .split('\n')
        .filter((line) => /^[\x20-\x7e·│✗…▁-█×≠]*$/.test(line) && line.length > columns + 1);
      expect(tooWide).toEqual([]);
    },
  );

  test('with colour, leave no control sequence but our own colours', () => {
    const text = terminalReporter.render(hostile, { ...plain, color: true });
    expect(text.replace(/\u001b\[[0-9;]+m/g, '')).not.toContain('\u001b');
  });

  test('are no workflow commands when the report is printed in a job', () => {
    for (const color of [true, false]) {
      for (const columns of [40, 57, 100]) {
        expect(parseRunnerOutput(terminalReporter.render(hostile, { color, columns, verbose: true })).commands).toEqual(
          [],
        );
      }
    }
    expect(parseRunnerOutput(annotationsReporter.render(hostile, plain)).commands).toEqual([]);
    expect(parseRunnerOutput(summaryReporter.render(hostile, plain)).commands).toEqual([]);
  });

  test('are plain text in the step summary: no tag, link, image, mention or command of theirs', () => {
    const rendered = summaryReporter.render(hostile, plain);
    const fences = [...rendered.matchAll(/^(`{3,})([a-z]*)\n([\s\S]*?)\n\1$/gm)];
    // What stands in them is out of our own pages, to be copied as it is.
    for (const [, , , lines = '?'] of fences) expect(checks.some(({ fix }) => fix.includes(lines))).toBe(true);
    const text = fences.reduce((left, [fence]) => left.replace(fence, ''), rendered);
    const withoutOurs = text.replace(/<\/?(?:b|sub|code|pre|details|summary)>/g, '').replace(/&#\d+;/g, '');
    expect(withoutOurs).not.toMatch(/[<>&`*[\]~!@$\\]/);
    expect(withoutOurs).not.toMatch(/:\/\/|www\./i);
    // Headings are ours alone.
    expect(
      text
        .split('\n')
        .filter((line) => line.startsWith('#'))
        .every((line) => /^#{2,3} [✓✗?\w]/u.test(line)),
    ).toBe(true);
  });

  test('keep the shape of every table in the step summary: as many cells in each row as in its head', () => {
    const tables = tablesOf(summaryReporter.render(hostile, plain));
    expect(tables.flat().length).toBeGreaterThan(100);
    for (const [head = '', delimiter = '', ...rows] of tables) {
      expect(delimiter).toMatch(/^\|(?: -{3}:? \|)+$/);
      for (const row of [head, delimiter, ...rows]) expect(row).toMatch(/^\|(?: [^|]* \|)+$/);
      expect(new Set([head, delimiter, ...rows].map((row) => row.split('|').length)).size).toBe(1);
    }
  });

  test('never make the summary too long', () => {
    expect(Buffer.byteLength(summaryReporter.render(hostile, plain))).toBeLessThanOrEqual(summaryLimitBytes);
  });

  test('stay on one line of annotations, each a JSON object', () => {
    const lines = annotationsReporter.render(hostile, plain).trimEnd().split('\n');
    for (const line of lines) {
      const annotation: unknown = JSON.parse(line);
      expect(annotation).toMatchObject({ level: expect.stringMatching(/^(?:error|warning|notice)$/) });
      expect(line.length).toBeLessThan(5_000);
    }
  });
});
