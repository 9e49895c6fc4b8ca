/**
 * The own names of both runs, once it is known which file belongs to which: a name that both runs share is no name of its
 * own and stays, and where a run has several of a kind (`version_0`, `version_1`) each gets a placeholder of its own, so
 * that a string with the one is never equal to a string with the other.
 */
import type { OwnName, OwnNames } from '../model/own-names.ts';
import type { Pair, Side } from '../model/pair.ts';
import { type CountedName, selectOwnNames } from './own-names.ts';

/** One name of each run that stood at the same place of two paired paths. */
export interface NamePair {
  readonly first: string;
  readonly second: string;
  readonly placeholder: string;
}

interface Family {
  readonly placeholder: string;
  readonly texts: Pair<Set<string>>;
  /** Where it was first seen: the order of families, the same from both sides. */
  first: number;
  count: number;
}

/** @param known the names of each inventory; those that no pair of files showed keep their placeholder */
export function pairingNames(known: Pair<OwnNames>, seen: readonly NamePair[]): Pair<OwnNames> {
  const families = familiesOf(seen);
  const inFamily = { first: new Set<string>(), second: new Set<string>() };
  const names: { first: CountedName[]; second: CountedName[] } = { first: [], second: [] };
  for (const { placeholder, texts, count } of numbered(families))
    for (const side of ['first', 'second'] as const)
      for (const text of texts[side]) names[side].push({ name: { text, placeholder }, count });
  for (const { texts } of families)
    for (const side of ['first', 'second'] as const) for (const text of texts[side]) inFamily[side].add(text);
  const isShared = (name: OwnName, other: Side): boolean => known[other].some(({ text }) => text === name.text);
  for (const name of known.first)
    if (!inFamily.first.has(name.text) && !isShared(name, 'second')) names.first.push({ name, count: seen.length + 1 });
  for (const name of known.second)
    if (!inFamily.second.has(name.text) && !isShared(name, 'first'))
      names.second.push({ name, count: seen.length + 1 });
  return { first: selectOwnNames(names.first), second: selectOwnNames(names.second) };
}

/** Names that belong together, directly or through others: two event files may have been begun in one second, or in two. */
function familiesOf(seen: readonly NamePair[]): readonly Family[] {
  const families = new Set<Family>();
  const byText = { first: new Map<string, Family>(), second: new Map<string, Family>() };
  const join = (family: Family, side: Side, text: string): void => {
    family.texts[side].add(text);
    byText[side].set(text, family);
  };
  for (const [index, { first, second, placeholder }] of seen.entries()) {
    const left = byText.first.get(first);
    const right = byText.second.get(second);
    const texts = { first: new Set<string>(), second: new Set<string>() };
    const family = left ?? right ?? { placeholder, texts, first: index, count: 0 };
    families.add(family);
    if (right !== undefined && right !== family) {
      for (const text of right.texts.first) join(family, 'first', text);
      for (const text of right.texts.second) join(family, 'second', text);
      family.first = Math.min(family.first, right.first);
      family.count += right.count;
      families.delete(right);
    }
    join(family, 'first', first);
    join(family, 'second', second);
    family.count += 1;
  }
  return [...families].toSorted((a, b) => a.first - b.first);
}

/** Families that are no name at all (one text, the same in both) left out; the others numbered where a kind has several. */
function numbered(families: readonly Family[]): readonly Family[] {
  const own = families.filter(
    ({ texts }) => texts.first.size !== 1 || texts.second.size !== 1 || !isSubset(texts.first, texts.second),
  );
  const counts = new Map<string, number>();
  for (const { placeholder } of own) counts.set(placeholder, (counts.get(placeholder) ?? 0) + 1);
  const next = new Map<string, number>();
  return own.map((family) => {
    if (counts.get(family.placeholder) === 1) return family;
    const number = (next.get(family.placeholder) ?? 0) + 1;
    next.set(family.placeholder, number);
    return { ...family, placeholder: family.placeholder.replace(/›([^›]*)$/, ` ${number}›$1`) };
  });
}

function isSubset(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].every((text) => b.has(text));
}
