/** One run on the table: every file with its role and format, what could be opened, and what could not, with the reason. */
import type { ByteSource } from './byte-source.ts';
import type { Checkpoint, ReadNote } from './entry.ts';
import type { OwnNames, TakenName } from './own-names.ts';
import type { Series } from './point.ts';
import type { ProblemPlace } from './problem.ts';
import type { PlainValue, RecordDocument } from './record.ts';
import type { FileState } from './run-record.ts';

/** The table in the product page: what a file is decides how it is compared and whether it decides the verdict. */
export type FileRole =
  | 'checkpoint' // also arrays; decides, leaf by leaf
  | 'metrics' // decides, point by point
  | 'record' // configuration, environment, requirements, dataset; by checks
  | 'log' // first differing line; a note
  | 'bookkeeping' // a tracker's own files, caches; listed
  | 'image' // decides; by pixels where we can read them, else by bytes
  | 'other' // decides, by bytes
  | 'ignored'; // set aside by the user's or the documented policy; listed with the policy

/** True for the roles whose differences decide the verdict. */
export function roleDecides(role: FileRole): boolean {
  return role === 'checkpoint' || role === 'metrics' || role === 'image' || role === 'other';
}

export interface Unread {
  readonly path: string;
  readonly role: FileRole;
  readonly code: string;
  readonly reason: string;
  readonly remedy: string;
  readonly place: ProblemPlace;
}

export interface InventoryFile {
  /** Relative to the run's root, `/` between parts. */
  readonly path: string;
  /** Own names taken out: files of the two runs with equal neutral paths belong together. */
  readonly neutralPath: string;
  /** What was taken out of the path, from left to right; absent: nothing. */
  readonly taken?: readonly TakenName[];
  readonly role: FileRole;
  /** Id of the checkpoint, metric or record format that recognized the content; null where none did. */
  readonly format: string | null;
  readonly byteLength: number;
  readonly state: FileState | null;
  /** Why the file has this role, for the report: a format's title, a glob, a policy. */
  readonly because: string;
  /** Paths of files that are parts of this one (shards of an index): compared through it, not on their own. */
  readonly parts: readonly string[];
  /** Opens the bytes; every call a new source, close it after use. @throws FormatProblem */
  openBytes(): ByteSource & { close(): void };
}

export interface SeriesFile {
  readonly path: string;
  readonly neutralPath: string;
  readonly format: string;
  readonly series: readonly Series[];
  readonly notes: readonly ReadNote[];
}

/** What is known of a checkpoint once it was opened: top-level keys in order, small values, how many tensors. */
export interface CheckpointOutline {
  readonly keys: readonly string[];
  readonly values: Readonly<Record<string, PlainValue>>;
  readonly tensors: number;
}

export interface Inventory {
  /** 1, 2, … as in the RunRecord. */
  readonly run: number;
  readonly files: readonly InventoryFile[];
  /** Metric files are small: read at once. Series from the log (`metrics.stdout`) have the path `(stdout)`. */
  readonly metrics: readonly SeriesFile[];
  readonly records: readonly RecordDocument[];
  /** Regular files stand here and in `files`; what is no regular file (FIFO, socket, device) only here. */
  readonly unread: readonly Unread[];
  readonly ownNames: OwnNames;
  /** Of the checkpoints that were opened so far, by path: nothing is read twice. */
  readonly outlines?: ReadonlyMap<string, CheckpointOutline>;
  /** Opens one checkpoint file of this inventory. @throws FormatProblem | LimitProblem */
  openCheckpoint(file: InventoryFile): Promise<Checkpoint>;
}
