/** All that a check may see: plain data, nothing open, nothing async. */
import type { Coverage } from './coverage.ts';
import type { Dataset } from './dataset.ts';
import type { Difference } from './difference.ts';
import type { FileRole, Unread } from './inventory.ts';
import type { OwnNames } from './own-names.ts';
import type { Pair } from './pair.ts';
import type { StepKind } from './point.ts';
import type { PlainValue, RecordDocument, RequirementsRecord } from './record.ts';
import type { Policy } from './request.ts';
import type { RunRecord } from './run-record.ts';

export interface FileSummary {
  readonly path: string;
  readonly neutralPath: string;
  readonly role: FileRole;
  readonly format: string | null;
  readonly byteLength: number;
  readonly because: string;
}

/** What a check about checkpoint content needs: top-level keys and small values, never tensors. */
export interface CheckpointSummary {
  readonly path: string;
  readonly neutralPath: string;
  readonly format: string;
  /** Top-level keys in order; empty for a checkpoint that is no mapping. */
  readonly keys: readonly string[];
  /** Scalars and small containers of scalars at the top level, e.g. `epoch`, `best_metric`, `config`. */
  readonly values: Readonly<Record<string, PlainValue>>;
  readonly tensors: number;
  /**
   * One digest over the digests of the model's float tensors, whatever they are called: equal in two checkpoints exactly
   * where the weights are. Null where it was not computed, or there are none.
   */
  readonly weights: string | null;
}

/** One metric series of one run, for checks and charts. */
export interface SeriesSummary {
  readonly path: string;
  readonly neutralPath: string;
  readonly name: string;
  readonly stepKind: StepKind;
  /** How many points there are; where `steps` has fewer, they were thinned, and the extremes are still among them. */
  readonly count: number;
  readonly steps: readonly number[];
  /** As many as `steps`. */
  readonly values: readonly number[];
}

export interface InventorySummary {
  readonly run: number;
  readonly files: readonly FileSummary[];
  readonly checkpoints: readonly CheckpointSummary[];
  readonly series: readonly SeriesSummary[];
  readonly records: readonly RecordDocument[];
  readonly unread: readonly Unread[];
}

/** One run held against the first. With two runs there is one of these. */
export interface Comparison {
  readonly first: number;
  readonly second: number;
  readonly difference: Difference | null;
  readonly coverage: Coverage;
  /** Names of each run that the pairing took out (`Pairing.ownNames`), for records; absent: none. */
  readonly ownNames?: Pair<OwnNames>;
}

export interface Evidence {
  readonly policy: Policy;
  readonly runs: readonly RunRecord[];
  /** How many runs were asked for; fewer in `runs` when one failed or the audit was cancelled. */
  readonly runsRequested: number;
  readonly inventories: readonly InventorySummary[];
  readonly comparisons: readonly Comparison[];
  /** The data that the training reads, as far as it was named by the user or by DVC. */
  readonly datasets: readonly Dataset[];
  /** Lock files beside the code (`uv.lock`, …), which no run wrote: held against what was imported. */
  readonly locks: readonly RequirementsRecord[];
  /** ISO date of the audit, for waivers: the only clock that a check ever sees. */
  readonly today: string;
}
