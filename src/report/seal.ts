/**
 * The shape of a seal: a document about report.json itself, which it names by its digest. So it is no function of the Report alone;
 * whoever writes report.json (or would write it, byte for byte the same) hands in the digest. Pure as reporters are.
 */
import type { Report } from '../model/report.ts';

export interface Seal {
  /** As for reporters, and never the same as one of theirs. */
  readonly id: string;
  readonly title: string;
  readonly fileName: string;
  /** `reportSha256` in lower-case hexadecimal. */
  render(report: Report, reportSha256: string): string;
}
