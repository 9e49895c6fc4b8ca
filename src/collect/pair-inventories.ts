/**
 * Which file of one run belongs to which of the other (product page: "the pairing is shown"). By neutral path; several of
 * one neutral path in the order of their own times; by a random id that only the other run can show. What could belong to
 * several is ambiguous and not compared; what belongs to none is in one run only. Parts of an index are paired like any
 * other file: it is for the comparison to read them through their index.
 */
import type { Inventory, InventoryFile } from '../model/inventory.ts';
import { mapPair, type Pair } from '../model/pair.ts';
import type { PairedFiles, Pairing } from '../model/pairing.ts';
import { onlyFilePlaceholder } from './neutral-path.ts';
import { pairByRandomId, type RandomIdPair } from './pair-by-random-id.ts';
import { pairGroup } from './pair-group.ts';
import { type NamePair, pairingNames } from './pairing-names.ts';

type Ambiguous = Pairing['ambiguous'][number];

/** A pure function of both inventories; swapped inventories give the swapped pairing. */
export function pairInventories(first: Inventory, second: Inventory): Pairing {
  const inventories = { first, second };
  const files = mapPair(inventories, ({ files }) => files.toSorted((a, b) => byText(a.path, b.path)));
  const byPath = pairByNeutralPath(files);
  const onlyOne = pairOnlyFiles(byPath.left);
  const byId = onlyOne === null ? pairByRandomId(byPath.left.first, byPath.left.second) : { pairs: [], ambiguous: [] };
  const found: readonly PairedFiles[] = [
    ...byPath.pairs,
    ...(onlyOne === null ? [] : [onlyOne]),
    ...byId.pairs.map(({ neutralPath, files }) => ({ neutralPath, files })),
  ];
  const pairs = found.toSorted((a, b) => byText(a.neutralPath, b.neutralPath) || byText(pathsOf(a), pathsOf(b)));
  const ambiguous = [...byPath.ambiguous, ...byId.ambiguous].toSorted((a, b) => byText(a.neutralPath, b.neutralPath));
  const settled = new Set([
    ...pairs.flatMap(({ files }) => [files.first, files.second]),
    ...ambiguous.flatMap(({ files }) => [...files.first, ...files.second]),
  ]);
  return {
    pairs,
    onlyFirst: files.first.filter((file) => !settled.has(file)),
    onlySecond: files.second.filter((file) => !settled.has(file)),
    ambiguous,
    ownNames: pairingNames(
      mapPair(inventories, ({ ownNames }) => ownNames),
      [...pairs.flatMap(namesInPaths), ...byId.pairs.flatMap(idNames)],
    ),
  };
}

function pairByNeutralPath(files: Pair<readonly InventoryFile[]>): {
  readonly pairs: readonly PairedFiles[];
  readonly ambiguous: readonly Ambiguous[];
  readonly left: Pair<readonly InventoryFile[]>;
} {
  const groups = mapPair(files, groupByNeutralPath);
  const pairs: PairedFiles[] = [];
  const ambiguous: Ambiguous[] = [];
  for (const [neutralPath, members] of groups.first) {
    const others = groups.second.get(neutralPath);
    if (others === undefined) continue;
    const paired = pairGroup(members, others);
    if (paired === null) ambiguous.push({ neutralPath, files: { first: members, second: others } });
    else pairs.push(...paired.map((files) => ({ neutralPath, files })));
  }
  return {
    pairs,
    ambiguous,
    left: {
      first: files.first.filter(({ neutralPath }) => !groups.second.has(neutralPath)),
      second: files.second.filter(({ neutralPath }) => !groups.first.has(neutralPath)),
    },
  };
}

function groupByNeutralPath(files: readonly InventoryFile[]): ReadonlyMap<string, readonly InventoryFile[]> {
  const groups = new Map<string, InventoryFile[]>();
  for (const file of files) {
    const group = groups.get(file.neutralPath);
    if (group === undefined) groups.set(file.neutralPath, [file]);
    else group.push(file);
  }
  return groups;
}

/** `compare A.pt B.pt`: the user has said that they belong together, whatever they are called. */
function pairOnlyFiles({ first, second }: Pair<readonly InventoryFile[]>): PairedFiles | null {
  const [one, ...more] = first;
  const [other, ...others] = second;
  if (one === undefined || other === undefined || more.length + others.length > 0) return null;
  const marked = [one, other].every(({ taken = [] }) =>
    taken.some(({ placeholder }) => placeholder === onlyFilePlaceholder),
  );
  return marked ? { neutralPath: onlyFilePlaceholder, files: { first: one, second: other } } : null;
}

function namesInPaths({ files: { first, second } }: PairedFiles): readonly NamePair[] {
  const left = first.taken ?? [];
  const right = second.taken ?? [];
  if (left.length !== right.length) return [];
  return left.flatMap(({ text, placeholder }, index) => {
    const other = right[index];
    const aligned = other?.placeholder === placeholder && placeholder !== onlyFilePlaceholder;
    return aligned ? [{ first: text, second: other.text, placeholder }] : [];
  });
}

/** The id as it stands in each path; a short one only together with the folder it stands in. */
function idNames({ files, position }: RandomIdPair): readonly NamePair[] {
  const parts = mapPair(files, ({ path }) => path.split('/'));
  const ids = mapPair(parts, (names) => names[position] ?? '');
  const isPlain = [ids.first, ids.second].every((id) => id.length >= 6 && /\d/.test(id));
  if (isPlain) return [{ ...ids, placeholder: '‹id›' }];
  const parents = mapPair(parts, (names) => names[position - 1] ?? '');
  if (parents.first === '' || parents.first !== parents.second || /[‹›]/.test(parents.first)) return [];
  return [{ ...mapPair(ids, (id) => `${parents.first}/${id}`), placeholder: `${parents.first}/‹id›` }];
}

function pathsOf({ files }: PairedFiles): string {
  return [files.first.path, files.second.path].toSorted().join('\0');
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
