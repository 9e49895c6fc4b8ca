/** What to do where the runs differ: make them alike, remove the cause, look where they part. */
import { type LeafDifference, leavesOf } from '../../model/difference.ts';
import type { Comparison } from '../../model/evidence.ts';
import { formatInteger, formatStep } from '../../model/format-number.ts';
import { isNonFiniteText } from '../../model/non-finite-text.ts';
import type { Report } from '../../model/report.ts';
import { code, type Text, words } from '../text/span.ts';
import { type FileNames, shortName } from './file-names.ts';
import { likelyCauses } from './findings.ts';
import { differingFacts } from './run-facts.ts';
import { runName } from './run-names.ts';

/** The steps in the order in which they help. */
export function divergentSteps(report: Report, names: FileNames): readonly Text[] {
  const deciding = decidingLeaves(report);
  const steps: Text[] = [];
  const unlike = differingFacts(report).length > 0;
  const causes = likelyCauses(report).length;
  if (unlike) {
    steps.push(
      words(
        'Make the runs alike first: the same machine, software and code. Until then their difference says little about the training.',
      ),
    );
  } else if (causes > 0) {
    steps.push(words(`Remove the ${causes === 1 ? '' : 'first '}likely cause above, and audit again.`));
  }
  const where = metricStep(report, deciding);
  if (where !== null && !unlike) steps.push(where);
  else if (report.comparisons.every((comparison) => comparison.coverage.totals.points === 0)) {
    steps.push(
      words(
        'Let the training write a metric at every step (a JSON line is enough): the first divergent step then tells when the runs part.',
      ),
    );
  }
  const lonely = report.comparisons.flatMap(loneFiles);
  const [one] = lonely;
  if (one !== undefined) {
    steps.push(
      words(
        `Find out why only ${runName(one.run)} wrote `,
        code(shortName(names, one.place)),
        lonely.length === 1 ? '' : ` (and ${formatInteger(lonely.length - 1)} more like it)`,
        ': a save that depends on time or on a metric, or a limit on how many are kept.',
      ),
    );
  }
  const bytes = deciding.find((leaf) => leaf.kind === 'bytes');
  if (bytes !== undefined) {
    steps.push(
      words(
        'A file that is compared by bytes and differs by its nature can be named in ',
        code('ignore'),
        ', narrowed away with ',
        code('outputs'),
        ', or named in ',
        code('metrics'),
        ' if it holds metrics.',
      ),
    );
  }
  if (deciding.length > 0 && deciding.every(isSmall)) {
    steps.push(
      words(
        'If differences of this size are acceptable, declare them with ',
        code('tolerance'),
        ' and ',
        code('require: within-tolerance'),
        '.',
      ),
    );
  }
  return steps;
}

/** Files that only one run has, with that run. */
function loneFiles({
  difference,
  first,
  second,
}: Comparison): readonly { readonly place: string; readonly run: number }[] {
  return leavesOf(difference).flatMap(({ leaf, file, effect }) =>
    effect === 'content' && leaf.kind === 'missing' && leaf.what === 'file'
      ? [{ place: file?.place ?? leaf.place, run: leaf.presentIn === 'first' ? first : second }]
      : [],
  );
}

/** Metrics that are further apart than this share of themselves are no noise. */
const largestNoise = 0.02;

/** True for numbers of which somebody may say that they are near enough. */
function isSmall(leaf: LeafDifference): boolean {
  if (leaf.kind === 'series') return (leaf.maxRel ?? Number.POSITIVE_INFINITY) <= largestNoise;
  return leaf.kind === 'values' && leaf.delta.nonFinite.first + leaf.delta.nonFinite.second === 0;
}

/** Where to look, from the first divergent step. */
function metricStep(report: Report, deciding: readonly LeafDifference[]): Text | null {
  const { metric } = report.firstDifference;
  if (metric === null) return null;
  const { first, second } = metric.values;
  if (first === null || second === null) return lackingPoint(report, metric);
  if (isNonFiniteText(first) !== isNonFiniteText(second))
    return words(
      code(metric.series),
      ` is no finite number any more in one run from ${metric.stepKind} ${formatStep(metric.step)} on: look at what may overflow (mixed precision, the learning rate, a division by zero), and at why it does so in one run only.`,
    );
  const what = differsThroughout(report, deciding)
    ? ' differs from its first point on: look at seeds, first weights and the order of data.'
    : ` is the same before ${metric.stepKind} ${formatStep(metric.step)}: look at what happens for the first time there (a new epoch's shuffle, an evaluation, a restored state), and at operations that are not deterministic.`;
  return words(code(metric.series), what);
}

/** One run ended sooner, or logs at other steps: no value differs there. */
function lackingPoint(report: Report, metric: NonNullable<Report['firstDifference']['metric']>): Text {
  const [comparison] = report.comparisons;
  const number = metric.values.first === null ? comparison?.first : comparison?.second;
  const whose = number === undefined || report.comparisons.length > 1 ? 'one run' : runName(number);
  return words(
    `Find out why ${whose} has no point of `,
    code(metric.series),
    ` at ${metric.stepKind} ${formatStep(metric.step)}: it ended sooner, lost its last lines, or logs by time.`,
  );
}

/** True where the first series that differs does so at every point. */
function differsThroughout(report: Report, deciding: readonly LeafDifference[]): boolean {
  const { metric } = report.firstDifference;
  const leaf = deciding.find((candidate) => candidate.kind === 'series' && candidate.place === metric?.series);
  return leaf?.kind === 'series' && leaf.differing === leaf.of;
}

/** True where nothing tells of a time at which the runs were still the same. */
export function partsAtOnce(report: Report): boolean {
  return report.firstDifference.metric === null || differsThroughout(report, decidingLeaves(report));
}

function decidingLeaves(report: Report): readonly LeafDifference[] {
  const leaves = report.comparisons.flatMap((comparison) => leavesOf(comparison.difference));
  return leaves.filter(({ effect }) => effect === 'content').map(({ leaf }) => leaf);
}
