/**
 * What one file is: by what the user said, by its content, and only then by its name (product page, role table).
 *
 * Nothing falls through in silence: what looks like a checkpoint and is none that we can read is a problem of its own,
 * everything else without a better role is compared by bytes.
 */
import type { CheckpointFormat } from '../formats/checkpoints/checkpoint-format.ts';
import type { MetricFormat } from '../formats/metrics/metric-format.ts';
import type { AnyRecordFormat } from '../formats/records/record-format.ts';
import type { ByteSource } from '../model/byte-source.ts';
import type { FileRole } from '../model/inventory.ts';
import { FormatProblem } from '../model/problem.ts';
import { beginsLikeLog, isText } from './begins-like-log.ts';
import type { FileGlobs } from './file-globs.ts';
import {
  looksLikeCheckpoint,
  looksLikeFramedRecord,
  looksLikeImage,
  looksLikeLog,
  type Place,
} from './known-places.ts';

/** The three registries; tests bring their own. Two checkpoints need neither YAML nor CSV: those are loaded when asked for. */
export interface Formats {
  readonly checkpoints: readonly CheckpointFormat[];
  readonly metrics: () => Promise<readonly MetricFormat[]>;
  readonly records: () => Promise<readonly AnyRecordFormat[]>;
}

export type Reader =
  | { readonly kind: 'checkpoint'; readonly format: CheckpointFormat }
  | { readonly kind: 'metrics'; readonly format: MetricFormat }
  | { readonly kind: 'record'; readonly format: AnyRecordFormat };

export interface FileIdentity {
  readonly role: FileRole;
  readonly because: string;
  /** Null where the file is compared by bytes or not at all. */
  readonly reader: Reader | null;
  /** Why the file cannot be compared in its role although it could be opened. */
  readonly problem?: FormatProblem;
}

/**
 * What the path alone decides, so that the file need not be opened; null where its content has to be asked.
 * @param place the place of a tool's own books in which the path lies, or null
 */
export function identityByPolicy(path: string, globs: FileGlobs, place: Place | null): FileIdentity | null {
  const ignored = globs.ignored(path);
  if (ignored !== null) return { role: 'ignored', reader: null, because: `\`ignore: files\` names it: ${ignored}` };
  const wanted =
    globs.checkpoints.included(path) !== null || globs.metrics.included(path) !== null || globs.record(path) !== null;
  if (place === null || wanted || place.lookedInto) return null;
  return { role: 'bookkeeping', reader: null, because: `the path is known: ${place.what}` };
}

/** The role of a file that is open. @throws FormatProblem where its bytes cannot be read */
export async function identifyFile(
  path: string,
  source: ByteSource,
  globs: FileGlobs,
  formats: Formats,
  place: Place | null,
): Promise<FileIdentity> {
  const { checkpoints, metrics } = globs;
  const excluded = checkpoints.excluded(path);
  const included = excluded === null ? checkpoints.included(path) : null;
  const checkpoint =
    excluded === null ? await recognize(formats.checkpoints, (format) => format.recognizes(source)) : null;
  if (checkpoint?.role === 'image')
    return { role: 'image', reader: { kind: 'checkpoint', format: checkpoint }, because: checkpoint.title };
  const setAside = checkpoints.narrowed && included === null;
  if (checkpoint !== null && included === null && looksLikeFramedRecord(path)) {
    const framed = (await formats.records()).filter(({ framedAsCheckpoint }) => framedAsCheckpoint === true);
    const record = await recognize(framed, (format) => format.recognizes(path, source));
    if (record !== null) return asRecord(record);
  }
  if (checkpoint !== null && !setAside)
    return { role: 'checkpoint', reader: { kind: 'checkpoint', format: checkpoint }, because: checkpoint.title };
  const named = checkpoint === null ? globs.record(path) : null;
  if (place !== null && included === null && metrics.included(path) === null && named === null)
    return amongBooks(path, source, globs, formats, place);
  if (included !== null) return unknown(path, source, 'checkpoint', `\`checkpoints: include\` names it: ${included}`);
  const asMetrics = metrics.excluded(path) === null ? metrics.included(path) : null;
  const recognizesMetrics = (format: MetricFormat): boolean =>
    (place !== null || format.inTrackersPlaces !== 'only') && format.recognizes(source, path);
  if (asMetrics !== null) {
    const because = `\`metrics: include\` names it: ${asMetrics}`;
    const format = await recognize(await formats.metrics(), recognizesMetrics);
    return format === null ? unknown(path, source, 'metrics', because) : asMetricFile(format, because);
  }
  // After checkpoints and metrics: a glob that is too wide must not take results out of the comparison.
  if (named !== null) {
    const { namedRecord } = await import('../formats/records/named-record.ts');
    const format = namedRecord(named.kind, await formats.records());
    return {
      role: 'record',
      reader: { kind: 'record', format },
      because: `\`records: ${named.kind}\` names it: ${named.glob}`,
    };
  }
  const byBytes = checkpoint !== null || excluded !== null;
  const records = checkpoint === null ? (await formats.records()).filter(isPlainRecord(place)) : [];
  const record = await recognize(records, (format) => format.recognizes(path, source));
  if (record !== null) return asRecord(record);
  if (!byBytes && looksLikeCheckpoint(path))
    return unknown(path, source, 'checkpoint', 'its name ends as checkpoints do');
  const mayBeMetrics = checkpoint === null && !metrics.narrowed && metrics.excluded(path) === null;
  const metric = mayBeMetrics ? await recognize(await formats.metrics(), recognizesMetrics) : null;
  if (metric !== null) return asMetricFile(metric, metric.title);
  return withoutFormat(path, source, excluded, checkpoint !== null);
}

