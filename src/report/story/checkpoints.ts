/** The table of checkpoints, and every single difference outside the metrics: tensor by tensor, file by file. */
import type { ComparedCheckpoint } from '../../model/coverage.ts';
import { type Effect, type LocatedLeaf, leavesOf } from '../../model/difference.ts';
import type { Comparison } from '../../model/evidence.ts';
import { formatBytes, formatInteger } from '../../model/format-number.ts';
import type { Report } from '../../model/report.ts';
import { code, quiet, type Style, strong, type Text, words } from '../text/span.ts';
import { describeLeaf } from './describe-leaf.ts';
import { type FileNames, shortName } from './file-names.ts';
import { comparisonLabel, runNames } from './run-names.ts';
import { type Column, cutTable, type Limits, left, more, paragraph, right, type Section, section } from './section.ts';

export function checkpointSections(report: Report, files: FileNames, limits: Limits): readonly (Section | null)[] {
  if (report.comparisons.length === 0) return [];
  return [checkpointTable(report, files, limits), differenceTable(report, files, limits)];
}

function checkpointTable(report: Report, files: FileNames, limits: Limits): Section {
  const several = report.comparisons.length > 1;
  const all = report.comparisons.flatMap((comparison) => comparison.coverage.checkpoints);
  if (all.length === 0) return section('checkpoints', 'Checkpoints', [paragraph('None was compared.')]);
  const formats = new Set(all.map(formatText));
  const rows = report.comparisons.flatMap((comparison) => {
    const effects = worstEffects(comparison);
    return comparison.coverage.checkpoints.map((checkpoint): readonly Text[] => [
      ...(several ? [words(comparisonLabel(report, comparison))] : []),
      words(code(shortName(files, checkpoint.place))),
      ...(formats.size > 1 ? [words(formatText(checkpoint))] : []),
      words(both(formatBytes(checkpoint.byteLengths.first), formatBytes(checkpoint.byteLengths.second))),
      words(formatInteger(checkpoint.tensors)),
      words(formatInteger(checkpoint.scalars)),
      result(checkpoint, effects.get(checkpoint.place) ?? 'none'),
    ]);
  });
  const columns: readonly Column[] = [
    ...(several ? [left('Runs')] : []),
    left('Checkpoint'),
    ...(formats.size > 1 ? [left('Format')] : []),
    right('Size'),
    right('Tensors'),
    right('Scalars'),
    left('Result'),
  ];
  return section('checkpoints', 'Checkpoints', cutTable(columns, rows, limits.rows), {
    aside: formats.size === 1 ? formatText(all[0]) : null,
  });
}

function formatText(checkpoint: ComparedCheckpoint | undefined): string {
  return checkpoint === undefined ? '' : both(checkpoint.formats.first, checkpoint.formats.second);
}

function both(first: string, second: string): string {
  return first === second ? first : `${first} / ${second}`;
}

const weight: Readonly<Record<Effect, number>> = { none: 0, structure: 1, tolerated: 2, content: 3, unknown: 4 };

/** The weightiest effect in each file, by neutral path. */
function worstEffects(comparison: Comparison): ReadonlyMap<string, Effect> {
  const worst = new Map<string, Effect>();
  for (const { leaf, file, effect } of leavesOf(comparison.difference)) {
    const place = file?.place ?? leaf.place;
    if (weight[effect] > weight[worst.get(place) ?? 'none']) worst.set(place, effect);
  }
  return worst;
}

function result(checkpoint: ComparedCheckpoint, effect: Effect): Text {
  const said = (text: string, style: Style): Text => words({ text, style }, nonFinite(checkpoint));
  switch (effect) {
    case 'unknown':
      return said('not read whole', 'doubt');
    case 'content':
      return said(
        checkpoint.differingTensors === 0
          ? 'differs'
          : `differs: ${formatInteger(checkpoint.differingTensors)} of ${formatInteger(checkpoint.tensors)} tensors`,
        'bad',
      );
    case 'tolerated':
      return said('within tolerance', 'doubt');
    case 'structure':
    case 'none':
      return said(checkpoint.sameBytes ? 'same bytes' : 'same content', 'good');
    default:
      effect satisfies never;
      return [];
  }
}

function nonFinite(checkpoint: ComparedCheckpoint): string {
  if (checkpoint.nonFiniteTensors === 0) return '';
  return `; without a finite number: ${formatInteger(checkpoint.nonFiniteTensors)} of ${formatInteger(checkpoint.floatTensors)} float tensors`;
}

interface Row {
  readonly comparison: Comparison;
  readonly located: LocatedLeaf;
}

/** Everything that differs outside the metrics, what decides first, file by file; null where nothing does. */
function differenceTable(report: Report, files: FileNames, limits: Limits): Section | null {
  const found = report.comparisons.flatMap((comparison) =>
    leavesOf(comparison.difference)
      .filter(({ leaf }) => leaf.kind !== 'series')
      .map((located): Row => ({ located, comparison })),
  );
  if (found.length === 0) return null;
  const sorted = found.toSorted((a, b) => rank(report, files, a) - rank(report, files, b));
  const shown = sorted.slice(0, limits.differences);
  const rows = shown.flatMap((row, index) => [
    ...fileRow(report, files, row, shown[index - 1]),
    [where(row.located, files), what(row)],
  ]);
  return section('differences', 'Differences outside the metrics', [
    { kind: 'table', columns: [left('Where'), left('What')], rows },
    ...more(sorted.length - shown.length),
  ]);
}

/** By weight; of one weight the file of the first differing tensor first, and in it that tensor; else the order of the tree. */
function rank(report: Report, files: FileNames, { located }: Row): number {
  const { tensor } = report.firstDifference;
  const isFile = tensor !== null && shortName(files, fileOf(located)) === shortName(files, tensor.file);
  const isTensor = isFile && located.leaf.place === tensor.path;
  return -weight[located.effect] * 4 - (isFile ? 1 : 0) - (isTensor ? 1 : 0);
}

function fileOf({ leaf, file }: LocatedLeaf): string {
  return file?.place ?? leaf.place;
}

/** A row that names the file (and the runs, where there are several), above the first of the rows that stand in it. */
function fileRow(report: Report, files: FileNames, row: Row, before: Row | undefined): readonly (readonly Text[])[] {
  const label = comparisonLabel(report, row.comparison);
  const name = fileOf(row.located);
  const same = before?.comparison === row.comparison && fileOf(before.located) === name;
  if (same || (row.located.leaf.place === '' && label === '')) return [];
  return [[words(strong(shortName(files, name)), label === '' ? '' : quiet(` ${label}`)), []]];
}

function where({ leaf, file }: LocatedLeaf, files: FileNames): Text {
  return words(code(file === null || leaf.place === '' ? shortName(files, file?.place ?? leaf.place) : leaf.place));
}

function what({ located, comparison }: Row): Text {
  const described = describeLeaf(located.leaf, runNames(comparison));
  return located.effect === 'none' ? words(quiet('not judged: '), described) : described;
}
