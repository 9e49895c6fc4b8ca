/** A document that grows key by key, as trackers write configurations: nested keys make mappings, a later value counts. */
import type { PlainValue } from '../../model/record.ts';

export interface ValueTree {
  /** False where the value was not taken, because the document is too large or too deep. */
  set(keys: readonly string[], value: PlainValue): boolean;
  delete(keys: readonly string[]): void;
  /** Keys in alphabetical order: the order in which trackers write them is one of chance. */
  value(): PlainValue & { readonly type: 'map' };
}

type Branch = Map<string, PlainValue | Branch>;

/** A configuration has some hundred values. */
const maxValues = 100_000;
const maxDepth = 32;

/** An empty document. */
export function valueTree(): ValueTree {
  const root: Branch = new Map();
  let values = 0;
  return {
    set(keys, value) {
      if (keys.length === 0 || keys.length > maxDepth || values >= maxValues) return false;
      let branch = root;
      for (const key of keys.slice(0, -1)) {
        const known = branch.get(key);
        const next: Branch = known instanceof Map ? known : branchOf(known);
        branch.set(key, next);
        branch = next;
      }
      branch.set(keys.at(-1) ?? '', value);
      values++;
      return true;
    },
    delete(keys) {
      let branch = root;
      for (const key of keys.slice(0, -1)) {
        const known = branch.get(key);
        if (!(known instanceof Map)) return;
        branch = known;
      }
      branch.delete(keys.at(-1) ?? '');
    },
    value: () => plainOf(root),
  };
}

/** A mapping that was set as a whole can be changed in part. */
function branchOf(value: PlainValue | undefined): Branch {
  return new Map(value?.type === 'map' ? value.items : []);
}

function plainOf(branch: Branch): PlainValue & { readonly type: 'map' } {
  const items = [...branch].map(([key, value]): readonly [string, PlainValue] => [
    key,
    value instanceof Map ? plainOf(value) : value,
  ]);
  return { type: 'map', items: items.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) };
}
