/**
 * Facts that never change the verdict of content: order of keys, aliasing, strides, device, and the container's own. Own
 * names are taken out first, because keys and paths stand in these texts too.
 */
import type { LeafDifference } from '../model/difference.ts';
import type { Checkpoint, Structure, StructureAspect } from '../model/entry.ts';
import { type OwnNames, withoutOwnNames } from '../model/own-names.ts';
import { mapPair, type Pair } from '../model/pair.ts';
import { compareText } from './shared-order.ts';

export type StructureLeaf = Extract<LeafDifference, { readonly kind: 'structure' }>;

/** One leaf for each aspect that differs, save those in `without`: what follows from another difference is no news. */
export function structureLeaves(
  place: string,
  structures: Pair<Structure>,
  ownNames: Pair<OwnNames>,
  without: readonly StructureAspect[] = [],
): readonly StructureLeaf[] {
  const aspects = new Set([
    ...Object.keys(structures.first),
    ...Object.keys(structures.second),
  ]) as Set<StructureAspect>;
  return [...aspects].sort(compareText).flatMap((aspect) => {
    const values = mapPair(structures, (structure) => structure[aspect] ?? '');
    if (without.includes(aspect) || values.first === values.second) return [];
    const neutral = mapPair(values, (text, side) => withoutOwnNames(text, ownNames[side]).text);
    return neutral.first === neutral.second ? [] : [{ kind: 'structure' as const, place, aspect, values }];
  });
}

/** What the containers say of themselves. Of two formats only that is said: their other facts cannot be held together. */
export function containerLeaves(checkpoints: Pair<Checkpoint>): readonly StructureLeaf[] {
  const { first, second } = checkpoints;
  const leaf = (name: string, values: Pair<string>): StructureLeaf => ({
    kind: 'structure',
    place: '',
    aspect: 'container',
    values: mapPair(values, (text) => `${name}: ${text === '' ? '(none)' : text}`),
  });
  if (first.format !== second.format) return [leaf('format', { first: first.format, second: second.format })];
  const names = new Set([...Object.keys(first.container), ...Object.keys(second.container)]);
  return [...names].sort(compareText).flatMap((name) => {
    const values = { first: first.container[name] ?? '', second: second.container[name] ?? '' };
    return values.first === values.second ? [] : [leaf(name, values)];
  });
}

/** A file with a thousand causes has one: the first of them are enough. */
const mostCauses = 12;

/**
 * Why the bytes of a file differ although its content does not, as far as it is known. Never empty: where nothing is known,
 * that is said. Without the values themselves, so that the causes read the same from either side.
 */
export function causesOf(
  leaves: readonly StructureLeaf[],
  further: readonly string[],
  unknown = 'no difference in content was found; the bytes differ in the container',
): readonly string[] {
  const causes = leaves.map(({ place, aspect, values }) => {
    if (aspect === 'container') return values.first.slice(0, values.first.indexOf(': '));
    return place === '' ? aspect : `${aspect} of ${place}`;
  });
  causes.push(...further);
  if (causes.length === 0) return [unknown];
  if (causes.length <= mostCauses) return causes;
  return [...causes.slice(0, mostCauses), `${causes.length - mostCauses} more`];
}
