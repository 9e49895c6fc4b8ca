/** Two values beside each other in as few digits as tell them apart. */
import type { Pair } from '../../model/pair.ts';

/** So many digits are read at a glance. */
const fewest = 6;
/** A double has no more. */
const most = 17;

/**
 * The texts of two numbers in six significant digits, or in as many more as tell them apart; what is no decimal (whole numbers, `nan`,
 * texts) stays as it is.
 */
export function shortValues({ first, second }: Pair<string | null>): Pair<string | null> {
  if (first === second) return { first: shortened(first, fewest), second: shortened(second, fewest) };
  for (let digits = fewest; digits < most; digits++) {
    const short = { first: shortened(first, digits), second: shortened(second, digits) };
    if (short.first !== short.second) return short;
  }
  return { first, second };
}

function shortened(text: string | null, digits: number): string | null {
  if (text === null || !/[.e]/i.test(text)) return text;
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  const short = String(Number(value.toPrecision(digits)));
  return short.length < text.length ? short : text;
}
