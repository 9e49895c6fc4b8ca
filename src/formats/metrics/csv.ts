/**
 * Metrics in tables of text: comma, tab or semicolon between cells, one header row (RFC 4180 as loggers write it).
 *
 * Lightning leaves cells blank and spreads one step over several rows, Keras writes `NA`, Ultralytics pads its headers:
 * rows are placed by `rows.ts`, absent cells make no points. Texts are compared as they stand (`remains.ts`),
 * and their columns named in a note.
 */
import { CsvError, parse } from 'csv-parse/sync';
import type { ByteSource } from '../../model/byte-source.ts';
import type { ReadNote } from '../../model/entry.ts';
import { FormatProblem } from '../../model/problem.ts';
import { peekText, readText } from '../codecs/text.ts';
import { namedLikeMetrics } from './metric-file-names.ts';
import type { MetricFormat, MetricReading } from './metric-format.ts';
import { isAbsent, numberFromText } from './metric-number.ts';
import { collectRemains } from './remains.ts';
import { type Row, seriesFromRows, stepKindOf } from './rows.ts';
import type { MetricNumber } from './series-collector.ts';

const maxBytes = 128 * 1024 * 1024;
/** A row of a log has some hundred cells. */
const maxRowCharacters = 1_000_000;
const peekBytes = 64 * 1024;
const delimiters = ['\t', ',', ';'] as const;

export const csv: MetricFormat = {
  id: 'csv',
  title: 'CSV or TSV metrics',
  recognizes(source, path) {
    const head = peekText(source, peekBytes).replace(/^\u00ef\u00bb\u00bf/, '');
    // Control characters and JSON are no table.
    if (/[\0-\u0008\u000e-\u001f]/.test(head) || /^\s*[[{<#]/.test(head)) return false;
    const lines = head.split(/\r\n|\n|\r/);
    const delimiter = delimiterOf(lines[0] ?? '', path);
    if (delimiter === null) return false;
    const cells = (line: string) => line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    const header = cells(lines[0] ?? '');
    if (header.length < 2 || header.some((cell) => numberFromText(cell) !== null)) return false;
    const complete = source.byteLength <= peekBytes ? lines.slice(1) : lines.slice(1, -1);
    const rows = complete.filter((line) => line.trim() !== '').map(cells);
    const counted = header.some((cell) => stepKindOf(cell) !== null);
    if (!counted && !namedLikeMetrics(path)) return false;
    if (rows.length === 0) return counted;
    return header.some((name, column) => stepKindOf(name) === null && isNumeric(rows.map((row) => row[column] ?? '')));
  },
  async read(source, path) {
    return readTable(source, path);
  },
};

/** The delimiter that the header shows; where two do, a `.tsv` name breaks the tie. */
function delimiterOf(header: string, path: string): string | null {
  const found = delimiters.filter((delimiter) => header.includes(delimiter));
  const preferred = path.toLowerCase().endsWith('.tsv') ? '\t' : ',';
  return found.find((delimiter) => delimiter === preferred) ?? found[0] ?? null;
}

/** Numbers in at least nine of ten cells that are there. */
function isNumeric(cells: readonly string[]): boolean {
  const present = cells.filter((cell) => !isAbsent(cell));
  return present.length > 0 && present.filter((cell) => numberFromText(cell) !== null).length >= 0.9 * present.length;
}

function readTable(source: ByteSource, path: string): MetricReading {
  const text = readText(source, maxBytes);
  const delimiter = delimiterOf(text.slice(0, peekBytes).split(/\r|\n/, 1)[0] ?? '', path) ?? ',';
  const records = parseTable(source, text, delimiter);
  const notes: ReadNote[] = [];
  const remains = collectRemains();
  const header = uniqueNames(records[0] ?? [], notes);
  const body = records.slice(1);
  if (body.length === 0) notes.push({ code: 'METRICS_EMPTY', message: 'The table has no rows below its header.' });
  const last = body.at(-1);
  if (last !== undefined && last.length < header.length && !/[\r\n]$/.test(text)) {
    body.pop();
    remains.add('(last row, cut off)', last.join(delimiter));
    notes.push({ code: 'PARTIAL', message: `Row ${records.length}, the last one, is cut off: compared as it stands.` });
  }
  const ragged = body.filter((record) => record.length < header.length).length;
  if (ragged > 0)
    notes.push({
      code: 'CSV_RAGGED',
      message: `${ragged} rows have fewer cells than the header; the rest counts as blank.`,
    });
  const texts = new Map<string, number>();
  const rows = body.map((record, index) => {
    if (record.slice(header.length).some((cell) => cell !== ''))
      throw new FormatProblem(
        'CSV_COLUMNS',
        `Row ${index + 2} has ${record.length} cells, the header ${header.length}.`,
        {
          place: { file: source.name, line: index + 2 },
          remedy: 'Write a value for each column of the header; quote cells that contain the delimiter.',
        },
      );
    return rowOf(header, record, (name, cell) => {
      texts.set(name, (texts.get(name) ?? 0) + 1);
      remains.add(name, cell);
    });
  });
  for (const [name, count] of texts)
    notes.push({
      code: 'TEXT_COLUMN',
      message: `${count} cells of ${JSON.stringify(name)} are texts and make no points.`,
    });
  const { series, notes: more } = seriesFromRows(source.name, rows);
  const { series: others, notes: aboutTexts } = remains.finish();
  return { series: [...series, ...others], notes: [...notes, ...more, ...aboutTexts] };
}

function rowOf(
  header: readonly string[],
  record: readonly string[],
  isText: (name: string, cell: string) => void,
): Row {
  const row = new Map<string, MetricNumber>();
  header.forEach((name, column) => {
    const cell = record[column] ?? '';
    const number = numberFromText(cell);
    if (number !== null) row.set(name, number);
    else if (!isAbsent(cell)) isText(name, cell);
  });
  return row;
}

function parseTable(source: ByteSource, text: string, delimiter: string): readonly (readonly string[])[] {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: maxRowCharacters,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    throw new FormatProblem('CSV_SYNTAX', `The table cannot be read: ${error.message}.`, {
      place: { file: source.name, line },
      remedy: 'Write the table with a CSV library; a quote that is opened must be closed.',
      cause: error,
    });
  }
}

/** Padding off, blanks and repetitions given a name of their own. */
function uniqueNames(header: readonly string[], notes: ReadNote[]): readonly string[] {
  const taken = new Set<string>();
  return header.map((cell, column) => {
    const plain = cell.trim() === '' ? `column ${column + 1}` : cell.trim();
    let name = plain;
    for (let number = 2; taken.has(name); number++) name = `${plain} (${number})`;
    if (name !== plain)
      notes.push({ code: 'CSV_DUPLICATE_COLUMN', message: `The column ${JSON.stringify(plain)} stands there twice.` });
    taken.add(name);
    return name;
  });
}
