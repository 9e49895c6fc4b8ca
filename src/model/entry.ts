/**
 * All that a checkpoint format yields: a flat list of entries in the file's own order.
 *
 * A `container` entry stands for each mapping, sequence, set or object (so that `{}`, `[]` and nothing are told apart, and
 * key order is known); what a reader does not understand is an `opaque` entry, which is still compared.
 */
import type { Chunks } from './byte-source.ts';
import type { DType } from './dtype.ts';
import type { EntryPath } from './entry-path.ts';
import type { Scalar } from './scalar.ts';

/** Facts that never change the content digest; a change in one is a note. Every value is a short text. */
export type Structure = Readonly<Partial<Record<StructureAspect, string>>>;

export type StructureAspect =
  | 'type' // Python class of a container: list or tuple, dict or OrderedDict
  | 'order' // key order of a mapping
  | 'aliasing' // the path of the first entry that shares this storage
  | 'strides'
  | 'device'
  | 'byte-order'
  | 'requires-grad'
  | 'tensor-class' // Parameter, Buffer, a subclass
  | 'attributes' // e.g. the _metadata of a state dict, by digest
  | 'storage'; // the storage holds more than the view shows

interface EntryBase {
  readonly path: EntryPath;
  readonly structure: Structure;
}

export interface TensorEntry extends EntryBase {
  readonly kind: 'tensor';
  readonly dtype: DType;
  readonly shape: readonly number[];
  /** Product of the shape times the element size. */
  readonly byteLength: number;
  /** Elements in C order, little-endian, whatever the storage looks like. Every call starts anew. */
  chunks(): Chunks;
}

export interface ScalarEntry extends EntryBase {
  readonly kind: 'scalar';
  readonly value: Scalar;
}

export interface ContainerEntry extends EntryBase {
  readonly kind: 'container';
  /** What a change in is content; the exact Python class is `structure.type`, save for objects, where `class` counts. */
  readonly container: 'mapping' | 'sequence' | 'set' | 'object';
  /** For objects (and calls that were not made): the dotted name, e.g. `argparse.Namespace`. */
  readonly class?: string;
  /** How many members: a length that differs is named even where the members cannot be paired. */
  readonly size: number;
}

export interface OpaqueEntry extends EntryBase {
  readonly kind: 'opaque';
  /** What it is, in the format's own words: `bytes`, `str of 10 MB`, `sparse CSR tensor`, `unreferenced record`. */
  readonly what: string;
  readonly byteLength: number;
  chunks(): Chunks;
}

export type Entry = TensorEntry | ScalarEntry | ContainerEntry | OpaqueEntry;

/** Something odd that does not stop the reading: said in the report, never silence. */
export interface ReadNote {
  readonly code: string;
  readonly message: string;
  readonly entry?: string;
}

/** A checkpoint, opened: entries may read lazily from the source until `close`. */
export interface Checkpoint {
  readonly format: string;
  readonly entries: readonly Entry[];
  readonly notes: readonly ReadNote[];
  /** Facts of the container that never decide: archive name, format version, serialization id, metadata order… */
  readonly container: Readonly<Record<string, string>>;
  /** Dotted names that `torch.load(weights_only=False)` would import and call, and that are not plain data. */
  readonly executableReferences: readonly string[];
  close(): void;
}
