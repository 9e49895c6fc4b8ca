/**
 * Metric files: their series decide, point by point; their bytes are looked at only to tell the same from the equivalent.
 * Series out of what the runs printed come without a file.
 */
import { type LeafDifference, leafEffect } from '../model/difference.ts';
import { formatList } from '../model/format-number.ts';
import type { InventoryFile, SeriesFile } from '../model/inventory.ts';
import { mapPair, type Pair } from '../model/pair.ts';
import { compareMetrics, type MetricsComparison } from './compare-metrics.ts';
import { causesOf, type StructureLeaf } from './compare-structure.ts';
import { compareUnread } from './compare-unread.ts';
import { type CoveragePart, noCoverage } from './coverage-parts.ts';
import type { Compared, FileContext } from './file-comparison.ts';
import { sameFileBytes } from './same-bytes.ts';

/** Compares two metric files: their series, and whether their bytes are the same too. */
export async function compareMetricFiles(
  place: string,
  files: Pair<InventoryFile>,
  context: FileContext,
): Promise<Compared> {
  const series = mapPair(files, ({ path }, side) => context.inventories[side].metrics.get(path) ?? null);
  const { first, second } = series;
  if (first === null || second === null) {
    const failure = { code: 'NOT_READ', reason: 'The series of this file are not in the inventory.' };
    return compareUnread(
      place,
      files,
      'metrics',
      mapPair(series, (one) => (one === null ? failure : null)),
      context.meter,
    );
  }
  context.meter.advance(files.first.byteLength + files.second.byteLength);
  const sameBytes = await sameFileBytes(files, context.meter.pulse);
  const { leaves, metrics, coverage } = compareSeriesFiles(place, { first, second }, context);
  const { totals } = coverage;
  return {
    leaves: sameBytes ? leaves : [...leaves, ...metricBytes(leaves, metrics)],
    sameBytes,
    coverage: { ...coverage, totals: { ...totals, files: 1 } },
  };
}

/** Series of two metric files, or of what the two runs printed. */
export function compareSeriesFiles(
  place: string,
  files: Pair<SeriesFile>,
  context: FileContext,
): {
  readonly leaves: readonly LeafDifference[];
  readonly metrics: MetricsComparison;
  readonly coverage: CoveragePart;
} {
  const { ownNames, ruleFor, ignored } = context;
  const metrics = compareMetrics(place, files, { ownNames, ruleFor, ignoredBy: ignored.series });
  const format: readonly StructureLeaf[] =
    files.first.format === files.second.format
      ? []
      : [
          {
            kind: 'structure',
            place: '',
            aspect: 'container',
            values: mapPair(files, ({ format }) => `format: ${format}`),
          },
        ];
  const readNotes = (['first', 'second'] as const).flatMap((run) =>
    files[run].notes.map(({ code, message }) => ({ run, path: files[run].path, code, message })),
  );
  const { series, notCompared, ownNameStrings, ownNamesReplaced, decidingSeries, decidingPoints } = metrics;
  const totals = { series: decidingSeries, points: decidingPoints, ownNamesReplaced };
  const coverage = { ...noCoverage, series, notCompared, ownNameStrings, readNotes, totals };
  return { leaves: [...format, ...metrics.leaves], metrics, coverage };
}

/** The leaf for a metric file whose bytes differ although nothing that decides does. */
function metricBytes(leaves: readonly LeafDifference[], metrics: MetricsComparison): readonly LeafDifference[] {
  const plain = leaves.every((leaf) => leafEffect(leaf) === 'structure' || leafEffect(leaf) === 'none');
  if (!plain) return [];
  const { undecided, ownNamesReplaced } = metrics;
  const further = [
    ...(undecided.length > 0 ? [`series that do not decide: ${formatList(undecided)}`] : []),
    ...(ownNamesReplaced > 0 ? ["the runs' own names in names or texts of series"] : []),
  ];
  const structure = leaves.flatMap((leaf) => (leaf.kind === 'structure' ? [leaf] : []));
  const unknown = 'the points are the same; the bytes differ in what is no point (wall times, spelling, order)';
  return [{ kind: 'container-bytes', place: '', causes: causesOf(structure, further, unknown) }];
}
