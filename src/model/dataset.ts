/**
 * Data that a training reads, as it lay on the disk: measured by the audit itself, never taken from a record. Records claim
 * a digest (`DatasetClaim`); checks hold the claims against `Dataset.digests`.
 */

export type DigestAlgorithm = 'sha256' | 'md5';

/**
 * What the bytes of a digest were. A file has one way to be hashed (`file`); folders have several that are in use, and a
 * record seldom says which: `dvc-folder` is DVC's list of `md5` and `relpath` as JSON (its digest ends in `.dir`), `contents` the
 * files one after the other in the order of their paths, `paths-and-contents` each path before its bytes, `manifest` the
 * lines of `sha256sum` in that order.
 */
export type DigestScheme = 'file' | 'dvc-folder' | 'contents' | 'paths-and-contents' | 'manifest';

export interface DatasetDigest {
  readonly algorithm: DigestAlgorithm;
  readonly scheme: DigestScheme;
  /** Lower-case hexadecimal. */
  readonly digest: string;
}

/** A text of three lines that Git LFS left in the place of a file: the data itself is not there. */
export interface LfsPointer {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** One file inside a dataset's folder, hashed for a record that names it with a digest of its own. */
export interface DatasetMember {
  /** Relative to the folder. */
  readonly path: string;
  readonly digests: readonly DatasetDigest[];
}

/** What data ought to be. `sizeBytes` and `files` where DVC wrote them down too. */
export interface ExpectedDigest {
  readonly algorithm: DigestAlgorithm;
  readonly digest: string;
  readonly sizeBytes?: number;
  readonly files?: number;
}

export interface Dataset {
  /** As it was named: relative to the folder where the training is started, `/` between parts. */
  readonly path: string;
  /** The `.dvc` file or `dvc.lock` that names it; null for the option `datasets`, and for data that only a record names. */
  readonly dvcFile: string | null;
  /** What it ought to be by whoever named it; null where nothing was said. For DVC's folders the digest ends in `.dir`. */
  readonly expected: ExpectedDigest | null;
  /** `unmeasured` says why in `reason`. */
  readonly state: 'file' | 'folder' | 'missing' | 'unmeasured';
  readonly reason: string | null;
  readonly files: number;
  readonly sizeBytes: number;
  /** Every digest by which this content is rightly recorded, the usual one first; empty where nothing was measured. */
  readonly digests: readonly DatasetDigest[];
  /** Of a folder: files that a record names one by one, at most 1,000; absent: none. */
  readonly members?: readonly DatasetMember[];
  /** At most 20. */
  readonly pointers: readonly LfsPointer[];
  /**
   * Files that were added, changed or removed between the start of the first run and the end of the last one, at most 20;
   * null where there was no first look (`compare`, `check`).
   */
  readonly changed: readonly string[] | null;
}

/** What a record says of a dataset. */
export interface DatasetClaim {
  /** The path or name that stands beside the digest; null where none does. */
  readonly subject: string | null;
  /** Null where it is not said. `dvc` is an MD5 of DVC's own making. */
  readonly algorithm: DigestAlgorithm | 'dvc' | null;
  /** Lower-case hexadecimal, 12 digits or more, without `.dir`. */
  readonly digest: string;
  /** JSON pointer in the record, or null in a text. */
  readonly pointer: string | null;
  /** From 1; null where the record has no lines of its own. */
  readonly line: number | null;
}
