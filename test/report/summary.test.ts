import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { renderSummary, summaryLimitBytes, summaryReporter } from '../../src/report/summary.ts';
import { divergent } from '../fixtures/reports/failing.ts';
import { comparison, fileGroup, lossSeries, report, root } from '../fixtures/reports/parts.ts';
import { identical } from '../fixtures/reports/passing.ts';

const options = { color: false, columns: 80, verbose: false };
const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');

/** Ten thousand of everything, with long names that need escaping. */
function giant(): Report {
  const many = Array.from({ length: 10_000 }, (_, index) => `layer_${index}/${'|<é>'.repeat(60)}`);
  return report({
    judgement: { ...divergent.judgement, reasons: many },
    comparisons: [
      comparison(
        root(
          fileGroup(
            'model.pt',
            'checkpoint',
            many.map((place) => ({ kind: 'missing', place, presentIn: 'first', what: 'entry', summary: place })),
          ),
        ),
        {
          series: many.map((name) => ({ ...lossSeries, name })),
          notCompared: many.map((path) => ({ run: 'both', path, role: 'other', why: 'unread', reason: path })),
        },
      ),
    ],
  });
}

describe('the step summary', () => {
  test('of a giant report stays below 900 KiB and says what was cut', () => {
    const text = summaryReporter.render(giant(), options);
    expect(bytes(text)).toBeLessThanOrEqual(summaryLimitBytes);
    expect(text).toContain('more: all of them are in report.json.');
    expect(text.startsWith('## ✗ Divergent')).toBe(true);
  });

  test.each([200_000, 50_000, 30_000])('fits into %d bytes, the verdict first, and says what was left out', (limit) => {
    const text = renderSummary(giant(), limit);
    expect(bytes(text)).toBeLessThanOrEqual(limit);
    expect(text.startsWith('## ✗ Divergent')).toBe(true);
    expect(text).toMatch(/Left out, since GitHub takes no longer summary: .*report\.json|more: all of them/);
  });

  test('drops settings before it drops findings', () => {
    let limit = bytes(renderSummary(divergent, summaryLimitBytes));
    while (renderSummary(divergent, limit).includes('<summary>Settings</summary>')) limit -= 50;
    const text = renderSummary(divergent, limit);
    expect(text).toContain('### Findings');
  });

  test('keeps a word on the verdict even where there is no room at all', () => {
    expect(renderSummary(identical, 100)).toMatch(/^## Identical\n/);
  });
});
