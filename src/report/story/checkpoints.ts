/** The table of checkpoints, and every single difference outside the metrics: tensor by tensor, file by file. */
import type { ComparedCheckpoint } from '../../model/coverage.ts';
import { type Effect, type LocatedLeaf, leavesOf } from '../../model/difference.ts';
import type { Comparison } from '../../model/evidence.ts';
import { formatBytes, formatInteger, plural } from '../../model/format-number.ts';
import { compareNatural } from '../../model/natural-order.ts';
import type { Report } from '../../model/report.ts';
import { code, joined, plainText, quiet, type Style, strong, type Text, words } from '../text/span.ts';
import { describeLeaf } from './describe-leaf.ts';
import { type FileNames, shortName } from './file-names.ts';
import { comparisonLabel, runNames } from './run-names.ts';
import { type Column, type Limits, left, more, paragraph, type Row, right, type Section, section } from './section.ts';
import { effectWeight, worstEffects } from './worst-effects.ts';

export function checkpointSections(report: Report, files: FileNames, limits: Limits): readonly (Section | null)[] {
  if (report.comparisons.length === 0) return [];
  return [checkpointTable(report, files, limits), differenceTable(report, files, limits)];
}

interface Judged {
  readonly comparison: Comparison;
  readonly place: string;
  /** Null for one that could not be compared: then `why` says it. */
  readonly checkpoint: ComparedCheckpoint | null;
  readonly effect: Effect;
  readonly why: string;
}

function checkpointTable(report: Report, files: FileNames, limits: Limits): Section {
  const all = report.comparisons.map((comparison) => judged(comparison));
  if (all.every((one) => one.length === 0))
    return section('checkpoints', 'Checkpoints', [paragraph('None was compared.')]);
  const parting = all.filter((one) => one.some(isWorthTelling));
  // Beside runs that part, those that agree are told in a line; where all agree, one comparison stands for all.
  const shown = parting.length === 0 ? all.slice(0, 1) : parting;
  const rows = keptOf(shown.flat(), limits.rows);
  const formats = new Set(
    shown.flat().flatMap(({ checkpoint }) => (checkpoint === null ? [] : [formatText(checkpoint)])),
  );
  const columns: readonly Column[] = [
    left('Checkpoint'),
    ...(formats.size > 1 ? [left('Format')] : []),
    right('Size'),
    right('Tensors'),
    right('Scalars'),
    left('Result'),
  ];
  const cells = rows.flatMap((row, index): readonly Row[] => {
    const label = comparisonLabel(report, row.comparison);
    const { checkpoint } = row;
    return [
      ...(label === '' || rows[index - 1]?.comparison === row.comparison ? [] : [[words(strong(label))]]),
      [
        words(code(shortName(files, row.place))),
        ...(formats.size > 1 ? [words(checkpoint === null ? '' : formatText(checkpoint))] : []),
        ...(checkpoint === null
          ? [[], [], []]
          : [
              words(both(formatBytes(checkpoint.byteLengths.first), formatBytes(checkpoint.byteLengths.second))),
              words(formatInteger(checkpoint.tensors)),
              words(formatInteger(checkpoint.scalars)),
            ]),
        result(row),
      ],
    ];
  });
  const hidden = shown.flat().filter((row) => !rows.includes(row));
  return section(
    'checkpoints',
    'Checkpoints',
    [
      { kind: 'table', columns, rows: cells },
      ...more(hidden.length, hidden.some(isWorthTelling) ? '' : ' that are the same'),
      ...all
        .filter((one) => !shown.includes(one))
        .flatMap(([first, ...others]) =>
          first === undefined
            ? []
            : [
                paragraph(
                  `${comparisonLabel(report, first.comparison)}: ${others.length === 0 ? 'the one checkpoint is' : `all ${plural(others.length + 1, 'checkpoint')} are`} the same.`,
                ),
              ],
        ),
    ],
    { aside: formats.size === 1 ? ([...formats][0] ?? null) : null },
  );
}

function judged(comparison: Comparison): readonly Judged[] {
  const effects = worstEffects(comparison);
  const names = runNames(comparison);
  const known = new Set(comparison.coverage.checkpoints.map(({ place }) => place));
  const compared = comparison.coverage.checkpoints.map((checkpoint): Judged => {
    const { place } = checkpoint;
    return { comparison, place, checkpoint, effect: effects.get(place) ?? 'none', why: '' };
  });
  const lonely = leavesOf(comparison.difference).flatMap(({ leaf, file, effect }): readonly Judged[] => {
    if (file?.file?.role !== 'checkpoint' || known.has(file.place)) return [];
    const told = { comparison, place: file.place, checkpoint: null, effect };
    if (leaf.kind === 'missing' && leaf.what === 'file') return [{ ...told, why: `only in ${names[leaf.presentIn]}` }];
    if (leaf.kind !== 'unread') return [];
    return [
      { ...told, why: `not read in ${leaf.side === 'both' ? `${names.first} and ${names.second}` : names[leaf.side]}` },
    ];
  });
  return [...compared, ...lonely].toSorted((a, b) => compareNatural(a.place, b.place));
}

function isWorthTelling({ effect }: Judged): boolean {
  return effect !== 'none' && effect !== 'structure';
}

/** In their order; of too many, those that are the same go first. */
function keptOf(rows: readonly Judged[], limit: number): readonly Judged[] {
  const worth = rows.filter(isWorthTelling);
  const room = Math.max(0, limit - worth.length);
  const kept = new Set([...worth, ...rows.filter((row) => !isWorthTelling(row)).slice(0, room)]);
  return rows.filter((row) => kept.has(row)).slice(0, limit);
}

