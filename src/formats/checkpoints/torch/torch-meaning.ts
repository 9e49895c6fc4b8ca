/**
 * PyTorch's rebuild functions (`torch/_utils.py`, `torch/_tensor.py`, `torch/storage.py`; 0.4 to 2.15), none of which is
 * called: their arguments say which view of which storage a tensor is.
 *
 * A function with arguments of a form that is not known stays an object with members, so that nothing is lost.
 */

import { type DType, dtypeFacts, isDType } from '../../../model/dtype.ts';
import type { Structure } from '../../../model/entry.ts';
import { type ObjectNode, type PickleNode, plainText, safeInteger } from '../../codecs/pickle/pickle-node.ts';
import { rowMajorStrides } from '../../codecs/strided-chunks.ts';
import { checkedView } from './array-view.ts';
import { dottedName } from './dotted-name.ts';
import {
  type ArrayMeaning,
  type Meaning,
  type Member,
  partsMeaning,
  type Reading,
  type StorageReference,
  scalarMeaning,
} from './meaning.ts';
import { objectMeaning, stateFields } from './python-meaning.ts';

export type Interpret = (node: PickleNode, reading: Reading, depth: number) => Meaning;

/** Wrappers within wrappers (a parameter of a subclass of a tensor): four are a lot. */
const maxWrappers = 16;

/** Fields of distributed tensors that name threads, ranks and hashes of one process: never the same twice. */
const volatileFields: ReadonlySet<string> = new Set(['_thread_id', '_hash', '_rank', '_coordinate_on_dim']);

/** The meaning of a torch object; null where it is none, or is of a form that is not known. */
export function torchMeaning(
  node: ObjectNode,
  name: string,
  reading: Reading,
  depth: number,
  interpret: Interpret,
): Meaning | null {
  if (!name.startsWith('torch.')) return null;
  if (depth > maxWrappers)
    throw reading.limitProblem('DEPTH_LIMIT', `A tensor is wrapped more than ${maxWrappers} times.`);
  const args = node.args.kind === 'tuple' ? node.args.items : [];
  const bare = node.states.length + node.items.length + node.pairs.length === 0;
  if (name.startsWith('torch.distributed.')) return distributed(node, reading);
  // State on a tensor, as no version writes it: the walk over unknown objects loses nothing.
  if (!bare || node.kwargs !== null) return null;
  switch (name) {
    case 'torch._utils._rebuild_tensor':
    case 'torch._utils._rebuild_tensor_v2':
    case 'torch._utils._rebuild_tensor_v3':
      return dense(name.slice(-1), args, reading);
    case 'torch._utils._rebuild_parameter':
    case 'torch._utils._rebuild_parameter_with_state':
      return args[0] === undefined || args.length > 4
        ? null
        : parameter(interpret(args[0], reading, depth + 1), args, reading);
    case 'torch._tensor._rebuild_from_type_v2':
      return fromType(args, reading, depth, interpret);
    case 'torch._utils._rebuild_qtensor':
      return quantized(args, reading);
    case 'torch._utils._rebuild_meta_tensor_no_storage':
      return named('torch.Tensor on meta (no data)', ['dtype', 'size', 'stride', 'requires_grad'], args, reading);
    case 'torch._utils._rebuild_sparse_tensor':
    case 'torch._utils._rebuild_sparse_csr_tensor':
      return sparse(args, reading);
    case 'torch._utils._rebuild_nested_tensor':
      return named('torch.nested', ['buffer', 'sizes', 'strides', 'offsets'], args, reading);
    case 'torch._utils._rebuild_device_tensor_from_numpy':
    case 'torch._utils._rebuild_xla_tensor':
      return named('torch.Tensor from NumPy', ['data', 'dtype', 'device', 'requires_grad'], args, reading);
    case 'torch._utils._rebuild_device_tensor_from_cpu_tensor':
      return named('torch.Tensor from cpu', ['data', 'dtype', 'device', 'requires_grad'], args, reading);
    case 'torch._utils._rebuild_wrapper_subclass':
      return named('torch wrapper subclass', wrapperFields, args, reading);
    case 'torch.Size':
      return size(args, reading);
    case 'torch.device':
      return device(args);
    case 'torch.serialization._get_layout': {
      const layout = plainText(args[0]);
      return layout === null ? null : scalarMeaning('name', layout);
    }
    case 'torch.storage._load_from_bytes': {
      if (args[0] === undefined || args.length > 1) return null;
      const nested = reading.nested(args[0]);
      return interpret(nested.node, nested.reading, depth + 1);
    }
    default:
      return null;
  }
}

