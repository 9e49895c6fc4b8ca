/**
 * One order for the outer join of two lists: the lists' own wherever they agree, and the same whichever comes first, so
 * that comparing B with A gives the mirror image of comparing A with B.
 */
import type { Pair } from '../model/pair.ts';

export interface Joined<T> {
  readonly name: string;
  readonly first: T | null;
  readonly second: T | null;
}

/** Everything that is in either table, by the earlier of its two places; then the later one, then the name. */
export function inSharedOrder<T>(tables: Pair<ReadonlyMap<string, T>>): readonly Joined<T>[] {
  const ranks = new Map<string, { first: number; second: number }>();
  const nowhere = Number.POSITIVE_INFINITY;
  let rank = 0;
  for (const name of tables.first.keys()) ranks.set(name, { first: rank++, second: nowhere });
  rank = 0;
  for (const name of tables.second.keys())
    ranks.set(name, { first: ranks.get(name)?.first ?? nowhere, second: rank++ });
  return [...ranks]
    .map(([name, { first, second }]) => ({ name, early: Math.min(first, second), late: Math.max(first, second) }))
    .sort((a, b) => a.early - b.early || compareNumbers(a.late, b.late) || compareText(a.name, b.name))
    .map(({ name }) => ({
      name,
      first: tables.first.get(name) ?? null,
      second: tables.second.get(name) ?? null,
    }));
}

/** Infinity minus itself is no order. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** By code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
