/**
 * The checkpoint by which a run would be released, identified by the digests of its files: what an attestation is about. The
 * content digests of the comparison are digests of tensors; only that of the file is found again by whoever holds the file.
 */

/** `name`: it is called the best. `newest`: nothing says which is the best. */
export type ChosenBy = 'name' | 'lightning' | 'trainer' | 'newest';

/** The choice, before anything is read. */
export interface ChosenCheckpoint {
  /** Path within the run. */
  readonly path: string;
  readonly chosenBy: ChosenBy;
}

export interface FileDigest {
  readonly path: string;
  readonly byteLength: number;
  /** What `sha256sum` prints. */
  readonly sha256: string;
}

export interface BestCheckpoint extends ChosenCheckpoint {
  readonly run: number;
  /** The file itself, then those that it is spread over. */
  readonly files: readonly FileDigest[];
}
