/**
 * Two entries under one path, whatever they are. A change of kind is content; scalars are compared exactly, after the run's
 * own names were taken out of texts; what no reader understands is compared by its bytes.
 */
import { digestChunks } from '../fingerprint/digest-chunks.ts';
import { readPair } from '../fingerprint/read-pair.ts';
import type { TensorDigest } from '../model/coverage.ts';
import type { LeafDifference } from '../model/difference.ts';
import type { ContainerEntry, Entry, OpaqueEntry, ScalarEntry, StructureAspect, TensorEntry } from '../model/entry.ts';
import { type OwnNames, withoutOwnNames } from '../model/own-names.ts';
import { mapPair, type Pair } from '../model/pair.ts';
import { isProblem } from '../model/problem.ts';
import { scalarsEqual } from '../model/scalar.ts';
import { structureLeaves } from './compare-structure.ts';
import { compareTensors, readOne } from './compare-tensors.ts';
import { elementCount } from './delta.ts';
import { describeEntry } from './describe-entry.ts';
import { failureOf } from './failure.ts';
import type { ProgressMeter } from './progress-meter.ts';
import { type RuleFinder, scalarsWithin } from './tolerance.ts';
import { unreadLeaves } from './unread-leaf.ts';

export interface EntryContext {
  readonly ownNames: Pair<OwnNames>;
  readonly ruleFor: RuleFinder;
  readonly meter: ProgressMeter;
}

export interface ReadTensor {
  /** The first run's. */
  readonly entry: TensorEntry;
  /** Elements that were held together: none where dtype or shape differ. */
  readonly elements: number;
  readonly digest: TensorDigest;
  /** False where one side has not a single finite number. */
  readonly finite: boolean;
}

export interface EntryComparison {
  readonly leaves: readonly LeafDifference[];
  /** Set where the entry is a tensor that was read on both sides. */
  readonly tensor?: ReadTensor;
  /** Set where the entry is a scalar that was compared. */
  readonly scalar?: true;
  /** Set where two texts are the same only after own names were taken out. */
  readonly ownNames?: { readonly place: string; readonly texts: Pair<string>; readonly replaced: number };
}

/** Compares two entries; `incomplete` says that members of a container are missing (and told elsewhere). */
export async function compareEntries(
  place: string,
  entries: Pair<Entry>,
  incomplete: boolean,
  context: EntryContext,
): Promise<EntryComparison> {
  const { first, second } = entries;
  if (first.kind === 'tensor' && second.kind === 'tensor') {
    const { leaves, digest, finite } = await compareTensors(
      place,
      { first, second },
      context.ruleFor(place),
      context.meter,
    );
    // Strides of another shape are other strides: no news.
    const formed = leaves.some(({ kind }) => kind === 'shape' || kind === 'entry-kind' || kind === 'dtype');
    const structure = structureOf(place, entries, context, formed ? ['strides', 'storage'] : []);
    const elements = formed ? 0 : elementCount(first.shape);
    const tensor = digest === null ? {} : { tensor: { entry: first, elements, digest, finite } };
    return { leaves: [...leaves, ...structure], ...tensor };
  }
  if (first.kind === 'scalar' && second.kind === 'scalar') {
    const compared = compareScalars(place, { first, second }, context);
    return { ...compared, leaves: [...compared.leaves, ...structureOf(place, entries, context)] };
  }
  if (first.kind === 'container' && second.kind === 'container') {
    const leaves = compareContainers(place, { first, second }, incomplete);
    const structure = structureOf(place, entries, context, incomplete || leaves.length > 0 ? ['order'] : []);
    return { leaves: [...leaves, ...structure] };
  }
  if (first.kind === 'opaque' && second.kind === 'opaque') {
    const leaves = await compareOpaques(place, { first, second }, context);
    return { leaves: [...leaves, ...structureOf(place, entries, context)] };
  }
  return { leaves: [kindLeaf(place, entries)] };
}

