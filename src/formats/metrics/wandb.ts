/**
 * Weights & Biases' log of a run (`wandb/offline-run-…/run-….wandb`; the only place where offline runs keep anything): the
 * history as series by `_step`, what the summary says beyond it, the configuration and the environment as records.
 *
 * The tracker's own keys (`_wandb`), samples of the machine, printed lines and telemetry are left out, histograms compared as a
 * whole; `_timestamp` and `_runtime` become series that the list of volatile series keeps from deciding.
 */
import type { ByteSource } from '../../model/byte-source.ts';
import type { ReadNote } from '../../model/entry.ts';
import { FormatProblem, isProblem } from '../../model/problem.ts';
import type { PlainValue } from '../../model/record.ts';
import { type LogRecord, readLogRecords } from '../codecs/leveldb-log.ts';
import { type ValueTree, valueTree } from '../trackers/value-tree.ts';
import { addEnvironmentFields, wandbEnvironment } from '../trackers/wandb-environment.ts';
import { readWandbRecord, type WandbItem, type WandbRecord } from '../trackers/wandb-record.ts';
import type { FoundRecord, MetricFormat, MetricReading } from './metric-format.ts';
import { collectRemains, digestText, type Remains } from './remains.ts';
import { rowFromPlain } from './row-from-plain.ts';
import { collectSeries, type SeriesCollector } from './series-collector.ts';

/** `:W&B`, the magic number 0xBEE1, version 0. */
const header = [0x3a, 0x57, 0x26, 0x42, 0xe1, 0xbe, 0x00];
const maxRecordBytes = 64 * 1024 * 1024;
/** Learning rates by group; longer lists are data. */
const maxListed = 16;

export const wandb: MetricFormat = {
  id: 'wandb',
  title: "Weights & Biases' log",
  inTrackersPlaces: 'also',
  recognizes(source, path) {
    if (/(?:^|\/)wandb\/[^/]+\/run-[^/]+\.wandb$/.test(path)) return true;
    return source.byteLength >= header.length && header.slice(0, 6).every((byte, at) => source.read(at, 1)[0] === byte);
  },
  async read(source) {
    return readLog(source);
  },
};

interface Reading {
  readonly collector: SeriesCollector;
  readonly remains: Remains;
  readonly notes: ReadNote[];
  /** What the history said last of each key, as it was written. */
  readonly latest: Map<string, string>;
  readonly summary: Map<string, WandbItem>;
  readonly config: ValueTree;
  readonly environment: Map<string, PlainValue>;
  readonly counts: Map<string, number>;
  row: number;
}

function readLog(source: ByteSource): MetricReading {
  checkHeader(source);
  const reading: Reading = {
    collector: collectSeries(source.name),
    remains: collectRemains(),
    notes: [],
    latest: new Map(),
    summary: new Map(),
    config: valueTree(),
    environment: new Map(),
    counts: new Map(),
    row: 0,
  };
  const { notes, counts } = reading;
  const records = readLogRecords(source, header.length, maxRecordBytes);
  let ended = false;
  for (let next = records.next(); ; next = records.next()) {
    if (next.done === true) {
      const at = next.value.truncatedAt;
      if (at !== null)
        notes.push({ code: 'WANDB_TRUNCATED', message: `The file ends inside the record at byte ${at}.` });
      break;
    }
    const record = recordOf(source, next.value);
    if (record === null) count(counts, 'long');
    else if (record.kind === 'exit') ended = true;
    else take(record, reading);
  }
  if (!ended)
    notes.push({ code: 'WANDB_NOT_ENDED', message: 'The log has no end: the run was not finished, or was killed.' });
  addSummary(reading);
  notes.push(...countNotes(counts));
  const { series, notes: more } = reading.remains.finish();
  return {
    series: [...reading.collector.finish(), ...series],
    notes: [...notes, ...more],
    records: recordsOf(reading),
  };
}

function checkHeader(source: ByteSource): void {
  const begin = source.read(0, Math.min(header.length, source.byteLength));
  if (header.every((byte, at) => begin[at] === byte)) return;
  const isOther = begin.length === header.length && header.slice(0, 6).every((byte, at) => begin[at] === byte);
  throw new FormatProblem(
    isOther ? 'WANDB_VERSION' : 'WANDB_HEADER',
    isOther
      ? `The log is of version ${begin[6]}; version 0 was expected.`
      : `The file does not begin as logs of Weights & Biases do.`,
    {
      place: { file: source.name, offset: 0 },
      remedy: 'Look at why the run left no whole log; to go without it, name the file in `ignore: files`.',
    },
  );
}

function recordOf(source: ByteSource, { data, offset }: LogRecord): WandbRecord | null {
  if (data === null) return null;
  try {
    return readWandbRecord(data);
  } catch (error) {
    if (!isProblem(error)) throw error;
    throw new FormatProblem(error.code, `The record at byte ${offset} cannot be read. ${error.message}`, {
      place: { file: source.name, offset },
      remedy: error.remedy,
    });
  }
}

