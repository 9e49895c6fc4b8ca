/**
 * Entries that only one side has, told once: where a whole branch is missing, its topmost entry stands for it. The same
 * below an entry that changed its kind: what it held then is no news.
 */
import type { Entry } from '../model/entry.ts';
import { formatEntryPath } from '../model/entry-path.ts';
import type { Side } from '../model/pair.ts';
import { describeBranch } from './describe-entry.ts';
import type { EntryPair } from './pair-entries.ts';

export interface MissingEntries {
  /** The summary of a branch, by its topmost pair. */
  readonly summaries: ReadonlyMap<EntryPair, string>;
  /** Containers that both sides have, and of which a member is missing on one. */
  readonly incomplete: ReadonlySet<EntryPair>;
}

/** `opposed` are the pairs whose sides are of different kinds. */
export function findMissing(pairs: readonly EntryPair[], opposed: ReadonlySet<EntryPair>): MissingEntries {
  const summaries = new Map<EntryPair, string>();
  const incomplete = new Set<EntryPair>();
  for (const side of ['first', 'second'] as const) {
    const ofSide = pairs.filter(({ entries }) => entries[side] !== null);
    const missing = ofSide.filter(({ entries }) => entries[other(side)] === null);
    if (missing.length === 0) continue;
    const covering = new Map<string, EntryPair>();
    for (const pair of [...missing, ...opposed]) {
      const entry = pair.entries[side];
      if (entry !== null) covering.set(formatEntryPath(entry.path), pair);
    }
    const below = new Map<EntryPair, Entry[]>();
    const holders = new Set<string>();
    for (const pair of missing) {
      const entry = pair.entries[side];
      if (entry === null) continue;
      const top = topmostAbove(entry, covering);
      const branch = below.get(top ?? pair) ?? [];
      below.set(top ?? pair, branch);
      if (top !== null) branch.push(entry);
      else if (entry.path.length > 0) holders.add(formatEntryPath(entry.path.slice(0, -1)));
    }
    for (const [pair, entries] of below) {
      const entry = pair.entries[side];
      if (entry !== null && pair.entries[other(side)] === null) summaries.set(pair, describeBranch(entry, entries));
    }
    for (const pair of ofSide) {
      const entry = pair.entries[side];
      if (entry?.kind === 'container' && holders.has(formatEntryPath(entry.path))) incomplete.add(pair);
    }
  }
  return { summaries, incomplete };
}

function other(side: Side): Side {
  return side === 'first' ? 'second' : 'first';
}

/** The covering entry nearest to the root above this one; null where none is above it. */
function topmostAbove(entry: Entry, covering: ReadonlyMap<string, EntryPair>): EntryPair | null {
  for (let length = 0; length < entry.path.length; length++) {
    const found = covering.get(formatEntryPath(entry.path.slice(0, length)));
    if (found !== undefined) return found;
  }
  return null;
}
