/**
 * The checkpoints of a plain training script (`best_model`, `checkpoint_epoch_N`, `checkpoint_latest`) by folder, and the metric by
 * which they say that they were chosen: found by holding `best_metric` of each against the courses of the metrics.
 */
import type { CheckpointSummary, InventorySummary } from '../model/evidence.ts';
import { type ScriptName, scriptName } from './checkpoint-names.ts';
import { bestOf, coursesOf, isHeldOut, type MetricCourse, type Mode, sameMetric } from './metric-courses.ts';

export interface ScriptCheckpoint {
  readonly checkpoint: CheckpointSummary;
  readonly name: ScriptName;
  /** `epoch` inside; null where there is none. */
  readonly epoch: number | null;
  readonly bestMetric: number | null;
}

/** By folder (neutral path); only folders that use the names. */
export function scriptCheckpoints(inventory: InventorySummary): ReadonlyMap<string, readonly ScriptCheckpoint[]> {
  const folders = new Map<string, ScriptCheckpoint[]>();
  for (const checkpoint of inventory.checkpoints) {
    const name = scriptName(checkpoint.neutralPath);
    if (name === null) continue;
    const folder = checkpoint.neutralPath.slice(0, Math.max(0, checkpoint.neutralPath.lastIndexOf('/')));
    const found = folders.get(folder) ?? [];
    found.push({
      checkpoint,
      name,
      epoch: numberAt(checkpoint, 'epoch'),
      bestMetric: numberAt(checkpoint, 'best_metric'),
    });
    folders.set(folder, found);
  }
  return folders;
}

/** The epoch that a checkpoint stands for: the one inside, else the one of its name. */
export function epochOf({ epoch, name }: ScriptCheckpoint): number | null {
  return epoch ?? (name.kind === 'epoch' ? name.epoch : null);
}

function numberAt({ values }: CheckpointSummary, key: string): number | null {
  const value = Object.hasOwn(values, key) ? values[key] : undefined;
  if (value?.type !== 'int' && value?.type !== 'float') return null;
  const number = Number(value.text);
  return Number.isFinite(number) ? number : null;
}

/** The metric that `best_metric` follows. */
export interface ChosenBy {
  readonly course: MetricCourse;
  readonly mode: Mode;
  /** Epoch of the metrics minus epoch of the checkpoints: −1, 0 or 1, for counting from 0 here and from 1 there. */
  readonly shift: number;
  /** Checkpoints whose `best_metric` is neither the best so far nor the value of their epoch. */
  readonly unexplained: readonly ScriptCheckpoint[];
}

/** The metric that explains most of the checkpoints; null where none explains more than half of them. */
export function chosenBy(inventory: InventorySummary, checkpoints: readonly ScriptCheckpoint[]): ChosenBy | null {
  const told = checkpoints.filter(({ epoch, bestMetric }) => epoch !== null && bestMetric !== null);
  if (told.length === 0) return null;
  const candidates = coursesOf(inventory)
    .filter(({ points }) => points.some(({ epoch }) => epoch !== null))
    .flatMap((course) =>
      (['min', 'max'] as const).flatMap((mode) =>
        [0, -1, 1].map((shift) => {
          const reasons = told.map((one) => explanation(course, mode, shift, one));
          const unexplained = told.filter((_, index) => reasons[index] === null);
          const current = reasons.filter((reason) => reason === 'current').length;
          return { course, mode, shift, unexplained, current };
        }),
      ),
    );
  const [best] = candidates.toSorted((a, b) => rank(a) - rank(b));
  return best === undefined || best.unexplained.length * 2 >= told.length ? null : best;
}

/** Fewest unexplained first; of these the best so far before the value of the day, held-out metrics, epochs that are not shifted. */
function rank({ course, shift, unexplained, current }: ChosenBy & { readonly current: number }): number {
  const moves = new Set(course.points.map(({ value }) => value)).size > 1;
  return (
    unexplained.length * 1000 + current * 8 + (moves ? 0 : 4) + (isHeldOut(course.name) ? 0 : 2) + (shift === 0 ? 0 : 1)
  );
}

/** `best`: the best value until then; `current`: the value of that epoch, which some scripts keep under the name. */
function explanation(
  course: MetricCourse,
  mode: Mode,
  shift: number,
  { epoch, bestMetric }: ScriptCheckpoint,
): 'best' | 'current' | null {
  if (epoch === null || bestMetric === null) return null;
  const until = course.points.filter((point) => point.epoch !== null && point.epoch <= epoch + shift);
  const now = until.filter((point) => point.epoch === epoch + shift);
  if (now.length === 0) return null;
  const best = bestOf(until, mode);
  if (best !== null && sameMetric(best.value, bestMetric)) return 'best';
  return now.some(({ value }) => sameMetric(value, bestMetric)) ? 'current' : null;
}
