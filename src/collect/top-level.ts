/**
 * The top level of a checkpoint out of its flat list of entries: the keys, and those values that are plain and small. A value
 * with a tensor or anything opaque in it is left out; the comparison reads those.
 */
import type { Entry } from '../model/entry.ts';
import { formatEntryPath, type Segment } from '../model/entry-path.ts';
import type { PlainValue } from '../model/record.ts';
import { type FlatMember, flatMembers } from './flat-top-level.ts';

/** A configuration has some hundred values; what is larger is data. */
const leavesLimit = 2000;
/** A whole file as one string is no setting. */
const textLimit = 16 * 1024;
/** All values of one checkpoint together: they go into the report. */
const textTotalLimit = 256 * 1024;
/** A flat state dict of the largest models has fewer. */
const keysLimit = 5000;
/** Lightning keeps the best score as a tensor among the names of the best checkpoints: there only the tensor is left out. */
const mixedKeys: ReadonlySet<string> = new Set(['callbacks']);

export interface TopLevel {
  /** In order; a key that is no string in its spelling of a path (`[0]`). */
  readonly keys: readonly string[];
  readonly values: Readonly<Record<string, PlainValue>>;
}

/** Keys and small values; both empty where the checkpoint is no mapping. */
export function topLevel(entries: readonly Entry[]): TopLevel {
  const flat = flatMembers(entries);
  if (flat !== null) return flatTopLevel(flat);
  const root = entries.find(({ path }) => path.length === 0);
  if (root !== undefined && (root.kind !== 'container' || root.container === 'sequence' || root.container === 'set'))
    return { keys: [], values: {} };
  const members = new Map<string, Entry[]>();
  for (const entry of entries) {
    const [segment] = entry.path;
    if (segment === undefined) continue;
    const key = keyText(segment);
    const known = members.get(key);
    if (known !== undefined) known.push(entry);
    else if (members.size < keysLimit) members.set(key, [entry]);
  }
  const values: [string, PlainValue][] = [];
  let textLeft = textTotalLimit;
  for (const [key, all] of members) {
    const found = mixedKeys.has(key) ? all.filter(({ kind }) => kind === 'scalar' || kind === 'container') : all;
    const length = plainLength(found);
    if (length === null || length > textLeft) continue;
    const value = build(found);
    if (value === null) continue;
    textLeft -= length;
    values.push([key, value]);
  }
  // fromEntries defines properties, so that a key named `__proto__` is a key like any other.
  return { keys: [...members.keys()], values: Object.fromEntries(values) };
}

function flatTopLevel(members: readonly FlatMember[]): TopLevel {
  let textLeft = textTotalLimit;
  const values = members.flatMap(({ key, value }): readonly (readonly [string, PlainValue])[] => {
    const length = value === null ? 0 : JSON.stringify(value).length;
    if (value === null || length > textLimit || length > textLeft) return [];
    textLeft -= length;
    return [[key, value]];
  });
  return { keys: members.slice(0, keysLimit).map(({ key }) => key), values: Object.fromEntries(values) };
}

function keyText(segment: Segment): string {
  return typeof segment === 'string' ? segment : formatEntryPath([segment]);
}

/** Characters of text in all; null where something is not plain or too large. */
function plainLength(entries: readonly Entry[]): number | null {
  let length = 0;
  let leaves = 0;
  for (const entry of entries) {
    if (entry.kind === 'tensor' || entry.kind === 'opaque') return null;
    length += (entry.kind === 'scalar' ? entry.value.text.length : 0) + keyText(entry.path.at(-1) ?? '').length;
    if (entry.kind === 'scalar' && entry.value.text.length > textLimit) return null;
    leaves += 1;
    if (leaves > leavesLimit) return null;
  }
  return length;
}

/** A value while it grows: entries name their parents by path, in any order, to any depth. */
type Node =
  | { readonly type: 'list'; readonly items: PlainValue[] }
  | { readonly type: 'map'; readonly items: [string, PlainValue][] };

function build(entries: readonly Entry[]): PlainValue | null {
  const nodes = new Map<string, Node>();
  for (const entry of entries)
    if (entry.kind === 'container') {
      const isList = entry.container === 'sequence' || entry.container === 'set';
      nodes.set(formatEntryPath(entry.path), isList ? { type: 'list', items: [] } : { type: 'map', items: [] });
    }
  let top: PlainValue | null = null;
  for (const entry of entries) {
    const { path } = entry;
    const value: PlainValue | undefined = entry.kind === 'scalar' ? entry.value : nodes.get(formatEntryPath(path));
    const last = path.at(-1);
    if (value === undefined || last === undefined) return null;
    if (path.length === 1) {
      top = value;
      continue;
    }
    const parent = nodes.get(formatEntryPath(path.slice(0, -1)));
    // A format without containers names only leaves: then the value cannot be put together.
    if (parent === undefined) return null;
    if (parent.type === 'list') parent.items.push(value);
    else parent.items.push([keyText(last), value]);
  }
  return top;
}
