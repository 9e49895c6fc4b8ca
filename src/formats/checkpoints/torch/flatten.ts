/**
 * From the graph of a pickle to the flat list of entries, in the file's own order.
 *
 * Walked with a stack of our own, so that depth is a limit and not a crash. A value that is met twice is spelled out
 * twice, within a budget; one that contains itself becomes a reference to the place where it begins.
 */
import { createHash } from 'node:crypto';
import { isDType } from '../../../model/dtype.ts';
import type { Entry, Structure } from '../../../model/entry.ts';
import { type EntryPath, formatEntryPath, type Segment } from '../../../model/entry-path.ts';
import { isProblem, withPlace } from '../../../model/problem.ts';
import type { PickleNode } from '../../codecs/pickle/pickle-node.ts';
import { isContiguous, viewBytes, viewChunks } from './array-view.ts';
import { interpret } from './interpret.ts';
import {
  type ArrayMeaning,
  type ContainerMeaning,
  isMeaning,
  type Meaning,
  type Member,
  type Reading,
  type SetMeaning,
  type Storage,
} from './meaning.ts';
import { segmentText, spellKey } from './python-meaning.ts';

export interface FlattenLimits {
  /** Python's own recursion limit keeps a pickler below half of it. */
  readonly maxDepth: number;
  /** An entry takes about 200 bytes: 400 MB would be too much, and no checkpoint comes near it. */
  readonly maxEntries: number;
  /** Entries that come from values met before: shared settings are a few, a bomb is exponential. */
  readonly maxRepeated: number;
  /** Steps of all paths together: what deep nesting costs. */
  readonly maxSegments: number;
  /** Logical bytes of all tensors: an expanded tensor may say more than it stores, but not without end. */
  readonly maxLogicalBytes: number;
}

/** 16 times the file and 64 MiB: expanded masks and embeddings of real checkpoints stay far below. */
export function flattenLimits(fileBytes: number): FlattenLimits {
  return {
    maxDepth: 1_000,
    maxEntries: 2_000_000,
    maxRepeated: 200_000,
    maxSegments: 32_000_000,
    maxLogicalBytes: 16 * fileBytes + 64 * 1024 * 1024,
  };
}

/** The state of one checkpoint's flattening: several pickles of one file may share it. */
export interface Flattening {
  readonly limits: FlattenLimits;
  readonly entries: Entry[];
  /** Storages by the path of the first tensor that showed them. */
  readonly firstPaths: Map<Storage, EntryPath>;
  readonly seen: Set<PickleNode>;
  readonly digests: Map<PickleNode, string | null>;
  readonly attributeDepth: number;
  readonly spent: { repeated: number; segments: number; logicalBytes: number };
}

export function startFlattening(limits: FlattenLimits): Flattening {
  const spent = { repeated: 0, segments: 0, logicalBytes: 0 };
  return { limits, entries: [], firstPaths: new Map(), seen: new Set(), digests: new Map(), attributeDepth: 0, spent };
}

interface Frame {
  readonly node: PickleNode | null;
  readonly path: EntryPath;
  readonly members: Iterator<Member>;
  readonly reading: Reading;
  /** True below a value that was met before. */
  readonly isRepeated: boolean;
}

/**
 * Adds the entries of a value and of all below it.
 * @throws FormatProblem as the meaning of a node has it, with the path as `place.entry`
 * @throws LimitProblem `DEPTH_LIMIT`, `EXPANSION`, `ENTRY_LIMIT`, `TENSOR_SIZE_LIMIT`
 */
