/**
 * The series of two metric files, by name. Times, rates and what the user ignores are held together too and shown, but
 * they do not decide; each is listed with the rule that set it aside.
 */

import { stepKindOf } from '../formats/metrics/rows.ts';
import type { ComparedSeries, Coverage, NotCompared } from '../model/coverage.ts';
import type { LeafDifference } from '../model/difference.ts';
import { formatList, plural } from '../model/format-number.ts';
import type { SeriesFile } from '../model/inventory.ts';
import { type OwnNames, withoutOwnNames } from '../model/own-names.ts';
import { mapPair, type Pair } from '../model/pair.ts';
import type { Series } from '../model/point.ts';
import { volatileSeriesPolicy } from '../model/volatile-series.ts';
import { compareSeries, pointText, type SeriesComparison } from './compare-series.ts';
import type { GlobFinder } from './name-globs.ts';
import { nameTables } from './name-tables.ts';
import { inSharedOrder, type Joined } from './shared-order.ts';
import type { RuleFinder } from './tolerance.ts';

export interface MetricsContext {
  readonly ownNames: Pair<OwnNames>;
  readonly ruleFor: RuleFinder;
  /** `ignore.series` */
  readonly ignoredBy: GlobFinder;
}

export interface MetricsComparison {
  readonly leaves: readonly LeafDifference[];
  readonly series: readonly ComparedSeries[];
  /** Of series of numbers that decide: how many both runs have, and at how many steps both have a point. */
  readonly decidingSeries: number;
  readonly decidingPoints: number;
  /** Names of series that differ and do not decide. */
  readonly undecided: readonly string[];
  readonly ownNameStrings: Coverage['ownNameStrings'];
  readonly ownNamesReplaced: number;
  readonly notCompared: readonly NotCompared[];
}

/** Compares all series of two files. */
export function compareMetrics(place: string, files: Pair<SeriesFile>, context: MetricsContext): MetricsComparison {
  const named = pairSeries(
    mapPair(files, ({ series }) => series),
    context.ownNames,
  );
  const leaves: LeafDifference[] = [];
  const compared: ComparedSeries[] = [];
  const undecided: string[] = [];
  const setAside = new Map<string, string[]>();
  const ownNameStrings: Coverage['ownNameStrings'][number][] = [...named.ownNameStrings];
  let { replaced: ownNamesReplaced } = named;
  let [decidingSeries, decidingPoints] = [0, 0];
  for (const { name, first, second } of named.joined) {
    const policy = policyOf(name, context);
    if (policy !== null) setAside.set(policy, [...(setAside.get(policy) ?? []), name]);
    const { line, leaf } = compareOne(place, name, { first, second }, policy, context);
    if (line !== null) compared.push(line.series);
    if (line !== null && policy === null && line.series.proves !== false) {
      decidingSeries++;
      decidingPoints += line.common;
    }
    for (const { texts, replaced } of line?.ownNames ?? []) {
      ownNameStrings.push({ place: name, texts });
      ownNamesReplaced += replaced;
    }
    if (leaf !== null) leaves.push(leaf);
    if (leaf !== null && policy !== null) undecided.push(name);
  }
  return {
    leaves,
    series: compared,
    decidingSeries,
    decidingPoints,
    undecided,
    ownNameStrings: ownNameStrings.map((one) => ({ ...one, place: `${place}: ${one.place}` })),
    ownNamesReplaced,
    notCompared: [...setAside].map(([policy, names]) => ({
      run: 'both',
      path: place,
      role: 'metrics',
      why: 'policy',
      reason: `${plural(names.length, 'series', 'series')} shown, not judged, by ${policy}: ${formatList(names)}`,
    })),
  };
}

/** The rule that keeps a series from deciding: the user's glob, or the list of what no two runs can share. */
function policyOf(name: string, { ignoredBy }: MetricsContext): string | null {
  const glob = ignoredBy(name);
  if (glob !== null) return `ignore.series "${glob}"`;
  const volatile = volatileSeriesPolicy(name);
  return volatile === null ? null : `the list of volatile series (${volatile})`;
}

