/**
 * Elements of tensors as numbers and as text, for every dtype of `model/dtype.ts`.
 *
 * Half precision is IEEE 754 binary16; bfloat16 the upper half of binary32; the float8 kinds follow OCP OFP8 (e4m3fn,
 * e5m2), the `fnuz` variants of Graphcore/AMD and OCP MX (e8m0). A double holds all of them exactly; 64-bit integers are
 * rounded as numbers and exact as text. Bytes are little-endian, as the chunks of a tensor always are.
 */
import { type DType, dtypeFacts } from '../../model/dtype.ts';
import { floatText } from '../../model/scalar.ts';

/** Reads the number whose first byte is at `offset`; of complex dtypes, one part. */
export type NumberReader = (view: DataView, offset: number) => number;

interface SmallFloat {
  readonly exponentBits: number;
  readonly mantissaBits: number;
  readonly bias: number;
  /** `ieee`: infinities and NaNs in the top exponent; `fn`: only all ones is NaN; `fnuz`: only the pattern of −0 is NaN. */
  readonly special: 'ieee' | 'fn' | 'fnuz';
}

const half: SmallFloat = { exponentBits: 5, mantissaBits: 10, bias: 15, special: 'ieee' };
const e4m3fn: SmallFloat = { exponentBits: 4, mantissaBits: 3, bias: 7, special: 'fn' };
const e4m3fnuz: SmallFloat = { exponentBits: 4, mantissaBits: 3, bias: 8, special: 'fnuz' };
const e5m2: SmallFloat = { exponentBits: 5, mantissaBits: 2, bias: 15, special: 'ieee' };
const e5m2fnuz: SmallFloat = { exponentBits: 5, mantissaBits: 2, bias: 16, special: 'fnuz' };

/** The double that a bit pattern of a small float stands for. */
function decodeSmallFloat(format: SmallFloat, bits: number): number {
  const { exponentBits, mantissaBits, bias, special } = format;
  const topExponent = 2 ** exponentBits - 1;
  const sign = bits >> (exponentBits + mantissaBits) === 0 ? 1 : -1;
  const exponent = (bits >> mantissaBits) & topExponent;
  const mantissa = bits & (2 ** mantissaBits - 1);
  if (special === 'fnuz' && sign === -1 && exponent === 0 && mantissa === 0) return Number.NaN;
  if (special === 'fn' && exponent === topExponent && mantissa === 2 ** mantissaBits - 1) return Number.NaN;
  if (special === 'ieee' && exponent === topExponent)
    return mantissa === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  const fraction = mantissa / 2 ** mantissaBits;
  return exponent === 0 ? sign * fraction * 2 ** (1 - bias) : sign * (1 + fraction) * 2 ** (exponent - bias);
}

/** A table of every value, made once it pays: look-ups are several times faster, and making 65,536 takes 20 ms. */
function tabled(count: number, decode: (bits: number) => number): (bits: number) => number {
  let table: Float64Array | null = null;
  let asked = 0;
  return (bits) => {
    if (table === null) {
      asked += 1;
      if (asked * 16 < count) return decode(bits);
      table = Float64Array.from({ length: count }, (_, pattern) => decode(pattern));
    }
    return table[bits] ?? Number.NaN;
  };
}

const halves = tabled(65_536, (bits) => decodeSmallFloat(half, bits));
const eights = {
  float8_e4m3fn: tabled(256, (bits) => decodeSmallFloat(e4m3fn, bits)),
  float8_e4m3fnuz: tabled(256, (bits) => decodeSmallFloat(e4m3fnuz, bits)),
  float8_e5m2: tabled(256, (bits) => decodeSmallFloat(e5m2, bits)),
  float8_e5m2fnuz: tabled(256, (bits) => decodeSmallFloat(e5m2fnuz, bits)),
  float8_e8m0fnu: tabled(256, (bits) => (bits === 255 ? Number.NaN : 2 ** (bits - 127))),
};

const word = new DataView(new ArrayBuffer(4));
const readHalf: NumberReader = (view, offset) => halves(view.getUint16(offset, true));
const readBrain: NumberReader = (view, offset) => {
  word.setUint32(0, view.getUint16(offset, true) << 16);
  return word.getFloat32(0);
};
const readByte: NumberReader = (view, offset) => view.getUint8(offset);

