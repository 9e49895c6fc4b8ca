/**
 * The one tree in which all comparison ends. `null` in place of a Difference means: compared and equal. Nothing else in the
 * program knows two runs. A leaf says where (`place`), what, and how much; whether it decides is told by `effectOf`.
 */
import type { DType } from './dtype.ts';
import type { StructureAspect } from './entry.ts';
import type { FileRole } from './inventory.ts';
import { type Pair, swapPair } from './pair.ts';
import type { StepKind } from './point.ts';
import type { Scalar } from './scalar.ts';

/** Sizes of numeric differences. `maxRel` is |a−b| / max(|a|,|b|). Null where it has no meaning (bool, bits; ulp of ints). */
export interface Delta {
  readonly differing: number;
  readonly of: number;
  readonly maxAbs: number | null;
  readonly maxRel: number | null;
  /** Units in the last place of the dtype, over the ordered line of its floats (−0 and +0 are 1 apart); exact integer text. */
  readonly maxUlp: string | null;
  /** Index of the first differing element, in C order. */
  readonly firstIndex: readonly number[];
  /** The first differing elements themselves. */
  readonly firstValues: Pair<string>;
  /** NaN and infinities among the *differing* elements on each side. */
  readonly nonFinite: Pair<number>;
  /**
   * How many of a sample of the differing elements (of all of them, where they are few) are 1, 2 to 3, 4 to 7, … 2^k to 2^(k+1)−1 steps
   * apart: of floats units in the last place, of integers ones. Null where sizes have no meaning.
   */
  readonly histogram: readonly number[] | null;
}

/** Where in the run: entry of a checkpoint, series of a metric file; empty for the file as a whole. */
export interface LeafPlace {
  readonly place: string;
}

export interface FileGroup {
  readonly kind: 'group';
  readonly level: 'run' | 'file';
  /** For a file: its neutral path. For the run: empty. */
  readonly place: string;
  /** For a file: role and the paths in the two runs. Null for the run. */
  readonly file: { readonly role: FileRole; readonly paths: Pair<string | null>; readonly decides: boolean } | null;
  readonly children: readonly Difference[];
}

export type LeafDifference =
  /** A file, entry or series that only one run has. */
  | (LeafPlace & {
      readonly kind: 'missing';
      readonly presentIn: 'first' | 'second';
      readonly what: 'file' | 'entry' | 'series';
      readonly summary: string;
    })
  | (LeafPlace & { readonly kind: 'dtype'; readonly dtypes: Pair<DType> })
  | (LeafPlace & { readonly kind: 'shape'; readonly dtype: DType; readonly shapes: Pair<readonly number[]> })
  | (LeafPlace & {
      readonly kind: 'values';
      readonly dtype: DType;
      readonly shape: readonly number[];
      readonly delta: Delta;
      readonly digests: Pair<string>;
      readonly tolerated: boolean;
    })
  /** Also a change of kind (a tensor that became a scalar): then the texts describe each side. */
  | (LeafPlace & { readonly kind: 'scalar'; readonly values: Pair<Scalar>; readonly tolerated: boolean })
  | (LeafPlace & { readonly kind: 'entry-kind'; readonly kinds: Pair<string> })
  | (LeafPlace & {
      readonly kind: 'series';
      readonly stepKind: StepKind;
      /** First step at which the series differ, by value or because one side has no point there. */
      readonly firstStep: number;
      readonly firstValues: Pair<string | null>;
      readonly differing: number;
      /** Steps in the outer join. */
      readonly of: number;
      readonly onlyFirst: number;
      readonly onlySecond: number;
      readonly maxAbs: number | null;
      readonly maxRel: number | null;
      /** The step with the greatest absolute difference, and the difference at the last common step. */
      readonly maxAbsStep: number | null;
      readonly lastAbs: number | null;
      readonly tolerated: boolean;
      /** False for wall times, throughput and the like: shown, never judged; `policy` says by which rule. */
      readonly decides: boolean;
      readonly policy: string | null;
    })
  | (LeafPlace & {
      readonly kind: 'structure';
      readonly aspect: StructureAspect | 'container';
      readonly values: Pair<string>;
    })
  /** Files (or opaque entries) that are only compared as bytes. */
  | (LeafPlace & {
      readonly kind: 'bytes';
      readonly what: string;
      readonly sizes: Pair<number>;
      readonly firstOffset: number;
      readonly digests: Pair<string>;
    })
  /** The first line that differs once own names, times and durations are out: logs. */
  | (LeafPlace & { readonly kind: 'line'; readonly line: number; readonly lines: Pair<string | null> })
  /** Bytes of the file differ although all its content is the same; `cause` names what differs where it is known. */
  | (LeafPlace & { readonly kind: 'container-bytes'; readonly causes: readonly string[] })
  | (LeafPlace & {
      readonly kind: 'unread';
      readonly side: 'first' | 'second' | 'both';
      readonly code: string;
      readonly reason: string;
    });

