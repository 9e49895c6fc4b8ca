/**
 * What was compared, as tests: each checkpoint, each metric series that decides, each other file that differs or could not be
 * read; files that are only compared by their bytes, and are the same, are one test together. A difference fails where
 * `require` does not accept it. Without a verdict nothing here is green: agreement was found, and proves nothing.
 */
import { knownEffect } from '../../judge/effects.ts';
import type { LocatedLeaf } from '../../model/difference.ts';
import { leavesOf } from '../../model/difference.ts';
import type { Comparison } from '../../model/evidence.ts';
import { formatList, plural } from '../../model/format-number.ts';
import { roleDecides } from '../../model/inventory.ts';
import type { Report } from '../../model/report.ts';
import { hasVerdict, type PassingVerdict, satisfies } from '../../model/verdict.ts';
import { describeLeaf } from '../story/describe-leaf.ts';
import { comparisonLabel, runNames } from '../story/run-names.ts';
import { plainText } from '../text/span.ts';
import type { CaseStatus, TestCase } from './test-case.ts';

/** Differences that one test tells; the rest is counted. */
const mostLines = 20;

type Kind = 'checkpoints' | 'metrics' | 'files';

/** One thing that was compared, and all that is known of it. */
interface Compared {
  readonly kind: Kind;
  readonly name: string;
  readonly leaves: LocatedLeaf[];
  /** Why it proves nothing, or could not be compared. */
  readonly doubts: string[];
  /** What agreed. */
  extent: string;
}

/** The tests of every comparison, in the order of the tables of the report. */
export function comparisonCases(report: Report): readonly TestCase[] {
  return report.comparisons.flatMap((comparison) => {
    const label = comparisonLabel(report, comparison);
    return comparedThings(comparison).map((thing) => ({
      group: label === '' ? thing.kind : `${thing.kind} (${label})`,
      name: thing.name,
      ...judged(report, comparison, thing),
      seconds: 0,
    }));
  });
}

function comparedThings(comparison: Comparison): readonly Compared[] {
  const { coverage } = comparison;
  const things = new Map<string, Compared>();
  const at = (kind: Kind, name: string): Compared => {
    const key = `${kind} ${name}`;
    const known = things.get(key) ?? { kind, name, leaves: [], doubts: [], extent: '' };
    things.set(key, known);
    return known;
  };
  for (const { place, tensors, scalars } of coverage.checkpoints) {
    at('checkpoints', place).extent = `${plural(tensors, 'tensor')}, ${plural(scalars, 'scalar')}`;
  }
  for (const { place, name, points, decides } of coverage.series) {
    // Without a point nothing was compared.
    if (decides && points.first > 0) at('metrics', seriesName(name, place)).extent = plural(points.first, 'point');
  }
  const toldPaths = new Set<string>();
  let differingBytes = 0;
  for (const located of leavesOf(comparison.difference)) {
    const { leaf, file, effect } = located;
    const paths = file?.file?.paths;
    for (const path of [file?.place, paths?.first, paths?.second]) if (path != null) toldPaths.add(path);
    if (leaf.kind === 'bytes' && leaf.place === '') differingBytes += 1;
    if (effect !== 'none') at(...thingOf(located)).leaves.push(located);
  }
  const same = coverage.totals.bytesComparedFiles - differingBytes;
  if (same > 0) at('files', 'other files').extent = `${plural(same, 'file')} with the same bytes`;
  for (const place of coverage.sameInode) {
    const thing = things.get(`checkpoints ${place}`) ?? at('files', place);
    thing.doubts.push('It is one and the same file in both runs, which proves nothing.');
  }
  for (const { neutralPath, first, second } of coverage.ambiguous) {
    const lists = `${formatList(first, 3)} of the one run, ${formatList(second, 3)} of the other`;
    at('files', neutralPath).doubts.push(`It is not clear which files belong together: ${lists}.`);
  }
  for (const { path, role, why, reason } of coverage.notCompared) {
    if (why !== 'unread' || !roleDecides(role) || toldPaths.has(path)) continue;
    at(kindOf(role), path).doubts.push(`It could not be read: ${reason}.`);
  }
  return [...things.values()].filter(
    ({ leaves, doubts, extent }) => leaves.length + doubts.length > 0 || extent !== '',
  );
}

function seriesName(name: string, place: string): string {
  return `${name} in ${place}`;
}

function kindOf(role: string): Kind {
  return role === 'checkpoint' ? 'checkpoints' : role === 'metrics' ? 'metrics' : 'files';
}

function thingOf({ leaf, file }: LocatedLeaf): readonly [Kind, string] {
  const place = file?.place ?? leaf.place;
  const kind = kindOf(file?.file?.role ?? '');
  const isSeries =
    leaf.kind === 'series' || leaf.kind === 'entry-kind' || (leaf.kind === 'missing' && leaf.what === 'series');
  return kind === 'metrics' && isSeries ? [kind, seriesName(leaf.place, place)] : [kind, place];
}

/** What a difference of an effect comes to at best; null for what is no pass at all. */
const verdicts: Readonly<Record<LocatedLeaf['effect'], PassingVerdict | null>> = {
  none: 'identical',
  structure: 'equivalent',
  tolerated: 'within-tolerance',
  unknown: null,
  content: null,
};

function judged(
  report: Report,
  comparison: Comparison,
  { leaves, doubts, extent }: Compared,
): Pick<TestCase, 'status' | 'message' | 'lines'> {
  const names = runNames(comparison);
  const told = leaves.map(({ leaf }) => {
    const text = plainText(describeLeaf(leaf, names));
    return leaf.place === '' || leaf.kind === 'series' ? text : `${leaf.place}: ${text}`;
  });
  const rest = told.length - mostLines;
  const lines = [
    ...doubts,
    ...told.slice(0, mostLines),
    ...(rest > 0 ? [`… and ${plural(rest, 'more difference')}.`] : []),
  ];
  const status = statusOf(report, leaves, doubts);
  const [first = ''] = lines;
  switch (status) {
    case 'passed':
      return { status, message: extent, lines };
    case 'failed':
    case 'error':
      return { status, message: lines.length === 1 ? first : `${first} (and ${lines.length - 1} more)`, lines };
    case 'skipped':
      return {
        status,
        message: 'It is the same in both runs; the audit came to no verdict, so this is no pass.',
        lines,
      };
    default:
      status satisfies never;
      return { status, message: '', lines };
  }
}

function statusOf(report: Report, leaves: readonly LocatedLeaf[], doubts: readonly string[]): CaseStatus {
  const effects = leaves.map(({ effect }) => knownEffect(effect));
  if (effects.includes('content')) return 'failed';
  if (effects.includes('unknown') || doubts.length > 0) return 'error';
  const accepted = effects.every((effect) => {
    const verdict = verdicts[effect];
    return verdict !== null && satisfies(verdict, report.policy.require);
  });
  if (!accepted) return 'failed';
  return hasVerdict(report.judgement.outcome) ? 'passed' : 'skipped';
}
