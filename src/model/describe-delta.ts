/** The size of a numeric difference in words: `37 of 4,096 elements differ, by at most 2 ulp (1.19e-7 absolute)`. */
import type { Delta } from './difference.ts';
import { formatFloat, formatInteger, formatUlp, plural } from './format-number.ts';

/** Beyond a million units in the last place the count says nothing that the size does not. */
const tellingDigits = 6;

/** A clause without a full stop. The units that have no meaning for the dtype are left out, never invented. */
export function describeDelta(delta: Delta): string {
  const extent = `${formatInteger(delta.differing)} of ${plural(delta.of, 'element')} ${delta.differing === 1 ? 'differs' : 'differ'}`;
  const absolute = delta.maxAbs === null ? null : `${formatFloat(delta.maxAbs)} absolute`;
  const ulp =
    delta.maxUlp !== null && (absolute === null || delta.maxUlp.length <= tellingDigits)
      ? formatUlp(delta.maxUlp)
      : null;
  const size =
    ulp === null && absolute === null
      ? ''
      : `, by at most ${ulp ?? absolute}${ulp === null || absolute === null ? '' : ` (${absolute})`}`;
  const { first, second } = delta.nonFinite;
  const odd =
    first === 0 && second === 0
      ? ''
      : `; among them are ${formatInteger(first)} NaN or infinite in the first run and ${formatInteger(second)} in the second`;
  return `${extent}${size}${odd}`;
}
