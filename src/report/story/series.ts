/**
 * The table of metric series: the course of each, and from which step on the runs differ; those that differ first, the earliest on
 * top, one run above the other. File names stand in lines of their own, so that a long one never squeezes the numbers. Under the table
 * stands what is not in it.
 */
import type { ComparedSeries } from '../../model/coverage.ts';
import { leavesOf } from '../../model/difference.ts';
import type { Comparison } from '../../model/evidence.ts';
import { formatFloat, formatInteger, formatList, formatStep, plural } from '../../model/format-number.ts';
import type { Side } from '../../model/pair.ts';
import type { Report } from '../../model/report.ts';
import { code, joined, plainText, quiet, type Span, type Style, strong, type Text, words } from '../text/span.ts';
import { sparklines } from '../text/sparkline.ts';
import { type FileNames, shortName } from './file-names.ts';
import { differs, type MetricRow, type MetricRows, metricRows, standsAlone } from './metric-rows.ts';
import { comparisonLabel, runNames } from './run-names.ts';
import {
  type Block,
  type Column,
  type Limits,
  left,
  more,
  paragraph,
  type Row,
  right,
  type Section,
  section,
} from './section.ts';
import { seriesDifference } from './series-difference.ts';
import { shortValues } from './short-values.ts';

/** More names than these are counted. */
const namesShown = 4;
const lonelyShown = 12;

interface Compared extends MetricRows {
  readonly comparison: Comparison;
}

export function seriesSection(report: Report, files: FileNames, limits: Limits): Section | null {
  if (report.comparisons.length === 0) return null;
  const all = report.comparisons.map(
    (comparison): Compared => ({ comparison, ...metricRows(comparison, report.inventories) }),
  );
  if (all.every(({ comparison }) => comparison.coverage.series.length === 0))
    return section('series', 'Metrics', [
      paragraph('No metric series was compared.'),
      ...all.flatMap((one) => lonelySeries(report, one)),
    ]);
  const parting = all.filter(({ told }) => told.some(differs));
  // Beside runs that part, those that agree are told in a line; where all agree, one comparison stands for all.
  const shown = parting.length === 0 ? all.slice(0, 1) : parting;
  const places = new Set(shown.flatMap(({ told }) => told.map(({ series }) => series.place)));
  const [place] = places.size === 1 ? places : [];
  return section(
    'series',
    'Metrics',
    [
      ...tableOf(report, shown, files, limits),
      ...all.filter((one) => !shown.includes(one)).map((one) => agreement(report, one)),
      ...all.flatMap((one) => lonelySeries(report, one)),
      ...shown.flatMap((one) => notInTable(one, files)),
    ],
    { aside: place === undefined ? null : shortName(files, place) },
  );
}

function agreement(report: Report, { comparison }: Compared): Block {
  const { series } = comparison.coverage.totals;
  return paragraph(
    `${comparisonLabel(report, comparison)}: `,
    series === 0 ? 'no metric series was compared.' : `all ${plural(series, 'series', 'series')} are the same.`,
  );
}

interface Placed {
  readonly comparison: Comparison;
  readonly row: MetricRow;
}