/** Among a tracker's books only what its own readers know counts; a table or a JSON file there is the tracker's. */
async function amongBooks(
  path: string,
  source: ByteSource,
  { metrics }: FileGlobs,
  formats: Formats,
  place: Place,
): Promise<FileIdentity> {
  if (!metrics.narrowed && metrics.excluded(path) === null) {
    const known = (await formats.metrics()).filter(({ inTrackersPlaces }) => inTrackersPlaces !== undefined);
    const metric = await recognize(known, (format) => format.recognizes(source, path));
    if (metric !== null) return asMetricFile(metric, metric.title);
  }
  const known = (await formats.records()).filter(({ inTrackersPlaces }) => inTrackersPlaces !== undefined);
  const record = await recognize(known, (format) => format.recognizes(path, source));
  if (record !== null) return asRecord(record);
  return { role: 'bookkeeping', reader: null, because: `the path is known: ${place.what}` };
}

function asRecord(format: AnyRecordFormat): FileIdentity {
  return { role: 'record', reader: { kind: 'record', format }, because: format.title };
}

/** Among the formats that may be asked for a file in this place, which is no checkpoint. */
function isPlainRecord(place: Place | null): (format: AnyRecordFormat) => boolean {
  return ({ inTrackersPlaces, framedAsCheckpoint }) =>
    framedAsCheckpoint !== true && (place !== null || inTrackersPlaces !== 'only');
}

/** Metrics that can be read here; else listed, with why not. */
function asMetricFile(format: MetricFormat, because: string): FileIdentity {
  const why = format.unavailable?.() ?? null;
  return why === null
    ? { role: 'metrics', reader: { kind: 'metrics', format }, because }
    : { role: 'bookkeeping', reader: null, because: `${because}, not read: ${why}` };
}

/** Metrics have been asked for before: a `.log` of JSON lines is metrics. */
function withoutFormat(path: string, source: ByteSource, excluded: string | null, setAside: boolean): FileIdentity {
  if (excluded !== null)
    return {
      role: looksLikeImage(path) ? 'image' : 'other',
      reader: null,
      because: `\`checkpoints: exclude\` names it: ${excluded}`,
    };
  if (setAside) return { role: 'other', reader: null, because: '`checkpoints: include` does not name it' };
  if (looksLikeLog(path)) return { role: 'log', reader: null, because: 'its name is that of a log' };
  if (/\.out(?:\.\d+)?$/i.test(path) && isText(source))
    return { role: 'log', reader: null, because: 'text in a file named .out' };
  if (beginsLikeLog(source)) return { role: 'log', reader: null, because: 'its first lines are those of a logger' };
  if (looksLikeImage(path)) return { role: 'image', reader: null, because: 'its name is that of an image' };
  return { role: 'other', reader: null, because: 'no format and no rule knows it' };
}

async function recognize<F>(formats: readonly F[], ask: (format: F) => boolean | Promise<boolean>): Promise<F | null> {
  for (const format of formats) if (await ask(format)) return format;
  return null;
}

function unknown(path: string, source: ByteSource, role: FileRole, because: string): FileIdentity {
  const empty = source.byteLength === 0;
  const ending = /\.[^./]+$/.exec(path)?.[0] ?? '';
  const remedy =
    role === 'checkpoint' ? byBytesRemedy : 'Take it out of `metrics: include`, or write it in a format that is known.';
  const problem = new FormatProblem(
    empty ? 'EMPTY' : 'UNKNOWN_FORMAT',
    empty
      ? `the file has 0 bytes; a ${role === 'metrics' ? 'metric file' : 'checkpoint'} was expected, because ${because}`
      : `no ${role} format recognizes the content${ending === '' ? '' : ` of this "${ending}" file`}, although ${because}`,
    { place: { file: path }, remedy: empty ? 'Look at why the training left an empty file.' : remedy },
  );
  return { role, reader: null, because, problem };
}

const byBytesRemedy =
  'To compare it by its bytes, name it in `checkpoints: exclude`; to set it aside, in `ignore: files`; or save it as safetensors, NPZ or with torch.save.';