export type Difference = FileGroup | LeafDifference;

/** What a difference does to the verdict. `unknown` is what could not be read: it makes a pass impossible. */
export type Effect = 'content' | 'tolerated' | 'structure' | 'unknown' | 'none';

/** The effect of one leaf, where the file it stands in decides. */
export function leafEffect(leaf: LeafDifference): Effect {
  switch (leaf.kind) {
    case 'missing':
    case 'dtype':
    case 'shape':
    case 'entry-kind':
    case 'bytes':
      return 'content';
    case 'values':
    case 'scalar':
      return leaf.tolerated ? 'tolerated' : 'content';
    case 'series':
      return !leaf.decides ? 'none' : leaf.tolerated ? 'tolerated' : 'content';
    case 'structure':
    case 'container-bytes':
      return 'structure';
    case 'line':
      return 'none';
    case 'unread':
      return 'unknown';
    default:
      leaf satisfies never;
      return 'unknown';
  }
}

export interface LocatedLeaf {
  readonly leaf: LeafDifference;
  /** The file group above it; null for a leaf that stands directly under the run. */
  readonly file: FileGroup | null;
  readonly effect: Effect;
}

/** Every leaf in tree order with its file and its effect: what checks, judge and reporters walk. */
export function leavesOf(difference: Difference | null): readonly LocatedLeaf[] {
  const found: LocatedLeaf[] = [];
  const visit = (node: Difference, file: FileGroup | null): void => {
    if (node.kind === 'group') {
      for (const child of node.children) visit(child, node.level === 'file' ? node : file);
      return;
    }
    const decides = file?.file?.decides ?? true;
    found.push({ leaf: node, file, effect: decides ? leafEffect(node) : 'none' });
  };
  if (difference !== null) visit(difference, null);
  return found;
}

const otherSide = { first: 'second', second: 'first', both: 'both' } as const;

/** The same tree with the runs swapped: `compare(b, a)` equals `mirror(compare(a, b))`. */
export function mirror(node: Difference): Difference {
  switch (node.kind) {
    case 'group':
      return {
        ...node,
        file: node.file === null ? null : { ...node.file, paths: swapPair(node.file.paths) },
        children: node.children.map(mirror),
      };
    case 'missing':
      return { ...node, presentIn: node.presentIn === 'first' ? 'second' : 'first' };
    case 'dtype':
      return { ...node, dtypes: swapPair(node.dtypes) };
    case 'shape':
      return { ...node, shapes: swapPair(node.shapes) };
    case 'values':
      return {
        ...node,
        digests: swapPair(node.digests),
        delta: {
          ...node.delta,
          firstValues: swapPair(node.delta.firstValues),
          nonFinite: swapPair(node.delta.nonFinite),
        },
      };
    case 'scalar':
    case 'structure':
      return { ...node, values: swapPair(node.values as Pair<never>) };
    case 'entry-kind':
      return { ...node, kinds: swapPair(node.kinds) };
    case 'series':
      return {
        ...node,
        firstValues: swapPair(node.firstValues),
        onlyFirst: node.onlySecond,
        onlySecond: node.onlyFirst,
      };
    case 'bytes':
      return { ...node, sizes: swapPair(node.sizes), digests: swapPair(node.digests) };
    case 'line':
      return { ...node, lines: swapPair(node.lines) };
    case 'container-bytes':
      return node;
    case 'unread':
      return { ...node, side: otherSide[node.side] };
    default:
      node satisfies never;
      return node;
  }
}
