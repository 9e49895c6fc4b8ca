/**
 * NumPy's values inside pickles: arrays of every form, scalars, element types (`numpy.core.multiarray`, `numpy._core`).
 *
 * `_reconstruct` with its state (protocol up to 4), `_frombuffer` (protocol 5), structured types field by field, Fortran
 * order, both byte orders. Arrays of objects are sequences of their members.
 */
import type { Structure } from '../../../model/entry.ts';
import { floatText } from '../../../model/scalar.ts';
import { elementCount } from '../../codecs/element-count.ts';
import { numberReader } from '../../codecs/float-decoders.ts';
import { windowSource } from '../../codecs/memory-source.ts';
import { type NumpyField, type NumpyType, parseNumpyDescr } from '../../codecs/numpy-dtype.ts';
import {
  type ByteRange,
  type ObjectNode,
  type PickleNode,
  plainText,
  safeInteger,
} from '../../codecs/pickle/pickle-node.ts';
import { columnMajorStrides, rowMajorStrides } from '../../codecs/strided-chunks.ts';
import { checkedView, maxDimensions } from './array-view.ts';
import { dottedName } from './dotted-name.ts';
import { type Meaning, type Member, partsMeaning, type Reading, type Storage, scalarMeaning } from './meaning.ts';
import { nodeBytes, positions } from './python-meaning.ts';

/** Fields within fields: NumPy's own users stop at two or three. */
const maxTypeDepth = 16;

/** The meaning of a NumPy object; null where it is none, or is of a form that is not known. */
export function numpyMeaning(node: ObjectNode, name: string, reading: Reading): Meaning | null {
  const args = node.args.kind === 'tuple' ? node.args.items : [];
  if (node.kwargs !== null || node.items.length + node.pairs.length > 0) return null;
  if (name === 'numpy._core.multiarray._reconstruct') return reconstructed(node, args, reading);
  if (name === 'numpy.dtype') {
    const type = numpyType(node, 0);
    return type === null ? null : scalarMeaning('name', `numpy.dtype ${typeText(type)}`);
  }
  if (node.states.length > 0) return null;
  if (name === 'numpy._core.numeric._frombuffer') return fromBuffer(args, reading);
  if (name === 'numpy._core.multiarray.scalar') return numpyScalar(args, reading);
  return null;
}

function reconstructed(node: ObjectNode, args: readonly PickleNode[], reading: Reading): Meaning | null {
  const [state, more] = node.states;
  if (state?.kind !== 'tuple' || more !== undefined) return null;
  const parts = state.items.length === 5 ? state.items.slice(1) : state.items;
  const [shapeNode, dtypeNode, fortran, data] = parts;
  const type = dtypeNode === undefined ? null : numpyType(dtypeNode, 0);
  if (parts.length !== 4 || type === null || data === undefined) return null;
  const shape = dimensionsOf(shapeNode, reading);
  const subclass = args[0] === undefined ? null : dottedName(args[0]);
  const structure: Structure = subclass === null || subclass === 'numpy.ndarray' ? {} : { 'tensor-class': subclass };
  const isFortran = fortran?.kind === 'bool' ? fortran.value : safeInteger(fortran) === 1;
  if (data.kind === 'list') return objectArray(type, shape, data.items, isFortran, structure, reading);
  const bytes = nodeBytes(data);
  return bytes === null ? null : numpyArray({ type, shape, isFortran, bytes, structure, identity: node }, reading);
}

function fromBuffer(args: readonly PickleNode[], reading: Reading): Meaning | null {
  const [buffer, dtypeNode, shapeNode, order] = args;
  const bytes = nodeBytes(buffer);
  const type = dtypeNode === undefined ? null : numpyType(dtypeNode, 0);
  if (bytes === null || type === null || buffer === undefined || args.length > 5) return null;
  const shape = dimensionsOf(shapeNode, reading);
  return numpyArray(
    { type, shape, isFortran: plainText(order) === 'F', bytes, structure: {}, identity: buffer },
    reading,
  );
}

function objectArray(
  type: NumpyType,
  shape: readonly number[],
  items: readonly PickleNode[],
  isFortran: boolean,
  structure: Structure,
  reading: Reading,
): Meaning {
  if (items.length !== elementCount(shape))
    throw reading.problem('NUMPY_SIZE', `An object array of shape [${shape.join(', ')}] has ${items.length} members.`);
  const order = isFortran ? ', Fortran order' : '';
  const name = `numpy.ndarray of ${typeText(type)}, shape [${shape.join(', ')}]${order}`;
  return {
    as: 'container',
    container: 'object',
    class: name,
    size: items.length,
    structure,
    members: positions(items),
    reading,
  };
}

export interface NumpyArray {
  readonly type: NumpyType;
  readonly shape: readonly number[];
  readonly isFortran: boolean;
  readonly bytes: ByteRange;
  readonly structure: Structure;
  /** What makes two arrays the same one. */
  readonly identity: object;
}

