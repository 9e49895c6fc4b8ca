/** Opcodes of lists, tuples, dicts and sets, and of the stack that they are built on. */
import { type DictNode, noneNode, type PickleNode, type PicklePair, type SetNode } from './pickle-node.ts';
import type { Operations, PickleState } from './pickle-state.ts';

export const containerOperations: Operations = [
  // ( MARK
  [0x28, (state) => state.mark()],
  // 0 POP
  [0x30, pop],
  // 1 POP_MARK
  [
    0x31,
    (state) => {
      state.popMark();
    },
  ],
  // 2 DUP
  [0x32, (state) => state.push(state.top())],
  // ] EMPTY_LIST
  [0x5d, (state) => state.make({ kind: 'list', items: [] })],
  // a APPEND
  [0x61, (state) => append(state, [state.pop()])],
  // e APPENDS
  [0x65, (state) => append(state, state.popMark())],
  // l LIST
  [0x6c, (state) => state.make({ kind: 'list', items: state.popMark() })],
  // ) EMPTY_TUPLE
  [0x29, (state) => state.make({ kind: 'tuple', items: [] })],
  // t TUPLE
  [0x74, (state) => state.make({ kind: 'tuple', items: state.popMark() })],
  // TUPLE1
  [0x85, (state) => state.make({ kind: 'tuple', items: state.popSome(1) })],
  // TUPLE2
  [0x86, (state) => state.make({ kind: 'tuple', items: state.popSome(2) })],
  // TUPLE3
  [0x87, (state) => state.make({ kind: 'tuple', items: state.popSome(3) })],
  // } EMPTY_DICT
  [0x7d, (state) => state.make({ kind: 'dict', pairs: [], replaced: [] })],
  // d DICT
  [0x64, dict],
  // s SETITEM
  [0x73, (state) => setItems(state, state.popSome(2))],
  // u SETITEMS
  [0x75, (state) => setItems(state, state.popMark())],
  // EMPTY_SET
  [0x8f, (state) => state.make({ kind: 'set', frozen: false, items: [] })],
  // ADDITEMS
  [0x90, addItems],
  // FROZENSET
  [0x91, frozenSet],
];

/** Takes a value, or a mark with nothing above it. */
function pop(state: PickleState): void {
  if (state.stack.length > state.floor || state.marks.length === 0) state.pop();
  else state.popMark();
}

function append(state: PickleState, items: readonly PickleNode[]): void {
  const target = state.top();
  if (target.kind !== 'list' && target.kind !== 'object') throw state.targetProblem('append to', target);
  for (const item of items) target.items.push(item);
}

function dict(state: PickleState): void {
  const dict: DictNode = { kind: 'dict', pairs: [], replaced: [] };
  const members = state.popMark();
  state.make(dict);
  setItems(state, members);
}

function setItems(state: PickleState, members: readonly PickleNode[]): void {
  const target = state.top();
  if (members.length % 2 !== 0)
    throw state.reader.problem('STACK_UNDERFLOW', `${members.length} keys and values do not make pairs.`);
  if (target.kind !== 'dict' && target.kind !== 'object') throw state.targetProblem('set an item of', target);
  for (let index = 0; index < members.length; index += 2) {
    const key = members[index] ?? noneNode;
    const pair: PicklePair = [key, members[index + 1] ?? noneNode];
    const identity = keyIdentityOf(state, key);
    if (target.kind === 'dict') insert(state, target, identity, pair);
    else target.pairs.push(pair);
  }
}

function insert(state: PickleState, dict: DictNode, identity: string, pair: PicklePair): void {
  const places = placesOf(state, dict);
  const at = places.get(identity);
  const earlier = at === undefined ? undefined : dict.pairs[at];
  if (at === undefined || earlier === undefined) {
    places.set(identity, dict.pairs.length);
    dict.pairs.push(pair);
    return;
  }
  dict.replaced.push(earlier);
  dict.pairs[at] = [earlier[0], pair[1]];
}

function placesOf(state: PickleState, node: DictNode | SetNode): Map<string, number> {
  let places = state.places.get(node);
  if (places === undefined) {
    places = new Map();
    state.places.set(node, places);
  }
  return places;
}

function keyIdentityOf(state: PickleState, key: PickleNode): string {
  const identity = state.identity.of(key);
  if (identity !== null) return identity;
  throw state.reader.problem('UNHASHABLE_KEY', `A ${key.kind} is used as a key, which Python does not allow.`);
}

function addItems(state: PickleState): void {
  const members = state.popMark();
  const target = state.top();
  if (target.kind === 'object') {
    for (const member of members) target.items.push(member);
    return;
  }
  if (target.kind !== 'set' || target.frozen) throw state.targetProblem('add to', target);
  addMembers(state, target, members);
}

function addMembers(state: PickleState, set: SetNode, members: readonly PickleNode[]): void {
  const places = placesOf(state, set);
  for (const member of members) {
    const identity = keyIdentityOf(state, member);
    if (places.has(identity)) continue;
    places.set(identity, set.items.length);
    set.items.push(member);
  }
}

function frozenSet(state: PickleState): void {
  const set: SetNode = { kind: 'set', frozen: true, items: [] };
  addMembers(state, set, state.popMark());
  state.make(set);
}
