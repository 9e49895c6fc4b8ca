/** Opcodes of the memo, of names, calls and objects (none of which is looked up or made), and of the stream itself. */
import { textIndex } from './number-operations.ts';
import type { GlobalNode, PersistentNode, PickleNode } from './pickle-node.ts';
import type { Operations, PickleState } from './pickle-state.ts';

export const objectOperations: Operations = [
  // g GET
  [0x67, (state) => state.get(textIndex(state))],
  // h BINGET
  [0x68, (state) => state.get(state.reader.byte())],
  // j LONG_BINGET
  [0x6a, (state) => state.get(state.reader.unsigned(4))],
  // p PUT
  [0x70, (state) => state.put(textIndex(state))],
  // q BINPUT
  [0x71, (state) => state.put(state.reader.byte())],
  // r LONG_BINPUT
  [0x72, (state) => state.put(state.reader.unsigned(4))],
  // MEMOIZE
  [0x94, (state) => state.put(state.memo.size)],
  // c GLOBAL
  [0x63, (state) => state.push(global(state, name(state), name(state)))],
  // STACK_GLOBAL
  [0x93, stackGlobal],
  // EXT1
  [0x82, (state) => extension(state, state.reader.byte())],
  // EXT2
  [0x83, (state) => extension(state, state.reader.unsigned(2))],
  // EXT4
  [0x84, (state) => extension(state, state.reader.signed32())],
  // R REDUCE
  [0x52, (state) => instance(state, 'call', state.popSome(2), null)],
  // NEWOBJ
  [0x81, (state) => instance(state, 'new', state.popSome(2), null)],
  // NEWOBJ_EX
  [0x92, newObjectEx],
  // i INST
  [0x69, inst],
  // o OBJ
  [0x6f, obj],
  // b BUILD
  [0x62, build],
  // P PERSID
  [0x50, persid],
  // Q BINPERSID
  [0x51, (state) => pushPersistent(state, state.pop())],
  // PROTO
  [0x80, (state) => proto(state, state.reader.byte())],
  // FRAME
  [0x95, (state) => state.reader.openFrame(state.reader.length64())],
];

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function name(state: PickleState): string {
  const bytes = state.reader.line(state.limits.maxName);
  const ascii = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!/[^\x00-\x7f]/.test(ascii)) return ascii;
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    const found = JSON.stringify(Buffer.from(bytes.subarray(0, 40)).toString('latin1'));
    const problem = state.reader.problem('TEXT_ARG', `Found ${found} where a name in UTF-8 was expected.`);
    problem.cause = cause;
    throw problem;
  }
}

function global(state: PickleState, module: string, name: string): GlobalNode {
  const key = `${module}\n${name}`;
  const known = state.globals.get(key);
  if (known !== undefined) return known;
  state.nodes++;
  const node: GlobalNode = { kind: 'global', module, name };
  state.globals.set(key, node);
  return node;
}

function stackGlobal(state: PickleState): void {
  const [module, name] = state.popSome(2);
  if (module?.kind !== 'str' || module.value === null || name?.kind !== 'str' || name.value === null)
    throw state.reader.problem('TARGET_TYPE', 'Module and name of a global are not both short texts.');
  state.push(global(state, module.value, name.value));
}

function extension(state: PickleState, code: number): void {
  if (code <= 0) throw state.reader.problem('EXTENSION_CODE', `The extension code ${code} is not a positive one.`);
  state.make({ kind: 'extension', code });
}

function instance(
  state: PickleState,
  how: 'call' | 'new',
  [callee, args]: readonly PickleNode[],
  kwargs: PickleNode | null,
): void {
  if (callee === undefined || args === undefined) throw state.underflow();
  const callable = ['global', 'extension', 'object', 'persistent'].includes(callee.kind);
  if (!callable) throw state.targetProblem('call', callee);
  if (args.kind !== 'tuple' && args.kind !== 'object')
    throw state.reader.problem('TARGET_TYPE', `The arguments of a call are a ${args.kind}; a tuple was expected.`);
  state.make({ kind: 'object', how, callee, args, kwargs, states: [], items: [], pairs: [] });
}

function newObjectEx(state: PickleState): void {
  const [callee, args, kwargs] = state.popSome(3);
  if (callee === undefined || args === undefined || kwargs === undefined) throw state.underflow();
  if (kwargs.kind !== 'dict' && kwargs.kind !== 'object')
    throw state.reader.problem('TARGET_TYPE', `The keyword arguments are a ${kwargs.kind}; a dict was expected.`);
  instance(state, 'new', [callee, args], kwargs);
}

function inst(state: PickleState): void {
  const callee = global(state, name(state), name(state));
  instance(state, 'new', [callee, { kind: 'tuple', items: state.popMark() }], null);
}

function obj(state: PickleState): void {
  const [callee, ...items] = state.popMark();
  if (callee === undefined) throw state.underflow();
  instance(state, 'new', [callee, { kind: 'tuple', items }], null);
}

function build(state: PickleState): void {
  const given = state.pop();
  const target = state.top();
  if (target.kind !== 'object') throw state.targetProblem('give state to', target);
  target.states.push(given);
  if (state.afterBuild === undefined) return;
  const bytes = state.afterBuild(target, state.reader.position);
  if (bytes > 0) state.reader.skip(bytes);
}

function persid(state: PickleState): void {
  const line = Buffer.from(state.reader.line(state.limits.maxName)).toString('latin1');
  if (/[^\x00-\x7f]/.test(line))
    throw state.reader.problem('TEXT_ARG', 'A persistent id was expected to be ASCII, and is not.');
  pushPersistent(state, { kind: 'str', value: line, range: null });
}

function pushPersistent(state: PickleState, id: PickleNode): void {
  const node: PersistentNode = { kind: 'persistent', id };
  state.make(node);
  state.persistent.push(node);
}

function proto(state: PickleState, protocol: number): void {
  if (protocol > 5)
    throw state.reader.problem('PICKLE_PROTO', `The pickle is of protocol ${protocol}; 0 to 5 are known.`);
  state.protocol = Math.max(state.protocol, protocol);
}
