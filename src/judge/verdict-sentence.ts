/** The verdict in one sentence for a person, always with its evidence: what agrees, counted, or what differs, counted. */
import type { CoverageTotals } from '../model/coverage.ts';
import type { LocatedLeaf } from '../model/difference.ts';
import type { Comparison, Evidence } from '../model/evidence.ts';
import { formatInteger, formatList, formatStep, plural, quote } from '../model/format-number.ts';
import type { Verdict } from '../model/verdict.ts';
import { countDiffering, type DifferingCounts, leavesWith } from './effects.ts';
import { firstDifference } from './first-difference.ts';

/** One sentence with a full stop. `weak` are the reasons of an inconclusive audit, the weightiest first. */
export function verdictSentence(verdict: Verdict, evidence: Evidence, weak: readonly string[]): string {
  const totals = leastTotals(evidence.comparisons);
  const runs = `${formatInteger(evidence.runs.length)} runs`;
  switch (verdict) {
    case 'identical':
      return `Identical: ${runs} agree byte for byte in ${extent(totals)}.`;
    case 'equivalent':
      return `Equivalent: ${runs} agree in ${extent(totals)}; ${bytesClause(evidence.comparisons)}.`;
    case 'within-tolerance': {
      const differing = evidence.comparisons.flatMap((comparison) => leavesWith(comparison, 'tolerated'));
      return `Within tolerance: ${runs} agree in ${extent(totals)} save for ${differingText(countDiffering(differing), null)}, inside the declared tolerance.`;
    }
    case 'divergent': {
      const { metric, tensor } = firstDifference(evidence);
      const first =
        metric !== null
          ? `; first at ${metric.stepKind} ${formatStep(metric.step)} of ${quote(metric.series)}`
          : tensor !== null
            ? `; first in ${quote(tensor.path)} of ${quote(tensor.file)}`
            : '';
      return `Divergent: ${divergentText(evidence.comparisons, totals)}${first}.`;
    }
    case 'inconclusive': {
      const [reason = 'Nothing was compared.'] = weak;
      return `Inconclusive: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`;
    }
    default:
      verdict satisfies never;
      return '';
  }
}

/** Of several comparisons the least evidence: what is said holds for each of them. */
function leastTotals(comparisons: readonly Comparison[]): CoverageTotals {
  const least = (pick: (totals: CoverageTotals) => number): number =>
    comparisons.length === 0 ? 0 : Math.min(...comparisons.map(({ coverage }) => pick(coverage.totals)));
  return {
    files: least((totals) => totals.files),
    checkpoints: least((totals) => totals.checkpoints),
    tensors: least((totals) => totals.tensors),
    elements: least((totals) => totals.elements),
    tensorBytes: least((totals) => totals.tensorBytes),
    scalars: least((totals) => totals.scalars),
    series: least((totals) => totals.series),
    points: least((totals) => totals.points),
    bytesComparedFiles: least((totals) => totals.bytesComparedFiles),
    ownNamesReplaced: least((totals) => totals.ownNamesReplaced),
  };
}

/** `3 checkpoints (42 tensors, 10,250 elements) and 5 metric series (100 points)`. */
function extent(totals: CoverageTotals): string {
  const parts: string[] = [];
  if (totals.checkpoints > 0)
    parts.push(
      `${plural(totals.checkpoints, 'checkpoint')} (${plural(totals.tensors, 'tensor')}, ${plural(totals.elements, 'element')})`,
    );
  if (totals.series > 0)
    parts.push(`${plural(totals.series, 'metric series', 'metric series')} (${plural(totals.points, 'point')})`);
  if (totals.bytesComparedFiles > 0) parts.push(`${plural(totals.bytesComparedFiles, 'other file')}`);
  return formatList(parts);
}

function bytesClause(comparisons: readonly Comparison[]): string {
  const aspects = new Set(
    comparisons.flatMap((comparison) =>
      leavesWith(comparison, 'structure').flatMap(({ leaf }) =>
        leaf.kind === 'structure' && leaf.aspect !== 'container' ? [leaf.aspect] : [],
      ),
    ),
  );
  const names = Math.max(0, ...comparisons.map(({ coverage }) => coverage.totals.ownNamesReplaced));
  const where = ['the container'];
  if (aspects.size > 0) where.push(`structure (${formatList([...aspects].sort(), 4)})`);
  if (names > 0) where.push(`${plural(names, 'name')} of the runs' own`);
  return `the bytes differ only in ${formatList(where)}`;
}

function divergentText(comparisons: readonly Comparison[], totals: CoverageTotals): string {
  const counts = comparisons.map((comparison) => countDiffering(leavesWith(comparison, 'content')));
  const most = (pick: (count: DifferingCounts) => number): number => Math.max(0, ...counts.map(pick));
  const worst = {
    tensors: most((count) => count.tensors),
    values: most((count) => count.values),
    series: most((count) => count.series),
    files: most((count) => count.files),
    inOneRun: most((count) => count.inOneRun),
  };
  const differing = worst.tensors + worst.values + worst.series + worst.files;
  const alone =
    worst.inOneRun === 0
      ? ''
      : `${plural(worst.inOneRun, 'file')} ${worst.inOneRun === 1 ? 'is' : 'are'} in one run only`;
  if (differing === 0) return alone;
  return `${differingText(worst, totals)} ${differing === 1 ? 'differs' : 'differ'}${alone === '' ? '' : `, and ${alone}`}`;
}

/** `3 of 42 tensors, 1 value and 1 of 5 metric series`. */
function differingText(counts: DifferingCounts, totals: CoverageTotals | null): string {
  const of = (count: number, all: number | null, one: string, many?: string): readonly string[] =>
    count === 0
      ? []
      : [
          all === null || all < count
            ? plural(count, one, many)
            : `${formatInteger(count)} of ${plural(all, one, many)}`,
        ];
  return formatList([
    ...of(counts.tensors, totals?.tensors ?? null, 'tensor'),
    ...of(counts.values, null, 'value'),
    ...of(counts.series, totals?.series ?? null, 'metric series', 'metric series'),
    ...of(counts.files, null, 'file'),
  ]);
}

/** More reasons than this nobody reads; the findings hold all of them. */
const mostReasons = 10;

/** What differs, file by file: the reasons of a verdict that is less than identical by differences. */
export function differingReasons(verdict: Verdict, evidence: Evidence): readonly string[] {
  if (verdict !== 'divergent' && verdict !== 'within-tolerance') return [];
  const effect = verdict === 'divergent' ? 'content' : 'tolerated';
  const reasons: string[] = [];
  for (const comparison of evidence.comparisons) {
    const byFile = new Map<string, LocatedLeaf[]>();
    for (const located of leavesWith(comparison, effect)) {
      const file = located.file?.place ?? located.leaf.place;
      const leaves = byFile.get(file);
      if (leaves === undefined) byFile.set(file, [located]);
      else leaves.push(located);
    }
    for (const [file, leaves] of byFile) {
      const lonely = leaves.find(({ leaf }) => leaf.kind === 'missing' && leaf.what === 'file')?.leaf;
      if (lonely?.kind === 'missing') {
        reasons.push(`Only run ${comparison[lonely.presentIn]} has ${quote(file)}.`);
        continue;
      }
      const what = differingText(countDiffering(leaves), null);
      reasons.push(`Run ${comparison.first} and run ${comparison.second} differ in ${quote(file)}: ${what}.`);
    }
  }
  const rest = reasons.length - mostReasons;
  return rest > 0 ? [...reasons.slice(0, mostReasons), `And ${plural(rest, 'further file')}.`] : reasons;
}