/** How one number of this dtype is read; 64-bit integers are rounded, `bits` dtypes give their pattern. */
export function numberReader(dtype: DType): NumberReader {
  switch (dtype) {
    case 'bool':
    case 'uint8':
    case 'quint8':
    case 'quint4x2':
    case 'quint2x4':
    case 'float4_e2m1fn_x2':
    case 'bits8':
    case 'bits1x8':
    case 'bits2x4':
    case 'bits4x2':
      return readByte;
    case 'int8':
    case 'qint8':
      return (view, offset) => view.getInt8(offset);
    case 'uint16':
    case 'bits16':
      return (view, offset) => view.getUint16(offset, true);
    case 'int16':
      return (view, offset) => view.getInt16(offset, true);
    case 'uint32':
      return (view, offset) => view.getUint32(offset, true);
    case 'int32':
    case 'qint32':
      return (view, offset) => view.getInt32(offset, true);
    case 'uint64':
      return (view, offset) => Number(view.getBigUint64(offset, true));
    case 'int64':
      return (view, offset) => Number(view.getBigInt64(offset, true));
    case 'float16':
    case 'complex32':
      return readHalf;
    case 'bfloat16':
      return readBrain;
    case 'float32':
    case 'complex64':
      return (view, offset) => view.getFloat32(offset, true);
    case 'float64':
    case 'complex128':
      return (view, offset) => view.getFloat64(offset, true);
    case 'float8_e4m3fn':
    case 'float8_e4m3fnuz':
    case 'float8_e5m2':
    case 'float8_e5m2fnuz':
    case 'float8_e8m0fnu': {
      const decode = eights[dtype];
      return (view, offset) => decode(view.getUint8(offset));
    }
    default:
      dtype satisfies never;
      return () => Number.NaN;
  }
}

/** Bytes of one number: an element's, or half of it for complex dtypes, which are two numbers. */
export function numberBytes(dtype: DType): number {
  const { bytes, kind } = dtypeFacts(dtype);
  return kind === 'complex' ? bytes / 2 : bytes;
}

/** All numbers in `bytes` (real and imaginary parts in turn for complex dtypes); a part of an element at the end is left out. */
export function decodeNumbers(dtype: DType, bytes: Uint8Array): Float64Array {
  const read = numberReader(dtype);
  const size = numberBytes(dtype);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbers = new Float64Array(Math.floor(bytes.byteLength / size));
  for (let index = 0; index < numbers.length; index++) numbers[index] = read(view, index * size);
  return numbers;
}

/**
 * The element whose first byte is at `offset`, in the shortest spelling that tells it from its neighbours of the same
 * dtype; integers exactly, NaN as `nan`, complex as `real,imaginary`, `bool` as `True` or `False`, `bits` as `0x…`.
 */
export function elementText(dtype: DType, bytes: Uint8Array, offset: number): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = numberReader(dtype);
  const { kind } = dtypeFacts(dtype);
  switch (kind) {
    case 'bool':
      return read(view, offset) === 0 ? 'False' : 'True';
    case 'uint':
    case 'int':
      if (dtype === 'uint64') return String(view.getBigUint64(offset, true));
      return dtype === 'int64' ? String(view.getBigInt64(offset, true)) : String(read(view, offset));
    case 'bits':
      return `0x${read(view, offset)
        .toString(16)
        .padStart(2 * numberBytes(dtype), '0')}`;
    case 'float':
      return shortText(dtype, read(view, offset));
    case 'complex':
      return `${shortText(dtype, read(view, offset))},${shortText(dtype, read(view, offset + numberBytes(dtype)))}`;
    default:
      kind satisfies never;
      return '';
  }
}

/** Digits that always suffice to read a value back in its own precision (IEEE 754, section 5.12.2). */
const sufficientDigits: Partial<Record<DType, number>> = {
  float32: 9,
  complex64: 9,
  float16: 5,
  complex32: 5,
  bfloat16: 4,
};

function shortText(dtype: DType, value: number): string {
  const most = sufficientDigits[dtype];
  if (most === undefined || !Number.isFinite(value) || value === 0) return floatText(value);
  const same = (text: string) => roundTo(dtype, Number(text)) === value;
  for (let digits = 1; digits < most; digits++) {
    const text = value.toPrecision(digits);
    if (same(text)) return floatText(Number(text));
  }
  return floatText(Number(value.toPrecision(most)));
}

/** A double rounded (to nearest, ties to even) to the precision of a dtype; enough of it for `shortText`. */
function roundTo(dtype: DType, value: number): number {
  if (dtype === 'float32' || dtype === 'complex64') return Math.fround(value);
  const [mantissaBits, lowest] = dtype === 'bfloat16' ? [7, -126] : [10, -14];
  const exponent = Math.max(lowest, Math.floor(Math.log2(Math.abs(value))));
  const step = 2 ** (exponent - mantissaBits);
  const scaled = value / step;
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  return (rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor) * step;
}
