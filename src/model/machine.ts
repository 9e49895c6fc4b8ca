/** What the machine itself says, asked right before a run: the fallback where no observer rode, and the clock of names. */

export interface Gpu {
  readonly name: string;
  readonly driver: string;
}

export interface Machine {
  /** Of local time from UTC, east positive: names of folders carry local times. */
  readonly utcOffsetMinutes: number;
  /** `3.12.4`, of the first Python on the training's PATH; null where there is none. */
  readonly pythonVersion: string | null;
  /** By `nvidia-smi`, in its order; null where it is not there or gave no answer. */
  readonly gpus: readonly Gpu[] | null;
}

/** The state of the Git working tree right before a run. */
export interface WorkingTree {
  /** Where in the tree the training is started, `/` between parts; absent: at its top. */
  readonly folder?: string;
  /** 40 (or 64) hexadecimal digits; null before the first commit. */
  readonly commit: string | null;
  /** Tracked files that differ from the commit, at most 50, in order of path. */
  readonly dirty: readonly string[];
  /** All of them. */
  readonly dirtyCount: number;
  /** SHA-256 over the difference to the commit: two states with the same dirty files may still differ. Null where clean. */
  readonly diffSha256: string | null;
}
