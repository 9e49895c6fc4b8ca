/**
 * The text of a record file, decoded as people's tools write it: UTF-8 with or without a byte order mark, or UTF-16
 * (`pip freeze > requirements.txt` in Windows PowerShell). Bounded before it is read; bad bytes are a problem, not a crash.
 */
import type { ByteSource } from '../../model/byte-source.ts';
import { formatBytes } from '../../model/format-number.ts';
import { LimitProblem } from '../../model/problem.ts';

export interface RecordProblem {
  readonly code: string;
  readonly message: string;
  readonly line?: number;
}

export interface RecordText {
  readonly text: string;
  readonly problems: readonly RecordProblem[];
}

/** A record is written by hand or by one `json.dump`: beyond this size it is data, and reading it would only cost memory. */
const recordLimitBytes = 4 * 1024 * 1024;

/** Lock files name every file of every package for every platform: the largest that we know of has some 10 MB. */
export const lockLimitBytes = 16 * 1024 * 1024;

/** The whole file as text. @throws LimitProblem `RECORD_TOO_LARGE` */
export function readRecordText(source: ByteSource, limitBytes = recordLimitBytes): RecordText {
  if (source.byteLength > limitBytes)
    throw new LimitProblem(
      'RECORD_TOO_LARGE',
      `the file has ${formatBytes(source.byteLength)}; a record may have at most ${formatBytes(limitBytes)}`,
      { place: { file: source.name }, remedy: 'Write the record as a small file, or rename this one if it is data.' },
    );
  const bytes = source.read(0, source.byteLength);
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), problems: [] };
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    const before = text.slice(0, Math.max(0, text.indexOf('\ufffd')));
    const problem = { code: 'BAD_ENCODING', message: `the file is not valid ${encoding.toUpperCase()}` };
    return { text, problems: [{ ...problem, line: before.split('\n').length }] };
  }
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
