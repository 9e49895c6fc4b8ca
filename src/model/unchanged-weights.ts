/**
 * Whether any training happened between the checkpoints of a run: told from the digests that both runs share. A necessary
 * condition for agreement to mean something (a frozen model agrees with itself for ever).
 */
import { checkpointNumber } from './checkpoint-name.ts';
import type { ComparedCheckpoint, TensorDigest } from './coverage.ts';
import { holdsNoWeights, isWeight } from './weights.ts';

export interface UnchangedWeights {
  readonly first: string;
  readonly last: string;
  /** Float tensors of the model, all of them equal in both. */
  readonly tensors: number;
}

/** Families of checkpoints with numbers in their names, whose first and last member hold the same weights. */
export function unchangedWeights(checkpoints: readonly ComparedCheckpoint[]): readonly UnchangedWeights[] {
  const families = new Map<string, { number: number; checkpoint: ComparedCheckpoint }[]>();
  for (const checkpoint of checkpoints) {
    const number = checkpointNumber(checkpoint.place);
    if (number === null) continue;
    const family = checkpoint.place.replaceAll(/\d+/g, '#');
    families.set(family, [...(families.get(family) ?? []), { number: number.number, checkpoint }]);
  }
  return [...families.values()].flatMap((members) => {
    const sorted = members.toSorted((a, b) => a.number - b.number);
    const first = sorted[0];
    const last = sorted.at(-1);
    if (first === undefined || last === undefined || first.number === last.number) return [];
    const tensors = equalWeights(first.checkpoint, last.checkpoint);
    return tensors === 0 ? [] : [{ first: first.checkpoint.place, last: last.checkpoint.place, tensors }];
  });
}

/** How many weights are the same in both, where all are; else 0. */
function equalWeights(a: ComparedCheckpoint, b: ComparedCheckpoint): number {
  const first = weightsOf(a);
  const last = new Map(weightsOf(b).map((tensor) => [tensor.path, tensor]));
  const same = first.every((tensor) => {
    const other = last.get(tensor.path);
    return other !== undefined && other.digests.first === tensor.digests.first;
  });
  return same && first.length === last.size ? first.length : 0;
}

function weightsOf(checkpoint: ComparedCheckpoint): readonly TensorDigest[] {
  return holdsNoWeights(checkpoint.place) ? [] : checkpoint.digests.filter(isWeight);
}
