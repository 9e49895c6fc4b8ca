/** Every difference of a comparison by what it does to the verdict, counted by what differs. */
import { type Effect, type LocatedLeaf, leavesOf } from '../model/difference.ts';
import type { Comparison } from '../model/evidence.ts';

/** An effect that nobody knows (from a newer report, say) is never taken for agreement. */
export function knownEffect(effect: Effect): Effect {
  switch (effect) {
    case 'content':
    case 'tolerated':
    case 'structure':
    case 'none':
    case 'unknown':
      return effect;
    default:
      effect satisfies never;
      return 'unknown';
  }
}

/** The leaves with one effect, in tree order. */
export function leavesWith(comparison: Comparison, effect: Effect): readonly LocatedLeaf[] {
  return leavesOf(comparison.difference).filter((located) => knownEffect(located.effect) === effect);
}

export interface DifferingCounts {
  readonly tensors: number;
  readonly values: number;
  readonly series: number;
  readonly files: number;
  /** Files that only one run has. */
  readonly inOneRun: number;
}

/** How much differs: tensors (and entries that are missing), single values, series, whole files. */
export function countDiffering(leaves: readonly LocatedLeaf[]): DifferingCounts {
  const counts = { tensors: 0, values: 0, series: 0, files: 0, inOneRun: 0 };
  for (const located of leaves) counts[whatDiffers(located)] += 1;
  return counts;
}

function whatDiffers({ leaf, file }: LocatedLeaf): keyof DifferingCounts {
  switch (leaf.kind) {
    case 'dtype':
    case 'shape':
    case 'values':
      return 'tensors';
    case 'missing':
      return leaf.what === 'file' ? 'inOneRun' : leaf.what === 'series' ? 'series' : 'tensors';
    case 'series':
      return 'series';
    case 'entry-kind':
      return file?.file?.role === 'metrics' ? 'series' : 'values';
    case 'scalar':
    case 'structure':
      return 'values';
    case 'bytes':
      return leaf.place === '' ? 'files' : 'values';
    case 'line':
    case 'container-bytes':
    case 'unread':
      return 'files';
    default:
      leaf satisfies never;
      return 'files';
  }
}
