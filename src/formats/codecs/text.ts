/** Whole text files, read within a bound and decoded strictly: a replacement character would make unequal texts equal. */
import type { ByteSource } from '../../model/byte-source.ts';
import { FormatProblem, LimitProblem } from '../../model/problem.ts';

/** Metric logs and JSON documents of real trainings stay below a tenth of it. */
const maxTextBytes = 256 * 1024 * 1024;

/**
 * The text of a source without its byte order mark.
 * @throws LimitProblem `TEXT_SIZE`; FormatProblem `TEXT_ENCODING` with the offset of the first byte that is not UTF-8
 */
export function readText(source: ByteSource, maxBytes = maxTextBytes): string {
  const file = source.name;
  if (source.byteLength > maxBytes)
    throw new LimitProblem('TEXT_SIZE', `The text has ${source.byteLength} bytes; at most ${maxBytes} are read.`, {
      place: { file },
    });
  const bytes = source.read(0, source.byteLength);
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'LE' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'BE' : null;
  if (mark !== null)
    throw new FormatProblem('TEXT_ENCODING', `The text is UTF-16${mark}; UTF-8 was expected.`, {
      place: { file, offset: 0 },
      remedy: 'Write the file with encoding="utf-8".',
    });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new FormatProblem('TEXT_ENCODING', 'The text is not UTF-8.', {
      place: { file, offset: firstInvalid(bytes) },
      remedy: 'Write the file with encoding="utf-8".',
      cause: error,
    });
  }
}

/** The length of the longest prefix that decodes, found by halving. */
function firstInvalid(bytes: Uint8Array): number {
  const decodes = (length: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (decodes(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** The first `bytes` bytes as Latin-1, for recognizing a format; shorter where the source is. Never throws for content. */
export function peekText(source: ByteSource, bytes: number): string {
  const head = source.read(0, Math.min(bytes, source.byteLength));
  return Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
}
