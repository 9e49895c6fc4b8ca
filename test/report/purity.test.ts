/** The same report gives the same bytes on any machine, in any time zone, under any locale, in whatever order its members stand. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { reporters } from '../../src/report/registry.ts';
import { gallery } from '../fixtures/reports/gallery.ts';
import { root } from '../house/source-tree.ts';

interface Rendered {
  readonly timeZone: string;
  readonly locale: string;
  readonly digests: Readonly<Record<string, string>>;
}

/** In a new process, since a running one has its locale for good. */
async function renderEverything(timeZone: string, locale: string, ...flags: readonly string[]): Promise<Rendered> {
  const argv = [join(root, 'scripts/run-ts.mjs'), join(root, 'test/report/digests-of-reports.ts'), ...flags];
  const environment = { ...process.env, TZ: timeZone, LANG: locale, LC_ALL: locale, LANGUAGE: locale };
  const { stdout } = await promisify(execFile)(process.execPath, argv, { env: environment, maxBuffer: 2 ** 24 });
  return JSON.parse(stdout);
}

test('every reporter renders every audit to the same bytes in another time zone, locale and order of members', async () => {
  // Turkish has a dotted capital I, German another order of letters and a comma in numbers; the zones are off by parts of an hour.
  const [first, second, third] = await Promise.all([
    renderEverything('America/St_Johns', 'de_DE.UTF-8'),
    renderEverything('Australia/Eucla', 'tr_TR.UTF-8'),
    renderEverything('UTC', 'C', '--shuffled'),
  ]);
  expect([first.timeZone, second.timeZone, third.timeZone]).toEqual(['America/St_Johns', 'Australia/Eucla', 'UTC']);
  expect([first.locale, second.locale]).toEqual(['de-DE', 'tr-TR']);
  expect(Object.keys(first.digests)).toHaveLength(reporters.length * Object.keys(gallery).length);
  expect(second.digests).toEqual(first.digests);
  expect(third.digests).toEqual(first.digests);
}, 300_000);