const wrapperFields = ['class', 'dtype', 'size', 'stride', 'storage_offset', 'layout', 'device', 'requires_grad'];

/** A storage that stands for itself: all its elements. */
export function storageMeaning(reference: StorageReference, reading: Reading): Meaning {
  const { storage, dtype, count } = reference;
  const name = dtype ?? 'uint8';
  const itemBytes = isDType(name) ? dtypeFacts(name).bytes : 1;
  const bytes = isDType(name) ? count : storage.byteLength;
  const tensorClass = dtype === null ? 'UntypedStorage' : 'TypedStorage';
  return view({ dtype: name, itemBytes, shape: [bytes], strides: [itemBytes], offset: 0 }, reference, reading, {
    'tensor-class': tensorClass,
  });
}

function dense(version: string, args: readonly PickleNode[], reading: Reading): Meaning | null {
  const [storageNode, offsetNode, sizeNode, strideNode, gradNode, , sixth, seventh] = args;
  const counts = version === 'r' ? [4, 4] : version === '2' ? [6, 7] : [7, 8];
  if (args.length < (counts[0] ?? 0) || args.length > (counts[1] ?? 0)) return null;
  const reference = storageOf(storageNode, reading, 0);
  if (reference === null) return null;
  const dtypeName = version === '3' ? dtypeOf(sixth) : reference.dtype;
  if (dtypeName === null) return null;
  const bits = valueBits(version === '3' ? seventh : sixth);
  if (bits === null) return null;
  const shape = integers(sizeNode, 'size', reading);
  const strides = integers(strideNode, 'stride', reading);
  const offset = safeInteger(offsetNode) ?? -1;
  // Packed types share a byte between elements: their strides say nothing about bytes.
  if (/^(quint4x2|quint2x4)$/.test(dtypeName)) return packed(dtypeName, shape, reference, reading);
  const itemBytes = isDType(dtypeName) ? dtypeFacts(dtypeName).bytes : 1;
  const structure: Structure = gradNode?.kind === 'bool' && gradNode.value ? { 'requires-grad': 'True' } : {};
  const place = {
    dtype: dtypeName,
    itemBytes,
    shape,
    strides: strides.map((stride) => stride * itemBytes),
    offset: offset * itemBytes,
  };
  return { ...view(place, reference, reading, structure), ...bits };
}

function view(
  place: Pick<ArrayMeaning, 'dtype' | 'itemBytes' | 'shape' | 'strides' | 'offset'>,
  reference: StorageReference,
  reading: Reading,
  structure: Structure,
): ArrayMeaning {
  const { storage } = reference;
  const device = storage.device === null || storage.device === 'cpu' ? {} : { device: storage.device };
  const complexPart = place.dtype.startsWith('complex') ? place.itemBytes / 2 : place.itemBytes;
  const swapBytes = storage.bigEndian ? complexPart : 0;
  const natural = rowMajorStrides(place.shape, place.itemBytes);
  const plain = place.shape.every((extent, dim) => extent < 2 || place.strides[dim] === natural[dim]);
  const strides = plain ? {} : { strides: `[${place.strides.map((stride) => stride / place.itemBytes).join(', ')}]` };
  const order = swapBytes > 1 ? { 'byte-order': 'big' } : {};
  const all = { ...structure, ...device, ...strides, ...order };
  const bits = { conjugate: false, negative: false };
  return checkedView(
    { as: 'array', ...place, swapBytes, storage, ...bits, structure: all, attributes: [], reading },
    reading,
  );
}

function packed(dtype: string, shape: readonly number[], reference: StorageReference, reading: Reading): Meaning {
  const { byteLength } = reference.storage;
  const name = `torch.${dtype} of shape [${shape.join(', ')}], packed`;
  return view({ dtype: name, itemBytes: 1, shape: [byteLength], strides: [1], offset: 0 }, reference, reading, {});
}

/** The conjugate and negative bits; null where the metadata holds anything else. */
function valueBits(
  metadata: PickleNode | undefined,
): { readonly conjugate: boolean; readonly negative: boolean } | null {
  const bits = { conjugate: false, negative: false };
  if (metadata === undefined || metadata.kind === 'none') return bits;
  if (metadata.kind !== 'dict') return null;
  for (const [key, value] of metadata.pairs) {
    const name = plainText(key);
    if ((name !== 'conj' && name !== 'neg') || value.kind !== 'bool') return null;
    if (name === 'conj') bits.conjugate = value.value;
    else bits.negative = value.value;
  }
  return bits;
}

