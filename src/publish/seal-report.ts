/** Seals, rendered: the digest is that of report.json as `jsonReporter` gives it, which is what is written, byte for byte. */
import { createHash } from 'node:crypto';
import type { Report } from '../model/report.ts';
import { jsonReporter } from '../report/json.ts';
import type { Seal } from '../report/seal.ts';

/** The text of a seal about the report.json of this report. */
export function sealText(seal: Seal, report: Report): string {
  return seal.render(report, sha256Of(jsonReporter.render(report, { color: false, columns: 100, verbose: true })));
}

/** Of the text in UTF-8. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
