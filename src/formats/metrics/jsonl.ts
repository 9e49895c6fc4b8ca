/**
 * JSON Lines: one object a line, its numbers placed by `step`, `epoch` and their kin (see `rows.ts`).
 *
 * A last line without its end is what a killed run leaves: a note. A broken line before that is a fault of the file. What
 * is no number is kept as text.
 */
import type { ByteSource } from '../../model/byte-source.ts';
import type { ReadNote } from '../../model/entry.ts';
import { FormatProblem, isProblem, withPlace } from '../../model/problem.ts';
import type { PlainValue } from '../../model/record.ts';
import { readPythonJson } from '../codecs/python-json.ts';
import { peekText, readText } from '../codecs/text.ts';
import { namedLikeMetrics } from './metric-file-names.ts';
import type { MetricFormat, MetricReading } from './metric-format.ts';
import { collectRemains, digestText, type Remains } from './remains.ts';
import { rowFromPlain } from './row-from-plain.ts';
import { type Row, seriesFromRows, stepKindOf } from './rows.ts';

const peekBytes = 64 * 1024;
/** Configuration may stand in the first lines, before the first metrics. */
const peekLines = 50;

export const jsonl: MetricFormat = {
  id: 'jsonl',
  title: 'JSON Lines metrics',
  recognizes(source, path) {
    const head = peekText(source, peekBytes);
    if (!/^(?:\u00ef\u00bb\u00bf)?\s*\{/.test(head)) return false;
    const lines = head.split('\n');
    const whole = source.byteLength <= peekBytes;
    // A line that is cut by the peek, or that is not finished yet, says nothing.
    const complete = (whole && parses(lines.at(-1) ?? '') ? lines : lines.slice(0, -1)).filter(
      (line) => line.trim() !== '',
    );
    const objects = complete.slice(0, peekLines).map(parseLine);
    if (objects.length === 0 || objects.some((object) => object?.type !== 'map')) return false;
    const rows = objects.map((object) => (object === null ? new Map() : rowFromPlain(object, () => {})));
    const counted = rows.some((row) => row.size > 1 && [...row.keys()].some((name) => stepKindOf(name) !== null));
    return counted || (objects.length > 1 && namedLikeMetrics(path) && rows.some((row) => row.size > 0));
  },
  async read(source) {
    return readJsonLines(source);
  },
};

function parseLine(line: string): PlainValue | null {
  try {
    return readPythonJson(line.replace(/^\u00ef\u00bb\u00bf/, '')).value;
  } catch (error) {
    if (isProblem(error)) return null;
    throw error;
  }
}

function parses(line: string): boolean {
  return parseLine(line) !== null;
}

function readJsonLines(source: ByteSource): MetricReading {
  const text = readText(source);
  const rows: Row[] = [];
  const notes: ReadNote[] = [];
  const remains = collectRemains();
  const leftOut = new Set<string>();
  let others = 0;
  let duplicates = 0;
  let line = 0;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const content = text.slice(start, end);
    line++;
    if (content.trim() !== '') {
      const value = readLine(source, content, line, feed < 0, notes, remains, (count) => {
        duplicates += count;
      });
      if (value?.type === 'map') {
        const row = rowFromPlain(value, (name, long) => {
          leftOut.add(name);
          remains.add(name, digestText(JSON.stringify(long)));
        });
        rows.push(row);
        remains.addTexts(value);
      } else if (value !== null) {
        others++;
        remains.add('(lines that are no objects)', content);
      }
    }
    start = end + 1;
  }
  if (others > 0)
    notes.push({
      code: 'JSONL_NOT_AN_OBJECT',
      message: `${others} lines are no objects and are compared as they stand.`,
    });
  if (duplicates > 0)
    notes.push({
      code: 'JSON_DUPLICATE_KEY',
      message: `${duplicates} keys stand twice in their object; the last counts.`,
    });
  for (const name of leftOut)
    notes.push({
      code: 'METRICS_NOT_READ',
      message: `The long or deep data of ${JSON.stringify(name)} is compared as a whole.`,
    });
  const { series, notes: more } = seriesFromRows(source.name, rows);
  const { series: texts, notes: aboutTexts } = remains.finish();
  return { series: [...series, ...texts], notes: [...notes, ...more, ...aboutTexts] };
}

function readLine(
  source: ByteSource,
  content: string,
  line: number,
  isLast: boolean,
  notes: ReadNote[],
  remains: Remains,
  twice: (count: number) => void,
): PlainValue | null {
  try {
    const { value, duplicates } = readPythonJson(content);
    twice(duplicates.length);
    return value;
  } catch (error) {
    if (!isProblem(error)) throw error;
    const { offset: _, ...place } = error.place;
    if (error.code !== 'JSON_SYNTAX') throw withPlace(error, { file: source.name, line });
    if (isLast) {
      notes.push({ code: 'PARTIAL', message: `Line ${line}, the last one, is cut off: compared as it stands.` });
      remains.add('(last line, cut off)', content);
      return null;
    }
    throw new FormatProblem('JSONL_LINE', `Line ${line} is not JSON. ${error.message}`, {
      place: { ...place, file: source.name, line },
      remedy: 'Write one whole object a line; two processes must not write into one file.',
    });
  }
}
