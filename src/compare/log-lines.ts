/**
 * Lines of a log in bounded memory, and what of a line no two runs can share: own names, times, durations, rates,
 * addresses, process ids. Logs never decide, so this may take out too much; it must not stop at every line.
 */
import { type ByteSource, chunkBytes } from '../model/byte-source.ts';
import { type OwnNames, withoutOwnNames } from '../model/own-names.ts';

/** Progress bars write megabytes without a line's end: what follows is not held against the other log. */
export const longestLine = 16 * 1024;

/**
 * Lines without their ends, invalid UTF-8 as U+FFFD. Of a line that was drawn again and again (`\r`), the last state counts:
 * how often a progress bar was drawn depends on the clock. Lines are cut at `longestLine` bytes.
 * @throws FormatProblem where the log cannot be read
 */
export function* logLines(source: ByteSource): Generator<string, void, undefined> {
  const buffer = Buffer.allocUnsafeSlow(chunkBytes);
  const decoder = new TextDecoder();
  let held: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  for (let offset = 0; offset < source.byteLength; ) {
    const chunk = buffer.subarray(0, Math.min(chunkBytes, source.byteLength - offset));
    source.readInto(chunk, offset);
    offset += chunk.byteLength;
    let start = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, start)) {
      yield lineOf(decoder.decode(join(held, chunk.subarray(start, end))));
      held = new Uint8Array(0);
      start = end + 1;
    }
    held = join(held, chunk.subarray(start));
  }
  if (held.byteLength > 0) yield lineOf(decoder.decode(held));
}

function join(held: Uint8Array, more: Uint8Array): Uint8Array<ArrayBuffer> {
  // What is drawn after a `\r` replaces what stood before it.
  const drawn = more.lastIndexOf(0x0d, more.byteLength - 2);
  const [before, after] = drawn >= 0 ? [new Uint8Array(0), more.subarray(drawn + 1)] : [held, more];
  const room = longestLine - before.byteLength;
  const joined = new Uint8Array(before.byteLength + Math.min(room, after.byteLength));
  joined.set(before);
  joined.set(after.subarray(0, room), before.byteLength);
  return joined;
}

function lineOf(text: string): string {
  const line = text.endsWith('\r') ? text.slice(0, -1) : text;
  return line.slice(line.lastIndexOf('\r') + 1);
}

const volatileTexts: readonly (readonly [pattern: RegExp, placeholder: string])[] = [
  [/\b0x[0-9a-f]{4,}\b/gi, '‹address›'],
  [/\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}[:-]\d{2}[:-]\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?/g, '‹time›'],
  [/\b\d{4}\/\d{2}\/\d{2}\b/g, '‹time›'],
  [/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? (?:[A-Z][a-z]{2} +\d{1,2}|\d{1,2} [A-Z][a-z]{2})(?: \d{4})?/g, '‹time›'],
  [/\b(?:\d+:)?\d{1,2}:\d{2}(?:[.,]\d+)?\b/g, '‹time›'],
  [/\b1[5-9]\d{8}(?:\.\d+)?\b/g, '‹time›'],
  [
    /(?<![\w.])\d+(?:\.\d+)?(?:e[+-]?\d+)?\s?(?:it|its|iter|iters|step|steps|sample|samples|token|tokens|tok|img|images|batch|batches|ex|[kMG]i?B|B)\/(?:s|sec|second)\b/gi,
    '‹rate›',
  ],
  [/(?<![\w.])\d+(?:\.\d+)?\s?(?:s|sec|ms)\/(?:it|iter|step|batch|sample|epoch|token)\b/gi, '‹rate›'],
  [
    /(?<![\w.])\d+(?:\.\d+)?(?:e[+-]?\d+)?\s?(?:ns|us|µs|ms|s|sec|secs|seconds?|m|min|mins|minutes?|h|hr|hrs|hours?|d|days?)\b(?![/\w])/g,
    '‹duration›',
  ],
  [/\b(pid|process(?: id)?)([ =:#[(]+)\d+/gi, '$1$2‹pid›'],
];

/** The line with all of that taken out. */
export function neutralLine(line: string, names: OwnNames): string {
  let text = withoutOwnNames(line, names).text;
  for (const [pattern, placeholder] of volatileTexts) text = text.replace(pattern, placeholder);
  // Blanks pad numbers to columns, and the numbers are gone.
  return text.replace(/\s+/g, ' ').trim();
}
