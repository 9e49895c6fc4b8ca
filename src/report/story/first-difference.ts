/** What was seen first: measured, in the order of the training; and up to where the runs still agreed. */
import { checkpointNumber } from '../../model/checkpoint-name.ts';
import { leavesOf } from '../../model/difference.ts';
import type { Comparison } from '../../model/evidence.ts';
import { formatInteger, formatList, formatStep } from '../../model/format-number.ts';
import type { Report } from '../../model/report.ts';
import { hasVerdict } from '../../model/verdict.ts';
import { code, strong, type Text, words } from '../text/span.ts';
import { describeLeaf } from './describe-leaf.ts';
import { type FileNames, shortName, withShortNames } from './file-names.ts';
import { differs, metricRows } from './metric-rows.ts';
import { runNames } from './run-names.ts';
import { list, paragraph, type Section, section } from './section.ts';
import { shortValues } from './short-values.ts';
import { worstEffects } from './worst-effects.ts';

type Metric = NonNullable<Report['firstDifference']['metric']>;
type Tensor = NonNullable<Report['firstDifference']['tensor']>;

/** Null where nothing was compared: then there is no first difference to speak of. */
export function firstDifferenceSection(report: Report, files: FileNames): Section | null {
  if (report.comparisons.length === 0) return null;
  const { metric, tensor, sentence } = report.firstDifference;
  const nothing = report.comparisons.every(({ coverage }) => coverage.totals.files === 0);
  const none = nothing
    ? 'None was seen, for nothing was compared.'
    : hasVerdict(report.judgement.outcome)
      ? 'None.'
      : 'None in what could be compared.';
  const found = [
    ...(metric === null ? [] : [metricPlace(report, files, metric)]),
    ...(tensor === null ? [] : [tensorPlace(report, files, tensor)]),
  ];
  const items = found.length === 0 && sentence !== '' ? [words(withShortNames(files, sentence))] : found;
  return section(
    'first-difference',
    'First difference',
    [items.length === 0 ? paragraph(none) : list([...items, ...stillTheSame(report)])],
    { aside: 'measured' },
  );
}

function metricPlace(report: Report, files: FileNames, metric: Metric): Text {
  const found = comparisonOf(report, files, metric);
  const names = found === null ? { first: 'one run', second: 'another' } : runNames(found.comparison);
  const short = shortValues(metric.values);
  const value = (text: string | null): Text => (text === null ? words('no point') : words(code(text)));
  const last = found?.lastStep ?? null;
  return words(
    strong(`${metric.stepKind.charAt(0).toUpperCase()}${metric.stepKind.slice(1)} ${formatStep(metric.step)}`),
    last === null || last <= metric.step ? '' : ` of ${formatStep(last)}`,
    ', ',
    code(metric.series),
    ' in ',
    code(shortName(files, metric.file)),
    ': ',
    value(short.first),
    ` in ${names.first}, `,
    value(short.second),
    ` in ${names.second}.`,
  );
}

/** The comparison that found it, and the last step that either of its runs came to. */
function comparisonOf(
  { comparisons }: Report,
  files: FileNames,
  { series, step, file }: Metric,
): { readonly comparison: Comparison; readonly lastStep: number | null } | null {
  for (const comparison of comparisons) {
    const compared = comparison.coverage.series.find(
      (one) =>
        one.name === series &&
        one.firstDivergentStep === step &&
        shortName(files, one.place) === shortName(files, file),
    );
    if (compared === undefined) continue;
    // Where several files have the series, that of the longest.
    const ends = comparison.coverage.series
      .filter(
        (one) =>
          one.name === series && one.stepKind === compared.stepKind && baseName(one.place) === baseName(compared.place),
      )
      .flatMap(({ last }) => [last.first?.step ?? step, last.second?.step ?? step]);
    return { comparison, lastStep: ends.reduce((most, end) => Math.max(most, end), step) };
  }
  const [only, ...others] = comparisons;
  return only === undefined || others.length > 0 ? null : { comparison: only, lastStep: null };
}

function baseName(place: string): string {
  return place.slice(place.lastIndexOf('/') + 1);
}

function tensorPlace(report: Report, files: FileNames, tensor: Tensor): Text {
  return words(
    strong('Tensor'),
    ' ',
    code(tensor.path),
    ' in ',
    code(shortName(files, tensor.file)),
    ...tensorDifference(report, files, tensor),
    '.',
  );
}

/** In the words of the list of differences; in the judge's where the leaf is not there. */
function tensorDifference(report: Report, files: FileNames, tensor: Tensor): Text {
  const name = shortName(files, tensor.file);
  for (const comparison of report.comparisons) {
    const found = leavesOf(comparison.difference).find(
      ({ leaf, file }) =>
        leaf.kind === 'values' && leaf.place === tensor.path && file !== null && shortName(files, file.place) === name,
    );
    if (found !== undefined) return words(' differs in ', describeLeaf(found.leaf, runNames(comparison)));
  }
  return words(`: ${tensor.summary.replace(/\.$/, '')}`);
}

/** What narrows it down: metrics that all agree, and checkpoints that were still the same. For two runs only. */
function stillTheSame(report: Report): readonly Text[] {
  const [only, ...others] = report.comparisons;
  if (only === undefined || others.length > 0) return [];
  const { series } = only.coverage.totals;
  const metrics =
    series > 0 && !metricRows(only, report.inventories).told.some(differs)
      ? [
          words(
            series === 1
              ? 'The one metric series is the same.'
              : `All ${formatInteger(series)} metric series are the same.`,
          ),
        ]
      : [];
  return [...metrics, ...checkpointsUntil(only)];
}

function checkpointsUntil(comparison: Comparison): readonly Text[] {
  const effects = worstEffects(comparison);
  const numbers = new Map<string, { readonly kind: string; readonly number: number; differs: boolean }>();
  // One that a run lacks was not compared: that is said elsewhere.
  for (const { place } of comparison.coverage.checkpoints) {
    const found = checkpointNumber(place);
    if (found === null) continue;
    const key = `${found.kind} ${found.number}`;
    const effect = effects.get(place) ?? 'none';
    const differs = effect !== 'none' && effect !== 'structure';
    numbers.set(key, { ...found, differs: differs || numbers.get(key)?.differs === true });
  }
  const sorted = [...numbers.entries()].toSorted(([, a], [, b]) => a.number - b.number);
  const differing = sorted.filter(([, { differs }]) => differs).map(([key]) => key);
  const same = sorted.filter(([, { differs }]) => !differs).map(([key]) => key);
  const [firstDiffering] = differing;
  if (firstDiffering === undefined || same.length === 0)
    return differing.length === 0 && same.length > 1 && same.length === comparison.coverage.checkpoints.length
      ? [words(`All ${formatInteger(same.length)} checkpoints that both runs have are the same.`)]
      : [];
  const inOrder = sorted.findLastIndex(([, { differs }]) => !differs) < sorted.findIndex(([, { differs }]) => differs);
  return inOrder
    ? [
        words(
          'The checkpoints are the same up to ',
          strong(same.at(-1) ?? ''),
          ' and differ from ',
          strong(firstDiffering),
          ' on.',
        ),
      ]
    : [words(`The checkpoints of ${formatList(differing)} differ, and those of ${formatList(same)} are the same.`)];
}
