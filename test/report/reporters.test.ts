/** What every reporter makes of every audit of the gallery, as text to be read: `npm run golden` writes it anew. */
import { describe, expect, test } from 'vitest';
import { reporters } from '../../src/report/registry.ts';
import type { Reporter } from '../../src/report/reporter.ts';
import { terminalReporter } from '../../src/report/terminal.ts';
import { gallery } from '../fixtures/reports/gallery.ts';

const plain = { color: false, columns: 100, verbose: false };

/** Its output is looked at in a browser, and as text it would say nothing. */
const notText: ReadonlySet<string> = new Set(['html']);

/** Of reporters whose text goes into no file of their own. */
const endings: Readonly<Record<string, string>> = { annotations: '.jsonl' };

function endingOf({ id, fileName }: Reporter): string {
  return fileName === null ? (endings[id] ?? '.txt') : fileName.slice(fileName.lastIndexOf('.'));
}

describe.each(Object.entries(gallery))('the audit "%s"', (name, report) => {
  test.each(reporters.filter(({ id }) => !notText.has(id)))('reads well as $id', async (reporter) => {
    const file = `golden/${reporter.id}/${name}${endingOf(reporter)}`;
    await expect(reporter.render(report, plain)).toMatchFileSnapshot(file);
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
