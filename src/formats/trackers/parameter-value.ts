/**
 * Parameters that a tracker keeps as texts (MLflow stores `str(value)`), as values again, so that they can be held against
 * the configuration in other places. Only a text that Python itself would write for a number, a truth value or `None` is
 * one: `1.10` and `007` stay texts, and two texts that differ never become the same value.
 */
import type { Scalar } from '../../model/scalar.ts';
import { floatScalar } from '../../model/scalar.ts';

const whole = /^(?:0|-?[1-9]\d*)$/;
/** How `repr` writes a float: at least one digit behind the point, or an exponent of two digits. */
const decimal = /^-?(?:0|[1-9]\d*)\.\d+$/;
const exponent = /^-?\d(?:\.\d+)?e[+-]\d{2,3}$/;
const longest = 40;

/** The value that the text stands for. */
export function parameterValue(text: string): Scalar {
  if (text === 'True' || text === 'False') return { type: 'bool', text };
  if (text === 'None') return { type: 'none', text };
  if (text.length <= longest && whole.test(text)) return { type: 'int', text };
  if (text === 'inf' || text === '-inf' || text === 'nan') return { type: 'float', text };
  if (text.length <= longest && (decimal.test(text) || exponent.test(text)) && isShortest(text))
    return floatScalar(Number(text));
  return { type: 'str', text };
}

/** True where no shorter or longer text is written for the same double: both spellings have the same digits. */
function isShortest(text: string): boolean {
  const value = Number(text);
  if (!Number.isFinite(value)) return false;
  const magnitude = Math.abs(value);
  const isPlain = value === 0 || (magnitude >= 1e-4 && magnitude < 1e16);
  return isPlain === decimal.test(text) && digitsOf(text, isPlain) === digitsOf(spelled(value, isPlain), isPlain);
}

/** As Python writes it, but for the digits of the exponent. */
function spelled(value: number, isPlain: boolean): string {
  const negative = Object.is(value, -0) ? '-' : '';
  if (!isPlain) return value.toExponential();
  const text = String(value);
  return `${negative}${text.includes('.') ? text : `${text}.0`}`;
}

function digitsOf(text: string, isPlain: boolean): string {
  if (isPlain) return text;
  const [digits = '', power = ''] = text.split('e');
  return `${digits}e${Number(power)}`;
}
