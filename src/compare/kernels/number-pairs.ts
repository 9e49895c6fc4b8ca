/**
 * Two chunks as numbers of one dtype: what a kernel asks of element `i` on both sides. 8 to 32 bits here, 64 bits in
 * wide-number-pairs.ts. Chunks are copied into aligned memory first, because readers give them at any offset; typed arrays
 * are read in the machine's own order, which is little-endian wherever Node runs trainings.
 */
import { decodeNumbers } from '../../formats/codecs/float-decoders.ts';
import { chunkBytes } from '../../model/byte-source.ts';
import { type DType, dtypeFacts } from '../../model/dtype.ts';

export interface NumberPairs {
  /** Puts two chunks of the same length on the table, and the ones before away. */
  load(first: Uint8Array, second: Uint8Array): void;
  /** True where the bits differ. */
  differ(index: number): boolean;
  first(index: number): number;
  second(index: number): number;
  /** |a−b| in doubles, rounded once. */
  absolute(index: number): number;
  /** Steps between both on the dtype's ordered line, as a double: exact up to 2^53. */
  distance(index: number): number;
  exactDistance(index: number): bigint;
}

/** Shared by all kernels: one chunk is loaded and worked off before the next call. */
let memory: { readonly first: ArrayBuffer; readonly second: ArrayBuffer } | null = null;

/** Aligned memory for one chunk of each side. */
export function chunkMemory(): { readonly first: ArrayBuffer; readonly second: ArrayBuffer } {
  memory ??= { first: new ArrayBuffer(chunkBytes), second: new ArrayBuffer(chunkBytes) };
  return memory;
}

/** Copies both chunks to the beginning of the chunk memory. */
export function loadChunks(first: Uint8Array, second: Uint8Array): void {
  const target = chunkMemory();
  new Uint8Array(target.first).set(first);
  new Uint8Array(target.second).set(second);
}

type BitsArray = Uint8Array | Uint16Array | Uint32Array;

/** Numbers of 1, 2 or 4 bytes; of complex dtypes, the parts. */
export function narrowNumberPairs(dtype: DType, bytes: 1 | 2 | 4): NumberPairs {
  const { first, second } = chunkMemory();
  const [x, y]: readonly [BitsArray, BitsArray] =
    bytes === 1
      ? [new Uint8Array(first), new Uint8Array(second)]
      : bytes === 2
        ? [new Uint16Array(first), new Uint16Array(second)]
        : [new Uint32Array(first), new Uint32Array(second)];
  const [a, b] = bytes === 4 ? valueViews(dtype, first, second) : [null, null];
  const table = bytes === 4 ? null : valueTable(dtype, bytes);
  const order = orderOf(dtype, bytes);
  // Indexes stay inside the arrays: kernels count whole elements of the chunk that was loaded.
  const valueA = (index: number): number => (a === null ? table?.[x[index] as number] : a[index]) as number;
  const valueB = (index: number): number => (b === null ? table?.[y[index] as number] : b[index]) as number;
  const distance = (index: number): number => Math.abs(order(x[index] as number) - order(y[index] as number));
  return {
    load: loadChunks,
    differ: (index) => x[index] !== y[index],
    first: valueA,
    second: valueB,
    absolute: (index) => Math.abs(valueA(index) - valueB(index)),
    distance,
    exactDistance: (index) => BigInt(distance(index)),
  };
}

function valueViews(
  dtype: DType,
  first: ArrayBuffer,
  second: ArrayBuffer,
): readonly [ArrayLike<number>, ArrayLike<number>] {
  const { kind } = dtypeFacts(dtype);
  if (kind === 'uint') return [new Uint32Array(first), new Uint32Array(second)];
  if (kind === 'int') return [new Int32Array(first), new Int32Array(second)];
  return [new Float32Array(first), new Float32Array(second)];
}

const tables = new Map<DType, Float64Array>();

/** The value of every bit pattern of a dtype of one or two bytes; of complex32, of its parts. Made once. */
function valueTable(dtype: DType, bytes: 1 | 2): Float64Array {
  const known = tables.get(dtype);
  if (known !== undefined) return known;
  const patterns =
    bytes === 1
      ? Uint8Array.from({ length: 256 }, (_, bits) => bits)
      : new Uint8Array(Uint16Array.from({ length: 65_536 }, (_, bits) => bits).buffer);
  const table = decodeNumbers(dtype, patterns);
  tables.set(dtype, table);
  return table;
}

/** Places on the ordered line. Floats are sign and magnitude: the negative ones are mirrored, so that −0 is −1 and +0 is 0. */
function orderOf(dtype: DType, bytes: 1 | 2 | 4): (bits: number) => number {
  const { kind } = dtypeFacts(dtype);
  const signBit = 2 ** (8 * bytes - 1);
  switch (kind) {
    case 'int':
      return (bits) => (bits >= signBit ? bits - 2 * signBit : bits);
    case 'float':
    case 'complex':
      if (dtype === 'float8_e8m0fnu') return (bits) => bits; // no sign
      // The fnuz types have no −0: the smallest negative number is the neighbour of 0.
      if (dtype === 'float8_e4m3fnuz' || dtype === 'float8_e5m2fnuz')
        return (bits) => (bits >= signBit ? signBit - bits : bits);
      return (bits) => (bits >= signBit ? signBit - bits - 1 : bits);
    case 'uint':
    case 'bool':
    case 'bits':
      return (bits) => bits;
    default:
      kind satisfies never;
      return (bits) => bits;
  }
}