function take(record: WandbRecord, reading: Reading): void {
  const { kind } = record;
  switch (kind) {
    case 'history':
      takeHistory(record.items, record.step, reading);
      break;
    case 'summary':
      for (const item of record.updated) reading.summary.set(nameOf(item.keys), item);
      for (const keys of record.removed) reading.summary.delete(nameOf(keys));
      break;
    case 'config':
      for (const { keys, value, text } of record.updated)
        if (keys[0] !== '_wandb' && !reading.config.set(keys, value ?? { type: 'str', text }))
          count(reading.counts, 'settings');
      for (const keys of record.removed) reading.config.delete(keys);
      break;
    case 'environment':
      addEnvironmentFields(reading.environment, record.fields);
      break;
    case 'statistics':
      count(reading.counts, 'statistics');
      break;
    case 'exit':
    case 'other':
      break;
    default:
      kind satisfies never;
  }
}

function takeHistory(items: readonly WandbItem[], step: number | null, reading: Reading): void {
  const own = items.find(({ keys }) => nameOf(keys) === '_step')?.value ?? null;
  const at = own?.type === 'int' ? Number(own.text) : step;
  const position = reading.row++;
  const histograms = histogramsOf(items);
  for (const item of items.toSorted(byName)) {
    const name = nameOf(item.keys);
    reading.latest.set(name, item.text);
    if (name === '_step' || isOfTracker(item, reading)) continue;
    const histogram = histograms.get(nameOf(item.keys.slice(0, -1)));
    if (histogram !== undefined) histogram.push(`${name}: ${item.text}`);
    else
      takeValue(item, name, reading, (number, series) => {
        if (at !== null && Number.isSafeInteger(at)) reading.collector.add(series, 'step', at, number);
        else reading.collector.add(series, 'row', position, number);
      });
  }
  for (const [name, texts] of histograms) reading.remains.add(name, digestText(texts.join('\n')));
}

/** A hundred numbers a layer and step: compared as a whole. By name, still empty. */
function histogramsOf(items: readonly WandbItem[]): ReadonlyMap<string, string[]> {
  const marks = items.filter(
    ({ keys, value }) => keys.at(-1) === '_type' && value?.type === 'str' && value.text === 'histogram',
  );
  return new Map(marks.map(({ keys }) => [nameOf(keys.slice(0, -1)), []]));
}

/** The tracker writes the keys of one step in an order of chance. */
function byName(a: WandbItem, b: WandbItem): number {
  const [left, right] = [nameOf(a.keys), nameOf(b.keys)];
  return left < right ? -1 : left > right ? 1 : 0;
}

type AddNumber = (number: Parameters<SeriesCollector['add']>[3], series: string) => void;

/** Numbers to series, everything else to what is compared as text. */
function takeValue({ value, text }: WandbItem, name: string, { remains, counts }: Reading, add: AddNumber): void {
  if (value === null) {
    count(counts, 'values');
    remains.add(name, text);
    return;
  }
  if (value.type === 'list' && value.items.length > maxListed) {
    remains.add(name, digestText(text));
    return;
  }
  const document: PlainValue = { type: 'map', items: [[name, value]] };
  for (const [series, number] of rowFromPlain(document, (long, left) =>
    remains.add(long, digestText(JSON.stringify(left))),
  ))
    add(number, series);
  remains.addTexts(document);
}

/** True for what is the tracker's and no two runs share; it is counted. */
function isOfTracker({ keys, value }: WandbItem, { counts }: Reading): boolean {
  if (keys[0] === '_wandb') return true;
  const isId = value?.type === 'str' && value.text.startsWith('wandb-client-artifact://');
  if (isId) count(counts, 'artifacts');
  return isId;
}

/** What the summary says beyond the last values of the history: set by hand, a minimum, a best value. */
function addSummary(reading: Reading): void {
  for (const [name, item] of [...reading.summary].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (reading.latest.get(name) === item.text || /^_(?:step|timestamp|runtime)$/.test(name)) continue;
    if (isOfTracker(item, reading)) continue;
    takeValue(item, `summary/${name}`, reading, (number, series) => reading.collector.add(series, 'row', 0, number));
  }
}

function recordsOf({ config, environment, counts }: Reading): readonly FoundRecord[] {
  const records: FoundRecord[] = [];
  const settings = config.value();
  const dropped = counts.get('settings') ?? 0;
  const problems =
    dropped === 0 ? [] : [{ code: 'TOO_MANY_SETTINGS', message: `${dropped} settings too many were not read` }];
  const base = { format: wandb.id, problems };
  if (settings.items.length > 0)
    records.push({ part: null, record: { ...base, kind: 'configuration', value: settings } });
  const value = wandbEnvironment(environment);
  if (value !== null) records.push({ part: null, record: { ...base, problems: [], kind: 'environment', value } });
  return records;
}

function countNotes(counts: ReadonlyMap<string, number>): readonly ReadNote[] {
  const sentences: readonly (readonly [string, string, string])[] = [
    ['long', 'WANDB_RECORD_SIZE', `records of more than ${maxRecordBytes} bytes were not compared.`],
    ['values', 'WANDB_VALUE', 'values are no JSON and are compared as texts.'],
    ['artifacts', 'WANDB_ARTIFACT_ID', 'paths of artifacts carry random ids, and were not compared.'],
    ['statistics', 'WANDB_STATISTICS', 'records of the load of the machine were not compared.'],
  ];
  return sentences.flatMap(([key, code, text]) => {
    const number = counts.get(key) ?? 0;
    return number === 0 ? [] : [{ code, message: `${number} ${text}` }];
  });
}

function nameOf(keys: readonly string[]): string {
  return keys.join('/');
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
