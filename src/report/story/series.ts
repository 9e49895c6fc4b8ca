/** The table of metric series with the first divergent step; those that differ first, the earliest on top. */
import type { ComparedSeries } from '../../model/coverage.ts';
import { type LeafDifference, leavesOf } from '../../model/difference.ts';
import type { Comparison } from '../../model/evidence.ts';
import { formatFloat, formatInteger } from '../../model/format-number.ts';
import type { Report } from '../../model/report.ts';
import { code, quiet, type Text, words } from '../text/span.ts';
import { comparisonLabel } from './run-names.ts';
import { cutTable, type Limits, left, paragraph, right, type Section, section } from './section.ts';

type SeriesLeaf = LeafDifference & { readonly kind: 'series' };

interface Row {
  readonly comparison: Comparison;
  readonly series: ComparedSeries;
  readonly leaf: SeriesLeaf | null;
}

export function seriesSection(report: Report, limits: Limits): Section | null {
  if (report.comparisons.length === 0) return null;
  const rows = report.comparisons.flatMap(rowsOf);
  if (rows.length === 0) {
    return section('series', 'Metrics', [paragraph('No metric series was compared.')]);
  }
  const several = report.comparisons.length > 1;
  return section(
    'series',
    'Metrics',
    cutTable(
      [
        ...(several ? [left('Runs')] : []),
        left('Series'),
        left('File'),
        right('Points'),
        left('Last'),
        left('First divergent step'),
        right('Largest gap'),
      ],
      rows
        .toSorted((a, b) => order(a) - order(b))
        .map((row): readonly Text[] => [
          ...(several ? [words(comparisonLabel(report, row.comparison))] : []),
          words(code(row.series.name)),
          words(code(row.series.place)),
          words(pairText(formatInteger(row.series.points.first), formatInteger(row.series.points.second))),
          last(row.series),
          divergence(row),
          words(row.leaf === null || row.leaf.maxAbs === null ? '' : formatFloat(row.leaf.maxAbs)),
        ]),
      limits.rows,
    ),
  );
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

function last(series: ComparedSeries): Text {
  const { first, second } = series.last;
  if (first === null && second === null) return [];
  const said = (point: typeof first): Text =>
    point === null ? words('no point') : words(`${series.stepKind} ${point.step}: `, code(point.value));
  if (first?.step !== second?.step) return words(said(first), ' / ', said(second));
  return first?.value === second?.value || second === null
    ? said(first)
    : words(said(first), ' / ', code(second.value));
}

function pairText(first: string, second: string): string {
  return first === second ? first : `${first} / ${second}`;
}
