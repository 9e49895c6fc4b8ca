/** What is told of a checkpoint that is called the best, by whatever convention it was found. */

export interface BestFacts {
  readonly [key: string]: string | number | readonly number[] | null;
  /** The checkpoint that is called the best. */
  readonly checkpoint: string;
  readonly metric: string;
  /** `min` or `max`. */
  readonly mode: string;
  /** `epoch` or `step`. */
  readonly unit: string;
  /** The epoch (or step) that it holds, and its value there; null where it is not known. */
  readonly holds: number | null;
  readonly value: number | null;
  /** Where the best value is, and that value. */
  readonly bestAt: readonly number[];
  readonly best: number;
}
