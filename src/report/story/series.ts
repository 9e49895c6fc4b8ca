/** The table of metric series with the first divergent step; those that differ first, the earliest on top. */
import type { ComparedSeries } from '../../model/coverage.ts';
import { type LeafDifference, leavesOf } from '../../model/difference.ts';
import type { Comparison } from '../../model/evidence.ts';
import { formatFloat, formatInteger } from '../../model/format-number.ts';
import type { Report } from '../../model/report.ts';
import { code, joined, quiet, type Text, words } from '../text/span.ts';
import { type FileNames, shortName } from './file-names.ts';
import { comparisonLabel, runNames } from './run-names.ts';
import { type Column, cutTable, type Limits, left, paragraph, right, type Section, section } from './section.ts';

type SeriesLeaf = LeafDifference & { readonly kind: 'series' };

interface Row {
  readonly comparison: Comparison;
  readonly series: ComparedSeries;
  readonly leaf: SeriesLeaf | null;
}

export function seriesSection(report: Report, files: FileNames, limits: Limits): Section | null {
  if (report.comparisons.length === 0) return null;
  const rows = report.comparisons.flatMap(rowsOf);
  if (rows.length === 0) {
    return section('series', 'Metrics', [paragraph('No metric series was compared.')]);
  }
  const [only] = report.comparisons.length === 1 ? report.comparisons : [];
  const places = new Set(rows.map((row) => row.series.place));
  const place = places.size === 1 ? rows[0]?.series.place : undefined;
  const columns: readonly Column[] = [
    ...(only === undefined ? [left('Runs')] : []),
    left('Series'),
    ...(place === undefined ? [left('File')] : []),
    right('Points'),
    ...(only === undefined
      ? [left('Last values')]
      : [left(`Last in ${runNames(only).first}`), left(`Last in ${runNames(only).second}`)]),
    left('First divergent step'),
    right('Largest gap'),
  ];
  const cells = rows
    .toSorted((a, b) => order(a) - order(b))
    .map((row): readonly Text[] => [
      ...(only === undefined ? [words(comparisonLabel(report, row.comparison))] : []),
      words(code(row.series.name)),
      ...(place === undefined ? [words(code(shortName(files, row.series.place)))] : []),
      words(pairText(formatInteger(row.series.points.first), formatInteger(row.series.points.second))),
      ...(only === undefined ? [joined(lastValues(row.series), ' / ')] : lastValues(row.series)),
      divergence(row),
      words(row.leaf === null || row.leaf.maxAbs === null ? '' : formatFloat(row.leaf.maxAbs)),
    ]);
  return section('series', 'Metrics', cutTable(columns, cells, limits.rows), {
    aside: place === undefined ? null : shortName(files, place),
  });
}

function rowsOf(comparison: Comparison): readonly Row[] {
  const leaves = new Map<string, SeriesLeaf>();
  for (const { leaf, file } of leavesOf(comparison.difference)) {
    if (leaf.kind === 'series') leaves.set(JSON.stringify([file?.place ?? '', leaf.place]), leaf);
  }
  return comparison.coverage.series.map((series) => ({
    comparison,
    series,
    leaf: leaves.get(JSON.stringify([series.place, series.name])) ?? null,
  }));
}

/** Deciding and divergent by step; then deciding and equal; then what is only shown. */
function order({ series }: Row): number {
  if (!series.decides) return Number.MAX_VALUE;
  return series.firstDivergentStep ?? Number.MAX_SAFE_INTEGER;
}

function divergence({ series, leaf }: Row): Text {
  const step = series.firstDivergentStep;
  const shown = series.decides ? '' : '; shown, never judged';
  if (step === null) return words({ text: 'none', style: 'good' }, quiet(shown));
  if (!series.decides) return words(`${series.stepKind} ${step}`, quiet(shown));
  return leaf?.tolerated === true
    ? words({ text: `${series.stepKind} ${step}`, style: 'doubt' }, ', within the tolerance')
    : words({ text: `${series.stepKind} ${step}`, style: 'bad' });
}

/** The last value of each run, in six digits where these tell the two apart; with its step where the steps differ. */
function lastValues({ last, stepKind }: ComparedSeries): readonly [Text, Text] {
  const { first, second } = last;
  const short = { first: sixDigits(first?.value ?? ''), second: sixDigits(second?.value ?? '') };
  const exact = first?.value !== second?.value && short.first === short.second;
  const said = (point: typeof first, text: string): Text =>
    point === null
      ? words('no point')
      : words(code(exact ? point.value : text), first?.step === second?.step ? '' : ` (${stepKind} ${point.step})`);
  return first === null && second === null ? [[], []] : [said(first, short.first), said(second, short.second)];
}

/** A decimal text in at most six significant digits; whole numbers, `nan` and the like as they are. */
function sixDigits(text: string): string {
  const value = Number(text);
  if (!/[.e]/i.test(text) || !Number.isFinite(value)) return text;
  const short = String(Number(value.toPrecision(6)));
  return short.length < text.length ? short : text;
}

function pairText(first: string, second: string): string {
  return first === second ? first : `${first} / ${second}`;
}
