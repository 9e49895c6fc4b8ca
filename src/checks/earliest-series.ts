/** The series that a finding about several of them shows. */
import { stepKinds } from '../model/point.ts';
import type { LeafOf } from './leaves-per-file.ts';

/** The one that diverges at the earliest step, the first of them where several do. `leaves` is never empty. */
export function earliestSeries(leaves: readonly LeafOf<'series'>[]): LeafOf<'series'> {
  return leaves.reduce((earliest, leaf) => (order(leaf, earliest) < 0 ? leaf : earliest));
}

function order(a: LeafOf<'series'>, b: LeafOf<'series'>): number {
  return stepKinds.indexOf(a.stepKind) - stepKinds.indexOf(b.stepKind) || a.firstStep - b.firstStep;
}
