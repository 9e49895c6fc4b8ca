/**
 * A single exact value out of a checkpoint or a configuration.
 *
 * `text` is a lossless spelling, so that two scalars are equal exactly when type and text are: `int` in decimal without
 * limit, `float` as the shortest decimal that reads back (`-0.0`, `inf`, `nan`, other NaN payloads as
 * `nan:7ff8000000000001`), `bool` as `True`/`False`, `none` as `None`, `str` as its text (lone surrogates kept),
 * `bytes` in hexadecimal, `complex` as `real,imaginary` in the spelling of floats. Plain data: it goes into JSON as it is.
 */
export type ScalarType = 'none' | 'bool' | 'int' | 'float' | 'complex' | 'str' | 'bytes' | 'name';

export interface Scalar {
  readonly type: ScalarType;
  readonly text: string;
}

/** True when both are the same value of the same type (int ≠ float, −0 ≠ +0, NaN = NaN of the same payload). */
export function scalarsEqual(a: Scalar, b: Scalar): boolean {
  return a.type === b.type && a.text === b.text;
}

const canonicalNaN = 0x7ff8000000000000n;

/** The float scalar of a double, exact to the bit. */
export function floatScalar(value: number): Scalar {
  return { type: 'float', text: floatText(value) };
}

/** The exact spelling of a double as described at the top of this file. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) {
    const bits = new DataView(new ArrayBuffer(8));
    bits.setFloat64(0, value);
    const payload = bits.getBigUint64(0);
    return payload === canonicalNaN ? 'nan' : `nan:${payload.toString(16).padStart(16, '0')}`;
  }
  if (value === Number.POSITIVE_INFINITY) return 'inf';
  if (value === Number.NEGATIVE_INFINITY) return '-inf';
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** The double that a float's or int's text stands for (int: rounded to a double); NaN for every other type. */
export function scalarToNumber(scalar: Scalar): number {
  if (scalar.type === 'bool') return scalar.text === 'True' ? 1 : 0;
  if (scalar.type !== 'float' && scalar.type !== 'int') return Number.NaN;
  if (scalar.text === 'inf') return Number.POSITIVE_INFINITY;
  if (scalar.text === '-inf') return Number.NEGATIVE_INFINITY;
  return Number(scalar.text);
}