/** The storage that a node refers to: outside the pickle, or in a file of its own inside it. */
function storageOf(node: PickleNode | undefined, reading: Reading, depth: number): StorageReference | null {
  if (node?.kind === 'persistent') return reading.storage(node);
  if (node?.kind !== 'object' || dottedName(node.callee) !== 'torch.storage._load_from_bytes') return null;
  const bytes = node.args.kind === 'tuple' ? node.args.items[0] : undefined;
  if (bytes === undefined || depth > maxWrappers) return null;
  const nested = reading.nested(bytes);
  return storageOf(nested.node, nested.reading, depth + 1);
}

/** `torch.float8_e4m3fn` → `float8_e4m3fn`, for any dtype that torch may have. */
function dtypeOf(node: PickleNode | undefined): string | null {
  const name = node === undefined ? null : dottedName(node);
  return name !== null && /^torch\.\w+$/.test(name) ? name.slice('torch.'.length) : null;
}

/** @throws FormatProblem `TENSOR_BOUNDS` */
function integers(node: PickleNode | undefined, what: string, reading: Reading): readonly number[] {
  const tuple =
    node?.kind === 'object' && dottedName(node.callee) === 'torch.Size' && node.args.kind === 'tuple'
      ? node.args.items[0]
      : node;
  const values =
    tuple?.kind === 'tuple' || tuple?.kind === 'list'
      ? tuple.items.map((item) => safeInteger(item) ?? Number.NaN)
      : null;
  if (values?.every((value) => value >= 0)) return values;
  throw reading.problem('TENSOR_BOUNDS', `The ${what} of a tensor is no tuple of integers from 0 to 2^53.`);
}

function withStructure(meaning: Meaning, structure: Structure): Meaning {
  return { ...meaning, structure: { ...meaning.structure, ...structure } };
}

function parameter(inner: Meaning, args: readonly PickleNode[], reading: Reading): Meaning {
  const grad = args[1]?.kind === 'bool' && args[1].value ? { 'requires-grad': 'True' } : {};
  return withAttributes(withStructure(inner, { 'tensor-class': 'Parameter', ...grad }), args[3], reading);
}

/** Attributes are content: they may hold anything, the scales of a quantized weight for instance. */
function withAttributes(meaning: Meaning, state: PickleNode | undefined, reading: Reading): Meaning {
  if (state === undefined || isEmpty(state)) return meaning;
  const members: Member[] = [{ segment: { compound: 'attributes' }, value: state }];
  if (meaning.as === 'array') return { ...meaning, attributes: [...meaning.attributes, ...members] };
  return partsMeaning('tensor with attributes', reading, [
    { segment: { compound: 'value' }, value: meaning },
    ...members,
  ]);
}

function isEmpty(state: PickleNode): boolean {
  if (state.kind === 'none') return true;
  if (state.kind === 'tuple')
    return state.items.every((item) => item.kind === 'none' || (item.kind === 'dict' && item.pairs.length === 0));
  return state.kind === 'dict' && state.pairs.length === 0;
}

/** `(function, class, arguments, state)`. */
function fromType(args: readonly PickleNode[], reading: Reading, depth: number, interpret: Interpret): Meaning | null {
  const [func, type, inner, state] = args;
  if (func === undefined || type === undefined || inner === undefined || args.length !== 4) return null;
  const name = dottedName(type) ?? 'a class without name';
  if (dottedName(func) === 'torch._utils._rebuild_wrapper_subclass') {
    const fields = state === undefined ? null : stateFields(state);
    const members: Member[] = [{ segment: { compound: 'wrapper' }, value: inner }];
    if (fields === null && state !== undefined) members.push({ segment: { compound: 'state' }, value: state });
    for (const [key, value] of fields ?? []) {
      const text = plainText(key);
      members.push({ segment: text ?? { compound: 'attribute' }, value });
    }
    return partsMeaning(name, reading, members);
  }
  const call: ObjectNode = {
    kind: 'object',
    how: 'call',
    callee: func,
    args: inner,
    kwargs: null,
    states: [],
    items: [],
    pairs: [],
  };
  const meaning = interpret(call, reading, depth + 1);
  const plain =
    name === 'torch.Tensor' ||
    (meaning.structure['tensor-class'] === 'Parameter' && name === 'torch.nn.parameter.Parameter');
  const tensorClass = plain ? {} : { 'tensor-class': name };
  return withAttributes(withStructure(meaning, tensorClass), state, reading);
}

