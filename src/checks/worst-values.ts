/** The example that a finding about many tensors shows. */
import type { LeafOf } from './leaves-per-file.ts';

/** The tensor with the greatest relative difference, the first of them where several have it. `leaves` is never empty. */
export function worstValues(leaves: readonly LeafOf<'values'>[]): LeafOf<'values'> {
  return leaves.reduce((worst, leaf) => (sizeOf(leaf) > sizeOf(worst) ? leaf : worst));
}

function sizeOf({ delta }: LeafOf<'values'>): number {
  return delta.maxRel ?? delta.maxAbs ?? 0;
}
