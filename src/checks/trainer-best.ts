/** What the Trainer says of its best checkpoint in `trainer_state.json`, held against the metrics in the same file. */
import type { InventorySummary, SeriesSummary } from '../model/evidence.ts';
import type { BestFacts } from './best-facts.ts';
import { bestOf, coursesOf, type MetricCourse, type Mode, sameMetric } from './metric-courses.ts';

export interface TrainerState {
  readonly path: string;
  readonly neutralPath: string;
  readonly globalStep: number;
  /** Null before the first evaluation, or where nothing was to be chosen. */
  readonly bestMetric: number | null;
  readonly bestStep: number | null;
}

/** Of each output folder the newest state: the ones in older checkpoints were true then. */
export function trainerStates(inventory: InventorySummary): readonly TrainerState[] {
  const newest = new Map<string, TrainerState>();
  for (const series of inventory.series) {
    if (series.name !== 'final/global_step' || !/(?:^|\/)trainer_state\.json$/.test(series.path)) continue;
    const state = {
      path: series.path,
      neutralPath: series.neutralPath,
      globalStep: series.values[0] ?? 0,
      bestMetric: finalValue(inventory, series, 'best_metric'),
      bestStep: finalValue(inventory, series, 'best_global_step'),
    };
    const folder = series.path.replace(/(?:checkpoint-\d+\/)?trainer_state\.json$/, '');
    const known = newest.get(folder);
    if (known === undefined || state.globalStep > known.globalStep) newest.set(folder, state);
  }
  return [...newest.values()];
}

function finalValue(inventory: InventorySummary, { path }: SeriesSummary, name: string): number | null {
  return inventory.series.find((one) => one.path === path && one.name === `final/${name}`)?.values[0] ?? null;
}

/** The evaluated metrics that have the recorded value at the recorded step. */
export function metricsOfBest(inventory: InventorySummary, state: TrainerState): readonly MetricCourse[] {
  const { bestMetric, bestStep } = state;
  if (bestMetric === null || bestStep === null) return [];
  return evaluated(inventory, state).filter(({ points }) =>
    points.some(({ step, value }) => step === bestStep && sameMetric(value, bestMetric)),
  );
}

/** Metrics of evaluation in the state's own log. */
export function evaluated(inventory: InventorySummary, { path }: TrainerState): readonly MetricCourse[] {
  return coursesOf(inventory).filter((course) => course.path === path && /^eval_/.test(course.name));
}

/** Best checkpoints whose step has neither the lowest nor the highest value of any metric that they could be chosen by. */
export function trainerBest(inventory: InventorySummary): readonly BestFacts[] {
  return trainerStates(inventory).flatMap((state) => {
    const { bestMetric, bestStep } = state;
    const courses = metricsOfBest(inventory, state);
    const [course] = courses;
    if (bestMetric === null || bestStep === null || course === undefined) return [];
    const modes = modesOf(course.name);
    const isExtreme = courses.some(({ name, points }) =>
      modesOf(name).some((mode) => sameMetric(bestOf(points, mode)?.value ?? Number.NaN, bestMetric)),
    );
    const [mode = 'min'] = modes;
    const extreme = bestOf(course.points, mode);
    if (isExtreme || extreme === null) return [];
    return [
      {
        checkpoint: `checkpoint-${bestStep}`,
        metric: course.name,
        mode,
        unit: 'step',
        holds: bestStep,
        value: bestMetric,
        bestAt: extreme.at.slice(0, 5).map(({ step }) => step ?? 0),
        best: extreme.value,
      },
    ];
  });
}

/** Which way is better, by the metric's name; both where it does not tell (`greater_is_better` stands in no text that is read here). */
function modesOf(name: string): readonly Mode[] {
  if (/loss|error|perplexity|(?:^|_)(?:wer|cer|mae|mse|rmse|ppl)(?:_|$)/i.test(name)) return ['min'];
  if (/acc|(?:^|_)(?:f1|auc|auroc|bleu|rouge\w*|iou|map|precision|recall|reward)(?:_|$)/i.test(name)) return ['max'];
  return ['min', 'max'];
}
