/**
 * What the symbolic pickle machine builds: plain nodes that say what stands in the stream, and nothing that was run.
 *
 * Identity is JavaScript's: a value that the stream refers to twice through its memo is one node, so aliasing and cycles
 * are seen. The lists inside are filled while the stream is read (`APPENDS` follow their list) and never afterwards.
 */
import type { ByteSource } from '../../../model/byte-source.ts';

export type PickleNode =
  | NoneNode
  | BoolNode
  | IntNode
  | FloatNode
  | StrNode
  | BytesNode
  | ListNode
  | TupleNode
  | SetNode
  | DictNode
  | GlobalNode
  | ExtensionNode
  | ObjectNode
  | PersistentNode;

export interface NoneNode {
  readonly kind: 'none';
}

export interface BoolNode {
  readonly kind: 'bool';
  readonly value: boolean;
}

export interface IntNode {
  readonly kind: 'int';
  /** A number where it is a safe integer, else a bigint: exact either way. */
  readonly value: number | bigint;
}

export interface FloatNode {
  readonly kind: 'float';
  readonly value: number;
  /** For a NaN that is not the usual one: its 64 bits in hexadecimal (JavaScript need not keep them in a number). */
  readonly nan?: string;
}

/** Bytes that stay where they are until they are wanted: a pickled array of a gigabyte costs nothing to find. */
export interface ByteRange {
  readonly source: ByteSource;
  readonly offset: number;
  readonly length: number;
}

export interface StrNode {
  readonly kind: 'str';
  /** Null for a text that is too long to hold, or that a JavaScript string cannot tell from another one. */
  readonly value: string | null;
  /** Its UTF-8 bytes (surrogates passed through); null where `value` says it all. */
  readonly range: ByteRange | null;
}

export interface BytesNode {
  readonly kind: 'bytes';
  /** True for a bytearray. */
  readonly mutable: boolean;
  readonly range: ByteRange;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: PickleNode[];
}

export interface TupleNode {
  readonly kind: 'tuple';
  readonly items: readonly PickleNode[];
}

export interface SetNode {
  readonly kind: 'set';
  readonly frozen: boolean;
  /** Without repetitions, in the order of the stream (which is accidental). */
  readonly items: PickleNode[];
}

export type PicklePair = readonly [key: PickleNode, value: PickleNode];

export interface DictNode {
  readonly kind: 'dict';
  /** In order of first insertion; the last value given for a key counts, as in Python. */
  readonly pairs: PicklePair[];
  /** Values that a later one for the same key replaced. */
  readonly replaced: PicklePair[];
}

/** A name that an unpickler would import. Never resolved. */
export interface GlobalNode {
  readonly kind: 'global';
  /** As written, Python 2 names and all. */
  readonly module: string;
  readonly name: string;
}

/** A name out of the registry of extension codes (`copyreg`), which is not in the file. */
export interface ExtensionNode {
  readonly kind: 'extension';
  readonly code: number;
}

/** The result of a call that was not made (REDUCE) or of a class that was not instantiated (NEWOBJ, OBJ, INST). */
export interface ObjectNode {
  readonly kind: 'object';
  readonly how: 'call' | 'new';
  readonly callee: PickleNode;
  readonly args: PickleNode;
  readonly kwargs: PickleNode | null;
  /** What BUILD gave it, in order; almost always at most one. */
  readonly states: PickleNode[];
  /** What APPEND(S) and ADDITEMS gave it. */
  readonly items: PickleNode[];
  /** What SETITEM(S) gave it. */
  readonly pairs: PicklePair[];
}

/** A reference that the writer keeps outside the pickle: a storage of PyTorch. */
export interface PersistentNode {
  readonly kind: 'persistent';
  readonly id: PickleNode;
}

export const noneNode: NoneNode = { kind: 'none' };
export const trueNode: BoolNode = { kind: 'bool', value: true };
export const falseNode: BoolNode = { kind: 'bool', value: false };

/** The number of an int node that is a safe integer, null for anything else. */
export function safeInteger(node: PickleNode | undefined): number | null {
  return node?.kind === 'int' && typeof node.value === 'number' ? node.value : null;
}

/** The text of a str node that is held as one, null for anything else. */
export function plainText(node: PickleNode | undefined): string | null {
  return node?.kind === 'str' ? node.value : null;
}
