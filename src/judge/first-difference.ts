/** The first observed difference: measured, in the order of the training, not of the files. The cause is another matter. */
import { checkpointNumber } from '../model/checkpoint-name.ts';
import { describeDelta } from '../model/describe-delta.ts';
import type { LeafDifference, LocatedLeaf } from '../model/difference.ts';
import type { Evidence } from '../model/evidence.ts';
import { formatInteger, formatShape, formatSizes, formatStep, quote } from '../model/format-number.ts';
import { stepKinds } from '../model/point.ts';
import type { FirstDifference } from '../model/report.ts';
import { leavesWith } from './effects.ts';

type Metric = NonNullable<FirstDifference['metric']>;
type Tensor = NonNullable<FirstDifference['tensor']>;

/** Of what decides; and where nothing of it differs, of what a tolerance let pass. */
export function firstDifference(evidence: Evidence): FirstDifference {
  for (const effect of ['content', 'tolerated'] as const) {
    const leaves = evidence.comparisons.flatMap((comparison) => leavesWith(comparison, effect));
    if (leaves.length === 0) continue;
    const metric = firstMetric(leaves);
    const tensor = firstTensor(leaves);
    return { metric, tensor, sentence: sentenceOf(metric, tensor, leaves) };
  }
  return { metric: null, tensor: null, sentence: '' };
}

function firstMetric(leaves: readonly LocatedLeaf[]): Metric | null {
  const found = leaves.flatMap(({ leaf, file }): readonly Metric[] =>
    leaf.kind === 'series'
      ? [
          {
            series: leaf.place,
            file: pathOf(file),
            stepKind: leaf.stepKind,
            step: leaf.firstStep,
            values: leaf.firstValues,
          },
        ]
      : [],
  );
  const order = (a: Metric, b: Metric): number =>
    stepKinds.indexOf(a.stepKind) - stepKinds.indexOf(b.stepKind) || a.step - b.step;
  return found.toSorted(order)[0] ?? null;
}

function firstTensor(leaves: readonly LocatedLeaf[]): Tensor | null {
  const found = leaves.flatMap(({ leaf, file }) => {
    const summary = tensorSummary(leaf);
    return summary === null || file?.file?.role === 'image' ? [] : [{ file: pathOf(file), path: leaf.place, summary }];
  });
  const age = (tensor: Tensor): number => checkpointNumber(tensor.file)?.number ?? Number.MAX_SAFE_INTEGER;
  return found.toSorted((a, b) => age(a) - age(b))[0] ?? null;
}

function tensorSummary(leaf: LeafDifference): string | null {
  if (leaf.kind === 'values') return describeDelta(leaf.delta);
  if (leaf.kind === 'dtype') return `${leaf.dtypes.first} in the first run, ${leaf.dtypes.second} in the second`;
  if (leaf.kind === 'shape')
    return `${formatShape(leaf.shapes.first)} in the first run, ${formatShape(leaf.shapes.second)} in the second`;
  if (leaf.kind === 'missing' && leaf.what === 'entry') return `only in the ${leaf.presentIn} run`;
  return null;
}

function sentenceOf(metric: Metric | null, tensor: Tensor | null, leaves: readonly LocatedLeaf[]): string {
  const parts: string[] = [];
  if (metric !== null) {
    const { first, second } = metric.values;
    parts.push(
      `${quote(metric.series)} differs first at ${metric.stepKind} ${formatStep(metric.step)}: ${first ?? 'no point'} in the first run, ${second ?? 'no point'} in the second`,
    );
  }
  if (tensor !== null)
    parts.push(`the first tensor that differs is ${quote(tensor.path)} in ${quote(tensor.file)}: ${tensor.summary}`);
  const [other] = leaves;
  if (parts.length === 0 && other !== undefined) parts.push(otherSentence(other));
  const text = parts.join('; ');
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function otherSentence({ leaf, file }: LocatedLeaf): string {
  const path = file === null ? leaf.place : pathOf(file);
  if (leaf.kind === 'missing')
    return `${quote(leaf.what === 'file' ? path : leaf.place)} is only in the ${leaf.presentIn} run`;
  if (leaf.kind === 'scalar')
    return `${quote(leaf.place)} in ${quote(path)} is ${quote(leaf.values.first.text, 60)} in the first run, ${quote(leaf.values.second.text, 60)} in the second`;
  if (leaf.kind === 'bytes')
    return `the bytes of ${quote(path)} differ from byte ${formatInteger(leaf.firstOffset)} on (${formatSizes(leaf.sizes.first, leaf.sizes.second)})`;
  if (leaf.kind === 'entry-kind')
    return `${quote(leaf.place)} in ${quote(path)} is a ${leaf.kinds.first} in the first run, a ${leaf.kinds.second} in the second`;
  return `${quote(leaf.place === '' ? path : leaf.place)} differs`;
}

function pathOf(file: LocatedLeaf['file']): string {
  const paths = file?.file?.paths;
  if (paths === undefined) return file?.place ?? '';
  return paths.first === paths.second ? (paths.first ?? file?.place ?? '') : (file?.place ?? paths.first ?? '');
}
