/**
 * What the user declared to be near enough, applied to single numbers; tensors are judged inside the kernels by the same
 * rule: `|a−b| ≤ atol + rtol·max(|a|,|b|)`, or at most `maxUlp` steps apart. NaN and infinity are never near anything but
 * themselves, bit for bit; bool, text and None have no nearness.
 */

import type { Tolerance, ToleranceRule } from '../model/request.ts';
import { type Scalar, scalarToNumber } from '../model/scalar.ts';
import { globFinder } from './name-globs.ts';

/** The rule for a tensor path, scalar path or series name; null means exact. */
export type RuleFinder = (name: string) => ToleranceRule | null;

/** First matching rule wins; `everywhere` where none matches. */
export function ruleFinder(tolerance: Tolerance): RuleFinder {
  if (tolerance.rules.length === 0) return () => tolerance.everywhere;
  const find = globFinder(tolerance.rules.map(({ glob }) => glob));
  const byGlob = new Map(tolerance.rules.toReversed().map(({ glob, rule }) => [glob, rule]));
  return (name) => {
    const glob = find(name);
    return glob === null ? tolerance.everywhere : (byGlob.get(glob) ?? null);
  };
}

/** True where two differing numbers are near enough; `precision` says on which line ulps are counted. */
export function numbersWithin(
  a: number,
  b: number,
  rule: ToleranceRule | null,
  precision: 'float32' | 'float64',
): boolean {
  if (rule === null || !Number.isFinite(a) || !Number.isFinite(b)) return false;
  const size = Math.max(Math.abs(a), Math.abs(b));
  return Math.abs(a - b) <= rule.atol + rule.rtol * size || Number(ulpsBetween(a, b, precision)) <= rule.maxUlp;
}

/** True where two differing scalars are near enough: both float, both int or both complex. */
export function scalarsWithin(a: Scalar, b: Scalar, rule: ToleranceRule | null): boolean {
  if (rule === null || a.type !== b.type) return false;
  if (a.type === 'float') return numbersWithin(scalarToNumber(a), scalarToNumber(b), rule, 'float64');
  if (a.type === 'int') return integersWithin(a.text, b.text, rule);
  if (a.type !== 'complex') return false;
  const partsOfA = a.text.split(',');
  const partsOfB = b.text.split(',');
  return partsOfA.every((text, index) => {
    const other = partsOfB[index] ?? '';
    const [x, y] = [scalarToNumber({ type: 'float', text }), scalarToNumber({ type: 'float', text: other })];
    return text === other || numbersWithin(x, y, rule, 'float64');
  });
}

/** Integers have no ulps, and their difference is taken exactly before it is held against the rule. */
function integersWithin(a: string, b: string, rule: ToleranceRule): boolean {
  const [x, y] = [BigInt(a), BigInt(b)];
  const size = Math.max(Math.abs(Number(x)), Math.abs(Number(y)));
  return Number(x > y ? x - y : y - x) <= rule.atol + rule.rtol * size;
}

const bits = new DataView(new ArrayBuffer(8));

/** Steps between two floats on the ordered line of their precision; −0 and +0 are 1 apart. */
export function ulpsBetween(a: number, b: number, precision: 'float32' | 'float64'): bigint {
  const place = (value: number): bigint => {
    if (precision === 'float32') {
      bits.setFloat32(0, value);
      const signed = BigInt(bits.getInt32(0));
      return signed < 0n ? signed ^ 0x7fff_ffffn : signed;
    }
    bits.setFloat64(0, value);
    const signed = bits.getBigInt64(0);
    return signed < 0n ? signed ^ 0x7fff_ffff_ffff_ffffn : signed;
  };
  const distance = place(a) - place(b);
  return distance < 0n ? -distance : distance;
}
