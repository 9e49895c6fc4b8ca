/**
 * Element types of tensors under one set of names, whatever format they came from (torch's names, which NumPy's and
 * safetensors' map onto). `bytes` is the size of one stored element; complex types are two parts of half that size.
 */

export type NumberKind = 'bool' | 'uint' | 'int' | 'float' | 'complex' | 'bits';

export interface DTypeFacts {
  readonly bytes: number;
  readonly kind: NumberKind;
}

const facts = {
  bool: { bytes: 1, kind: 'bool' },
  uint8: { bytes: 1, kind: 'uint' },
  uint16: { bytes: 2, kind: 'uint' },
  uint32: { bytes: 4, kind: 'uint' },
  uint64: { bytes: 8, kind: 'uint' },
  int8: { bytes: 1, kind: 'int' },
  int16: { bytes: 2, kind: 'int' },
  int32: { bytes: 4, kind: 'int' },
  int64: { bytes: 8, kind: 'int' },
  float16: { bytes: 2, kind: 'float' },
  bfloat16: { bytes: 2, kind: 'float' },
  float32: { bytes: 4, kind: 'float' },
  float64: { bytes: 8, kind: 'float' },
  float8_e4m3fn: { bytes: 1, kind: 'float' },
  float8_e4m3fnuz: { bytes: 1, kind: 'float' },
  float8_e5m2: { bytes: 1, kind: 'float' },
  float8_e5m2fnuz: { bytes: 1, kind: 'float' },
  float8_e8m0fnu: { bytes: 1, kind: 'float' },
  complex32: { bytes: 4, kind: 'complex' },
  complex64: { bytes: 8, kind: 'complex' },
  complex128: { bytes: 16, kind: 'complex' },
  qint8: { bytes: 1, kind: 'int' },
  quint8: { bytes: 1, kind: 'uint' },
  qint32: { bytes: 4, kind: 'int' },
  quint4x2: { bytes: 1, kind: 'bits' },
  quint2x4: { bytes: 1, kind: 'bits' },
  float4_e2m1fn_x2: { bytes: 1, kind: 'bits' },
  bits8: { bytes: 1, kind: 'bits' },
  bits1x8: { bytes: 1, kind: 'bits' },
  bits2x4: { bytes: 1, kind: 'bits' },
  bits4x2: { bytes: 1, kind: 'bits' },
  bits16: { bytes: 2, kind: 'bits' },
} as const satisfies Record<string, DTypeFacts>;

export type DType = keyof typeof facts;

/** Every element type this tool knows, in the order of the table. */
export const dtypes = Object.keys(facts) as readonly DType[];

/** Size in bytes and kind of number of one element. */
export function dtypeFacts(dtype: DType): DTypeFacts {
  return facts[dtype];
}

/** True when the name is one of ours. */
export function isDType(name: string): name is DType {
  return Object.hasOwn(facts, name);
}
