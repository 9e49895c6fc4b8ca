/**
 * Two series of the same name, over the outer join of their steps: a step that only one side has is a difference, never
 * left out. Values are compared exactly (−0 ≠ +0, NaN = NaN, integers beyond 2^53 by their text), texts without the runs'
 * own names.
 */
import type { LeafDifference } from '../model/difference.ts';
import { type OwnNames, withoutOwnNames } from '../model/own-names.ts';
import { mapPair, type Pair } from '../model/pair.ts';
import type { Point, Series } from '../model/point.ts';
import type { ToleranceRule } from '../model/request.ts';
import { numbersWithin } from './tolerance.ts';

export type SeriesLeaf = Extract<LeafDifference, { readonly kind: 'series' }>;

/** The part of the leaf that is measured; null in its place means that the series are the same. */
export type SeriesDelta = Pick<
  SeriesLeaf,
  | 'firstStep'
  | 'firstValues'
  | 'differing'
  | 'of'
  | 'onlyFirst'
  | 'onlySecond'
  | 'maxAbs'
  | 'maxRel'
  | 'maxAbsStep'
  | 'lastAbs'
  | 'tolerated'
>;

export interface SeriesComparison {
  readonly delta: SeriesDelta | null;
  /** Steps at which both sides have a number. */
  readonly common: number;
  readonly lastCommonStep: number | null;
  /** Texts that are the same only after own names were taken out, with how many names that were. */
  readonly ownNames: readonly { readonly texts: Pair<string>; readonly replaced: number }[];
}

/** Compares point by point; `tolerated` where every step is on both sides and near enough. */
export function compareSeries(
  series: Pair<Series>,
  rule: ToleranceRule | null,
  ownNames: Pair<OwnNames> = { first: [], second: [] },
): SeriesComparison {
  const precision =
    series.first.precision === 'float32' && series.second.precision === 'float32' ? 'float32' : 'float64';
  let [both, common, differing, onlyFirst, onlySecond] = [0, 0, 0, 0, 0];
  let earliest: { readonly step: number; readonly values: Pair<string | null> } | null = null;
  let lastCommonStep: number | null = null;
  let maxAbs: number | null = null;
  let maxRel: number | null = null;
  let maxAbsStep: number | null = null;
  let lastAbs: number | null = null;
  let tolerated = rule !== null;
  const named: SeriesComparison['ownNames'][number][] = [];
  for (const { step, first, second } of outerJoin(series)) {
    if (first !== null && second !== null) {
      both++;
      if (first.text === undefined && second.text === undefined) common++;
      lastCommonStep = step;
      lastAbs = absoluteOf(first, second);
      if (samePoints(first, second)) continue;
      const replaced = sameButForNames({ first, second }, ownNames);
      if (replaced !== null) {
        named.push(replaced);
        continue;
      }
      const abs: number | null = lastAbs;
      if (abs !== null && (maxAbs === null || abs > maxAbs)) [maxAbs, maxAbsStep] = [abs, step];
      const rel: number | null = abs === null ? null : relativeOf(first, second);
      if (rel !== null && (maxRel === null || rel > maxRel)) maxRel = rel;
      if (!numbersWithin(first.value, second.value, rule, precision)) tolerated = false;
    } else {
      if (second === null) onlyFirst++;
      else onlySecond++;
      tolerated = false;
    }
    differing++;
    earliest ??= { step, values: { first: first && pointText(first), second: second && pointText(second) } };
  }
  if (earliest === null) return { delta: null, common, lastCommonStep, ownNames: named };
  const delta = {
    firstStep: earliest.step,
    firstValues: earliest.values,
    differing,
    of: both + onlyFirst + onlySecond,
    onlyFirst,
    onlySecond,
    maxAbs,
    maxRel,
    maxAbsStep,
    lastAbs,
    tolerated,
  };
  return { delta, common, lastCommonStep, ownNames: named };
}

/** The value as it stands in reports: exact, `nan`, `inf`, `-0`. */
export function pointText(point: Point): string {
  if (point.text !== undefined) return shownText(point.text);
  if (point.exact !== undefined) return point.exact;
  if (Number.isNaN(point.value)) return 'nan';
  if (!Number.isFinite(point.value)) return point.value > 0 ? 'inf' : '-inf';
  return Object.is(point.value, -0) ? '-0' : String(point.value);
}

/** Enough to recognize a text; a report is no place for a dump. */
const shownCharacters = 200;

function shownText(text: string): string {
  return text.length <= shownCharacters ? text : `${text.slice(0, shownCharacters)}… (${text.length} characters)`;
}

function samePoints(a: Point, b: Point): boolean {
  return Object.is(a.value, b.value) && a.exact === b.exact && a.text === b.text;
}

function sameButForNames(points: Pair<Point>, ownNames: Pair<OwnNames>): SeriesComparison['ownNames'][number] | null {
  const { first, second } = mapPair(points, ({ text }) => text);
  if (first === undefined || second === undefined) return null;
  const texts = { first, second };
  const neutral = mapPair(texts, (text, side) => withoutOwnNames(text, ownNames[side]));
  if (neutral.first.text !== neutral.second.text) return null;
  return { texts: mapPair(texts, shownText), replaced: neutral.first.replaced + neutral.second.replaced };
}

/** |a−b|, of exact integers exactly; null where a side is not finite. JSON has no infinity: the largest double stands for it. */
function absoluteOf(a: Point, b: Point): number | null {
  if (!Number.isFinite(a.value) || !Number.isFinite(b.value)) return null;
  const exact = exactDifference(a, b);
  return Math.min(Number.MAX_VALUE, exact ?? Math.abs(a.value - b.value));
}

function relativeOf(a: Point, b: Point): number {
  const size = Math.max(Math.abs(a.value), Math.abs(b.value));
  const exact = exactDifference(a, b);
  if (exact !== null) return size === 0 ? 0 : exact / size;
  // Halves, because the difference itself may be beyond the largest double.
  return size === 0 ? 0 : Math.abs(a.value / 2 / size - b.value / 2 / size) * 2;
}

function exactDifference(a: Point, b: Point): number | null {
  if (a.exact === undefined && b.exact === undefined) return null;
  const [x, y] = [exactInteger(a), exactInteger(b)];
  return x === null || y === null ? null : Number(x > y ? x - y : y - x);
}

function exactInteger({ exact, value }: Point): bigint | null {
  if (exact !== undefined) return /^-?\d+$/.test(exact) ? BigInt(exact) : null;
  return Number.isInteger(value) ? BigInt(value) : null;
}

interface JoinedPoint extends Pair<Point | null> {
  readonly step: number;
}

function* outerJoin({ first, second }: Pair<Series>): Generator<JoinedPoint, void, undefined> {
  let [i, j] = [0, 0];
  for (;;) {
    const a = first.points[i];
    const b = second.points[j];
    if (a === undefined && b === undefined) return;
    if (b === undefined || (a !== undefined && a.step < b.step)) {
      if (a !== undefined) yield { step: a.step, first: a, second: null };
      i++;
    } else if (a === undefined || b.step < a.step) {
      yield { step: b.step, first: null, second: b };
      j++;
    } else {
      yield { step: a.step, first: a, second: b };
      i++;
      j++;
    }
  }
}
