/**
 * Metrics out of what a training printed, by patterns of the user's with named groups: `step` or `epoch`, and one group
 * for each series. Patterns run in RE2 (linear time), so that no pattern can hang the audit.
 *
 * Each line is matched once by each pattern. Carriage returns end a line too (progress bars), and colours are taken out.
 */
import { RE2JS } from 're2js';
import type { ByteSource } from '../../model/byte-source.ts';
import type { ReadNote } from '../../model/entry.ts';
import { InputProblem } from '../../model/problem.ts';
import { textLines } from '../codecs/text-lines.ts';
import type { MetricReading } from './metric-format.ts';
import { numberFromText } from './metric-number.ts';
import { type Row, seriesFromRows } from './rows.ts';
import type { MetricNumber } from './series-collector.ts';

export interface StdoutPattern {
  readonly pattern: RE2JS;
  /** Names of its groups; `step` and `epoch` place the values of the others. */
  readonly groups: readonly string[];
}

const maxPatternCharacters = 1000;
/** What is longer is no line that a person would read; it is counted in a note. */
const maxLineCharacters = 64 * 1024;

/**
 * Compiles the patterns of `metrics.stdout`.
 * @throws InputProblem `STDOUT_PATTERN`, all faulty patterns in one message
 */
export function compileStdoutPatterns(patterns: readonly string[]): readonly StdoutPattern[] {
  const faults: string[] = [];
  const compiled = patterns.flatMap((text) => {
    const fault = (why: string): [] => {
      faults.push(`${JSON.stringify(text.slice(0, 100))}: ${why}`);
      return [];
    };
    if (text.length > maxPatternCharacters)
      return fault(`it has ${text.length} characters; at most ${maxPatternCharacters} are allowed`);
    let pattern: RE2JS;
    try {
      pattern = RE2JS.compile(text);
    } catch (error) {
      return fault(error instanceof Error ? error.message : String(error));
    }
    const groups = Object.keys(pattern.namedGroups());
    if (!groups.some((name) => name !== 'step' && name !== 'epoch'))
      return fault('it names no series; name a group after one, as in "loss=(?<loss>[-+.0-9e]+)"');
    return [{ pattern, groups }];
  });
  if (faults.length === 0) return compiled;
  throw new InputProblem('STDOUT_PATTERN', `Patterns of metrics.stdout cannot be used: ${faults.join('; ')}.`, {
    remedy:
      'Patterns are RE2 (no look-around, no back-references) with named groups `step` or `epoch` and one for each series.',
  });
}

/** All series that the patterns find in a log. Never throws for what the log holds. */
export function readStdoutMetrics(source: ByteSource, patterns: readonly StdoutPattern[]): MetricReading {
  const rows: Row[] = [];
  let long = 0;
  let unreadable = 0;
  for (const line of textLines(source, { characters: maxLineCharacters })) {
    if (line === null) {
      long++;
      continue;
    }
    for (const { pattern, groups } of patterns) {
      const matcher = pattern.matcher(line);
      if (!matcher.find()) continue;
      const row = new Map<string, MetricNumber>();
      for (const name of groups) {
        const text = matcher.group(name);
        if (text === null || text === '') continue;
        const number = numberFromText(text);
        if (number === null) unreadable++;
        else row.set(name, number);
      }
      if (row.size > 0) rows.push(row);
    }
  }
  const notes: ReadNote[] = [];
  if (long > 0)
    notes.push({
      code: 'STDOUT_LONG_LINE',
      message: `${long} lines of more than ${maxLineCharacters} characters were not searched.`,
    });
  if (unreadable > 0)
    notes.push({
      code: 'STDOUT_NOT_A_NUMBER',
      message: `${unreadable} matched groups are no numbers and were not compared.`,
    });
  const { series, notes: more } = seriesFromRows(source.name, rows);
  return { series, notes: [...notes, ...more] };
}
