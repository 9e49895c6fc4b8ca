/** What could not be read, as leaves of the tree: with code and reason, on the side (or both) where it went wrong. */
import type { LeafDifference } from '../model/difference.ts';
import type { Pair, Side } from '../model/pair.ts';
import type { Failure } from './failure.ts';
import { compareText } from './shared-order.ts';

export type UnreadLeaf = Extract<LeafDifference, { readonly kind: 'unread' }>;

/** One leaf for both sides where they failed alike, else one for each side that failed. */
export function unreadLeaves(place: string, failures: Pair<Failure | null>): readonly UnreadLeaf[] {
  const { first, second } = failures;
  if (first !== null && second !== null && first.code === second.code && first.reason === second.reason) {
    return [{ kind: 'unread', place, side: 'both', code: first.code, reason: first.reason }];
  }
  const leaf = (side: Side, { code, reason }: Failure): UnreadLeaf => ({ kind: 'unread', place, side, code, reason });
  return [
    ...(first === null ? [] : [leaf('first', first)]),
    ...(second === null ? [] : [leaf('second', second)]),
    // The same order from either side.
  ].sort((a, b) => compareText(a.code, b.code) || compareText(a.reason, b.reason));
}