const storages = new WeakMap<object, Storage>();

/** One array, or one for each field of a record. @throws FormatProblem `NUMPY_SIZE`, `TENSOR_BOUNDS` */
export function numpyArray(array: NumpyArray, reading: Reading): Meaning {
  const { type, shape, isFortran, bytes } = array;
  const wanted = shape.reduce((product, extent) => product * BigInt(extent), BigInt(type.itemBytes));
  if (wanted !== BigInt(bytes.length))
    throw reading.problem(
      'NUMPY_SIZE',
      `An array of ${typeText(type)} and shape [${shape.join(', ')}] takes ${wanted} bytes; ${bytes.length} are there.`,
    );
  let storage = storages.get(array.identity);
  if (storage === undefined) {
    const source = windowSource(bytes.source, `${reading.file}, array`, bytes.offset, bytes.length);
    const name = 'the data of the array';
    storage = { name, byteLength: bytes.length, device: null, bigEndian: false, random: () => source };
    storages.set(array.identity, storage);
  }
  const folded = isFortran && !shape.includes(0) && shape.filter((extent) => extent > 1).length > 1;
  const structure: Structure = folded ? { ...array.structure, strides: 'Fortran order' } : array.structure;
  const strides = isFortran ? columnMajorStrides(shape, type.itemBytes) : rowMajorStrides(shape, type.itemBytes);
  return fieldMeaning(type, 0, shape, strides, storage, structure, reading);
}

function fieldMeaning(
  type: NumpyType,
  offset: number,
  shape: readonly number[],
  strides: readonly number[],
  storage: Storage,
  structure: Structure,
  reading: Reading,
): Meaning {
  if (type.kind === 'record') {
    const members: Member[] = type.fields.map((field) => {
      const inner = rowMajorStrides(field.shape, field.type.itemBytes);
      const at = offset + field.offset;
      const all = [...strides, ...inner];
      return {
        segment: field.name,
        // Its own object: that the fields of a record share bytes is no aliasing.
        value: fieldMeaning(field.type, at, [...shape, ...field.shape], all, { ...storage }, structure, reading),
      };
    });
    return {
      as: 'container',
      container: 'mapping',
      size: members.length,
      structure: { type: 'structured array' },
      members,
      reading,
    };
  }
  const swapBytes = type.kind === 'object' ? 0 : type.swapBytes;
  const view = {
    as: 'array',
    dtype: type.kind === 'number' ? type.dtype : `NumPy array of ${type.descr}`,
    itemBytes: type.itemBytes,
    swapBytes,
    shape,
    strides,
    offset,
    storage,
    conjugate: false,
    negative: false,
    structure: swapBytes > 1 ? { ...structure, 'byte-order': 'big' } : structure,
    attributes: [],
    reading,
  } as const;
  return checkedView(view, reading);
}

function numpyScalar(args: readonly PickleNode[], reading: Reading): Meaning | null {
  const [dtypeNode, data] = args;
  const type = dtypeNode === undefined ? null : numpyType(dtypeNode, 0);
  if (type === null || data === undefined || args.length !== 2) return null;
  if (type.kind === 'object')
    return partsMeaning('numpy.object_', reading, [{ segment: { compound: 'value' }, value: data }]);
  const bytes = nodeBytes(data);
  if (bytes === null) return null;
  if (type.kind !== 'number' || bytes.length !== type.itemBytes)
    return numpyArray({ type, shape: [], isFortran: false, bytes, structure: {}, identity: data }, reading);
  const held = bytes.source.read(bytes.offset, bytes.length);
  if (type.swapBytes > 1)
    for (let at = 0; at < held.length; at += type.swapBytes) held.subarray(at, at + type.swapBytes).reverse();
  const view = new DataView(held.buffer, held.byteOffset, held.length);
  const structure: Structure = { type: `numpy.${type.dtype}` };
  if (type.dtype === 'bool') return scalarMeaning('bool', held[0] === 0 ? 'False' : 'True', structure);
  if (type.dtype === 'int64') return scalarMeaning('int', String(view.getBigInt64(0, true)), structure);
  if (type.dtype === 'uint64') return scalarMeaning('int', String(view.getBigUint64(0, true)), structure);
  const read = numberReader(type.dtype);
  if (type.dtype.startsWith('complex')) {
    const text = `${floatText(read(view, 0))},${floatText(read(view, held.length / 2))}`;
    return scalarMeaning('complex', text, structure);
  }
  if (/^u?int/.test(type.dtype)) return scalarMeaning('int', String(read(view, 0)), structure);
  const value = read(view, 0);
  // A NaN keeps its own bits, which a double could not tell.
  if (Number.isNaN(value))
    return numpyArray({ type, shape: [], isFortran: false, bytes, structure, identity: data }, reading);
  return scalarMeaning('float', floatText(value), structure);
}

