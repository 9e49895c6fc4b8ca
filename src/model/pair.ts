/** Two of a kind, one of each run. Neither run is "expected": the words are `first` and `second`, nothing else. */
export interface Pair<T> {
  readonly first: T;
  readonly second: T;
}

export type Side = 'first' | 'second';

/** Applies one function to both sides. */
export function mapPair<T, U>(pair: Pair<T>, map: (value: T, side: Side) => U): Pair<U> {
  return { first: map(pair.first, 'first'), second: map(pair.second, 'second') };
}

/** The same pair seen from the other side. */
export function swapPair<T>(pair: Pair<T>): Pair<T> {
  return { first: pair.second, second: pair.first };
}