export function flatten(state: Flattening, root: PickleNode, at: EntryPath, reading: Reading): void {
  const active = new Map<PickleNode, EntryPath>();
  const frames: Frame[] = [];
  const visit = (value: PickleNode | Meaning, path: EntryPath, within: Reading, isRepeated: boolean): void => {
    try {
      const node = isMeaning(value) ? null : value;
      const start = node === null ? undefined : active.get(node);
      if (start !== undefined) {
        addEntry(
          state,
          { kind: 'scalar', path, structure: {}, value: { type: 'name', text: `cycle to ${formatEntryPath(start)}` } },
          within,
          isRepeated,
        );
        return;
      }
      const meaning = isMeaning(value) ? value : interpret(value, within);
      const again = isRepeated || (node !== null && hasMembers(meaning) && state.seen.has(node));
      const members = addMeaning(state, meaning, path, within, again);
      if (members === null) return;
      if (frames.length >= state.limits.maxDepth)
        throw within.limitProblem('DEPTH_LIMIT', `Values are nested more than ${state.limits.maxDepth} levels deep.`);
      if (node !== null) {
        state.seen.add(node);
        active.set(node, path);
      }
      const inner = 'reading' in meaning ? meaning.reading : within;
      frames.push({ node, path, members: members[Symbol.iterator](), reading: inner, isRepeated: again });
    } catch (error) {
      throw isProblem(error) ? withPlace(error, { file: within.file, entry: shortened(formatEntryPath(path)) }) : error;
    }
  };
  visit(root, at, reading, false);
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const next = frame.members.next();
    if (next.done === true) {
      if (frame.node !== null) active.delete(frame.node);
      frames.pop();
    } else visit(next.value.value, [...frame.path, next.value.segment], frame.reading, frame.isRepeated);
  }
}

function hasMembers(meaning: Meaning): boolean {
  if (meaning.as === 'container') return meaning.size > 0;
  return meaning.as === 'set' && meaning.members.length > 0;
}

