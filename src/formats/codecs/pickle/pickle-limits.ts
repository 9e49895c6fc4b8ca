/** How far the machine follows a stream. Each number says why it is what it is; all can be lowered for tests. */

export interface PickleLimits {
  /** A state dict of 100,000 tensors takes 4 million; at ten million a second this keeps a bomb under a few seconds. */
  readonly maxOpcodes: number;
  /** Nodes take about 60 bytes: a quarter of a gigabyte at most. */
  readonly maxNodes: number;
  /** Python memoizes every container and text: as many as there are nodes. */
  readonly maxMemo: number;
  /** Tuples are built from the stack, so it has to hold the longest one. */
  readonly maxStack: number;
  /** Open marks, one or two for each level of nesting: Python's own recursion limit of 1,000 stops a writer before. */
  readonly maxMarks: number;
  /** Texts up to this size are held as strings; longer ones stay in the file. */
  readonly maxHeldText: number;
  /** One line of protocol 0: it has no length in front, so it has to be searched. A pickled array may be one line. */
  readonly maxLine: number;
  /** The two lines of a GLOBAL: no module or class has a name this long. */
  readonly maxName: number;
  /** 4,096 bytes are 9,864 digits; Python prints at most 4,300 by default, and printing costs quadratic time. */
  readonly maxIntBytes: number;
}

export const pickleLimits: PickleLimits = {
  maxOpcodes: 50_000_000,
  maxNodes: 4_000_000,
  maxMemo: 4_000_000,
  maxStack: 4_000_000,
  maxMarks: 4_000,
  maxHeldText: 64 * 1024,
  maxLine: 64 * 1024 * 1024,
  maxName: 1024 * 1024,
  maxIntBytes: 4_096,
};

/** Digits that `maxIntBytes` can hold. */
export function maxDigits(limits: PickleLimits): number {
  return Math.ceil(limits.maxIntBytes * 8 * Math.log10(2));
}
