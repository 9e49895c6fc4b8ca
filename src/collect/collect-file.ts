/**
 * One written thing on the table: recognized, read where it is small (metrics, records), or put down as unread with why.
 *
 * What is no regular file has no content of its own and is never opened.
 */
import { posix } from 'node:path';
import type { CheckpointFormat } from '../formats/checkpoints/checkpoint-format.ts';
import { memorySource } from '../formats/codecs/memory-source.ts';
import type { MetricReading, PartName } from '../formats/metrics/metric-format.ts';
import type { FileRole, InventoryFile, SeriesFile, Unread } from '../model/inventory.ts';
import { FormatProblem, isProblem, type Problem } from '../model/problem.ts';
import type { RecordDocument } from '../model/record.ts';
import type { WrittenFile } from '../model/run-record.ts';
import type { FileGlobs } from './file-globs.ts';
import { type FileSource, openFileSource } from './file-source.ts';
import { type FileIdentity, type Formats, identifyFile, identityByPolicy } from './identify-file.ts';
import { looksLikeCheckpoint, type Place, roleByName } from './known-places.ts';
import type { NeutralPath } from './neutral-path.ts';
import type { ResolveLink } from './symlink.ts';

export interface CollectedFile {
  /** Null for what is no file at all. */
  readonly file: InventoryFile | null;
  readonly unread: Unread | null;
  /** Several where a tracker keeps several runs in one file: those have paths of their own below the file's. */
  readonly metrics: readonly SeriesFile[];
  readonly records: readonly RecordDocument[];
  /** How to open it, for checkpoints and images. */
  readonly checkpoint: CheckpointFormat | null;
}

/** What it takes to look at the files of one run. */
export interface CollectContext {
  readonly globs: FileGlobs;
  readonly formats: Formats;
  readonly resolveLink: ResolveLink;
  /** When the training was started, in milliseconds since the epoch; null where that is not known. */
  readonly startedMs: number | null;
  neutralOf(path: string): NeutralPath;
  /** The place of a tool's own books in which the path lies, or null. */
  placeOf(path: string): Place | null;
  /** Opens a file of the run in the same folder as `path`; null where there is none. @throws FormatProblem */
  siblingOf(path: string, name: string): FileSource | null;
}

const nothing: CollectedFile = { file: null, unread: null, metrics: [], records: [], checkpoint: null };

/** Never throws for what the file is or holds. */
export async function collectFile(written: WrittenFile, context: CollectContext): Promise<CollectedFile> {
  const { type: kind } = written;
  switch (kind) {
    case 'file':
      return collectRegular(written, context);
    case 'symlink':
      return collectLink(written, context);
    case 'unreadable':
      return collectUnreadable(written, context);
    case 'fifo':
    case 'socket':
    case 'device':
      return collectSpecial(written, kind, context);
    case 'deleted':
      return nothing;
    default:
      kind satisfies never;
      return nothing;
  }
}

/** The bytes of a written file, where they are now. @throws FormatProblem */
export function openWritten(written: WrittenFile): FileSource {
  const path = written.nameBytes === undefined ? written.absolutePath : Buffer.from(written.nameBytes, 'hex');
  return openFileSource(path, written.state, written.path);
}

type Readings = Pick<CollectedFile, 'metrics' | 'records' | 'checkpoint'> & { readonly parts: readonly string[] };
const noReadings: Readings = { metrics: [], records: [], checkpoint: null, parts: [] };

/**
 * A file of a declared dataset that was there before the run and that the run changed is no result: checks say that the data changed.
 * One that the run made is a result like any other.
 */
function changedData({ path, change }: WrittenFile, { globs }: CollectContext): FileIdentity | null {
  const dataset = change === 'changed' ? globs.data(path) : null;
  if (dataset === null) return null;
  return { role: 'ignored', reader: null, because: `\`datasets\` names it: ${dataset}` };
}

async function collectRegular(written: WrittenFile, context: CollectContext): Promise<CollectedFile> {
  const { path } = written;
  const neutral = context.neutralOf(path);
  let identity = changedData(written, context) ?? identityByPolicy(path, context.globs, context.placeOf(path));
  let readings = noReadings;
  let problem: Problem | null = null;
  if (identity === null)
    try {
      const source = openWritten(written);
      try {
        identity = await identifyFile(path, source, context.globs, context.formats, context.placeOf(path));
        if (identity.problem !== undefined) throw identity.problem;
        readings = await read({ path, neutralPath: neutral.neutralPath }, identity, source, context);
      } finally {
        source.close();
      }
    } catch (error) {
      if (!isProblem(error)) throw error;
      problem = error;
    }
  const role = identity?.role ?? roleByName(path);
  // A checkpoint that cannot be read is opened again when it is compared, and says there what is wrong.
  const checkpoint = identity?.reader?.kind === 'checkpoint' ? identity.reader.format : null;
  const { parts, ...known } = problem === null ? readings : { ...noReadings, checkpoint };
  const file: InventoryFile = {
    path,
    ...neutral,
    role,
    format: identity?.reader?.format.id ?? null,
    byteLength: written.state?.size ?? 0,
    state: written.state,
    because: identity?.because ?? 'it could not be read, so its name decides',
    parts,
    openBytes: () => openWritten(written),
  };
  return { file, unread: problem === null ? null : unreadOf(path, role, problem), ...known };
}

type Where = Pick<SeriesFile, 'path' | 'neutralPath'>;

