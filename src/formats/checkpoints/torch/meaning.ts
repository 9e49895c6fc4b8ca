/**
 * What the nodes of a pickle mean once their names are known: scalars, arrays, containers, and the rest as it is.
 *
 * A meaning is made when the flattening comes to its node and is thrown away after. Members come lazily: a list of a
 * million numbers is walked, never copied.
 */
import type { ByteSource, Chunks } from '../../../model/byte-source.ts';
import type { ReadNote, Structure } from '../../../model/entry.ts';
import { formatEntryPath, type Segment } from '../../../model/entry-path.ts';
import type { FormatProblem, LimitProblem } from '../../../model/problem.ts';
import type { Scalar } from '../../../model/scalar.ts';
import type { ByteRange, ObjectNode, PersistentNode, PickleNode } from '../../codecs/pickle/pickle-node.ts';

/** Bytes that tensors are views of. One object for one storage: identity is aliasing. */
export interface Storage {
  /** For messages: `data/0`. */
  readonly name: string;
  readonly byteLength: number;
  /** Where torch had it: `cpu`, `cuda:0`. Null for arrays of NumPy. */
  readonly device: string | null;
  readonly bigEndian: boolean;
  random(): ByteSource | Promise<ByteSource>;
  /** Set where reading from the front is cheaper than by position (a compressed record). */
  stream?(): Chunks;
}

/** A storage with the element type that its class or its reference names; `dtype` is null for untyped storages. */
export interface StorageReference {
  readonly storage: Storage;
  readonly dtype: string | null;
  /** In elements of `dtype`, in bytes where it is null. */
  readonly count: number;
}

/** The surroundings of one pickle: what its outside references and its nested files are. */
export interface Reading {
  readonly file: string;
  /** What a persistent id refers to; null where it is no storage. @throws FormatProblem */
  storage(node: PersistentNode): StorageReference | null;
  /** What `torch.storage._load_from_bytes` would load. @throws FormatProblem | LimitProblem */
  nested(bytes: PickleNode): Nested;
  /** Raw bytes that a writer put behind the state of an object (joblib). */
  attachment(node: ObjectNode): ByteRange | Nested | null;
  note(note: ReadNote): void;
  problem(code: string, message: string): FormatProblem;
  limitProblem(code: string, message: string): LimitProblem;
}

/** A node together with the pickle that it stands in. */
export interface Nested {
  readonly node: PickleNode;
  readonly reading: Reading;
}

export interface ScalarMeaning {
  readonly as: 'scalar';
  readonly scalar: Scalar;
  readonly structure: Structure;
}

/** A view on a storage; bounds are checked when it is made. */
export interface ArrayMeaning {
  readonly as: 'array';
  /** One of our dtypes, or any other name: then the array is opaque, and compared as bytes. */
  readonly dtype: string;
  readonly itemBytes: number;
  readonly swapBytes: number;
  readonly shape: readonly number[];
  /** In bytes. */
  readonly strides: readonly number[];
  /** In bytes, from the start of the storage. */
  readonly offset: number;
  readonly storage: Storage;
  readonly conjugate: boolean;
  readonly negative: boolean;
  readonly structure: Structure;
  /** Attributes that somebody hung on the tensor: content, below the tensor's path. */
  readonly attributes: readonly Member[];
  readonly reading: Reading;
}

export interface OpaqueMeaning {
  readonly as: 'opaque';
  readonly what: string;
  readonly byteLength: number;
  readonly structure: Structure;
  chunks(): Chunks;
}

export interface ContainerMeaning {
  readonly as: 'container';
  readonly container: 'mapping' | 'sequence' | 'object';
  readonly class?: string;
  readonly size: number;
  readonly structure: Structure;
  readonly members: Iterable<Member>;
  /** Where members that are nodes belong to. */
  readonly reading: Reading;
  /** State that is not content unless it holds tensors: the `_metadata` of a state dict. */
  readonly attributes?: PickleNode;
}

export interface SetMeaning {
  readonly as: 'set';
  readonly structure: Structure;
  readonly members: readonly PickleNode[];
  readonly reading: Reading;
}

export type Meaning = ScalarMeaning | ArrayMeaning | OpaqueMeaning | ContainerMeaning | SetMeaning;

export interface Member {
  readonly segment: Segment;
  readonly value: PickleNode | Meaning;
}

export function isMeaning(value: PickleNode | Meaning): value is Meaning {
  return 'as' in value;
}

export function scalarMeaning(type: Scalar['type'], text: string, structure: Structure = {}): ScalarMeaning {
  return { as: 'scalar', scalar: { type, text }, structure };
}

/**
 * The members, each with a step of its own: a later one that would have the same path gets a number. Two members at one
 * path could not be told apart, and one of them would go uncompared.
 */
export function distinct(members: readonly Member[]): readonly Member[] {
  const seen = new Map<string, number>();
  return members.map((member) => {
    const text = formatEntryPath([member.segment]);
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    return times === 1 ? member : { segment: { compound: `${text} #${times}` }, value: member.value };
  });
}

/** An object of known parts, under a class name of its own. */
export function partsMeaning(
  name: string,
  reading: Reading,
  members: readonly Member[],
  structure: Structure = {},
): ContainerMeaning {
  return {
    as: 'container',
    container: 'object',
    class: name,
    size: members.length,
    structure,
    members: distinct(members),
    reading,
  };
}