function formatText(checkpoint: ComparedCheckpoint): string {
  return both(checkpoint.formats.first, checkpoint.formats.second);
}

function both(first: string, second: string): string {
  return first === second ? first : `${first} / ${second}`;
}

function result({ checkpoint, effect, why }: Judged): Text {
  if (checkpoint === null) return words({ text: why, style: effect === 'unknown' ? 'doubt' : 'bad' });
  const said = (text: string, style: Style): Text => words({ text, style }, nonFinite(checkpoint));
  switch (effect) {
    case 'unknown':
      return said('not read whole', 'doubt');
    case 'content':
      return said(
        checkpoint.differingTensors === 0
          ? 'differs'
          : checkpoint.differingTensors === checkpoint.tensors
            ? checkpoint.tensors === 1
              ? 'the one tensor differs'
              : `all ${plural(checkpoint.tensors, 'tensor')} differ`
            : `${formatInteger(checkpoint.differingTensors)} of ${plural(checkpoint.tensors, 'tensor')} ${checkpoint.differingTensors === 1 ? 'differs' : 'differ'}`,
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
  const all = checkpoint.nonFiniteTensors === checkpoint.floatTensors;
  return `; no finite number in ${all ? 'any' : `${formatInteger(checkpoint.nonFiniteTensors)} of ${formatInteger(checkpoint.floatTensors)}`}`;
}

interface Found {
  readonly comparison: Comparison;
  readonly located: LocatedLeaf;
  /** Other files of which just the same is to be said. */
  readonly alike: readonly string[];
}

/** Everything that differs outside the metrics, what decides first, file by file; null where nothing does. */
function differenceTable(report: Report, files: FileNames, limits: Limits): Section | null {
  const found = report.comparisons.flatMap((comparison) =>
    leavesOf(comparison.difference)
      .filter(({ leaf }) => leaf.kind !== 'series' && !(leaf.kind === 'missing' && leaf.what === 'series'))
      .map((located): Found => ({ located, comparison, alike: [] })),
  );
  if (found.length === 0) return null;
  const sorted = withoutRepeats(found).toSorted((a, b) => rank(report, files, a) - rank(report, files, b));
  const shown = sorted.slice(0, limits.differences);
  const rows = shown.flatMap((row, index): readonly Row[] => [
    ...headingOf(report, files, row, shown[index - 1]),
    [where(row, files), what(row)],
  ]);
  return section('differences', 'Differences outside the metrics', [
    { kind: 'table', columns: [left('Where'), left('What')], rows },
    ...more(sorted.length - shown.length),
  ]);
}

/** Whole files of which the same is to be said, in one row. */
function withoutRepeats(found: readonly Found[]): readonly Found[] {
  const rows = new Map<string, Found>();
  for (const one of found) {
    const { leaf, effect } = one.located;
    const place = fileOf(one.located);
    const key =
      leaf.place === '' || leaf.place === place
        ? JSON.stringify([one.comparison.second, effect, plainText(what(one))])
        : JSON.stringify([one.comparison.second, place, leaf.place, leaf.kind, rows.size]);
    const known = rows.get(key);
    rows.set(key, known === undefined ? one : { ...known, alike: [...known.alike, place] });
  }
  return [...rows.values()];
}

/**
 * By weight; of one weight the file of the first differing tensor first, and in it that tensor, then what no number measures (missing,
 * another type or shape, NaN in one run); else the order of the tree.
 */
function rank(report: Report, files: FileNames, { located }: Found): number {
  const { tensor } = report.firstDifference;
  const isFile = tensor !== null && shortName(files, fileOf(located)) === shortName(files, tensor.file);
  const isTensor = isFile && located.leaf.place === tensor.path;
  return -effectWeight[located.effect] * 8 - (isFile ? 4 : 0) - (isTensor ? 2 : 0) - (isBeyondMeasure(located) ? 1 : 0);
}

function isBeyondMeasure({ leaf }: LocatedLeaf): boolean {
  if (leaf.kind === 'values') return leaf.delta.nonFinite.first !== leaf.delta.nonFinite.second;
  return leaf.kind === 'dtype' || leaf.kind === 'shape' || leaf.kind === 'missing';
}

function fileOf({ leaf, file }: LocatedLeaf): string {
  return file?.place ?? leaf.place;
}

/** A row that names the file (and the runs, where there are several), above the first of the rows that stand in it. */
function headingOf(report: Report, files: FileNames, row: Found, before: Found | undefined): readonly Row[] {
  const label = comparisonLabel(report, row.comparison);
  const name = fileOf(row.located);
  const same = before?.comparison === row.comparison && fileOf(before.located) === name;
  if (same || (row.located.leaf.place === '' && label === '')) return [];
  return [[words(strong(shortName(files, name)), label === '' ? '' : quiet(` ${label}`))]];
}

/** More names than these are counted. */
const namesShown = 3;

function where({ located: { leaf, file }, alike }: Found, files: FileNames): Text {
  if (file !== null && leaf.place !== '') return words(code(leaf.place));
  const names = [file?.place ?? leaf.place, ...alike].map((place) => words(code(shortName(files, place))));
  const rest = names.length - namesShown;
  const shown = joined(names.slice(0, namesShown), ', ');
  return rest > 0 ? words(shown, ` and ${formatInteger(rest)} more`) : shown;
}

function what({ located, comparison }: Found): Text {
  const described = describeLeaf(located.leaf, runNames(comparison));
  return located.effect === 'none' ? words(quiet('not judged: '), described) : described;
}