/** `(storage, offset, size, stride, quantizer, requires_grad, hooks)`: the integers, and what turns them into numbers. */
function quantized(args: readonly PickleNode[], reading: Reading): Meaning | null {
  const [storage, offset, size, stride, quantizer] = args;
  if (storage === undefined || offset === undefined || size === undefined || stride === undefined) return null;
  if (quantizer?.kind !== 'tuple' || args.length !== 7) return null;
  const none: PickleNode = { kind: 'none' };
  const data = dense('2', [storage, offset, size, stride, none, none], reading);
  if (data === null) return null;
  const names =
    quantizer.items.length === 4 ? ['scheme', 'scales', 'zero_points', 'axis'] : ['scheme', 'scale', 'zero_point'];
  const parameters = quantizer.items.map((value, index) => ({ segment: names[index] ?? { index }, value }));
  return partsMeaning('torch quantized tensor', reading, [{ segment: 'int_repr', value: data }, ...parameters]);
}

function sparse(args: readonly PickleNode[], reading: Reading): Meaning | null {
  const [layoutNode, data] = args;
  const layout =
    layoutNode?.kind === 'object' && layoutNode.args.kind === 'tuple' ? plainText(layoutNode.args.items[0]) : null;
  if (layout === null || data?.kind !== 'tuple' || args.length !== 2) return null;
  const names =
    layout === 'torch.sparse_coo'
      ? ['indices', 'values', 'size', 'is_coalesced']
      : ['compressed_indices', 'plain_indices', 'values', 'size'];
  // torch 1.x did not write whether indices are coalesced: no part of the content.
  const items = layout === 'torch.sparse_coo' ? data.items.slice(0, 3) : data.items;
  const coalesced = layout === 'torch.sparse_coo' ? data.items[3] : undefined;
  const structure: Structure = coalesced?.kind === 'bool' ? { attributes: `is_coalesced: ${coalesced.value}` } : {};
  if (
    data.items.length > 4 ||
    (data.items[3] !== undefined && layout === 'torch.sparse_coo' && coalesced?.kind !== 'bool')
  )
    return null;
  const members = items.map((value, index) => ({ segment: names[index] ?? { index }, value }));
  return partsMeaning(layout, reading, members, structure);
}

function named(name: string, fields: readonly string[], args: readonly PickleNode[], reading: Reading): Meaning {
  const members = args.map((value, index) => ({ segment: fields[index] ?? { index }, value }));
  return partsMeaning(name, reading, members);
}

function size(args: readonly PickleNode[], reading: Reading): Meaning | null {
  const [items] = args;
  if (items?.kind !== 'tuple' || args.length !== 1) return null;
  const members = items.items.map((value, index) => ({ segment: { index }, value }));
  return {
    as: 'container',
    container: 'sequence',
    size: members.length,
    structure: { type: 'torch.Size' },
    members,
    reading,
  };
}

function device(args: readonly PickleNode[]): Meaning | null {
  const type = plainText(args[0]);
  const index = args[1] === undefined ? null : safeInteger(args[1]);
  if (type === null || (args[1] !== undefined && index === null)) return null;
  return scalarMeaning('name', `torch.device ${index === null ? type : `${type}:${index}`}`);
}

/** Distributed state: an object like any other, without the fields that belong to one process. */
function distributed(node: ObjectNode, reading: Reading): Meaning {
  const left = new Set<string>();
  const meaning = objectMeaning(node, reading, (field) => {
    if (!volatileFields.has(field)) return false;
    left.add(field);
    return true;
  });
  if (left.size > 0)
    reading.note({
      code: 'VOLATILE_FIELDS',
      message: `${[...left].sort().join(', ')} of ${dottedName(node.callee) ?? 'an object'} belong to one process and are left out.`,
    });
  return meaning;
}

export const storageDtypes: ReadonlyMap<string, DType | null> = new Map<string, DType | null>([
  ['DoubleStorage', 'float64'],
  ['FloatStorage', 'float32'],
  ['HalfStorage', 'float16'],
  ['BFloat16Storage', 'bfloat16'],
  ['LongStorage', 'int64'],
  ['IntStorage', 'int32'],
  ['ShortStorage', 'int16'],
  ['CharStorage', 'int8'],
  ['ByteStorage', 'uint8'],
  ['BoolStorage', 'bool'],
  ['ComplexDoubleStorage', 'complex128'],
  ['ComplexFloatStorage', 'complex64'],
  ['QInt8Storage', 'qint8'],
  ['QUInt8Storage', 'quint8'],
  ['QInt32Storage', 'qint32'],
  ['QUInt4x2Storage', 'quint4x2'],
  ['QUInt2x4Storage', 'quint2x4'],
  ['UntypedStorage', null],
  ['_UntypedStorage', null],
]);
