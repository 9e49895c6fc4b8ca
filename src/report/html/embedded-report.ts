/**
 * The whole `report.json` inside the page: what its charts and tables are drawn from, and what it hands out again. Compressed
 * (raw DEFLATE, RFC 1951, in base64), since thousands of tensors would make a page of tens of megabytes. The compression is our
 * bundle's own, not Node's, so that the same report gives the same bytes everywhere.
 */
import { deflateSync, strToU8 } from 'fflate';
import type { Report } from '../../model/report.ts';
import { jsonReporter } from '../json.ts';
import type { RenderOptions } from '../reporter.ts';

/** Beyond it a browser would choke on the page: the report then stands beside it only. */
const mostCharacters = 32_000_000;

/** The report in base64; null where it is too large to ride along. */
export function embeddedReport(report: Report, options: RenderOptions): string | null {
  const text = base64(deflateSync(strToU8(jsonReporter.render(report, options)), { level: 6, mem: 8 }));
  return text.length > mostCharacters ? null : text;
}

/** Divisible by 3, so that pieces of base64 can be put together. */
const pieceBytes = 3 * 8192;

/** RFC 4648, section 4. */
function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + pieceBytes))));
  }
  return pieces.join('');
}
