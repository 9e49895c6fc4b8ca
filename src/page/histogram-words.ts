/** The picture of the sizes of differences, in words. */
import { formatInteger } from '../model/format-number.ts';

/** `Sizes in ulp, of 2,048 looked at: 12 at 1, 40 at 2 to 3, …`. */
export function histogramWords(counts: readonly number[], unit: 'ulp' | ''): string {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const parts = counts.flatMap((count, power) => (count === 0 ? [] : [`${formatInteger(count)} at ${binText(power)}`]));
  return `Sizes${unit === '' ? '' : ` in ${unit}`}, of ${formatInteger(total)} looked at: ${parts.join(', ')}`;
}

/** Beyond it numbers are easier to read as powers. */
const mostDigitsPower = 19;

/** The numbers from 2^power to the one before the next power. */
function binText(power: number): string {
  if (power === 0) return '1';
  if (power > mostDigitsPower) return `2^${power} to 2^${power + 1} − 1`;
  return `${formatInteger(2 ** power)} to ${formatInteger(2 ** (power + 1) - 1)}`;
}
