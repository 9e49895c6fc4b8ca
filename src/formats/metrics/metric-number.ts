/** Numbers of metric files: exact where a double is not enough, absent where a cell says so. */
import { type Scalar, scalarToNumber } from '../../model/scalar.ts';
import type { MetricNumber } from './series-collector.ts';

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const whole = /^[+-]?\d+$/;
const notFinite = /^([+-]?)(?:(nan)|inf(?:inity)?)$/i;
const absent = /^(?:|-|na|n\/a|null|none)$/i;

/** The number that a text spells (also `nan`, `inf`); null where it spells none. */
export function numberFromText(text: string): MetricNumber | null {
  const trimmed = text.trim();
  if (decimal.test(trimmed)) {
    const value = Number(trimmed);
    return whole.test(trimmed) && !Number.isSafeInteger(value)
      ? { value, exact: String(BigInt(trimmed.replace('+', ''))) }
      : { value };
  }
  const special = notFinite.exec(trimmed);
  if (special === null) return null;
  if (special[2] !== undefined) return { value: Number.NaN };
  return { value: special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY };
}

/** The number of a scalar; null for truth values, nothing, and texts other than `NaN` and `Infinity`. */
export function numberFromScalar(scalar: Scalar): MetricNumber | null {
  if (scalar.type === 'str') return notFinite.test(scalar.text.trim()) ? numberFromText(scalar.text) : null;
  if (scalar.type !== 'int' && scalar.type !== 'float') return null;
  const value = scalarToNumber(scalar);
  return scalar.type === 'int' && !Number.isSafeInteger(value) ? { value, exact: scalar.text } : { value };
}

/** True for the ways in which tables leave a cell out: blank, `NA` (Keras), `-`, `null`, `None`. */
export function isAbsent(text: string): boolean {
  return absent.test(text.trim());
}
