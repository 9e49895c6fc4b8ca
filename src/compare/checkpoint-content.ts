/**
 * The content of two checkpoints held together, entry by entry: what differs, what was read, what was set aside. One walk
 * serves two files that are compared and one that is only read, because its bytes are known to be the other's too.
 */
import type { Coverage } from '../model/coverage.ts';
import type { LeafDifference } from '../model/difference.ts';
import type { Entry } from '../model/entry.ts';
import type { Pair } from '../model/pair.ts';
import { scalarsEqual } from '../model/scalar.ts';
import {
  areOpposed,
  compareEntries,
  type EntryComparison,
  type EntryContext,
  type ReadTensor,
  readEntry,
} from './compare-entries.ts';
import { findMissing } from './missing-entries.ts';
import type { GlobFinder } from './name-globs.ts';
import { type EntryPair, pairEntries } from './pair-entries.ts';

export interface ContentContext extends EntryContext {
  /** `ignore.scalars` */
  readonly ignoredBy: GlobFinder;
}

export interface ComparedContent {
  readonly leaves: readonly LeafDifference[];
  readonly tensors: readonly (ReadTensor & { readonly differs: boolean })[];
  readonly scalars: number;
  readonly ownNameStrings: Coverage['ownNameStrings'];
  readonly ownNamesReplaced: number;
  /** Places of scalars that were set aside, by the glob that did it; `differing` of them are not the same in both runs. */
  readonly ignored: ReadonlyMap<string, readonly string[]>;
  readonly ignoredDiffering: number;
}

/** Holds the entries of two checkpoints together. */
export function compareContent(entries: Pair<readonly Entry[]>, context: ContentContext): Promise<ComparedContent> {
  return walk(entries, context, (place, both, incomplete) => compareEntries(place, both, incomplete, context));
}

/** Reads the entries of one checkpoint that stands for both. */
export function readContent(entries: readonly Entry[], context: ContentContext): Promise<ComparedContent> {
  return walk({ first: entries, second: entries }, context, (place, { first }) => readEntry(place, first, context));
}

async function walk(
  entries: Pair<readonly Entry[]>,
  context: ContentContext,
  visit: (place: string, both: Pair<Entry>, incomplete: boolean) => Promise<EntryComparison>,
): Promise<ComparedContent> {
  const sameFile = entries.first === entries.second;
  const { first: ownOfFirst } = context.ownNames;
  const { pairs, ownNameKeys } = pairEntries(
    entries,
    sameFile ? { first: ownOfFirst, second: ownOfFirst } : context.ownNames,
  );
  const missing = findMissing(pairs, new Set(pairs.filter(isOpposed)));
  const leaves: LeafDifference[] = [];
  const tensors: ComparedContent['tensors'][number][] = [];
  const ownNameStrings: Coverage['ownNameStrings'][number][] = ownNameKeys.map(({ place, texts }) => ({
    place,
    texts,
  }));
  const ignored = new Map<string, string[]>();
  let ownNamesReplaced = ownNameKeys.reduce((sum, { replaced }) => sum + replaced, 0);
  let [scalars, ignoredDiffering] = [0, 0];
  for (const pair of pairs) {
    const { place } = pair;
    const glob = isScalar(pair) ? context.ignoredBy(place) : null;
    if (glob !== null) {
      const places = ignored.get(glob) ?? [];
      ignored.set(glob, places);
      places.push(place);
      if (!sameScalars(pair)) ignoredDiffering++;
      continue;
    }
    const { first, second } = pair.entries;
    if (first === null || second === null) {
      const summary = missing.summaries.get(pair);
      const presentIn = second === null ? 'first' : 'second';
      if (summary !== undefined) leaves.push({ kind: 'missing', place, presentIn, what: 'entry', summary });
      continue;
    }
    const compared = await visit(place, { first, second }, missing.incomplete.has(pair));
    leaves.push(...compared.leaves);
    if (compared.tensor !== undefined)
      tensors.push({ ...compared.tensor, differs: compared.leaves.some(tellsOfTensor) });
    if (compared.scalar === true) scalars++;
    if (compared.ownNames !== undefined) {
      ownNameStrings.push({ place, texts: compared.ownNames.texts });
      ownNamesReplaced += compared.ownNames.replaced;
    }
  }
  return { leaves, tensors, scalars, ownNameStrings, ownNamesReplaced, ignored, ignoredDiffering };
}

function isOpposed({ entries: { first, second } }: EntryPair): boolean {
  return first !== null && second !== null && areOpposed({ first, second });
}

/** True where every side that is there is a scalar: only such entries can be set aside. */
function isScalar({ entries: { first, second } }: EntryPair): boolean {
  return (first?.kind ?? 'scalar') === 'scalar' && (second?.kind ?? 'scalar') === 'scalar';
}

function sameScalars({ entries: { first, second } }: EntryPair): boolean {
  return first?.kind === 'scalar' && second?.kind === 'scalar' && scalarsEqual(first.value, second.value);
}

function tellsOfTensor(leaf: LeafDifference): boolean {
  return leaf.kind === 'values' || leaf.kind === 'dtype' || leaf.kind === 'shape' || leaf.kind === 'entry-kind';
}
