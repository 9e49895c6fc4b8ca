/** The table of checkpoints, and every single difference outside the metrics: tensor by tensor, file by file. */
import type { ComparedCheckpoint } from '../../model/coverage.ts';
import { type Effect, type LocatedLeaf, leavesOf } from '../../model/difference.ts';
import type { Comparison } from '../../model/evidence.ts';
import { formatBytes, formatInteger } from '../../model/format-number.ts';
import type { Report } from '../../model/report.ts';
import { code, type Style, type Text, words } from '../text/span.ts';
import { describeLeaf } from './describe-leaf.ts';
import { comparisonLabel, runNames } from './run-names.ts';
import {
  type Block,
  type Column,
  cutTable,
  type Limits,
  left,
  paragraph,
  right,
  type Section,
  section,
} from './section.ts';

export function checkpointSections(report: Report, limits: Limits): readonly (Section | null)[] {
  if (report.comparisons.length === 0) return [];
  return [checkpointTable(report, limits), differenceTable(report, limits)];
}

function checkpointTable(report: Report, limits: Limits): Section {
  const several = report.comparisons.length > 1;
  const rows = report.comparisons.flatMap((comparison) => {
    const effects = worstEffects(comparison);
    return comparison.coverage.checkpoints.map((checkpoint): readonly Text[] => [
      ...(several ? [words(comparisonLabel(report, comparison))] : []),
      words(code(checkpoint.place)),
      words(both(checkpoint.formats.first, checkpoint.formats.second)),
      words(both(formatBytes(checkpoint.byteLengths.first), formatBytes(checkpoint.byteLengths.second))),
      words(formatInteger(checkpoint.tensors)),
      words(formatInteger(checkpoint.elements)),
      words(formatInteger(checkpoint.scalars)),
      result(checkpoint, effects.get(checkpoint.place) ?? 'none'),
    ]);
  });
  if (rows.length === 0) return section('checkpoints', 'Checkpoints', [paragraph('None was compared.')]);
  const columns: readonly Column[] = [
    ...(several ? [left('Runs')] : []),
    left('Checkpoint'),
    left('Format'),
    left('Size'),
    right('Tensors'),
    right('Elements'),
    right('Scalars'),
    left('Result'),
  ];
  return section('checkpoints', 'Checkpoints', cutTable(columns, rows, limits.rows));
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

const effectTexts: Readonly<Record<Effect, Text>> = {
  unknown: words({ text: 'not read', style: 'doubt' }),
  content: words({ text: 'differs', style: 'bad' }),
  tolerated: words({ text: 'tolerated', style: 'doubt' }),
  structure: words({ text: 'structure', style: 'quiet' }),
  none: words({ text: 'note', style: 'quiet' }),
};

/** Everything that differs outside the metrics, what decides first; null where nothing does. */
function differenceTable(report: Report, limits: Limits): Section | null {
  const several = report.comparisons.length > 1;
  const found = report.comparisons.flatMap((comparison) =>
    leavesOf(comparison.difference)
      .filter(({ leaf }) => leaf.kind !== 'series')
      .map((located) => ({ located, comparison })),
  );
  if (found.length === 0) return null;
  const rows = found
    .toSorted((a, b) => weight[b.located.effect] - weight[a.located.effect])
    .map(({ located, comparison }): readonly Text[] => [
      effectTexts[located.effect],
      ...(several ? [words(comparisonLabel(report, comparison))] : []),
      place(located),
      describeLeaf(located.leaf, runNames(comparison)),
    ]);
  const blocks: readonly Block[] = cutTable(
    [left('Weight'), ...(several ? [left('Runs')] : []), left('Where'), left('What')],
    rows,
    limits.rows,
  );
  return section('differences', 'Differences outside the metrics', blocks);
}

function place({ leaf, file }: LocatedLeaf): Text {
  if (file === null) return words(code(leaf.place));
  return leaf.place === '' ? words(code(file.place)) : words(code(file.place), ': ', code(leaf.place));
}
