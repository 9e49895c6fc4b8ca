/**
 * TensorBoard event files: TFRecord frames with `Event` messages (see `tensorboard-event.ts`).
 *
 * Scalars become series; histograms, images, and the like are compared by their bytes, texts as texts (`remains.ts`), and named in
 * notes, tag by tag. Wall times, the file version, the graph, hyperparameters (they carry the start of the session) and
 * profiles are not read: they differ between any two runs.
 */
import type { ByteSource } from '../../model/byte-source.ts';
import type { ReadNote } from '../../model/entry.ts';
import { FormatProblem, isProblem } from '../../model/problem.ts';
import { peekText } from '../codecs/text.ts';
import { readTfRecords } from '../codecs/tf-record.ts';
import type { MetricFormat, MetricReading } from './metric-format.ts';
import { collectRemains, digestText } from './remains.ts';
import { collectSeries } from './series-collector.ts';
import { readEvent, type TensorBoardEvent, textOf } from './tensorboard-event.ts';

/** Larger records hold pictures or videos. */
const maxRecordBytes = 64 * 1024 * 1024;
const mostNotes = 200;
/** Kinds of values that no two runs share. */
const ofOneRun = /^(?:hparams|graph|profile|debugger)/;

export const tensorboard: MetricFormat = {
  id: 'tensorboard',
  title: 'TensorBoard events',
  // The first record says `brain.Event:2` a few bytes after its frame, whatever the file is called.
  recognizes: (source) => peekText(source, 64).slice(12).includes('brain.Event:'),
  async read(source) {
    return readEvents(source);
  },
};

function readEvents(source: ByteSource): MetricReading {
  const collector = collectSeries(source.name);
  const notes: ReadNote[] = [];
  const remains = collectRemains();
  const plugins = new Map<string, string>();
  const others = new Map<string, { what: string; count: number }>();
  const records = readTfRecords(source, maxRecordBytes);
  let number = 0;
  for (let next = records.next(); ; next = records.next(), number++) {
    if (next.done === true) {
      const at = next.value.truncatedAt;
      if (at !== null)
        notes.push({
          code: 'TB_TRUNCATED',
          message: `The file ends inside record ${number} at byte ${at}: the rest was not written.`,
        });
      break;
    }
    const { data, offset, byteLength } = next.value;
    if (data === null) {
      notes.push({ code: 'TB_RECORD_SIZE', message: `Record ${number} has ${byteLength} bytes and was not compared.` });
      continue;
    }
    const event = eventOf(source, data, plugins, number, offset);
    for (const { tag, number, precision } of event.scalars)
      collector.add(tag, 'step', event.step, number, { precision });
    for (const other of event.others) {
      const { tag, what, bytes } = other;
      if (!ofOneRun.test(what)) remains.add(tag, what === 'text' ? textOf(other) : digestText(bytes));
      const known = others.get(tag);
      if (known === undefined) others.set(tag, { what, count: 1 });
      else known.count++;
    }
  }
  const named = [...others].slice(0, mostNotes);
  for (const [tag, { what, count }] of named)
    notes.push({
      code: 'TB_NOT_READ',
      message: `${count} values of kind ${JSON.stringify(what)} were ${ofOneRun.test(what) ? 'not compared' : 'compared by their bytes'}.`,
      entry: tag,
    });
  if (others.size > named.length)
    notes.push({
      code: 'TB_NOT_READ',
      message: `${others.size - named.length} more tags hold no scalars.`,
    });
  const { series: contents, notes: more } = remains.finish();
  return { series: [...collector.finish(), ...contents], notes: [...notes, ...more] };
}

function eventOf(
  source: ByteSource,
  data: Uint8Array,
  plugins: Map<string, string>,
  number: number,
  offset: number,
): TensorBoardEvent {
  try {
    return readEvent(data, plugins);
  } catch (error) {
    if (!isProblem(error)) throw error;
    throw new FormatProblem(error.code, `Record ${number} is no event. ${error.message}`, {
      place: { file: source.name, entry: `record ${number}`, offset },
      remedy: error.remedy,
    });
  }
}