/** Reads one entry of a file whose bytes are known to be the other's too: all there is to learn is its digest. */
export async function readEntry(place: string, entry: Entry, context: EntryContext): Promise<EntryComparison> {
  if (entry.kind === 'scalar') return { leaves: [], scalar: true };
  if (entry.kind === 'container') return { leaves: [] };
  try {
    if (entry.kind === 'opaque') {
      await digestChunks(entry.chunks(), entry.byteLength);
      return { leaves: [] };
    }
    const { digest, finite, problem } = await readOne(entry, context.meter);
    if (problem !== null) throw problem;
    if (digest === null) return { leaves: [] };
    const { dtype, shape } = entry;
    const digests = { first: digest, second: digest };
    return {
      leaves: [],
      tensor: { entry, elements: elementCount(shape), digest: { path: place, dtype, shape, digests }, finite },
    };
  } catch (error) {
    if (!isProblem(error)) throw error;
    const failure = { code: error.code, reason: withSameBytes(error.message) };
    return { leaves: unreadLeaves(place, { first: failure, second: failure }) };
  }
}

/** Equal bytes are no evidence where nobody could say what they mean. */
export function withSameBytes(reason: string): string {
  return `${reason} (The bytes of both files are the same, but their content was not verified.)`;
}

/** True where the pair cannot be held together: the members of one side are then no members of the other. */
export function areOpposed(entries: Pair<Entry>): boolean {
  const { first, second } = entries;
  if (first.kind !== second.kind) return true;
  return first.kind === 'container' && second.kind === 'container' && first.container !== second.container;
}

function kindLeaf(place: string, entries: Pair<Entry>): LeafDifference {
  return { kind: 'entry-kind', place, kinds: mapPair(entries, describeEntry) };
}

function structureOf(
  place: string,
  entries: Pair<Entry>,
  context: EntryContext,
  without: readonly StructureAspect[] = [],
): readonly LeafDifference[] {
  return structureLeaves(
    place,
    mapPair(entries, ({ structure }) => structure),
    context.ownNames,
    without,
  );
}

function compareContainers(
  place: string,
  { first, second }: Pair<ContainerEntry>,
  incomplete: boolean,
): readonly LeafDifference[] {
  const same = first.container === second.container && first.class === second.class;
  // A member that is missing is told at its own place, and explains the size.
  if (same && (first.size === second.size || incomplete)) return [];
  return [kindLeaf(place, { first, second })];
}

function compareScalars(place: string, scalars: Pair<ScalarEntry>, context: EntryContext): EntryComparison {
  const values = mapPair(scalars, ({ value }) => value);
  const { first, second } = values;
  if (scalarsEqual(first, second)) return { leaves: [], scalar: true };
  if (first.type === second.type && (first.type === 'str' || first.type === 'name')) {
    const neutral = mapPair(values, ({ text }, side) => withoutOwnNames(text, context.ownNames[side]));
    if (neutral.first.text === neutral.second.text) {
      const replaced = neutral.first.replaced + neutral.second.replaced;
      return { leaves: [], scalar: true, ownNames: { place, texts: mapPair(values, ({ text }) => text), replaced } };
    }
  }
  const tolerated = scalarsWithin(first, second, context.ruleFor(place));
  return { leaves: [{ kind: 'scalar', place, values, tolerated }], scalar: true };
}

async function compareOpaques(
  place: string,
  { first, second }: Pair<OpaqueEntry>,
  context: EntryContext,
): Promise<readonly LeafDifference[]> {
  const reading = await readPair(
    { first, second },
    { both: (a, b) => context.meter.advance(a.byteLength + b.byteLength) },
  );
  if (reading.kind === 'failed') {
    return unreadLeaves(
      place,
      mapPair(reading.problems, (problem) => (problem === null ? null : failureOf(problem))),
    );
  }
  if (first.what !== second.what) return [kindLeaf(place, { first, second })];
  if (reading.firstUnequal === null) return [];
  return [
    {
      kind: 'bytes',
      place,
      what: first.what,
      sizes: { first: first.byteLength, second: second.byteLength },
      firstOffset: reading.firstUnequal,
      digests: reading.digests,
    },
  ];
}
