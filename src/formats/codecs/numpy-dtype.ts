/**
 * NumPy's element types as its files spell them: `<f4`, `|b1`, `>c16`, `<U5`, `<M8[ns]`, and structured ones as lists of
 * `(name, type[, shape])` (`numpy.lib.format.dtype_to_descr`, NumPy's array interface protocol, version 3).
 *
 * Numbers map onto our dtypes. Dates, texts, raw bytes and long doubles have no dtype of ours and are compared as bytes.
 */
import type { DType } from '../../model/dtype.ts';
import type { PlainValue } from '../../model/record.ts';

export type NumpyType =
  | {
      readonly kind: 'number';
      readonly descr: string;
      readonly dtype: DType;
      readonly itemBytes: number;
      /** See `StridedArray`. */
      readonly swapBytes: number;
    }
  | { readonly kind: 'raw'; readonly descr: string; readonly itemBytes: number; readonly swapBytes: number }
  /** Python objects: the data is a pickle. */
  | { readonly kind: 'object'; readonly descr: string; readonly itemBytes: 8 }
  | { readonly kind: 'record'; readonly itemBytes: number; readonly fields: readonly NumpyField[] };

export interface NumpyField {
  readonly name: string;
  /** In bytes from the start of the record. */
  readonly offset: number;
  readonly shape: readonly number[];
  readonly type: NumpyType;
}

const numbers: ReadonlyMap<string, DType> = new Map([
  ['b1', 'bool'],
  ['i1', 'int8'],
  ['i2', 'int16'],
  ['i4', 'int32'],
  ['i8', 'int64'],
  ['u1', 'uint8'],
  ['u2', 'uint16'],
  ['u4', 'uint32'],
  ['u8', 'uint64'],
  ['f2', 'float16'],
  ['f4', 'float32'],
  ['f8', 'float64'],
  ['c8', 'complex64'],
  ['c16', 'complex128'],
]);

const spelling = /^([<>|=]?)([?a-zA-Z])(\d{0,9})(\[[0-9a-zA-Zμ]{0,20}\])?$/;

/** The type that a short spelling stands for; null where it is not one that we know. */
export function parseNumpyDescr(descr: string): NumpyType | null {
  const match = spelling.exec(descr);
  if (match === null) return null;
  const [, order = '', letter = '', digits = '', unit = ''] = match;
  if (letter === 'O') return { kind: 'object', descr, itemBytes: 8 };
  const code = letter === '?' ? 'b1' : `${letter}${digits}`;
  const dtype = unit === '' ? numbers.get(code) : undefined;
  const swap = (bytes: number) => (order === '>' ? bytes : 0);
  if (dtype !== undefined) {
    const itemBytes = Number(code.slice(1));
    return { kind: 'number', descr, dtype, itemBytes, swapBytes: swap(letter === 'c' ? itemBytes / 2 : itemBytes) };
  }
  // The spelling of a compared type says `<` whatever the file's order is: the bytes are put into that order.
  const neutral = descr.replace(/^[>=]/, '<');
  const size = Number(digits);
  if (letter === 'U') return { kind: 'raw', descr: neutral, itemBytes: 4 * size, swapBytes: swap(4) };
  if ('SaV'.includes(letter)) return { kind: 'raw', descr: neutral, itemBytes: size, swapBytes: 0 };
  if ((letter === 'M' || letter === 'm') && size === 8)
    return { kind: 'raw', descr: neutral, itemBytes: 8, swapBytes: swap(8) };
  if (letter === 'f' && (size === 12 || size === 16))
    return { kind: 'raw', descr: neutral, itemBytes: size, swapBytes: swap(size) };
  if (letter === 'c' && (size === 24 || size === 32))
    return { kind: 'raw', descr: neutral, itemBytes: size, swapBytes: swap(size / 2) };
  return null;
}

/** A spelling, or a list of fields; null where a part of it is not one that we know. Depth is the literal parser's. */
export function parseNumpyType(value: PlainValue): NumpyType | null {
  if (value.type === 'str') return parseNumpyDescr(value.text);
  if (value.type !== 'list') return null;
  const fields: NumpyField[] = [];
  let offset = 0;
  for (const item of value.items) {
    if (item.type !== 'list' || item.items.length < 2 || item.items.length > 3) return null;
    const name = fieldName(item.items[0]);
    const type = item.items[1] === undefined ? null : parseNumpyType(item.items[1]);
    const shape = item.items[2] === undefined ? [] : dimensions(item.items[2]);
    if (name === null || type === null || shape === null) return null;
    const bytes = shape.reduce((product, extent) => product * extent, type.itemBytes);
    if (!Number.isSafeInteger(offset + bytes)) return null;
    // A nameless field of raw bytes is padding: what stands in it is accidental.
    if (name !== '' || type.kind !== 'raw') fields.push({ name, offset, shape, type });
    offset += bytes;
  }
  if (new Set(fields.map(({ name }) => name)).size !== fields.length) return null;
  return { kind: 'record', itemBytes: offset, fields };
}

/** True where Python objects are anywhere inside: then the whole array is stored as a pickle. */
export function holdsObjects(type: NumpyType): boolean {
  return type.kind === 'object' || (type.kind === 'record' && type.fields.some((field) => holdsObjects(field.type)));
}

/** A name, or a pair of title and name. */
function fieldName(value: PlainValue | undefined): string | null {
  if (value?.type === 'str') return value.text;
  const name = value?.type === 'list' && value.items.length === 2 ? value.items[1] : undefined;
  return name?.type === 'str' ? name.text : null;
}

/** A shape as a tuple of non-negative integers below 2^53, or one integer; null where it is none. */
export function dimensions(value: PlainValue): readonly number[] | null {
  const items = value.type === 'list' ? value.items : [value];
  const extents = items.map((item) => (item.type === 'int' ? Number(item.text) : Number.NaN));
  return extents.every((extent) => Number.isSafeInteger(extent) && extent >= 0) ? extents : null;
}
