/**
 * What the machine has in its hands: the stack with its marks, the memo, and the names and references met so far.
 */
import { type KeyIdentity, keyIdentity } from './key-identity.ts';
import type { PickleLimits } from './pickle-limits.ts';
import type { DictNode, GlobalNode, ObjectNode, PersistentNode, PickleNode, SetNode } from './pickle-node.ts';
import type { PickleReader } from './pickle-reader.ts';

/** One opcode's work. */
export type Operation = (state: PickleState) => void;
/** Opcodes of one kind, by their byte. */
export type Operations = readonly (readonly [opcode: number, run: Operation])[];

export class PickleState {
  readonly reader: PickleReader;
  readonly limits: PickleLimits;
  readonly afterBuild: ((object: ObjectNode, offset: number) => number) | undefined;
  readonly stack: PickleNode[] = [];
  readonly marks: number[] = [];
  /** The height of the stack under the last mark: nothing below it may be taken. */
  floor = 0;
  readonly memo = new Map<number, PickleNode>();
  readonly globals = new Map<string, GlobalNode>();
  readonly persistent: PersistentNode[] = [];
  readonly identity: KeyIdentity = keyIdentity();
  readonly places = new Map<DictNode | SetNode, Map<string, number>>();
  nodes = 0;
  opcodes = 0;
  protocol = 0;

  constructor(reader: PickleReader, limits: PickleLimits, afterBuild: PickleState['afterBuild']) {
    this.reader = reader;
    this.limits = limits;
    this.afterBuild = afterBuild;
  }

  push(node: PickleNode): void {
    if (this.stack.length >= this.limits.maxStack)
      throw this.reader.limitProblem('STACK_LIMIT', `The stack holds ${this.limits.maxStack} values.`);
    this.stack.push(node);
  }

  /** Pushes a node that takes memory of its own. */
  make(node: PickleNode): void {
    if (++this.nodes > this.limits.maxNodes)
      throw this.reader.limitProblem('NODE_LIMIT', `The pickle makes more than ${this.limits.maxNodes} values.`);
    this.push(node);
  }

  underflow(): Error {
    return this.reader.problem('STACK_UNDERFLOW', 'The opcode takes more values from the stack than there are.');
  }

  top(): PickleNode {
    const node = this.stack.length > this.floor ? this.stack[this.stack.length - 1] : undefined;
    if (node === undefined) throw this.underflow();
    return node;
  }

  pop(): PickleNode {
    const node = this.stack.length > this.floor ? this.stack.pop() : undefined;
    if (node === undefined) throw this.underflow();
    return node;
  }

  popSome(count: number): PickleNode[] {
    if (this.stack.length - this.floor < count) throw this.underflow();
    // Quicker than splice, which allocates more than it returns.
    const members = this.stack.slice(this.stack.length - count);
    this.stack.length -= count;
    return members;
  }

  mark(): void {
    if (this.marks.length >= this.limits.maxMarks)
      throw this.reader.limitProblem('DEPTH_LIMIT', `More than ${this.limits.maxMarks} marks are open at once.`);
    this.marks.push(this.stack.length);
    this.floor = this.stack.length;
  }

  popMark(): PickleNode[] {
    const mark = this.marks.pop();
    if (mark === undefined)
      throw this.reader.problem('NO_MARK', 'The opcode needs a mark on the stack; there is none.');
    this.floor = this.marks[this.marks.length - 1] ?? 0;
    const members = this.stack.slice(mark);
    this.stack.length = mark;
    return members;
  }

  get(index: number): void {
    const node = this.memo.get(index);
    if (node === undefined) throw this.reader.problem('MEMO_MISSING', `Nothing was put into memo ${index}.`);
    this.push(node);
  }

  put(index: number): void {
    const node = this.top();
    if (this.memo.size >= this.limits.maxMemo && !this.memo.has(index))
      throw this.reader.limitProblem('MEMO_LIMIT', `More than ${this.limits.maxMemo} values are memoized.`);
    this.memo.set(index, node);
  }

  targetProblem(verb: string, target: PickleNode): Error {
    return this.reader.problem('TARGET_TYPE', `The opcode would ${verb} a ${target.kind}.`);
  }
}
