/**
 * The symbolic pickle machine: all 68 opcodes of protocols 0 to 5 (CPython's `pickletools`, PEP 307, 3154, 574).
 *
 * It builds nodes and runs nothing: a GLOBAL is a label, a REDUCE is a call that was not made. Strict where CPython is;
 * where its two unpicklers disagree the stream is refused. Only the stack is followed here; meaning is given elsewhere.
 */
import type { ByteSource } from '../../../model/byte-source.ts';
import { containerOperations } from './container-operations.ts';
import { numberOperations } from './number-operations.ts';
import { objectOperations } from './object-operations.ts';
import { type PickleLimits, pickleLimits } from './pickle-limits.ts';
import type { GlobalNode, ObjectNode, PersistentNode, PickleNode } from './pickle-node.ts';
import { PickleReader } from './pickle-reader.ts';
import { type Operation, PickleState } from './pickle-state.ts';
import { textOperations } from './text-operations.ts';

export interface Pickle {
  readonly root: PickleNode;
  /** Of the byte after STOP, from the start of the source. */
  readonly end: number;
  /** The highest protocol that a PROTO names; 0 where there is none. */
  readonly protocol: number;
  readonly opcodes: number;
  /** Every name that the stream would import, once, in order; popped ones too. */
  readonly globals: readonly GlobalNode[];
  /** Every reference to something outside the pickle, in order; popped ones too. */
  readonly persistent: readonly PersistentNode[];
}

export interface PickleOptions {
  /** Where the pickle begins in the source. Default 0. */
  readonly offset?: number;
  /** The archive member, for messages. */
  readonly entry?: string;
  readonly limits?: Partial<PickleLimits>;
  /**
   * Called after each BUILD with the object and the offset of the next byte; gives how many bytes to step over, for
   * writers (joblib) that put raw arrays between the opcodes.
   */
  readonly afterBuild?: (object: ObjectNode, offset: number) => number;
}

/**
 * Reads one pickle.
 * @throws FormatProblem `PICKLE_TRUNCATED`, `PICKLE_BAD_OPCODE`, `PICKLE_PROTO`, `SIZE_EXCEEDS_INPUT`, `NEGATIVE_SIZE`,
 *   `MEMO_INDEX`, `MEMO_MISSING`, `STACK_UNDERFLOW`, `NO_MARK`, `FRAME_BOUNDARY`, `OUT_OF_BAND`, `TARGET_TYPE`,
 *   `UNHASHABLE_KEY`, `TEXT_ARG`, `TEXT_ENCODING`, `EXTENSION_CODE`
 * @throws LimitProblem `OPCODE_LIMIT`, `NODE_LIMIT`, `MEMO_LIMIT`, `STACK_LIMIT`, `DEPTH_LIMIT`, `INT_LIMIT`, `LINE_LIMIT`
 */
export function readPickle(source: ByteSource, options: PickleOptions = {}): Pickle {
  const reader = new PickleReader(source, options.offset ?? 0, options.entry);
  const state = new PickleState(reader, { ...pickleLimits, ...options.limits }, options.afterBuild);
  const { maxOpcodes } = state.limits;
  for (;;) {
    reader.opcodeOffset = reader.position;
    const opcode = reader.byte();
    if (++state.opcodes > maxOpcodes)
      throw reader.limitProblem('OPCODE_LIMIT', `The pickle has more than ${maxOpcodes} opcodes.`);
    if (opcode === stopOpcode) return stopped(state);
    const operation = operations[opcode];
    if (operation === undefined) throw unknownOpcode(reader, opcode);
    operation(state);
  }
}

const stopOpcode = 0x2e;

/** All opcodes but STOP, by their byte. */
const operations: readonly (Operation | undefined)[] = Array.from(
  { length: 256 },
  (_, opcode) =>
    [...numberOperations, ...textOperations, ...containerOperations, ...objectOperations].find(
      ([byte]) => byte === opcode,
    )?.[1],
);

/** How many opcodes the machine knows: `pickletools` lists as many for protocol 5. */
export const opcodeCount = operations.filter((operation) => operation !== undefined).length + 1;

function stopped(state: PickleState): Pickle {
  const { reader } = state;
  const root = state.pop();
  if (reader.insideFrame)
    throw reader.problem('FRAME_BOUNDARY', `The pickle stops at offset ${reader.opcodeOffset}, inside a frame.`);
  return {
    root,
    end: reader.position,
    protocol: state.protocol,
    opcodes: state.opcodes,
    globals: [...state.globals.values()],
    persistent: state.persistent,
  };
}

function unknownOpcode(reader: PickleReader, opcode: number): Error {
  return reader.problem(
    'PICKLE_BAD_OPCODE',
    `Found the byte 0x${opcode.toString(16).padStart(2, '0')} where an opcode of protocols 0 to 5 was expected.`,
  );
}
