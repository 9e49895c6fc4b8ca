/**
 * Containers and values of `builtins`, `collections` and `_codecs` that are written as calls.
 *
 * Only forms that the standard library itself writes are taken; anything else stays an object of its class.
 */
import type { ObjectNode, PickleNode, PicklePair } from '../../codecs/pickle/pickle-node.ts';
import { dottedName } from './dotted-name.ts';
import { type ContainerMeaning, type Meaning, type Reading, scalarMeaning } from './meaning.ts';
import { bytesMeaning, mappingMeaning, nodeBytes, scalarOf, sequenceMeaning } from './python-meaning.ts';

/** The meaning of an object of these modules; null where it is none, or is of another form. */
export function collectionMeaning(node: ObjectNode, name: string, reading: Reading): Meaning | null {
  if (node.args.kind !== 'tuple' || node.kwargs !== null) return null;
  const args = node.args.items;
  const bare = node.states.length + node.items.length + node.pairs.length === 0;
  switch (name) {
    case 'collections.OrderedDict':
    case 'collections.Counter':
    case 'collections.defaultdict':
      return node.items.length > 0 || node.states.length > 1 ? null : mapping(node, name, args, reading);
    case 'collections.deque':
      return node.states.length + node.pairs.length > 0 ? null : deque(node, args, reading);
    case 'builtins.set':
    case 'builtins.frozenset': {
      const [members] = args;
      if (!bare || args.length > 1 || (members !== undefined && members.kind !== 'list' && members.kind !== 'tuple'))
        return null;
      const structure = { type: name.slice('builtins.'.length) };
      return { as: 'set', structure, members: members?.items ?? [], reading };
    }
    case 'builtins.complex': {
      const parts = args.map((part) => (part.kind === 'float' ? scalarOf(part)?.scalar.text : undefined));
      if (!bare || parts.length !== 2 || parts.includes(undefined)) return null;
      return scalarMeaning('complex', parts.join(','));
    }
    case '_codecs.encode':
    case 'builtins.bytes':
    case 'builtins.bytearray': {
      const range = bare ? nodeBytes(node) : null;
      return range === null ? null : bytesMeaning(range, name === 'builtins.bytearray' ? 'bytearray' : 'bytes');
    }
    case 'builtins.getattr': {
      // How older Pythons write the member of an enumeration, or a bound method.
      const owner = args[0] === undefined ? null : dottedName(args[0]);
      const attribute = args[1]?.kind === 'str' ? args[1].value : null;
      return bare && args.length === 2 && owner !== null && attribute !== null
        ? scalarMeaning('name', `${owner}.${attribute}`)
        : null;
    }
    default:
      return null;
  }
}

function mapping(node: ObjectNode, name: string, args: readonly PickleNode[], reading: Reading): Meaning | null {
  const [first, more] = args;
  const [state] = node.states;
  let pairs: readonly PicklePair[] = node.pairs;
  let type = name;
  let replaced: readonly PicklePair[] = [];
  if (more !== undefined) return null;
  if (name === 'collections.defaultdict') {
    const factory = first === undefined || first.kind === 'none' ? 'None' : dottedName(first);
    if (factory === null) return null;
    type = `${name}(${factory})`;
  } else if (first !== undefined) {
    const given = name === 'collections.Counter' && first.kind === 'dict' ? first.pairs : listedPairs(first);
    if (given === null || pairs.length > 0) return null;
    pairs = given;
    replaced = first.kind === 'dict' ? first.replaced : [];
  }
  const meaning: ContainerMeaning = mappingMeaning(type, withoutRepeats(pairs), reading, [
    ...replaced,
    ...repeats(pairs),
  ]);
  return state === undefined ? meaning : { ...meaning, attributes: state };
}

/** Python 2 writes an ordered dict as a list of pairs. */
function listedPairs(node: PickleNode): readonly PicklePair[] | null {
  if (node.kind !== 'list') return null;
  const pairs: PicklePair[] = [];
  for (const item of node.items) {
    if (item.kind !== 'list' && item.kind !== 'tuple') return null;
    const [key, value] = item.items;
    if (key === undefined || value === undefined || item.items.length !== 2) return null;
    pairs.push([key, value]);
  }
  return pairs;
}

/** Items that were set on an object are not deduplicated by the machine; texts are, here: the last value counts. */
function lastPlaces(pairs: readonly PicklePair[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const [index, [key]] of pairs.entries())
    if (key.kind === 'str' && key.value !== null) last.set(key.value, index);
  return last;
}

function withoutRepeats(pairs: readonly PicklePair[]): readonly PicklePair[] {
  const last = lastPlaces(pairs);
  const isLast = ([key]: PicklePair, index: number) =>
    key.kind !== 'str' || key.value === null || last.get(key.value) === index;
  return pairs.every(isLast) ? pairs : pairs.filter(isLast);
}

function repeats(pairs: readonly PicklePair[]): readonly PicklePair[] {
  const kept = withoutRepeats(pairs);
  if (kept.length === pairs.length) return [];
  const set = new Set(kept);
  return pairs.filter((pair) => !set.has(pair));
}

function deque(node: ObjectNode, args: readonly PickleNode[], reading: Reading): Meaning | null {
  const [initial, limit] = args;
  const first = initial === undefined ? [] : initial.kind === 'list' || initial.kind === 'tuple' ? initial.items : null;
  const limitText = limit === undefined ? 'None' : scalarOf(limit)?.scalar.text;
  if (first === null || limitText === undefined || args.length > 2) return null;
  return sequenceMeaning(`collections.deque, maxlen ${limitText}`, [...first, ...node.items], reading);
}
