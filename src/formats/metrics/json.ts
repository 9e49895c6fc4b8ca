/**
 * Metrics in one JSON document, in the shapes that trainings write: a list of rows, an object of columns (Keras' history,
 * pandas), nested results (DVCLive), rows keyed by step. Hugging Face's state has a reader of its own (`trainer-state.ts`).
 *
 * A configuration is full of numbers too: a document counts as metrics where steps or epochs show, or its name says so.
 */
import type { ByteSource } from '../../model/byte-source.ts';
import type { ReadNote } from '../../model/entry.ts';
import { isProblem, withPlace } from '../../model/problem.ts';
import type { PlainValue } from '../../model/record.ts';
import { readPythonJson } from '../codecs/python-json.ts';
import { peekText, readText } from '../codecs/text.ts';
import { namedLikeMetrics } from './metric-file-names.ts';
import type { MetricFormat, MetricReading } from './metric-format.ts';
import { numberFromScalar, numberFromText } from './metric-number.ts';
import { collectRemains, digestText } from './remains.ts';
import { type Left, rowFromPlain } from './row-from-plain.ts';
import { type Row, seriesFromRows, stepKindOf } from './rows.ts';
import type { MetricNumber } from './series-collector.ts';
import { isTrainerState } from './trainer-state.ts';

const maxBytes = 64 * 1024 * 1024;
const maxValues = 2_000_000;
/** Keys under which a document keeps its rows; they add nothing to the names of series. */
const wrappers = /^(?:log_?history|history|logs?|rows|records|metrics|results|epochs|steps|data)$/i;

