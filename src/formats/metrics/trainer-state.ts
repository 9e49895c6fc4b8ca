/**
 * Hugging Face's `trainer_state.json` (transformers/trainer_callback.py, TrainerState): the log history as series, and the
 * best value at the step of its checkpoint, and the step that was reached. Its other numbers (`max_steps`, `logging_steps`, …) are settings and counters: compared as they
 * stand, and no evidence of what was learned. Of `best_model_checkpoint` the checkpoint counts, not the folder above it, which
 * is where this run was told to write.
 */
import type { ByteSource } from '../../model/byte-source.ts';
import type { ReadNote } from '../../model/entry.ts';
import type { Series } from '../../model/point.ts';
import { isProblem, withPlace } from '../../model/problem.ts';
import type { PlainValue } from '../../model/record.ts';
import { readPythonJson } from '../codecs/python-json.ts';
import { peekText, readText } from '../codecs/text.ts';
import type { MetricFormat, MetricReading } from './metric-format.ts';
import { collectRemains, digestText } from './remains.ts';
import { rowFromPlain } from './row-from-plain.ts';
import { type Row, seriesFromRows } from './rows.ts';
import { collectSeries, type MetricNumber } from './series-collector.ts';

const maxBytes = 64 * 1024 * 1024;
const maxValues = 2_000_000;
const bestKey = 'best_model_checkpoint';
/** How far the training came: a number that checks need, and no evidence, as its name tells (`isCounter`). */
const counter = 'global_step';

export const trainerState: MetricFormat = {
  id: 'trainer-state',
  title: "Hugging Face's trainer state",
  recognizes(source, path) {
    if (source.byteLength > maxBytes || !/^(?:\u00ef\u00bb\u00bf)?\s*\{/.test(peekText(source, 64))) return false;
    // The keys stand in alphabetical order, and only short values before the history.
    if (!/"log_history"\s*:/.test(peekText(source, 4096))) return false;
    try {
      return isTrainerState(parse(source).value);
    } catch (error) {
      if (!isProblem(error)) throw error;
      return /(?:^|\/)trainer_state\.json$/.test(path);
    }
  },
  async read(source) {
    return readState(source);
  },
};

/** True for a state of the Trainer: a log history beside the step that was reached. */
export function isTrainerState(value: PlainValue): boolean {
  if (value.type !== 'map') return false;
  const history = value.items.find(([key]) => key === 'log_history')?.[1];
  return history?.type === 'list' && value.items.some(([key]) => key === 'global_step');
}

function parse(source: ByteSource) {
  try {
    return readPythonJson(readText(source, maxBytes), { file: source.name, maxValues });
  } catch (error) {
    throw isProblem(error) ? withPlace(error, { file: source.name }) : error;
  }
}

function readState(source: ByteSource): MetricReading {
  const { value, duplicates } = parse(source);
  const items = value.type === 'map' ? value.items : [];
  const notes: ReadNote[] = duplicates.map(({ key, pointer }) => ({
    code: 'JSON_DUPLICATE_KEY',
    message: `The key ${JSON.stringify(key)} stands twice in the object at "${pointer}"; the last counts.`,
  }));
  const remains = collectRemains();
  const left = (name: string, long: PlainValue): void => {
    remains.add(name, digestText(JSON.stringify(long)));
    notes.push({
      code: 'METRICS_NOT_READ',
      message: `The long or deep data of ${JSON.stringify(name)} is compared as a whole.`,
    });
  };
  const history = items.find(([key]) => key === 'log_history')?.[1];
  const rows = history?.type === 'list' ? history.items.map((row) => rowFromPlain(row, left)) : [];
  const logged = seriesFromRows(source.name, rows);
  const state = rowFromPlain({ type: 'map', items: items.filter(([key]) => key !== 'log_history') }, left);
  const best = state.get('best_metric');
  const bestStep = state.get('best_global_step') ?? stepOfCheckpoint(items.find(([key]) => key === bestKey)?.[1]);
  const at: Row = new Map(bestStep === undefined ? [] : [['step', bestStep]]);
  const ended: readonly Row[] = best === undefined ? [] : [new Map([...at, ['final/best_metric', best]])];
  for (const [name, number] of state)
    if (name !== 'best_metric' && name !== counter) remains.addExact(name, textOf(number));
  remains.addTexts({
    type: 'map',
    items: items.map(([key, item]) => [key, key === bestKey ? withoutFolder(item) : item]),
  });
  const { series: texts, notes: aboutTexts } = remains.finish();
  return {
    series: [
      ...logged.series,
      ...seriesFromRows(source.name, ended).series,
      ...counted(source.name, state.get(counter)),
      ...texts,
    ],
    notes: [...notes, ...logged.notes, ...aboutTexts],
  };
}

function counted(file: string, number: MetricNumber | undefined): readonly Series[] {
  if (number === undefined) return [];
  const collector = collectSeries(file);
  collector.add(counter, 'row', 0, number, { repeats: false });
  return collector.finish();
}

/** `out/checkpoint-500` without the folder; anything else as it is. */
function withoutFolder(value: PlainValue): PlainValue {
  const name = checkpointName(value);
  return name === undefined ? value : { type: 'str', text: name };
}

/** Versions before 4.52 keep the step nowhere else. */
function stepOfCheckpoint(value: PlainValue | undefined): MetricNumber | undefined {
  const name = value === undefined ? undefined : checkpointName(value);
  return name === undefined ? undefined : { value: Number(name.slice('checkpoint-'.length)) };
}

function checkpointName(value: PlainValue): string | undefined {
  return value.type === 'str' ? /(?:^|[/\\])(checkpoint-\d{1,15})$/.exec(value.text)?.[1] : undefined;
}

function textOf({ value, exact }: MetricNumber): string {
  return exact ?? (Object.is(value, -0) ? '-0' : String(value));
}