function tableOf(report: Report, shown: readonly Compared[], files: FileNames, limits: Limits): readonly Block[] {
  const placed = shown.flatMap(({ comparison, told }) => byFile(told).map((row): Placed => ({ comparison, row })));
  if (placed.length === 0) return [];
  const several = new Set(placed.map(({ row }) => row.series.place)).size > 1;
  const anyDiffers = placed.some(({ row }) => differs(row));
  const kept = placed.slice(0, limits.rows);
  const rows = kept.flatMap(({ comparison, row }, index): readonly Row[] => {
    const before = kept[index - 1];
    const sameFile = before?.comparison === comparison && before.row.series.place === row.series.place;
    const label = comparisonLabel(report, comparison);
    const heading = [...(label === '' ? [] : [label]), ...(several ? [shortName(files, row.series.place)] : [])].join(
      ', ',
    );
    return [
      ...(sameFile || heading === '' ? [] : [[words(strong(heading))]]),
      ...rowsOf(row, comparison, anyDiffers, limits.courseColumns),
    ];
  });
  const columns: readonly Column[] = [
    left('Series'),
    ...(anyDiffers ? [left('Run')] : []),
    left('Course'),
    right('Points'),
    left('Last'),
    left('Differs'),
    ...(anyDiffers ? [right('Largest gap')] : []),
  ];
  const rest = placed.slice(kept.length);
  return [
    withoutEmptyColumns(columns, rows),
    ...legend(rows),
    ...more(rest.length, rest.some(({ row }) => differs(row)) ? '' : ' that are the same'),
  ];
}

/** What the marks in the courses mean, of those that are there. */
function legend(rows: readonly Row[]): readonly Block[] {
  const shown = rows.map((row) => row.map(plainText).join(' ')).join(' ');
  const marks = [
    ...(shown.includes('│') ? ['│ where the runs part'] : []),
    ...(shown.includes('×') ? ['× no finite number'] : []),
  ];
  return marks.length === 0 ? [] : [paragraph(quiet(`In a course: ${marks.join(', ')}.`))];
}

function withoutEmptyColumns(columns: readonly Column[], rows: readonly Row[]): Block {
  const isUsed = (_: unknown, index: number): boolean => rows.some((row) => (row[index] ?? []).length > 0);
  return {
    kind: 'table',
    columns: columns.filter(isUsed),
    rows: rows.map((row) =>
      row.length === 1 ? row : columns.flatMap((_, index) => (isUsed(_, index) ? [row[index] ?? []] : [])),
    ),
  };
}

/** File by file, the one whose metrics part first on top; in each the order of the rows. */
function byFile(rows: readonly MetricRow[]): readonly MetricRow[] {
  const groups = new Map<string, MetricRow[]>();
  for (const row of rows) {
    const group = groups.get(row.series.place);
    if (group === undefined) groups.set(row.series.place, [row]);
    else group.push(row);
  }
  return [...groups.values()].flat();
}

/** One row for what is the same in both runs; else one for each run. */
function rowsOf(row: MetricRow, comparison: Comparison, anyDiffers: boolean, columns: number): readonly Row[] {
  const name = words(code(row.series.name));
  const apart = differs(row);
  const [first = [], second = []] = coursesOf(row, columns);
  const both = words(quiet('both'));
  if (!apart)
    return [
      [
        name,
        ...(anyDiffers ? [both] : []),
        first,
        pointsText(row, 'first'),
        lastText(row, 'first'),
        differsText(row),
        ...(anyDiffers ? [[]] : []),
      ],
    ];
  const gap = row.leaf?.kind === 'series' && row.leaf.maxAbs !== null ? formatFloat(row.leaf.maxAbs) : '';
  return [
    [
      name,
      words(String(comparison.first)),
      first,
      pointsText(row, 'first'),
      lastText(row, 'first'),
      differsText(row),
      words(gap),
    ],
    [[], words(String(comparison.second)), second, pointsText(row, 'second'), lastText(row, 'second'), [], []],
  ];
}

/** The blocks of each run, with a bar where they part. */
function coursesOf({ series, leaf, courses }: MetricRow, columns: number): readonly Text[] {
  const step = series.firstDivergentStep;
  if (courses === null || courses.every(({ steps }) => steps.length < 2)) return [];
  const { lines, indexOf } = sparklines(step === null ? courses.slice(0, 1) : courses, columns);
  if (step === null) return lines.map((line) => words(line));
  const style: Style = leaf?.kind === 'series' && leaf.tolerated ? 'doubt' : 'bad';
  const at = indexOf(step);
  return lines.map((line) => words(line.slice(0, at), { text: `│${line.slice(at)}`, style }));
}