interface OneSeries {
  /** Null where only one run has the series, and that is told by a leaf. */
  readonly line: ({ readonly series: ComparedSeries } & Pick<SeriesComparison, 'common' | 'ownNames'>) | null;
  readonly leaf: LeafDifference | null;
}

function compareOne(
  place: string,
  name: string,
  sides: Pair<Series | null>,
  policy: string | null,
  context: MetricsContext,
): OneSeries {
  const { first, second } = sides;
  const decides = policy === null;
  if (decides && (first === null || second === null)) {
    const present = first ?? second;
    const summary = present === null ? '' : plural(present.points.length, 'point');
    return {
      line: null,
      leaf: { kind: 'missing', place: name, presentIn: second === null ? 'first' : 'second', what: 'series', summary },
    };
  }
  // What does not decide must not be content, so a missing one is a series without points.
  const pair = { first: first ?? emptyLike(second), second: second ?? emptyLike(first) };
  const { delta, common, lastCommonStep, ownNames } = compareSeries(pair, context.ruleFor(name), context.ownNames);
  // Of two kinds, the one that promises least.
  const stepKind = pair.first.stepKind === pair.second.stepKind ? pair.first.stepKind : 'row';
  const line = {
    common,
    ownNames,
    series: {
      place,
      name,
      stepKind,
      points: mapPair(pair, ({ points }) => points.length),
      last: mapPair(pair, ({ points }) => {
        const last = points.at(-1);
        return last === undefined ? null : { step: last.step, value: pointText(last) };
      }),
      lastStep: lastCommonStep,
      firstDivergentStep: delta?.firstStep ?? null,
      decides,
      ...(isCounter(name) || isText(pair) ? { proves: false as const } : {}),
    },
  };
  if (decides && pair.first.stepKind !== pair.second.stepKind) {
    const kinds = mapPair(pair, (series) => `series by ${series.stepKind}, ${plural(series.points.length, 'point')}`);
    return { line, leaf: { kind: 'entry-kind', place: name, kinds } };
  }
  if (delta === null) return { line, leaf: null };
  return { line, leaf: { kind: 'series', place: name, stepKind, ...delta, decides, policy } };
}

/** Steps and epochs count in any training, also in one that learns nothing. */
function isCounter(name: string): boolean {
  return stepKindOf(name) !== null;
}

function isText({ first, second }: Pair<Series>): boolean {
  const points = [...first.points, ...second.points];
  return points.length > 0 && points.every(({ text }) => text !== undefined);
}

function emptyLike(other: Series | null): Series {
  const { name = '', stepKind = 'step', precision = 'float64' } = other ?? {};
  return { name, stepKind, precision, points: [], rewritten: 0 };
}

interface NamedSeries {
  readonly joined: readonly Joined<Series>[];
  readonly ownNameStrings: Coverage['ownNameStrings'];
  readonly replaced: number;
}

function pairSeries(series: Pair<readonly Series[]>, ownNames: Pair<OwnNames>): NamedSeries {
  const tables = nameTables(
    mapPair(series, (list, side) =>
      list.map((one) => {
        const { text, replaced } = withoutOwnNames(one.name, ownNames[side]);
        return { exact: one.name, neutral: text, replaced, series: one };
      }),
    ),
  );
  const joined: Joined<Series>[] = [];
  const ownNameStrings: Coverage['ownNameStrings'][number][] = [];
  let replaced = 0;
  for (const { name, first, second } of inSharedOrder(tables)) {
    joined.push({ name, first: first?.series ?? null, second: second?.series ?? null });
    if (first === null || second === null || first.exact === second.exact) continue;
    ownNameStrings.push({ place: name, texts: { first: first.exact, second: second.exact } });
    replaced += first.replaced + second.replaced;
  }
  return { joined, ownNameStrings, replaced };
}
