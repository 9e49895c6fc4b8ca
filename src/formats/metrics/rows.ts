/**
 * Rows of named numbers (lines of JSON, rows of a table) to series: finds out which column counts the steps.
 *
 * Each row is placed by its step, else by its epoch, else by its position. Steps that begin anew with each epoch count
 * inside an epoch only; then position is what all rows are placed by, and nothing overwrites anything.
 */
import type { ReadNote } from '../../model/entry.ts';
import type { Series, StepKind } from '../../model/point.ts';
import { collectSeries, type MetricNumber } from './series-collector.ts';

export type Row = ReadonlyMap<string, MetricNumber>;

/** In order of preference, in lower case. */
const stepNames = [
  'step',
  'global_step',
  'trainer/global_step',
  '_step',
  'global step',
  'iteration',
  'iter',
  'num_updates',
];
/** Not `epochs` or `steps`: those are how many a configuration asks for. */
const epochNames = ['epoch', 'train/epoch', 'epoch_num', 'current_epoch'];

/** What a column of this name counts; null for a metric. */
export function stepKindOf(name: string): Exclude<StepKind, 'row'> | null {
  const plain = name.trim().toLowerCase();
  return stepNames.includes(plain) ? 'step' : epochNames.includes(plain) ? 'epoch' : null;
}

/** All series of the rows, in order of first appearance. @throws LimitProblem `METRICS_SERIES` */
export function seriesFromRows(
  file: string,
  rows: readonly Row[],
): { series: readonly Series[]; notes: readonly ReadNote[] } {
  const names = new Set(rows.flatMap((row) => [...row.keys()]));
  const ranked = (kind: 'step' | 'epoch', order: readonly string[]) =>
    [...names]
      .filter((name) => stepKindOf(name) === kind)
      .sort((a, b) => order.indexOf(a.trim().toLowerCase()) - order.indexOf(b.trim().toLowerCase()));
  const steps = ranked('step', stepNames);
  const epochs = ranked('epoch', epochNames);
  const usable = (row: Row, columns: readonly string[]) =>
    columns.find((name) => Number.isFinite(row.get(name)?.value));

  const local = isLocal(
    rows,
    (row) => usable(row, steps),
    (row) => usable(row, epochs),
  );
  const collector = collectSeries(file);
  rows.forEach((row, position) => {
    const step = local ? undefined : usable(row, steps);
    const axis = step ?? (local ? undefined : usable(row, epochs));
    const kind: StepKind = axis === undefined ? 'row' : step === undefined ? 'epoch' : 'step';
    const at = axis === undefined ? position : (row.get(axis)?.value ?? position);
    for (const [name, number] of row)
      if (name !== axis) collector.add(name, kind, at, number, { repeats: stepKindOf(name) !== null });
  });
  const notes: ReadNote[] = local
    ? [
        {
          code: 'STEP_WITHIN_EPOCH',
          message: 'Steps begin anew in each epoch: points are placed by their row.',
        },
      ]
    : [];
  return { series: collector.finish(), notes };
}

/** True where steps begin anew while epochs go on, or where every row of several epochs has the same step. */
function isLocal(
  rows: readonly Row[],
  stepOf: (row: Row) => string | undefined,
  epochOf: (row: Row) => string | undefined,
): boolean {
  let before: { readonly step: number; readonly epoch: number } | null = null;
  let epochsBegun = 0;
  let sameStep = true;
  for (const row of rows) {
    const step = row.get(stepOf(row) ?? '')?.value;
    const epoch = row.get(epochOf(row) ?? '')?.value;
    if (step === undefined || epoch === undefined) continue;
    if (before !== null) {
      if (epoch > before.epoch && step < before.step) return true;
      if (epoch >= before.epoch + 1) epochsBegun++;
      if (step !== before.step) sameStep = false;
    }
    before = { step, epoch };
  }
  return epochsBegun > 0 && sameStep;
}
