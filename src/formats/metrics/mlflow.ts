/**
 * One series of MLflow's file store: `metrics/KEY`, a line for each point, `timestamp value step` and, since MLflow 3, the
 * name and digest of a data set (mlflow/store/tracking/file_store.py). Old lines have no step: position places them.
 *
 * The time of a point is left out: no two runs share it. What a logged model keeps is a copy of points of its run.
 */
import type { ByteSource } from '../../model/byte-source.ts';
import type { ReadNote } from '../../model/entry.ts';
import { FormatProblem } from '../../model/problem.ts';
import { readText } from '../codecs/text.ts';
import { mlflowPlace } from '../trackers/mlflow-place.ts';
import type { MetricFormat, MetricReading } from './metric-format.ts';
import { numberFromText } from './metric-number.ts';
import { collectRemains } from './remains.ts';
import { collectSeries, type MetricNumber } from './series-collector.ts';

/** Ten million points. */
const maxBytes = 256 * 1024 * 1024;
const shownCharacters = 80;

export const mlflow: MetricFormat = {
  id: 'mlflow',
  title: "MLflow's metrics (file store)",
  inTrackersPlaces: 'only',
  recognizes(_, path) {
    const place = mlflowPlace(path);
    return place !== null && place.owner === 'run' && place.part === 'metrics' && place.key !== '';
  },
  async read(source, path) {
    return readPoints(source, mlflowPlace(path)?.key ?? path);
  },
};

interface Line {
  readonly number: MetricNumber;
  /** Null in the files of old versions. */
  readonly step: number | null;
  readonly dataset: string | null;
}

function readPoints(source: ByteSource, key: string): MetricReading {
  const text = readText(source, maxBytes);
  const collector = collectSeries(source.name);
  const remains = collectRemains();
  const notes: ReadNote[] = [];
  let row = 0;
  let line = 0;
  for (let start = 0; start < text.length; ) {
    line++;
    const feed = text.indexOf('\n', start);
    const content = text.slice(start, feed < 0 ? text.length : feed).trim();
    start = feed < 0 ? text.length : feed + 1;
    if (feed < 0) {
      notes.push({ code: 'PARTIAL', message: `Line ${line}, the last one, is cut off: compared as it stands.` });
      // Without the time at its beginning, which may be cut off itself.
      remains.add(`${key} (last line, cut off)`, content.replace(/^\d* ?/, ''));
      continue;
    }
    if (content === '') continue;
    const point = parseLine(content);
    if (point === null)
      throw new FormatProblem(
        'MLFLOW_LINE',
        `Line ${line} is ${JSON.stringify(content.slice(0, shownCharacters))}; a time, a value and a step were expected.`,
        {
          place: { file: source.name, line },
          remedy: 'Log metrics through MLflow alone, and let one process write a run.',
        },
      );
    const name = point.dataset === null ? key : `${key} (dataset ${point.dataset})`;
    if (point.step === null) collector.add(name, 'row', row++, point.number);
    else collector.add(name, 'step', point.step, point.number);
  }
  if (line === 0) notes.push({ code: 'METRICS_EMPTY', message: 'The file holds no point.' });
  const { series: others, notes: more } = remains.finish();
  return { series: [...collector.finish(), ...others], notes: [...notes, ...more] };
}

function parseLine(content: string): Line | null {
  const [time = '', value = '', step, ...dataset] = content.split(/ +/);
  const number = numberFromText(value);
  if (!/^\d+$/.test(time) || number === null) return null;
  if (step === undefined) return { number, step: null, dataset: null };
  if (!/^-?\d+$/.test(step) || !Number.isSafeInteger(Number(step))) return null;
  return { number, step: Number(step), dataset: dataset.length === 0 ? null : dataset.join(' ') };
}
