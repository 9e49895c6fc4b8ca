/**
 * Python's own values: scalars, containers of `builtins` and `collections`, and objects of unknown classes.
 *
 * An unknown object is not skipped: its class, arguments, state, items and keys are members like any others. How an
 * object was written (`copyreg._reconstructor` at protocol 0 and 1, NEWOBJ later) is made one and the same.
 */
import { createHash } from 'node:crypto';
import type { Segment } from '../../../model/entry-path.ts';
import { floatText } from '../../../model/scalar.ts';
import { memorySource, sourceChunks, windowSource } from '../../codecs/memory-source.ts';
import type { ByteRange, ObjectNode, PickleNode, PicklePair, StrNode } from '../../codecs/pickle/pickle-node.ts';
import { encodeSurrogateUtf8 } from '../../codecs/pickle/surrogate-utf8.ts';
import { dottedName } from './dotted-name.ts';
import { latin1Source } from './latin1-source.ts';
import {
  type ContainerMeaning,
  distinct,
  type Meaning,
  type Member,
  partsMeaning,
  type Reading,
  type ScalarMeaning,
  scalarMeaning,
} from './meaning.ts';

/** Longer texts and bytes are opaque entries: compared all the same, but nobody wants them in a report. */
const maxScalarText = 16 * 1024;
const maxScalarBytes = 1024;

/** The scalar that a node is by itself; null for containers, objects and what is too long for one. */
export function scalarOf(node: PickleNode): ScalarMeaning | null {
  switch (node.kind) {
    case 'none':
      return scalarMeaning('none', 'None');
    case 'bool':
      return scalarMeaning('bool', node.value ? 'True' : 'False');
    case 'int':
      return scalarMeaning('int', String(node.value));
    case 'float':
      return scalarMeaning('float', node.nan === undefined ? floatText(node.value) : `nan:${node.nan}`);
    case 'str':
      return node.value !== null && node.value.length <= maxScalarText ? scalarMeaning('str', node.value) : null;
    case 'bytes':
      return bytesScalar(node.range, node.mutable ? 'bytearray' : 'bytes');
    case 'global':
    case 'extension':
    case 'persistent': {
      const name = dottedName(node);
      return name === null ? null : scalarMeaning('name', name);
    }
    case 'list':
    case 'tuple':
    case 'set':
    case 'dict':
    case 'object':
      return null;
    default:
      return node satisfies never;
  }
}

/** The meaning of a node that is no object. */
export function plainMeaning(node: Exclude<PickleNode, ObjectNode>, reading: Reading): Meaning {
  const scalar = scalarOf(node);
  if (scalar !== null) return scalar;
  if (node.kind === 'str') return opaqueRange('str', node.range ?? heldText(node.value ?? ''));
  if (node.kind === 'bytes') return opaqueRange(node.mutable ? 'bytearray' : 'bytes', node.range);
  if (node.kind === 'set')
    return { as: 'set', structure: { type: node.frozen ? 'frozenset' : 'set' }, members: node.items, reading };
  if (node.kind === 'dict') return mappingMeaning('dict', node.pairs, reading, node.replaced);
  if (node.kind === 'list' || node.kind === 'tuple') return sequenceMeaning(node.kind, node.items, reading);
  const members = node.kind === 'persistent' ? [{ segment: { compound: 'id' }, value: node.id }] : [];
  return partsMeaning('persistent id', reading, members);
}

export function sequenceMeaning(type: string, items: readonly PickleNode[], reading: Reading): ContainerMeaning {
  return {
    as: 'container',
    container: 'sequence',
    size: items.length,
    structure: { type },
    members: positions(items),
    reading,
  };
}

export function* positions(items: readonly PickleNode[]): Iterable<Member> {
  for (const [index, value] of items.entries()) yield { segment: { index }, value };
}