function pointsText({ series }: MetricRow, side: Side): Text {
  return words(formatInteger(series.points[side]));
}

/** With its step where the runs do not end at the same. */
function lastText({ series: { last, stepKind } }: MetricRow, side: Side): Text {
  const value = shortValues({ first: last.first?.value ?? null, second: last.second?.value ?? null })[side];
  if (value === null) return last.first === null && last.second === null ? [] : words(quiet('no point'));
  return words(
    code(value),
    last.first?.step === last.second?.step ? '' : ` (${stepKind} ${formatStep(last[side]?.step ?? 0)})`,
  );
}

function differsText(row: MetricRow): Text {
  const { series, others } = row;
  const difference = seriesDifference(row);
  if (difference === null) return words({ text: 'no', style: 'good' });
  const { cell, tolerated } = difference;
  const said = (text: string): Span => ({ text, style: tolerated ? 'doubt' : 'bad' });
  const note = tolerated ? ', tolerated' : '';
  if (standsAlone(series) && row.leaf?.kind !== 'entry-kind')
    return words(said(others.length === 0 ? 'yes' : `in ${formatInteger(others.length + 1)} files`), note);
  return words(said(cell), note);
}

/** Series that one run alone has: there is no course to set beside theirs. */
function lonelySeries(report: Report, { comparison }: Compared): readonly Block[] {
  const names = runNames(comparison);
  const label = comparisonLabel(report, comparison);
  return (['first', 'second'] as const).flatMap((side) => {
    const found = leavesOf(comparison.difference).flatMap(({ leaf }) =>
      leaf.kind === 'missing' && leaf.what === 'series' && leaf.presentIn === side ? [leaf.place] : [],
    );
    if (found.length === 0) return [];
    const told = joined(
      found.slice(0, lonelyShown).map((name) => words(code(name))),
      ', ',
    );
    const rest = found.length - lonelyShown;
    return [
      paragraph(
        { text: `Only in ${names[side]}`, style: 'bad' },
        label === '' ? ': ' : ` (${label}): `,
        ...told,
        rest > 0 ? ` and ${formatInteger(rest)} more.` : '.',
      ),
    ];
  });
}

/** Everything that the comparison holds and the table does not. */
function notInTable({ comparison, told, settled, notJudged }: Compared, files: FileNames): readonly Block[] {
  const repeated = told.flatMap(({ series, others }) => (standsAlone(series) ? [] : others));
  const lines = [
    ...(repeated.length === 0
      ? []
      : [
          `Not repeated here: ${plural(repeated.length, 'series', 'series')} of ${namesOf(repeated, ({ place }) => shortName(files, place))}, ${repeated.length === 1 ? 'the beginning' : 'the beginnings'} of those above.`,
        ]),
    ...(settled.length === 0
      ? []
      : [
          `The same in both: ${plural(settled.length, 'counter, text or single number', 'counters, texts and single numbers')} (${namesOf(settled, ({ name }) => name)}).`,
        ]),
    ...(notJudged.length === 0
      ? []
      : [
          `Shown, never judged: ${formatList(
            notJudged.map((row) => notJudgedText(row, comparison)),
            namesShown,
          )}.`,
        ]),
  ];
  return lines.map((line) => paragraph(quiet(line)));
}

function namesOf(series: readonly ComparedSeries[], nameOf: (one: ComparedSeries) => string): string {
  return formatList([...new Set(series.map(nameOf))], namesShown);
}

function notJudgedText({ series }: MetricRow, comparison: Comparison): string {
  const names = runNames(comparison);
  const { first, second } = shortValues({
    first: series.last.first?.value ?? null,
    second: series.last.second?.value ?? null,
  });
  if (first === null && second === null) return series.name;
  return `${series.name} (at last ${first ?? 'no point'} in ${names.first}, ${second ?? 'no point'} in ${names.second})`;
}
