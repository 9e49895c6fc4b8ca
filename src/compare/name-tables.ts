/**
 * Two lists by name, ready to be joined: own names taken out, except where two things of one side would then have the same
 * name. Those keep theirs as it stands: which belongs to which is never guessed.
 */
import { mapPair, type Pair } from '../model/pair.ts';

export interface Named {
  /** As it stands in the file. */
  readonly exact: string;
  /** With the run's own names taken out. */
  readonly neutral: string;
}

/** The lists as tables, in their order. A name that stands twice in one list is told apart by its turn. */
export function nameTables<T extends Named>(lists: Pair<readonly T[]>): Pair<ReadonlyMap<string, T>> {
  const collisions = new Set([...repeated(lists.first), ...repeated(lists.second)]);
  return mapPair(lists, (list) => {
    const table = new Map<string, T>();
    for (const one of list) {
      const key = collisions.has(one.neutral) ? one.exact : one.neutral;
      let free = key;
      for (let turn = 2; table.has(free); turn++) free = `${key} (${turn})`;
      table.set(free, one);
    }
    return table;
  });
}

function repeated(list: readonly Named[]): readonly string[] {
  const seen = new Set<string>();
  return list.filter(({ neutral }) => seen.size === seen.add(neutral).size).map(({ neutral }) => neutral);
}