export const json: MetricFormat = {
  id: 'json',
  title: 'JSON metrics',
  recognizes(source, path) {
    if (source.byteLength > maxBytes || !/^(?:\u00ef\u00bb\u00bf)?\s*[[{]/.test(peekText(source, 64))) return false;
    try {
      const { value } = parse(source);
      if (isTrainerState(value)) return false;
      const shape = shapeOf(value);
      return shape.counted || (shape.numbers && namedLikeMetrics(path));
    } catch (error) {
      if (!isProblem(error)) throw error;
      // Unmistakable, but damaged: `read` says what is wrong.
      // A log may begin with `[` as well ([2026-01-15 …]), so a name without `.json` is no hint.
      return (namedLikeMetrics(path) && /\.json$/i.test(path)) || /"log_history"\s*:/.test(peekText(source, 4096));
    }
  },
  async read(source) {
    return readDocument(source);
  },
};

function parse(source: ByteSource) {
  try {
    return readPythonJson(readText(source, maxBytes), { file: source.name, maxValues });
  } catch (error) {
    throw isProblem(error) ? withPlace(error, { file: source.name }) : error;
  }
}

function readDocument(source: ByteSource): MetricReading {
  const { value, duplicates } = parse(source);
  const notes: ReadNote[] = duplicates.map(({ key, pointer }) => ({
    code: 'JSON_DUPLICATE_KEY',
    message: `The key ${JSON.stringify(key)} stands twice in the object at "${pointer}"; the last counts.`,
  }));
  const { tables, leftOut } = shapeOf(value);
  const remains = collectRemains();
  remains.addTexts(value);
  for (const [name, left] of leftOut) {
    for (const one of left) remains.add(name, digestText(JSON.stringify(one)));
    notes.push({
      code: 'METRICS_NOT_READ',
      message: `The long or deep data of ${JSON.stringify(name)} is compared as a whole.`,
    });
  }
  const read = tables.map((rows) => seriesFromRows(source.name, rows));
  const taken = new Map<string, number>();
  const series = read
    .flatMap((part) => part.series)
    .map((one) => {
      const before = taken.get(one.name) ?? 0;
      taken.set(one.name, before + 1);
      return before === 0 ? one : { ...one, name: `${one.name} (${before + 1})` };
    });
  const { series: texts, notes: aboutTexts } = remains.finish();
  return { series: [...series, ...texts], notes: [...notes, ...read.flatMap((part) => part.notes), ...aboutTexts] };
}

interface Table {
  readonly rows: readonly Row[];
  /** By its form a log: rows or columns at the top or under a key such as `history`, not single numbers. */
  readonly isLog: boolean;
}

interface Shape {
  /** Rows that belong together; each table finds its own steps. */
  readonly tables: readonly (readonly Row[])[];
  readonly leftOut: ReadonlyMap<string, readonly PlainValue[]>;
  /** A log with steps or epochs. */
  readonly counted: boolean;
  readonly numbers: boolean;
}

function shapeOf(value: PlainValue): Shape {
  const leftOut = new Map<string, PlainValue[]>();
  const left: Left = (name, long) => {
    const known = leftOut.get(name);
    if (known === undefined) leftOut.set(name, [long]);
    else known.push(long);
  };
  const tables = tablesOf(value, left).filter(({ rows }) => rows.some((row) => row.size > 0));
  const hasSteps = (row: Row) => row.size > 1 && [...row.keys()].some((name) => stepKindOf(name) !== null);
  const counted = tables.some(({ rows, isLog }) => isLog && rows.some(hasSteps));
  return { tables: tables.map(({ rows }) => rows), leftOut, counted, numbers: tables.length > 0 };
}

type Items = readonly (readonly [string, PlainValue])[];

function tablesOf(value: PlainValue, left: Left): readonly Table[] {
  const list = rowItems(value);
  if (list !== null) return [{ rows: rowsOf(list, '', left), isLog: true }];
  if (value.type === 'list') return [{ rows: columnsOf([['value', value]], left), isLog: false }];
  if (value.type !== 'map') return [];
  const keyed = keyedRows(value, left);
  if (keyed !== null) return [{ rows: keyed, isLog: true }];
  const tables: Table[] = [];
  const single = takeTables(value.items, true, tables, left);
  const row = rowFromPlain({ type: 'map', items: single }, left);
  if (row.size === 0) return tables;
  // Beside a log, single numbers are the state at the end of the training.
  const rows = tables.length === 0 ? [row] : [new Map([...row].map(([name, number]) => [`final/${name}`, number]))];
  return [...tables, { rows, isLog: false }];
}

/** Adds the tables among the members of an object, and gives the members that are none. */
function takeTables(items: Items, atTop: boolean, tables: Table[], left: Left): Items {
  const columns = items.filter(([, item]) => columnCells(item) !== null);
  const rest: (readonly [string, PlainValue])[] = [];
  if (columns.length > 0) tables.push({ rows: columnsOf(columns, left), isLog: true });
  for (const member of items) {
    const [key, item] = member;
    const wraps = wrappers.test(key);
    const list = rowItems(item);
    if (list !== null) tables.push({ rows: rowsOf(list, wraps ? '' : `${key}/`, left), isLog: wraps });
    else if (wraps && atTop && item.type === 'map') {
      const inner = takeTables(item.items, false, tables, left);
      if (inner.length > 0) rest.push([key, { type: 'map', items: inner }]);
    } else if (!columns.includes(member)) rest.push(member);
  }
  return rest;
}

/** The members of a list of objects; null for anything else. */
function rowItems(value: PlainValue): readonly PlainValue[] | null {
  if (value.type !== 'list' || value.items.length === 0) return null;
  return value.items.every((item) => item.type === 'map') ? value.items : null;
}

function rowsOf(items: readonly PlainValue[], prefix: string, left: Left): readonly Row[] {
  return items.map((item) => {
    const row = rowFromPlain(item, left);
    if (prefix === '') return row;
    return new Map([...row].map(([name, number]) => [stepKindOf(name) === null ? `${prefix}${name}` : name, number]));
  });
}

/** A list of numbers (nothing in between), or a map from row to number as pandas writes columns. */
function columnCells(value: PlainValue): readonly (readonly [string, PlainValue])[] | null {
  if (value.type === 'list')
    return value.items.length > 0 && value.items.every(isCell)
      ? value.items.map((item, row) => [String(row), item] as const)
      : null;
  if (value.type !== 'map' || value.items.length === 0) return null;
  return value.items.every(([key, item]) => /^\d+$/.test(key) && isCell(item)) ? value.items : null;
}

function isCell(value: PlainValue): boolean {
  return value.type === 'none' || (value.type !== 'list' && value.type !== 'map' && numberFromScalar(value) !== null);
}

function columnsOf(columns: readonly (readonly [string, PlainValue])[], left: Left): readonly Row[] {
  const rows = new Map<string, Map<string, MetricNumber>>();
  for (const [name, column] of columns) {
    const cells = columnCells(column);
    if (cells === null) left(name, column);
    for (const [at, cell] of cells ?? []) {
      const number = cell.type === 'list' || cell.type === 'map' ? null : numberFromScalar(cell);
      const row = rows.get(at) ?? new Map<string, MetricNumber>();
      rows.set(at, row);
      if (number !== null) row.set(name, number);
    }
  }
  return [...rows].sort(([a], [b]) => Number(a) - Number(b)).map(([, row]) => row);
}

/** `{"0": {…}, "1": {…}}`: rows keyed by their step. */
function keyedRows(value: Extract<PlainValue, { type: 'map' }>, left: Left): readonly Row[] | null {
  if (value.items.length < 2 || !value.items.every(([key, item]) => /^\d+$/.test(key) && item.type === 'map'))
    return null;
  return value.items.map(([key, item]) => {
    const row = rowFromPlain(item, left);
    if ([...row.keys()].some((name) => stepKindOf(name) !== null)) return row;
    return new Map([['step', numberFromText(key) ?? { value: Number.NaN }], ...row]);
  });
}
