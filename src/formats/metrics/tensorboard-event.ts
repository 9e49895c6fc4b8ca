/**
 * TensorBoard's `Event` messages (tensorflow/core/util/event.proto, framework/summary.proto, framework/tensor.proto), of
 * with scalars in all four ways in which they are written: `simple_value` (torch, Lightning), a tensor
 * with `float_val` or `double_val` (torch's new style), or with `tensor_content` (Keras, TensorFlow 2). Of everything else
 * only the bytes are kept.
 */
import { isDType } from '../../model/dtype.ts';
import { numberReader } from '../codecs/float-decoders.ts';
import { fixedNumbers, readFields, varints, type WireField } from '../codecs/protobuf.ts';
import type { MetricNumber } from './series-collector.ts';

export interface EventScalar {
  readonly tag: string;
  readonly number: MetricNumber;
  readonly precision: 'float32' | 'float64';
}

export interface OtherValue {
  readonly tag: string;
  readonly what: string;
  readonly bytes: Uint8Array;
}

export interface TensorBoardEvent {
  readonly step: number;
  readonly scalars: readonly EventScalar[];
  /** Values that are no scalars, by tag and by what they are; `bytes` are those of the value without its tag. */
  readonly others: readonly OtherValue[];
}

/** TensorFlow's numbers of element types (framework/types.proto). */
const elementTypes: ReadonlyMap<number, string> = new Map([
  [1, 'float32'],
  [2, 'float64'],
  [3, 'int32'],
  [4, 'uint8'],
  [5, 'int16'],
  [6, 'int8'],
  [9, 'int64'],
  [10, 'bool'],
  [14, 'bfloat16'],
  [17, 'uint16'],
  [19, 'float16'],
  [22, 'uint32'],
  [23, 'uint64'],
]);
const single = new Set(['float32', 'bfloat16', 'float16']);
const oneofs: ReadonlyMap<number, string> = new Map([
  [3, 'histogram'],
  [4, 'image'],
  [5, 'histogram'],
  [6, 'audio'],
]);

/**
 * One event. `plugins` remembers what each tag is: TensorFlow says so with a tag's first value only.
 * @throws FormatProblem `PROTO_*`
 */
export function readEvent(message: Uint8Array, plugins: Map<string, string>): TensorBoardEvent {
  let step = 0;
  const scalars: EventScalar[] = [];
  const others: OtherValue[] = [];
  for (const field of readFields(message)) {
    if (field.number === 2 && field.wire === 'varint') step = Number(BigInt.asIntN(64, field.bits));
    else if (field.number === 5 && field.wire === 'bytes')
      for (const value of readFields(field.bytes))
        if (value.number === 1 && value.wire === 'bytes') readValue(value.bytes, plugins, scalars, others);
  }
  return { step, scalars, others };
}

function readValue(
  message: Uint8Array,
  plugins: Map<string, string>,
  scalars: EventScalar[],
  others: OtherValue[],
): void {
  let tag = '';
  let plugin = '';
  let simple: Uint8Array | null = null;
  let tensor: Uint8Array | null = null;
  let what = 'empty value';
  const content: Uint8Array[] = [];
  for (const field of readFields(message)) {
    if (field.number === 1 && field.wire === 'bytes') tag = text(field.bytes);
    else if (field.number === 2 && field.wire === 'fixed32') simple = field.bytes;
    else if (field.number === 8 && field.wire === 'bytes') tensor = field.bytes;
    else if (field.number === 9 && field.wire === 'bytes') plugin = pluginOf(field.bytes);
    else what = oneofs.get(field.number) ?? what;
    if (field.wire === 'bytes' && field.number !== 1 && field.number !== 9) content.push(field.bytes);
  }
  if (plugin !== '') plugins.set(tag, plugin);
  if (simple !== null) {
    scalars.push({ tag, number: { value: view(simple).getFloat32(0, true) }, precision: 'float32' });
    return;
  }
  const kind = plugins.get(tag) ?? '';
  const scalar = tensor === null || !['', 'scalars'].includes(kind) ? null : readScalarTensor(tensor);
  if (scalar !== null) scalars.push({ tag, ...scalar });
  else
    others.push({ tag, what: kind !== '' ? kind : tensor === null ? what : 'tensor', bytes: Buffer.concat(content) });
}