/** A path is data of the file: in a message it must not be endless. */
function shortened(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 300)}…`;
}

function addEntry(state: Flattening, entry: Entry, reading: Reading, isRepeated: boolean): void {
  const { limits, spent, entries } = state;
  spent.segments += entry.path.length;
  if (isRepeated) spent.repeated++;
  if (entries.length >= limits.maxEntries || spent.segments > limits.maxSegments)
    throw reading.limitProblem(
      'ENTRY_LIMIT',
      `The file holds more than ${Math.min(limits.maxEntries, entries.length)} values.`,
    );
  if (spent.repeated > limits.maxRepeated)
    throw reading.limitProblem(
      'EXPANSION',
      `Values that the file holds once are used so often that spelling them out gives more than ${limits.maxRepeated} values.`,
    );
  entries.push(entry);
}

/** Adds the entry of a meaning and gives what stands below it; null where nothing does. */
function addMeaning(
  state: Flattening,
  meaning: Meaning,
  path: EntryPath,
  reading: Reading,
  isRepeated: boolean,
): Iterable<Member> | null {
  switch (meaning.as) {
    case 'scalar':
      addEntry(
        state,
        { kind: 'scalar', path, structure: meaning.structure, value: meaning.scalar },
        reading,
        isRepeated,
      );
      return null;
    case 'opaque': {
      const { what, byteLength, structure, chunks } = meaning;
      addEntry(state, { kind: 'opaque', path, structure, what, byteLength, chunks }, reading, isRepeated);
      return null;
    }
    case 'array':
      addArray(state, meaning, path, isRepeated);
      return meaning.attributes.length === 0 ? null : meaning.attributes;
    case 'container':
      return addContainer(state, meaning, path, isRepeated);
    case 'set': {
      const members = setMembers(meaning);
      const { structure } = meaning;
      addEntry(
        state,
        { kind: 'container', path, structure, container: 'set', size: meaning.members.length },
        reading,
        isRepeated,
      );
      return members;
    }
    default:
      return meaning satisfies never;
  }
}

function addArray(state: Flattening, view: ArrayMeaning, path: EntryPath, isRepeated: boolean): void {
  const { limits, spent, firstPaths } = state;
  const byteLength = viewBytes(view);
  spent.logicalBytes += byteLength;
  if (spent.logicalBytes > limits.maxLogicalBytes)
    throw view.reading.limitProblem(
      'TENSOR_SIZE_LIMIT',
      `The tensors together claim ${spent.logicalBytes} bytes; at most ${limits.maxLogicalBytes} are read from a file of this size.`,
    );
  const first = firstPaths.get(view.storage);
  if (first === undefined) firstPaths.set(view.storage, path);
  const structure: Structure = {
    ...view.structure,
    ...(first === undefined ? {} : { aliasing: shortened(formatEntryPath(first)) }),
    ...(byteLength < view.storage.byteLength && view.storage.device !== null && isContiguous(view)
      ? { storage: `${byteLength} of ${view.storage.byteLength} bytes` }
      : {}),
  };
  const chunks = () => viewChunks(view);
  const entry: Entry = isDType(view.dtype)
    ? { kind: 'tensor', path, structure, dtype: view.dtype, shape: view.shape, byteLength, chunks }
    : { kind: 'opaque', path, structure, what: opaqueTitle(view), byteLength, chunks };
  addEntry(state, entry, view.reading, isRepeated);
}

function opaqueTitle({ dtype, shape }: ArrayMeaning): string {
  return `${dtype.includes(' ') ? dtype : `tensor of torch.${dtype}`}, shape [${shape.join(', ')}]`;
}

function addContainer(
  state: Flattening,
  meaning: ContainerMeaning,
  path: EntryPath,
  isRepeated: boolean,
): Iterable<Member> {
  const { container, size, reading, attributes } = meaning;
  let { structure, members } = meaning;
  if (attributes !== undefined) {
    const digest = attributesDigest(state, attributes, reading);
    if (digest !== null) structure = { ...structure, attributes: digest };
    else members = [...members, { segment: { compound: 'attributes' }, value: attributes }];
  }
  const of = meaning.class === undefined ? {} : { class: meaning.class };
  addEntry(state, { kind: 'container', path, structure, container, size, ...of }, reading, isRepeated);
  return members;
}

/** Attributes of attributes: nobody writes more than one level. */
const maxAttributeDepth = 16;

/** A digest of everything in it; null where it holds bytes or tensors, which are content. */
function attributesDigest(state: Flattening, node: PickleNode, reading: Reading): string | null {
  const known = state.digests.get(node);
  if (known !== undefined) return known;
  if (state.attributeDepth >= maxAttributeDepth)
    throw reading.limitProblem('DEPTH_LIMIT', `Attributes are nested more than ${maxAttributeDepth} levels deep.`);
  // Attributes that hold themselves meet this.
  state.digests.set(node, 'cycle');
  // Budgets are common to all: shared attributes must not multiply them.
  const own = { ...state, entries: [], firstPaths: new Map(), attributeDepth: state.attributeDepth + 1 };
  flatten(own, node, [], reading);
  const digest = entriesDigest(own.entries);
  state.digests.set(node, digest);
  return digest;
}

function entriesDigest(entries: readonly Entry[]): string | null {
  const hash = createHash('sha256');
  for (const entry of entries) {
    if (entry.kind === 'tensor' || entry.kind === 'opaque') return null;
    const facts =
      entry.kind === 'scalar' ? [entry.value.type, entry.value.text] : [entry.container, entry.class ?? '', entry.size];
    hash.update(`${JSON.stringify([formatEntryPath(entry.path), ...facts])}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** Members under their own spelling, sorted by it: the order in the stream comes from hashes, and is accidental. */
function setMembers(meaning: SetMeaning): readonly Member[] {
  const spelled = meaning.members.map((value) => {
    const { text } = spellKey(value);
    const segment: Segment = { compound: text };
    return { text: `${value.kind} ${text}`, segment, value };
  });
  const seen = new Map<string, number>();
  return spelled
    .toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ segment, value }) => {
      const text = segmentText(segment);
      const times = seen.get(text) ?? 0;
      seen.set(text, times + 1);
      return { segment: times === 0 ? segment : { compound: `${text} #${times + 1}` }, value };
    });
}
