/**
 * Which entry of one checkpoint belongs to which of the other: by path, with each run's own names taken out of keys that are
 * text. Where that would give two entries of one side the same path, those keep the path as it stands: never guessed.
 *
 * The order of the result is the file's own wherever both files agree, and the same seen from either side.
 */
import type { Entry } from '../model/entry.ts';
import { type EntryPath, formatEntryPath, type Segment } from '../model/entry-path.ts';
import { type NeutralText, type OwnNames, withoutOwnNames } from '../model/own-names.ts';
import { mapPair, type Pair } from '../model/pair.ts';
import { type Named, nameTables } from './name-tables.ts';
import { inSharedOrder } from './shared-order.ts';

export interface EntryPair {
  /** The path under which both stand in the tree and in reports. */
  readonly place: string;
  readonly entries: Pair<Entry | null>;
}

export interface EntryPairs {
  readonly pairs: readonly EntryPair[];
  /** Keys that are the same only after own names were taken out, and how many names that were. */
  readonly ownNameKeys: readonly { readonly place: string; readonly texts: Pair<string>; readonly replaced: number }[];
}

interface Keyed extends Named {
  readonly entry: Entry;
  /** Names taken out of the last step: each key is counted once, at its own entry. */
  readonly replaced: number;
}

/** The outer join of both lists of entries. */
export function pairEntries(entries: Pair<readonly Entry[]>, ownNames: Pair<OwnNames>): EntryPairs {
  const tables = nameTables(mapPair(entries, (list, side) => keyAll(list, ownNames[side])));
  const pairs: EntryPair[] = [];
  const ownNameKeys: EntryPairs['ownNameKeys'][number][] = [];
  for (const { name, ...both } of inSharedOrder(tables)) {
    const { first, second } = both;
    pairs.push({ place: name, entries: { first: first?.entry ?? null, second: second?.entry ?? null } });
    if (first === null || second === null || first.exact === second.exact) continue;
    const replaced = first.replaced + second.replaced;
    if (replaced > 0) ownNameKeys.push({ place: name, texts: { first: first.exact, second: second.exact }, replaced });
  }
  return { pairs, ownNameKeys };
}

function keyAll(entries: readonly Entry[], names: OwnNames): readonly Keyed[] {
  const known = new Map<string, NeutralText>();
  const neutralText = (text: string): NeutralText => {
    const found = known.get(text) ?? withoutOwnNames(text, names);
    known.set(text, found);
    return found;
  };
  return entries.map((entry) => {
    const exact = formatEntryPath(entry.path);
    if (names.length === 0) return { entry, exact, neutral: exact, replaced: 0 };
    const { path, replaced } = neutralPath(entry.path, neutralText);
    return { entry, exact, neutral: path === entry.path ? exact : formatEntryPath(path), replaced };
  });
}

function neutralPath(
  path: EntryPath,
  neutralText: (text: string) => NeutralText,
): { readonly path: EntryPath; readonly replaced: number } {
  let changed = false;
  let replaced = 0;
  const segments = path.map((segment): Segment => {
    const text = textOf(segment);
    if (text === null) return segment;
    const neutral = neutralText(text);
    replaced = neutral.replaced;
    if (neutral.replaced === 0) return segment;
    changed = true;
    return withText(segment, neutral.text);
  });
  if (textOf(path.at(-1)) === null) replaced = 0;
  return changed ? { path: segments, replaced } : { path, replaced: 0 };
}

/** The text of a step that is text; positions and numeric keys are never touched. */
function textOf(segment: Segment | undefined): string | null {
  if (segment === undefined || typeof segment === 'string') return segment ?? null;
  if ('compound' in segment) return segment.compound;
  return 'key' in segment && segment.key.type === 'str' ? segment.key.text : null;
}

function withText(segment: Segment, text: string): Segment {
  if (typeof segment === 'string') return text;
  return 'compound' in segment ? { compound: text } : { key: { type: 'str', text } };
}
