/** What was compared, counted, and what was not, with the reason: the evidence behind a pass. */
import type { FileRole } from './inventory.ts';
import type { Pair } from './pair.ts';
import type { Series } from './point.ts';

export interface NotCompared {
  readonly run: 'first' | 'second' | 'both';
  readonly path: string;
  readonly role: FileRole;
  /** `policy` was asked for, `listed` follows from the role, `unread` could not be read, `special` is no regular file. */
  readonly why: 'policy' | 'listed' | 'unread' | 'special';
  readonly reason: string;
}

/** One line of the table of checkpoints. */
export interface ComparedCheckpoint {
  readonly place: string;
  readonly paths: Pair<string>;
  readonly formats: Pair<string>;
  readonly byteLengths: Pair<number>;
  readonly sameBytes: boolean;
  readonly tensors: number;
  readonly elements: number;
  readonly scalars: number;
  readonly differingTensors: number;
  /** Float tensors without a single finite element, in either run, and all float tensors: equal NaNs prove nothing. */
  readonly floatTensors: number;
  readonly nonFiniteTensors: number;
  /** Digest of every tensor that both runs have, first run first where they differ; the report's and the fingerprint's source. */
  readonly digests: readonly TensorDigest[];
  readonly executableReferences: readonly string[];
}

export interface TensorDigest {
  readonly path: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly digests: Pair<string>;
}

/** One line of the table of series. */
export interface ComparedSeries {
  readonly place: string;
  readonly name: string;
  readonly stepKind: Series['stepKind'];
  readonly points: Pair<number>;
  readonly last: Pair<{ readonly step: number; readonly value: string } | null>;
  readonly lastStep: number | null;
  readonly firstDivergentStep: number | null;
  readonly decides: boolean;
  /** False: a counter of steps, or texts; their agreement is no evidence. Absent: it is. */
  readonly proves?: false;
}

/** Counts over everything that decides. */
export interface CoverageTotals {
  readonly files: number;
  readonly checkpoints: number;
  readonly tensors: number;
  readonly elements: number;
  readonly tensorBytes: number;
  readonly scalars: number;
  readonly series: number;
  readonly points: number;
  readonly bytesComparedFiles: number;
  /** How many own names were taken out of strings before these were compared. */
  readonly ownNamesReplaced: number;
}

export interface Coverage {
  readonly totals: CoverageTotals;
  readonly checkpoints: readonly ComparedCheckpoint[];
  readonly series: readonly ComparedSeries[];
  /** Files of the two runs that were put together, only where the paths differ. */
  readonly pairings: readonly {
    readonly paths: Pair<string>;
    readonly neutralPath: string;
    readonly ambiguous: boolean;
  }[];
  /** Pairings that could not be decided: shown, never guessed in silence; they make the verdict inconclusive. */
  readonly ambiguous: readonly {
    readonly neutralPath: string;
    readonly first: readonly string[];
    readonly second: readonly string[];
  }[];
  readonly notCompared: readonly NotCompared[];
  /** Every file that decides had the same bytes on both sides. */
  readonly allBytesEqual: boolean;
  /** Pairs that are one and the same file (device and inode): such a comparison proves nothing. */
  readonly sameInode: readonly string[];
  /** Strings equal only after own names were taken out: place and both texts, at most 200 of them. */
  readonly ownNameStrings: readonly { readonly place: string; readonly texts: Pair<string> }[];
  /** Oddities met while reading that did not stop it. */
  readonly readNotes: readonly {
    readonly run: 'first' | 'second';
    readonly path: string;
    readonly code: string;
    readonly message: string;
  }[];
}