/** A mapping; values that were replaced by a later one of the same key stand beside it, so that they are compared too. */
export function mappingMeaning(
  type: string,
  pairs: readonly PicklePair[],
  reading: Reading,
  replaced: readonly PicklePair[] = [],
): ContainerMeaning {
  const members = pairMembers(pairs);
  const structure = pairs.length < 2 ? { type } : { type, order: orderText(members.map(({ segment }) => segment)) };
  for (const [index, [key, value]] of replaced.entries()) {
    const text = segmentText(keySegment(key));
    reading.note({
      code: 'DUPLICATE_KEY',
      message: `The key ${JSON.stringify(text.slice(0, 200))} is set twice: the last value counts, the earlier one is compared as well.`,
    });
    members.push({ segment: { compound: `replaced value ${index} of ${text}` }, value });
  }
  return {
    as: 'container',
    container: 'mapping',
    size: members.length,
    structure,
    members: distinct(members),
    reading,
  };
}

/** Keys and values; a key whose spelling does not say it all is a member of its own. */
function pairMembers(pairs: readonly PicklePair[]): Member[] {
  const members: Member[] = [];
  for (const [key, value] of pairs) {
    const segment = keySegment(key);
    members.push({ segment, value });
    if (typeof segment === 'string' || !('compound' in segment) || spellKey(key).exact) continue;
    members.push({ segment: { compound: `key ${segment.compound}` }, value: key });
  }
  return members;
}

/** The step of a path that a key makes. */
export function keySegment(key: PickleNode): Segment {
  if (key.kind === 'str' && key.value !== null && key.value.length <= maxKeyText) return key.value;
  const range = keyBytes(key);
  const scalar = key.kind === 'str' ? null : range === null ? scalarOf(key) : bytesScalar(range, 'bytes');
  const isLong = range !== null && range.length > 64;
  return scalar === null || isLong ? { compound: spellKey(key).text } : { key: scalar.scalar };
}

/** A key is a name: longer texts stand in paths by a digest. */
const maxKeyText = 1024;
/** Parts and levels of a key that are spelled: with more of them it is no longer a name. */
const maxKeyParts = 1_000;
const maxKeyDepth = 32;

/** A short spelling of a key, cut by a digest where it is long: `(1, "a")`; `exact` where it tells all of the key. */
export function spellKey(key: PickleNode): { readonly text: string; readonly exact: boolean } {
  let budget = maxKeyParts;
  let exact = true;
  const list = (nodes: readonly PickleNode[], depth: number): string[] => {
    if (nodes.length > budget) exact = false;
    return nodes.slice(0, Math.max(0, budget)).map((node) => spell(node, depth + 1));
  };
  const spell = (node: PickleNode, depth: number): string => {
    if (--budget < 0 || depth > maxKeyDepth) {
      exact = false;
      return '…';
    }
    if (node.kind === 'str') return strText(node);
    const range = keyBytes(node);
    if (range !== null) return rangeText('bytes', range);
    if (node.kind === 'tuple') return `(${list(node.items, depth).join(', ')})`;
    // The order of a set is accidental: sorted, it is none.
    if (node.kind === 'set') return `{${list(node.items, depth).sort().join(', ')}}`;
    if (node.kind === 'dict') {
      if (node.replaced.length > 0) exact = false;
      return `{${node.pairs
        .slice(0, budget)
        .map((pair) => list(pair, depth).join(': '))
        .join(', ')}}`;
    }
    if (node.kind !== 'object') {
      const scalar = scalarOf(node);
      if (scalar === null) exact = false;
      return scalar?.scalar.text ?? node.kind;
    }
    const { name, args } = objectParts(node);
    const [members] = args.kind === 'tuple' ? args.items : [];
    if ((name === 'builtins.frozenset' || name === 'builtins.set') && members?.kind === 'list')
      return `{${list(members.items, depth).sort().join(', ')}}`;
    if (node.items.length + node.pairs.length > 0 || node.kwargs !== null || name === null) exact = false;
    return `${name ?? 'object'}${spell(args, depth + 1)}${list(node.states, depth).join('')}`;
  };
  const text = spell(key, 0);
  if (text.length <= 200) return { text, exact };
  return {
    text: `${text.slice(0, 80)}… SHA-256 ${createHash('sha256').update(text).digest('hex').slice(0, 32)}`,
    exact,
  };
}

