/**
 * A process of its own for `purity.test.ts`: prints the digest of what every reporter makes of every audit of the gallery, and in which time
 * zone and locale that was. With `--shuffled` the members of every object stand in another order first.
 */
import { createHash } from 'node:crypto';
import type { Report } from '../../src/model/report.ts';
import { reporters } from '../../src/report/registry.ts';
import { gallery } from '../fixtures/reports/gallery.ts';
import { hashed } from '../fixtures/reports/made/numbers.ts';

function shuffled<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(shuffled) as T;
  const members = Object.entries(value).map(([key, member]) => [key, shuffled(member)] as const);
  return Object.fromEntries(members.toSorted(([a], [b]) => hashed(a) - hashed(b))) as T;
}

const options = { color: false, columns: 100, verbose: true };
const digests = Object.entries(gallery).flatMap(([name, report]) => {
  const given: Report = process.argv.includes('--shuffled') ? shuffled(report) : report;
  return reporters.map((reporter) => {
    const digest = createHash('sha256').update(reporter.render(given, options)).digest('hex');
    return [`${name} as ${reporter.id}`, digest] as const;
  });
});
const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
console.log(JSON.stringify({ timeZone, locale, digests: Object.fromEntries(digests) }));
