/**
 * Files whose paths differ in one part that looks like a random id (`runs/k3x9q2ab/model.pt`): only the other run can tell
 * that it is one. Paired where exactly one file fits on each side; a step, an epoch, a size, a plain word is never an id.
 */
import type { InventoryFile } from '../model/inventory.ts';
import type { Pair } from '../model/pair.ts';
import { endsInStepWord } from './path-times.ts';

export interface RandomIdPair {
  readonly neutralPath: string;
  readonly files: Pair<InventoryFile>;
  /** The part of each path that is the id. */
  readonly position: number;
}

export interface RandomIdPairing {
  readonly pairs: readonly RandomIdPair[];
  readonly ambiguous: readonly { readonly neutralPath: string; readonly files: Pair<readonly InventoryFile[]> }[];
}

/** Each unpaired path is looked at once for each of its parts. Beyond this many, nothing is paired, which is never wrong. */
const partsLimit = 400_000;
/** Within one place every file is held against every other. */
const candidatesLimit = 10_000;

interface Place {
  readonly neutralPath: string;
  readonly position: number;
  readonly first: InventoryFile[];
  readonly second: InventoryFile[];
}

/** What can be paired of the files that no neutral path brought together. */
export function pairByRandomId(first: readonly InventoryFile[], second: readonly InventoryFile[]): RandomIdPairing {
  if (first.length === 0 || second.length === 0 || countParts(first) + countParts(second) > partsLimit)
    return { pairs: [], ambiguous: [] };
  const places = placesOf(first, second);
  const partners = new Map<InventoryFile, Set<InventoryFile>>();
  const edges: { place: Place; files: Pair<InventoryFile> }[] = [];
  for (const place of places)
    for (const files of candidates(place)) {
      edges.push({ place, files });
      remember(partners, files.first, files.second);
      remember(partners, files.second, files.first);
    }
  const only = (file: InventoryFile): boolean => partners.get(file)?.size === 1;
  const pairs: RandomIdPair[] = [];
  const open = new Map<Place, { first: Set<InventoryFile>; second: Set<InventoryFile> }>();
  const placed = new Map<InventoryFile, Place>();
  for (const { place, files } of edges) {
    if (only(files.first) && only(files.second)) {
      pairs.push({ neutralPath: place.neutralPath, position: place.position, files });
      continue;
    }
    const group = open.get(place) ?? { first: new Set(), second: new Set() };
    open.set(place, group);
    // A file that fits in two places is shown in the first of them.
    for (const side of ['first', 'second'] as const) {
      const known = placed.get(files[side]);
      if (known !== undefined && known !== place) continue;
      placed.set(files[side], place);
      group[side].add(files[side]);
    }
  }
  const ambiguous = [...open].map(([{ neutralPath }, group]) => ({
    neutralPath,
    files: { first: byPath(group.first), second: byPath(group.second) },
  }));
  return { pairs: pairs.toSorted((a, b) => compareText(a.neutralPath, b.neutralPath)), ambiguous };
}

function byPath(files: Iterable<InventoryFile>): readonly InventoryFile[] {
  return [...files].toSorted((a, b) => compareText(a.path, b.path));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** All neutral paths with one part blotted out, where files of both sides meet; in a fixed order. */
function placesOf(first: readonly InventoryFile[], second: readonly InventoryFile[]): readonly Place[] {
  const places = new Map<string, Place>();
  for (const side of ['first', 'second'] as const)
    for (const file of side === 'first' ? first : second) {
      const parts = file.neutralPath.split('/');
      for (const [position] of parts.entries()) {
        const neutralPath = parts.with(position, '‹id›').join('/');
        const key = `${position} ${neutralPath}`;
        const place = places.get(key) ?? { neutralPath, position, first: [], second: [] };
        places.set(key, place);
        place[side].push(file);
      }
    }
  return [...places.entries()]
    .filter(([, place]) => place.first.length > 0 && place.second.length > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, place]) => place);
}

function candidates({ first, second, position }: Place): readonly Pair<InventoryFile>[] {
  if (first.length * second.length > candidatesLimit) return [];
  return first.flatMap((file) =>
    second
      .filter((other) => file.role === other.role && areIds(partOf(file, position), partOf(other, position)))
      .map((other) => ({ first: file, second: other })),
  );
}

function partOf(file: InventoryFile, position: number): string {
  return file.neutralPath.split('/')[position] ?? '';
}

/** True where two parts of paths are the same but for what looks like ids or counters of runs. */
export function areIds(first: string, second: string): boolean {
  const left = first.split(/([^A-Za-z\d]+)/);
  const right = second.split(/([^A-Za-z\d]+)/);
  if (first === second || left.length !== right.length) return false;
  return left.every((token, index) => {
    const other = right[index] ?? '';
    return token === other || (index % 2 === 0 && areIdTokens(token, other, left.slice(0, index).join('')));
  });
}

const runWord =
  /(?:^|[^a-z])(?:run|exp|experiment|trial|attempt|try|session|job|jobid|slurm|pid|proc|process|id)[-_=.]?$/i;

function areIdTokens(first: string, second: string, before: string): boolean {
  if (endsInStepWord(before)) return false;
  const left = /^([A-Za-z]*)(\d*)$/.exec(first);
  const right = /^([A-Za-z]*)(\d*)$/.exec(second);
  // The same word with another number (`exp`, `exp2`; `run-1`, `run-2`): a counter, where the word is one of a run.
  if (left !== null && right !== null && left[1] === right[1]) return runWord.test(`${before}${left[1]}`);
  return first.length === second.length && isIdToken(first) && isIdToken(second);
}

/** Letters and digits mixed, at least six, and not a word with a small number behind it (`resnet50`). */
function isIdToken(token: string): boolean {
  return token.length >= 6 && /\d/.test(token) && /[A-Za-z]/.test(token) && !/^[A-Za-z]{3,}\d{1,3}$/.test(token);
}

function remember(partners: Map<InventoryFile, Set<InventoryFile>>, file: InventoryFile, other: InventoryFile): void {
  const known = partners.get(file) ?? new Set();
  known.add(other);
  partners.set(file, known);
}

function countParts(files: readonly InventoryFile[]): number {
  return files.reduce((sum, { neutralPath }) => sum + neutralPath.split('/').length, 0);
}
