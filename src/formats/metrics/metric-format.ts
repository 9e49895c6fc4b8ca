/** The shape of a metric format. A new one: a file here, a line in `registry.ts`, a test, a fixture. */
import type { ByteSource } from '../../model/byte-source.ts';
import type { ReadNote } from '../../model/entry.ts';
import type { Series } from '../../model/point.ts';
import type { DocumentRecord } from '../../model/record.ts';

/** One of several runs of a tracker inside one file, as a path would name it. */
export interface PartName {
  /** As it stands in the file: an id. */
  readonly name: string;
  /** The same in both runs of the audit. */
  readonly neutralName: string;
}

export interface MetricPart extends PartName {
  readonly series: readonly Series[];
  readonly notes: readonly ReadNote[];
}

/** A record that stands in a metric file; where the file lies is known to whoever opened it. */
export interface FoundRecord {
  readonly part: PartName | null;
  readonly record: Omit<DocumentRecord, 'path' | 'neutralPath'>;
}

export interface MetricReading {
  /** In order of first appearance. */
  readonly series: readonly Series[];
  readonly notes: readonly ReadNote[];
  /** Series that belong to one of several runs in the file. Absent: none. */
  readonly parts?: readonly MetricPart[];
  /** Parameters and environment, where a tracker keeps them in the same file. Absent: none. */
  readonly records?: readonly FoundRecord[];
}

/** What lies around a metric file. */
export interface MetricContext {
  /**
   * Opens a file of the run that lies beside this one, by its plain base name; null where there is none. Whoever opens it
   * closes it.
   */
  sibling(name: string): (ByteSource & { close(): void }) | null;
  /** When the training was started, in milliseconds since the epoch; null where that is not known (`compare`). */
  readonly startedMs: number | null;
  /** Takes times, ids and hosts out of a name that someone gave, so that it is the same in both runs. */
  neutralize(name: string): string;
}

/** A context for sources that stand alone. */
export const noSurroundings: MetricContext = { sibling: () => null, startedMs: null, neutralize: (name) => name };

export interface MetricFormat {
  readonly id: string;
  readonly title: string;
  /** Whether it is also, or only, asked in the places where trackers keep their own books. Absent: never there. */
  readonly inTrackersPlaces?: 'also' | 'only';
  /**
   * True where the content is of this format *and* holds metrics: a JSON configuration or a CSV of texts is not. Recognition
   * is by content. `path` (relative to the run, `/` between parts) breaks ties between formats of the same framing (TSV or
   * CSV), and tells the files of a tracker, which mean something only where they lie.
   */
  recognizes(source: ByteSource, path: string): boolean;
  /** Base names of files beside this one that belong to it and are read with it; not all need be there. Absent: none. */
  parts?(path: string): readonly string[];
  /** Why this program cannot read the format here and now; null where it can. Absent: it always can. */
  unavailable?(): string | null;
  /** @throws FormatProblem | LimitProblem */
  read(source: ByteSource, path: string, context?: MetricContext): Promise<MetricReading>;
}
