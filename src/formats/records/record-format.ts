/** The shape of a record format. A new one: a file here, a line in `registry.ts`, a test, a fixture. */
import type { ByteSource } from '../../model/byte-source.ts';
import type { RecordDocument } from '../../model/record.ts';

export interface RecordFormat {
  readonly id: string;
  readonly title: string;
  /** Whether it is also, or only, asked in the places where trackers keep their own books. Absent: never there. */
  readonly inTrackersPlaces?: 'also' | 'only';
  /** True for a record in the frame of a checkpoint: it is asked where a checkpoint format knows the content, and only there. */
  readonly framedAsCheckpoint?: true;
  /** `path` is relative to the run, `/` between parts: records are found by their names, or by their keys. */
  recognizes(path: string, source: ByteSource): boolean;
  /**
   * Never throws for bad content: problems of reading stand in the document. @throws LimitProblem
   */
  read(path: string, neutralPath: string, source: ByteSource): RecordDocument;
}

/** One whose parser is loaded when the first such file is read, so that nobody else pays for it, or whose bytes come step by step. */
export interface DeferredRecordFormat extends Omit<RecordFormat, 'read'> {
  /** As `RecordFormat.read`. */
  read(path: string, neutralPath: string, source: ByteSource): Promise<RecordDocument>;
}

export type AnyRecordFormat = RecordFormat | DeferredRecordFormat;