/** @throws FormatProblem | LimitProblem */
async function read(
  where: Where,
  identity: FileIdentity,
  source: FileSource,
  context: CollectContext,
): Promise<Readings> {
  const { path, neutralPath } = where;
  const { reader } = identity;
  if (reader === null) return noReadings;
  const { kind } = reader;
  switch (kind) {
    case 'checkpoint': {
      const names = reader.format.parts?.(source) ?? [];
      return { ...noReadings, checkpoint: reader.format, parts: partPaths(path, names) };
    }
    case 'metrics': {
      const surroundings = {
        sibling: (name: string) => context.siblingOf(path, name),
        startedMs: context.startedMs,
        neutralize: (name: string) => context.neutralOf(name).neutralPath,
      };
      const reading = await reader.format.read(source, path, surroundings);
      const parts = partPaths(path, reader.format.parts?.(path) ?? []);
      return { ...noReadings, ...placed(where, reader.format.id, reading), parts };
    }
    case 'record':
      return { ...noReadings, records: [await reader.format.read(path, neutralPath, source)] };
    default:
      kind satisfies never;
      return noReadings;
  }
}

/** What was read in one file, with the paths under which the comparison and the checks know it. */
function placed(where: Where, format: string, reading: MetricReading): Pick<Readings, 'metrics' | 'records'> {
  const { series, notes, parts = [], records = [] } = reading;
  const inside = (part: PartName | null): Where =>
    part === null
      ? where
      : { path: `${where.path}/${part.name}`, neutralPath: `${where.neutralPath}/${part.neutralName}` };
  return {
    metrics: [
      { ...where, format, series, notes },
      ...parts.map((part) => ({ ...inside(part), format, series: part.series, notes: part.notes })),
    ],
    records: records.map(({ part, record }) => ({ ...record, ...inside(part) })),
  };
}

/** An index is written by the training: only plain names beside it are taken. */
function partPaths(path: string, names: readonly string[]): readonly string[] {
  const folder = posix.dirname(path);
  const plain = names.filter(isPlainName).map((name) => (folder === '.' ? name : `${folder}/${name}`));
  return [...new Set(plain)].filter((part) => part !== path);
}

/** True for a base name that can only mean a file in the same folder. */
export function isPlainName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/.test(name);
}

function collectLink(written: WrittenFile, context: CollectContext): CollectedFile {
  const { path } = written;
  const byPolicy = identityByPolicy(path, context.globs, context.placeOf(path));
  let target: string;
  try {
    target = context.resolveLink(written);
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (byPolicy === null) return { ...nothing, unread: unreadOf(path, roleOfThing(path, 'other'), error) };
    target = written.detail ?? '';
  }
  // Compared by the name of its target: where runs differ in what `latest` points to, they differ.
  const text = new TextEncoder().encode(context.neutralOf(target).neutralPath);
  const file: InventoryFile = {
    path,
    ...context.neutralOf(path),
    role: byPolicy?.role ?? 'other',
    format: null,
    byteLength: text.byteLength,
    state: written.state,
    because:
      byPolicy?.because ??
      `a symbolic link to ${JSON.stringify(target)}; its target's name is compared, it is not followed`,
    parts: [],
    openBytes: () => ({ ...memorySource(path, text), close: () => {} }),
  };
  return { ...nothing, file };
}

function collectUnreadable(written: WrittenFile, context: CollectContext): CollectedFile {
  const { path } = written;
  const byPolicy = identityByPolicy(path, context.globs, context.placeOf(path));
  const role = byPolicy?.role ?? roleByName(path);
  const problem = new FormatProblem(
    'UNREADABLE',
    `it could not be read: ${written.detail ?? 'the system gave no reason'}`,
    {
      place: { file: path },
      remedy: 'Let the training write files that the user of the runner can read, or name it in `ignore: files`.',
    },
  );
  const file: InventoryFile = {
    path,
    ...context.neutralOf(path),
    role,
    format: null,
    byteLength: written.state?.size ?? 0,
    state: written.state,
    because: byPolicy?.because ?? 'it could not be read, so its name decides',
    parts: [],
    openBytes: () => {
      throw problem;
    },
  };
  return { ...nothing, file, unread: unreadOf(path, role, problem) };
}

const specialWords = { fifo: 'a FIFO', socket: 'a socket', device: 'a device' } as const;

function collectSpecial(written: WrittenFile, type: keyof typeof specialWords, context: CollectContext): CollectedFile {
  const { path } = written;
  const role = identityByPolicy(path, context.globs, context.placeOf(path))?.role ?? roleOfThing(path, 'bookkeeping');
  const problem = new FormatProblem(
    'NOT_A_REGULAR_FILE',
    `${specialWords[type]} has no content that could be compared`,
    {
      place: { file: path },
      remedy: 'Let the training write results to regular files, and remove pipes and sockets when it ends.',
    },
  );
  return { ...nothing, unread: unreadOf(path, role, problem) };
}

/** What is named like a checkpoint and is no file is a checkpoint that nobody can compare. */
function roleOfThing(path: string, otherwise: FileRole): FileRole {
  return looksLikeCheckpoint(path) ? 'checkpoint' : otherwise;
}

function unreadOf(path: string, role: FileRole, problem: Problem): Unread {
  const { code, message, remedy, place } = problem;
  return { path, role, code, reason: message, remedy, place: { ...place, file: path } };
}