/** @throws FormatProblem `NUMPY_SHAPE` */
function dimensionsOf(node: PickleNode | undefined, reading: Reading): readonly number[] {
  const items = node?.kind === 'tuple' ? node.items : node?.kind === 'int' ? [node] : null;
  const shape = items?.map((item) => safeInteger(item) ?? -1);
  if (shape === undefined || shape.length > maxDimensions || shape.some((extent) => extent < 0))
    throw reading.problem('NUMPY_SHAPE', `The shape of an array is no tuple of at most ${maxDimensions} sizes.`);
  return shape;
}

/** The element type that `numpy.dtype(…)` with its state stands for; null where it is of a form that is not known. */
export function numpyType(node: PickleNode, depth: number): NumpyType | null {
  if (node.kind !== 'object' || depth > maxTypeDepth || dottedName(node.callee) !== 'numpy.dtype') return null;
  const code = node.args.kind === 'tuple' ? plainText(node.args.items[0]) : null;
  const [state, more] = node.states;
  if (code === null || more !== undefined) return null;
  if (state === undefined) return parseNumpyDescr(/^[<>|=]/.test(code) ? code : `<${code}`);
  if (state.kind !== 'tuple' || state.items.length < 8) return null;
  const [, order, subtype, names, fields, size, , , metadata] = state.items;
  const orderText = plainText(order);
  if (orderText === null || subtype?.kind !== 'none') return null;
  if (names?.kind === 'tuple' && fields?.kind === 'dict') return recordType(names.items, fields.pairs, size, depth);
  if (names?.kind !== 'none') return null;
  const unit = /^[mM]8$/.test(code) ? dateUnit(metadata) : '';
  return unit === null
    ? null
    : parseNumpyDescr(`${orderText === '|' && /^[mMU]/.test(code) ? '<' : orderText}${code}${unit}`);
}

function recordType(
  names: readonly PickleNode[],
  pairs: readonly (readonly [PickleNode, PickleNode])[],
  size: PickleNode | undefined,
  depth: number,
): NumpyType | null {
  const itemBytes = safeInteger(size);
  const byName = new Map(pairs.map(([key, value]) => [plainText(key), value]));
  const fields: NumpyField[] = [];
  for (const nameNode of names) {
    const name = plainText(nameNode);
    const field = name === null ? undefined : byName.get(name);
    if (name === null || field?.kind !== 'tuple' || field.items[0] === undefined) return null;
    const offset = safeInteger(field.items[1]);
    const inner = withSubShape(field.items[0], depth + 1);
    if (offset === null || inner === null || itemBytes === null || offset < 0) return null;
    const bytes = inner.shape.reduce((product, extent) => product * extent, inner.type.itemBytes);
    if (offset + bytes > itemBytes) return null;
    fields.push({ name, offset, ...inner });
  }
  if (itemBytes === null || new Set(fields.map(({ name }) => name)).size !== fields.length) return null;
  return { kind: 'record', itemBytes, fields };
}

/** A field's type, and its own shape where it is an array (`subdtype`). */
function withSubShape(
  node: PickleNode,
  depth: number,
): { readonly type: NumpyType; readonly shape: readonly number[] } | null {
  const state = node.kind === 'object' ? node.states[0] : undefined;
  const sub = state?.kind === 'tuple' ? state.items[2] : undefined;
  if (sub?.kind === 'tuple' && sub.items[0] !== undefined) {
    const type = numpyType(sub.items[0], depth + 1);
    const extents = sub.items[1]?.kind === 'tuple' ? sub.items[1].items : [sub.items[1]];
    const shape = extents.map((extent) => safeInteger(extent) ?? -1);
    return type === null || shape.some((extent) => extent < 0) || shape.length > 8 ? null : { type, shape };
  }
  const type = numpyType(node, depth);
  return type === null ? null : { type, shape: [] };
}

/** `[ns]`, `[25us]` out of `({}, (b'ns', 25, 1, 1))`; null where it is of another form. */
function dateUnit(metadata: PickleNode | undefined): string | null {
  const parts = metadata?.kind === 'tuple' && metadata.items[1]?.kind === 'tuple' ? metadata.items[1].items : [];
  const [unitNode, countNode] = parts;
  const range = nodeBytes(unitNode);
  const count = safeInteger(countNode);
  if (range === null || range.length > 10 || count === null) return null;
  const unit = Buffer.from(range.source.read(range.offset, range.length)).toString('latin1');
  return `[${count === 1 ? '' : count}${unit}]`;
}

export function typeText(type: NumpyType): string {
  if (type.kind !== 'record') return type.descr;
  const fields = type.fields.map(
    ({ name, offset, shape, type: of }) => `${name}: ${typeText(of)}[${shape.join(', ')}] at ${offset}`,
  );
  return `{${fields.join('; ')}}`;
}