/** The texts of a value of the text plugin: the strings of its tensor. */
export function textOf({ bytes }: OtherValue): string {
  const strings = readFields(bytes);
  return [...strings]
    .flatMap((field) => (field.number === 8 && field.wire === 'bytes' ? [text(field.bytes)] : []))
    .join('\n');
}

function pluginOf(metadata: Uint8Array): string {
  for (const field of readFields(metadata)) {
    if (field.number !== 1 || field.wire !== 'bytes') continue;
    for (const part of readFields(field.bytes)) if (part.number === 1 && part.wire === 'bytes') return text(part.bytes);
  }
  return '';
}

/** The one number of a tensor; null where it holds another count of elements, or texts. */
function readScalarTensor(message: Uint8Array): Omit<EventScalar, 'tag'> | null {
  let type = '';
  let elements = 1;
  let content: Uint8Array | null = null;
  const values: MetricNumber[] = [];
  const halves: bigint[] = [];
  for (const field of readFields(message)) {
    if (field.number === 1 && field.wire === 'varint') type = elementTypes.get(Number(field.bits)) ?? '';
    else if (field.number === 2 && field.wire === 'bytes') elements = countElements(field.bytes);
    else if (field.number === 4 && field.wire === 'bytes') content = field.bytes;
    else if (field.number === 13) halves.push(...varints(field));
    else if (field.number === 5)
      values.push(...fixedNumbers(field, 4).map((bytes) => ({ value: view(bytes).getFloat32(0, true) })));
    else if (field.number === 6)
      values.push(...fixedNumbers(field, 8).map((bytes) => ({ value: view(bytes).getFloat64(0, true) })));
    else if ([7, 10, 11, 16, 17].includes(field.number)) values.push(...integers(field));
  }
  if (!isDType(type) || elements !== 1) return null;
  const precision = single.has(type) ? 'float32' : 'float64';
  if (content !== null && content.length > 0) {
    const number = fromContent(type, content);
    return number === null ? null : { number, precision };
  }
  if (halves.length > 0 && (type === 'float16' || type === 'bfloat16')) {
    const bytes = new Uint8Array(2);
    view(bytes).setUint16(0, Number((halves[0] ?? 0n) & 0xffffn), true);
    const number = fromContent(type, bytes);
    return number === null ? null : { number, precision };
  }
  // An omitted value is zero: protobuf leaves defaults out.
  return { number: values[0] ?? { value: 0 }, precision };
}

function fromContent(type: string, content: Uint8Array): MetricNumber | null {
  if (type === 'int64' || type === 'uint64')
    return content.length === 8
      ? integer(type === 'int64' ? view(content).getBigInt64(0, true) : view(content).getBigUint64(0, true))
      : null;
  if (!isDType(type)) return null;
  try {
    return { value: numberReader(type)(view(content), 0) };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function integers(field: WireField): readonly MetricNumber[] {
  const unsigned = field.number >= 16;
  return varints(field).map((bits) => integer(unsigned ? bits : BigInt.asIntN(64, bits)));
}

function integer(value: bigint): MetricNumber {
  return Number.isSafeInteger(Number(value))
    ? { value: Number(value) }
    : { value: Number(value), exact: String(value) };
}

function countElements(shape: Uint8Array): number {
  let count = 1;
  for (const field of readFields(shape)) {
    if (field.number === 3) return Number.NaN;
    if (field.number !== 2 || field.wire !== 'bytes') continue;
    let size = 0n;
    for (const part of readFields(field.bytes)) if (part.number === 1 && part.wire === 'varint') size = part.bits;
    count *= Number(size);
  }
  return count;
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