/** Spellings of long texts and bytes, made once for each: a stream can use one of them as a key a million times. */
const spelled = new WeakMap<object, string>();

function strText(node: StrNode): string {
  if (node.value === null) return rangeText('str', node.range);
  if (node.value.length <= 200) return JSON.stringify(node.value);
  const known = spelled.get(node);
  if (known !== undefined) return known;
  const text = `str of ${node.value.length} characters, SHA-256 ${shortDigest(encodeSurrogateUtf8(node.value))}`;
  spelled.set(node, text);
  return text;
}

function rangeText(kind: string, range: ByteRange | null): string {
  const known = range === null ? kind : spelled.get(range);
  if (range === null || known !== undefined) return known ?? kind;
  const read = (length: number): string => shortDigest(range.source.read(range.offset, length));
  // Longer ones are not told apart by what follows: no key is as long.
  const text = `${kind} of ${range.length} bytes, SHA-256 ${read(Math.min(range.length, 1024 * 1024))}`;
  spelled.set(range, text);
  return text;
}

function shortDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

/** The bytes of a key, however the protocol wrote them; null for other keys and for texts too long to be encoded again. */
function keyBytes(node: PickleNode): ByteRange | null {
  if (node.kind === 'bytes') return node.range;
  if (node.kind !== 'object' || dottedName(node.callee) !== '_codecs.encode') return null;
  const [text] = node.args.kind === 'tuple' ? node.args.items : [];
  return text?.kind === 'str' && text.value !== null && text.value.length <= 200 ? nodeBytes(node) : null;
}

export function segmentText(segment: Segment): string {
  if (typeof segment === 'string') return segment;
  if ('index' in segment) return String(segment.index);
  return 'key' in segment ? segment.key.text : segment.compound;
}

