/**
 * Plain data (JSON, YAML, small values of a checkpoint) looked at by place: JSON pointers (RFC 6901), differences between
 * two documents, and short texts for messages. The readers bound their depth.
 */
import { quote } from '../model/format-number.ts';
import { type OwnNames, withoutOwnNames } from '../model/own-names.ts';
import type { Pair } from '../model/pair.ts';
import type { PlainValue } from '../model/record.ts';

export interface PlainDifference {
  /** JSON pointer; empty for the whole document. */
  readonly pointer: string;
  /** Null where that side has nothing there. */
  readonly values: Pair<PlainValue | null>;
}

/** A value with its JSON pointer and the last part of it. */
export interface PlainLeaf {
  readonly pointer: string;
  readonly key: string;
  readonly value: PlainValue;
}

/** Every scalar and every empty list or mapping, with its pointer, in the document's order. */
export function plainLeaves(root: PlainValue): readonly PlainLeaf[] {
  const found: PlainLeaf[] = [];
  const open: PlainLeaf[] = [{ pointer: '', key: '', value: root }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, pointer } = next;
    const members = membersOf(value);
    if (members === null || members.length === 0) found.push(next);
    else
      for (const [key, member] of members.toReversed())
        open.push({ pointer: `${pointer}/${escapePart(key)}`, key, value: member });
  }
  return found;
}

/** The value at a chain of keys; null where there is none. */
export function plainAt(root: PlainValue, keys: readonly string[]): PlainValue | null {
  let value: PlainValue = root;
  for (const key of keys) {
    const member = membersOf(value)?.findLast(([name]) => name === key);
    if (member === undefined) return null;
    value = member[1];
  }
  return value;
}

/** What differs between two documents, leaf by leaf. Key order is nothing; own names are taken out of texts and keys. */
export function plainDifferences(
  values: Pair<PlainValue>,
  names: Pair<OwnNames> = { first: [], second: [] },
): readonly PlainDifference[] {
  const first = leafMap(values.first, names.first);
  const second = leafMap(values.second, names.second);
  const pointers = new Set([...first.keys(), ...second.keys()]);
  // An empty document beside a full one of the same type: the members say it all.
  if (values.first.type === values.second.type && first.has('') !== second.has('')) pointers.delete('');
  return [...pointers].flatMap((pointer) => {
    const pair = { first: first.get(pointer) ?? null, second: second.get(pointer) ?? null };
    return sameLeaf(neutral(pair.first, names.first), neutral(pair.second, names.second))
      ? []
      : [{ pointer, values: pair }];
  });
}

function leafMap(value: PlainValue, names: OwnNames): ReadonlyMap<string, PlainValue> {
  return new Map(plainLeaves(value).map((leaf) => [withoutOwnNames(leaf.pointer, names).text, leaf.value]));
}

function neutral(value: PlainValue | null, names: OwnNames): PlainValue | null {
  return value !== null && value.type === 'str'
    ? { type: 'str', text: withoutOwnNames(value.text, names).text }
    : value;
}

function sameLeaf(a: PlainValue | null, b: PlainValue | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.type !== b.type) return false;
  // Leaves that are lists or mappings are empty ones.
  return a.type === 'list' || a.type === 'map' || b.type === 'list' || b.type === 'map' ? true : a.text === b.text;
}

function membersOf(value: PlainValue): readonly (readonly [string, PlainValue])[] | null {
  if (value.type === 'map') return value.items;
  if (value.type === 'list') return value.items.map((item, index) => [String(index), item] as const);
  return null;
}

function escapePart(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Longer lists are counted. */
const shownListCharacters = 60;

/** A value for a message: texts quoted, numbers as written, short lists whole, `nothing` where there is none. */
export function showPlain(value: PlainValue | null): string {
  if (value === null) return 'nothing';
  if (value.type === 'map') return value.items.length === 0 ? '{}' : 'a mapping';
  if (value.type === 'list') {
    const whole = `[${value.items.slice(0, shownListCharacters).map(showPlain).join(', ')}]`;
    return whole.length <= shownListCharacters ? whole : `a list of ${value.items.length}`;
  }
  if (value.type === 'none') return 'null';
  if (value.type === 'bool') return value.text.toLowerCase();
  return value.type === 'str' || value.type === 'name' ? quote(value.text, 60) : value.text;
}

/** The same data as JavaScript has it, for ajv: mappings without a prototype, integers as near as a double is. */
export function plainToJson(value: PlainValue): unknown {
  switch (value.type) {
    case 'map': {
      const members: Record<string, unknown> = Object.create(null);
      for (const [key, member] of value.items) members[key] = plainToJson(member);
      return members;
    }
    case 'list':
      return value.items.map(plainToJson);
    case 'none':
      return null;
    case 'bool':
      return value.text === 'True';
    case 'int':
      return Number(value.text);
    case 'float':
      return value.text === 'inf'
        ? Number.POSITIVE_INFINITY
        : value.text === '-inf'
          ? Number.NEGATIVE_INFINITY
          : Number(value.text);
    case 'str':
    case 'name':
    case 'bytes':
    case 'complex':
      return value.text;
    default:
      value satisfies never;
      return null;
  }
}
