/** The shape of a record format. A new one: a file here, a line in `registry.ts`, a test, a fixture. */
import type { ByteSource } from '../../model/byte-source.ts';
import type { RecordDocument } from '../../model/record.ts';

/** `R` is a promise for the few whose bytes can only be had step by step (an archive). */
export interface RecordFormat<R extends RecordDocument | Promise<RecordDocument> = RecordDocument> {
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
  read(path: string, neutralPath: string, source: ByteSource): R;
}

export type AnyRecordFormat = RecordFormat | RecordFormat<Promise<RecordDocument>>;