/** The order of keys: the keys themselves where they are few, else a digest. */
function orderText(segments: readonly Segment[]): string {
  const text = segments.map(segmentText).join(', ');
  return text.length <= 120
    ? text
    : `${segments.length} keys, SHA-256 ${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
}

/** The bytes that a node stands for: bytes, or text that `_codecs.encode(text, 'latin1')` makes bytes. Null for others. */
export function nodeBytes(node: PickleNode | undefined): ByteRange | null {
  if (node === undefined) return null;
  if (node.kind === 'bytes') return node.range;
  if (node.kind === 'str') return latin1Range(node);
  if (node.kind !== 'object' || node.args.kind !== 'tuple') return null;
  const name = dottedName(node.callee);
  const [value, encoding] = node.args.items;
  if (name === '_codecs.encode') return isLatin1(encoding) ? latin1Range(value) : null;
  if (name === 'builtins.bytes' || name === 'builtins.bytearray') {
    if (value === undefined) return heldBytes(new Uint8Array(0));
    if (value.kind === 'str') return isLatin1(encoding) ? latin1Range(value) : null;
    return value.kind === 'object' ? encodedRange(value) : value.kind === 'bytes' ? value.range : null;
  }
  return null;
}

function encodedRange(node: ObjectNode): ByteRange | null {
  return dottedName(node.callee) === '_codecs.encode' ? nodeBytes(node) : null;
}

function isLatin1(node: PickleNode | undefined): boolean {
  return node?.kind === 'str' && /^(latin-?1|iso-?8859-?1)$/i.test(node.value ?? '');
}

function latin1Range(node: PickleNode | undefined): ByteRange | null {
  if (node?.kind !== 'str') return null;
  if (node.value !== null) {
    if (/[^\x00-\xff]/.test(node.value)) return null;
    return heldBytes(Buffer.from(node.value, 'latin1'));
  }
  if (node.range === null) return null;
  const source = latin1Source(node.range, node.range.source.name);
  return source === null ? null : { source, offset: 0, length: source.byteLength };
}

function heldBytes(bytes: Uint8Array): ByteRange {
  return { source: memorySource('bytes', bytes), offset: 0, length: bytes.length };
}

function heldText(text: string): ByteRange {
  return heldBytes(encodeSurrogateUtf8(text));
}

export function bytesMeaning(range: ByteRange, type: 'bytes' | 'bytearray'): Meaning {
  return bytesScalar(range, type) ?? opaqueRange(type, range);
}

function bytesScalar(range: ByteRange, type: 'bytes' | 'bytearray'): ScalarMeaning | null {
  if (range.length > maxScalarBytes) return null;
  const text = Buffer.from(range.source.read(range.offset, range.length)).toString('hex');
  return scalarMeaning('bytes', text, { type });
}

export function opaqueRange(what: string, range: ByteRange): Meaning {
  const { source, offset, length } = range;
  // The window checks the bounds now, not when somebody reads.
  const window = windowSource(source, source.name, offset, length);
  return { as: 'opaque', what, byteLength: length, structure: {}, chunks: () => sourceChunks(window) };
}

/** The meaning of an object whose class nobody here knows. */
export function objectMeaning(
  node: ObjectNode,
  reading: Reading,
  skip: (field: string) => boolean = () => false,
): Meaning {
  const { name, args, base } = objectParts(node);
  const items = base?.kind === 'list' ? [...base.items, ...node.items] : node.items;
  const pairs = base?.kind === 'dict' ? [...base.pairs, ...node.pairs] : node.pairs;
  const isBare = items.length === 0 && pairs.length === 0;
  const members: Member[] = [];
  const add = (compound: string, value: PickleNode): void => {
    members.push({ segment: { compound }, value });
  };
  if (name === null) add('callee', node.callee);
  if (base !== null && base.kind !== 'list' && base.kind !== 'dict') add('base value', base);
  if (args.kind !== 'tuple') add('arguments', args);
  else for (const [index, value] of args.items.entries()) add(`argument ${index}`, value);
  if (node.kwargs !== null) add('keyword arguments', node.kwargs);
  for (const [index, state] of node.states.entries()) {
    // Attributes stand beside keys only where there are no keys that could have the same name.
    const fields = index === 0 && isBare ? stateFields(state) : null;
    if (fields === null) add(index === 0 ? 'state' : `state ${index}`, state);
    else
      for (const [key, value] of fields)
        if (!(key.kind === 'str' && skip(key.value ?? ''))) members.push({ segment: keySegment(key), value });
  }
  for (const member of positions(items)) members.push(member);
  for (const member of pairMembers(pairs)) members.push(member);
  return partsMeaning(name ?? 'call of an object', reading, members);
}

/** State as attributes: a dict, or the pair of dict and slots; null for any other state. */
export function stateFields(state: PickleNode): readonly PicklePair[] | null {
  if (state.kind === 'dict') return state.replaced.length === 0 ? state.pairs : null;
  if (state.kind !== 'tuple' || state.items.length !== 2) return null;
  const fields: PicklePair[] = [];
  for (const part of state.items) {
    if (part.kind === 'none') continue;
    if (part.kind !== 'dict' || part.replaced.length > 0) return null;
    fields.push(...part.pairs);
  }
  const names = new Set(fields.map(([key]) => (key.kind === 'str' ? key.value : null)));
  return names.size === fields.length ? fields : null;
}

interface ObjectParts {
  readonly name: string | null;
  readonly args: PickleNode;
  /** The value of the built-in class that an object of protocol 0 extends. */
  readonly base: PickleNode | null;
}

/** Class and arguments, however the protocol wrote them. */
export function objectParts(node: ObjectNode): ObjectParts {
  const name = dottedName(node.callee);
  const plain = { name, args: node.args, base: null };
  if (node.how === 'new' || node.args.kind !== 'tuple') return plain;
  const [cls, second, third] = node.args.items;
  if (cls === undefined) return plain;
  if (name === 'copyreg._reconstructor' && node.args.items.length === 3) {
    const made = dottedName(cls);
    const bare = second?.kind === 'global' && dottedName(second) === 'builtins.object';
    if (made !== null) return { name: made, args: { kind: 'tuple', items: [] }, base: bare ? null : (third ?? null) };
  }
  if (name === 'copyreg.__newobj__') {
    const made = dottedName(cls);
    if (made !== null) return { name: made, args: { kind: 'tuple', items: node.args.items.slice(1) }, base: null };
  }
  return plain;
}
