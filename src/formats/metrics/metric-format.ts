/** The shape of a metric format. A new one: a file here, a line in `registry.ts`, a test, a fixture. */
import type { ByteSource } from '../../model/byte-source.ts';
import type { ReadNote } from '../../model/entry.ts';
import type { Series } from '../../model/point.ts';

export interface MetricReading {
  /** In order of first appearance. */
  readonly series: readonly Series[];
  readonly notes: readonly ReadNote[];
}

export interface MetricFormat {
  readonly id: string;
  readonly title: string;
  /**
   * True where the content is of this format *and* holds metrics: a JSON configuration or a CSV of texts is not. `baseName`
   * may only break ties between formats of the same framing (TSV or CSV); recognition is by content.
   */
  recognizes(source: ByteSource, baseName: string): boolean;
  /** @throws FormatProblem | LimitProblem */
  read(source: ByteSource, baseName: string): Promise<MetricReading>;
}
