/** All that a metric format yields: named series of points. */

/** What the steps count. `row` when the file has no step of any kind: then position is all there is. */
export type StepKind = 'step' | 'epoch' | 'row';

/** Steps are finer than epochs, and rows say least about time. */
export const stepKinds: readonly StepKind[] = ['step', 'epoch', 'row'];

export interface Point {
  readonly step: number;
  readonly value: number;
  /** The exact value in decimal where a double cannot hold it (integers beyond 2^53). */
  readonly exact?: string;
  /** What is no number (`value` is then NaN): compared as it stands, and no evidence. */
  readonly text?: string;
}

export interface Series {
  readonly name: string;
  readonly stepKind: StepKind;
  /** In ascending order of step; where a step was written twice the last one counts, and `rewritten` says how often. */
  readonly points: readonly Point[];
  readonly rewritten: number;
  /** `float32` where the file stores single precision (TensorBoard), else `float64`: ulps are counted in it. */
  readonly precision: 'float32' | 'float64';
}
