/** The series that a finding about several of them shows. */
import type { LeafOf } from './leaves-per-file.ts';

/** The one that diverges at the earliest step, the first of them where several do. `leaves` is never empty. */
export function earliestSeries(leaves: readonly LeafOf<'series'>[]): LeafOf<'series'> {
  return leaves.reduce((earliest, leaf) => (leaf.firstStep < earliest.firstStep ? leaf : earliest));
}
