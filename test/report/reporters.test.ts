/** What every reporter makes of every audit of the gallery, as text to be read: `npm run golden` writes it anew. */
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { statementSeal } from '../../src/report/intoto/statement.ts';
import { reporters } from '../../src/report/registry.ts';
import type { Reporter } from '../../src/report/reporter.ts';
import { terminalReporter } from '../../src/report/terminal.ts';
import { gallery } from '../fixtures/reports/gallery.ts';
import { readablePage } from './html/readable-page.ts';

const plain = { color: false, columns: 100, verbose: false };

/** Of the checks that found nothing one is enough: a word more in one of them would change every golden file. */
function withFewChecks(report: Report): Report {
  const found = new Set(report.findings.map(({ check }) => check));
  return { ...report, checks: report.checks.filter(({ id }, index) => index === 0 || found.has(id)) };
}

const listsEveryCheck: ReadonlySet<string> = new Set(['json', 'sarif']);

function goldenText(reporter: Reporter, report: Report): string {
  const text = reporter.render(listsEveryCheck.has(reporter.id) ? withFewChecks(report) : report, plain);
  return reporter.id === 'html' ? readablePage(text) : text;
}

/** Of reporters whose text goes into no file of their own. */
const endings: Readonly<Record<string, string>> = { annotations: '.jsonl' };

function endingOf({ id, fileName }: Reporter): string {
  return fileName === null ? (endings[id] ?? '.txt') : fileName.slice(fileName.lastIndexOf('.'));
}

describe.each(Object.entries(gallery))('the audit "%s"', (name, report) => {
  test.each(reporters)('reads well as $id', async (reporter) => {
    const file = `golden/${reporter.id}/${name}${endingOf(reporter)}`;
    await expect(goldenText(reporter, report)).toMatchFileSnapshot(file);
  });

  test('reads well as an attestation', async () => {
    // Not the true digest: a word more in report.json would change every golden file.
    await expect(statementSeal.render(report, 'd'.repeat(64))).toMatchFileSnapshot(`golden/intoto/${name}.json`);
  });
});

test.each(['divergent-late', 'environment-differs'])(
  'with colour and everything, the audit "%s" reads well in a narrow terminal',
  async (name) => {
    const report = gallery[name];
    if (report === undefined) throw new Error(`the gallery has no "${name}"`);
    const text = terminalReporter.render(report, { color: true, columns: 60, verbose: true });
    await expect(text).toMatchFileSnapshot(`golden/terminal/${name}.narrow.ansi.txt`);
  },
);
