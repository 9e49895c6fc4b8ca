/** Opcodes of numbers, `None`, `True` and `False`. */
import { maxDigits } from './pickle-limits.ts';
import { falseNode, noneNode, type PickleNode, trueNode } from './pickle-node.ts';
import type { Operations, PickleState } from './pickle-state.ts';
import { decimalText, floatTextValue, longText } from './text-arguments.ts';

export const numberOperations: Operations = [
  // F FLOAT
  [0x46, (state) => state.make({ kind: 'float', value: textArgument(state, 'a float', floatTextValue) })],
  // I INT
  [0x49, textInt],
  // L LONG
  [0x4c, (state) => pushInt(state, textArgument(state, 'an integer', longText))],
  // J BININT
  [0x4a, (state) => pushSmall(state, state.reader.signed32())],
  // K BININT1
  [0x4b, (state) => pushSmall(state, state.reader.byte())],
  // M BININT2
  [0x4d, (state) => pushSmall(state, state.reader.unsigned(2))],
  // LONG1
  [0x8a, (state) => pushInt(state, littleEndian(state.reader.announced(state.reader.byte())))],
  // LONG4
  [0x8b, long4],
  // G BINFLOAT
  [0x47, (state) => state.make(floatNode(state.reader.bytes(8)))],
  // N NONE
  [0x4e, (state) => state.push(noneNode)],
  // NEWTRUE
  [0x88, (state) => state.push(trueNode)],
  // NEWFALSE
  [0x89, (state) => state.push(falseNode)],
];

/** A line of protocol 0, parsed. @throws FormatProblem `TEXT_ARG` */
export function textArgument<T>(
  state: PickleState,
  what: string,
  parse: (line: string) => T | null,
  maxBytes = 2 * maxDigits(state.limits),
): T {
  const line = Buffer.from(state.reader.line(maxBytes)).toString('latin1');
  const value = parse(line);
  if (value === null)
    throw state.reader.problem('TEXT_ARG', `Found ${JSON.stringify(line.slice(0, 40))} where ${what} was expected.`);
  return value;
}

function textInt(state: PickleState): void {
  const line = Buffer.from(state.reader.line(2 * maxDigits(state.limits))).toString('latin1');
  if (line === '00' || line === '01') {
    state.push(line === '01' ? trueNode : falseNode);
    return;
  }
  const value = decimalText(line);
  if (value !== null) {
    pushInt(state, value);
    return;
  }
  throw state.reader.problem('TEXT_ARG', `Found ${JSON.stringify(line.slice(0, 40))} where an integer was expected.`);
}

function pushSmall(state: PickleState, value: number): void {
  state.make({ kind: 'int', value });
}

function pushInt(state: PickleState, value: bigint): void {
  const bits = BigInt(state.limits.maxIntBytes * 8);
  if (value >> bits !== 0n && value >> bits !== -1n)
    throw state.reader.limitProblem('INT_LIMIT', `An integer has more than ${state.limits.maxIntBytes} bytes.`);
  const small = value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
  state.make({ kind: 'int', value: small ? Number(value) : value });
}

function long4(state: PickleState): void {
  const length = signedLength(state);
  if (length > state.limits.maxIntBytes && length <= state.reader.source.byteLength - state.reader.position)
    throw state.reader.limitProblem('INT_LIMIT', `An integer has ${length} bytes.`);
  pushInt(state, littleEndian(state.reader.announced(length)));
}

export function signedLength(state: PickleState): number {
  const length = state.reader.signed32();
  if (length < 0) throw state.reader.problem('NEGATIVE_SIZE', `A content of ${length} bytes is announced.`);
  return length;
}

/** A memo index of protocol 0. */
export function textIndex(state: PickleState): number {
  const value = textArgument(state, 'a memo index', decimalText);
  if (value >= 0n && value <= BigInt(Number.MAX_SAFE_INTEGER)) return Number(value);
  throw state.reader.problem('MEMO_INDEX', `The memo index ${value} is not one from 0 to 2^53.`);
}

/** Two's complement of any length. */
function littleEndian(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n;
  const digits = Buffer.from(bytes).reverse().toString('hex');
  return BigInt.asIntN(bytes.length * 8, BigInt(`0x${digits}`));
}

/** A big-endian double. */
function floatNode(bytes: Uint8Array): PickleNode {
  const value = new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0);
  if (!Number.isNaN(value)) return { kind: 'float', value };
  const nan = Buffer.from(bytes).toString('hex');
  return nan === '7ff8000000000000' ? { kind: 'float', value } : { kind: 'float', value, nan };
}
