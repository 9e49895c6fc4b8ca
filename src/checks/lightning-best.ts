/** What Lightning's checkpoint callback says of its best checkpoint, held against the metric that it monitors. */
import type { CheckpointSummary, InventorySummary } from '../model/evidence.ts';
import type { PlainValue } from '../model/record.ts';
import type { BestFacts } from './best-facts.ts';
import { bestOf, coursesOf, type Mode } from './metric-courses.ts';
import { plainAt } from './plain-values.ts';

export interface LightningClaim {
  readonly monitor: string;
  readonly mode: Mode;
  /** Base name of the best checkpoint. */
  readonly best: string;
  /** The checkpoint in which this stands. */
  readonly source: CheckpointSummary;
}

/** A callback's key tells how it was set: it looked at every epoch's end, and at no other time. */
const everyEpoch = /'every_n_train_steps': 0, 'every_n_epochs': 1\b/;

/** True for a checkpoint that Lightning wrote. */
export function isLightning({ keys }: CheckpointSummary): boolean {
  return keys.includes('pytorch-lightning_version');
}

/** Of each folder the claims of its newest checkpoint: those of older ones were true then. */
export function lightningClaims(inventory: InventorySummary): readonly LightningClaim[] {
  const newest = new Map<string, CheckpointSummary>();
  for (const checkpoint of inventory.checkpoints.filter(isLightning)) {
    const folder = checkpoint.path.slice(0, Math.max(0, checkpoint.path.lastIndexOf('/')));
    const known = newest.get(folder);
    if (known === undefined || globalStep(checkpoint) > globalStep(known)) newest.set(folder, checkpoint);
  }
  return [...newest.values()].flatMap((source) => {
    const callbacks = Object.hasOwn(source.values, 'callbacks') ? source.values.callbacks : undefined;
    if (callbacks?.type !== 'map') return [];
    return callbacks.items.flatMap(([key, state]) => claimOf(key, state, source));
  });
}

function claimOf(key: string, state: PlainValue, source: CheckpointSummary): readonly LightningClaim[] {
  const mode = /'mode': '(min|max)'/.exec(key)?.[1];
  const monitor = plainAt(state, ['monitor']);
  const path = plainAt(state, ['best_model_path']);
  if (!key.startsWith('ModelCheckpoint') || !everyEpoch.test(key)) return [];
  if ((mode !== 'min' && mode !== 'max') || monitor?.type !== 'str' || path?.type !== 'str' || path.text === '')
    return [];
  return [{ monitor: monitor.text, mode, best: path.text.split(/[\\/]/).at(-1) ?? path.text, source }];
}

export function globalStep({ values }: CheckpointSummary): number {
  const step = Object.hasOwn(values, 'global_step') ? values.global_step : undefined;
  return step?.type === 'int' ? Number(step.text) : -1;
}

/** Best checkpoints whose step does not have the best value of the monitored metric. */
export function lightningBest(inventory: InventorySummary): readonly BestFacts[] {
  return lightningClaims(inventory).flatMap(({ monitor, mode, best, source }) => {
    const course = coursesOf(inventory).find(
      ({ name, points }) => name === monitor && points.some(({ step }) => step !== null),
    );
    const step = Number(/step=(\d+)/.exec(best)?.[1] ?? Number.NaN);
    if (course === undefined || Number.isNaN(step)) return [];
    // The checkpoint counts the steps that were done, the logger the step at which it logs.
    const until = course.points.filter((point) => (point.step ?? 0) < globalStep(source));
    const held = until.find((point) => point.step === step - 1);
    const extreme = bestOf(until, mode);
    if (held === undefined || extreme === null || held.value === extreme.value) return [];
    return [
      {
        checkpoint: best,
        metric: monitor,
        mode,
        unit: 'step',
        holds: step,
        value: held.value,
        bestAt: extreme.at.slice(0, 5).map((point) => (point.step ?? 0) + 1),
        best: extreme.value,
      },
    ];
  });
}
