/** What the Trainer says of its best checkpoint in `trainer_state.json`, held against the metrics in the same file. */
import type { InventorySummary } from '../model/evidence.ts';
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

/** Of each output folder the newest state: what stands in older checkpoints was true then. */
export function trainerStates(inventory: InventorySummary): readonly TrainerState[] {
  const newest = new Map<string, TrainerState>();
  for (const series of inventory.series) {
    const { path, neutralPath, name, values } = series;
    if (name !== 'global_step' || !/(?:^|\/)trainer_state\.json$/.test(path)) continue;
    const best = inventory.series.find((one) => one.path === path && one.name === 'final/best_metric');
    const state = {
      path,
      neutralPath,
      globalStep: values[0] ?? 0,
      bestMetric: best?.values[0] ?? null,
      bestStep: best?.stepKind === 'step' ? (best.steps[0] ?? null) : null,
    };
    const folder = outputFolder(path);
    const known = newest.get(folder);
    if (known === undefined || state.globalStep > known.globalStep) newest.set(folder, state);
  }
  return [...newest.values()];
}

/** Where the Trainer writes its checkpoints, with `/` at its end; empty at the top. */
function outputFolder(path: string): string {
  return path.replace(/(?:checkpoint-\d+\/)?trainer_state\.json$/, '');
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

/** Best checkpoints whose step is not the best by any metric that they could be chosen by, and copies of another step's checkpoint. */
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
    if (extreme === null) return [];
    const told = { metric: course.name, mode, unit: 'step', best: extreme.value };
    const bestAt = extreme.at.slice(0, 5).map(({ step }) => step ?? 0);
    if (!isExtreme)
      return [{ ...told, checkpoint: `checkpoint-${bestStep}`, holds: bestStep, value: bestMetric, bestAt }];
    return wrongCopies(inventory, state).map(({ checkpoint, holds }) => {
      const value = course.points.find(({ step }) => step === holds)?.value ?? null;
      return { ...told, checkpoint, holds, value, bestAt: [bestStep], best: bestMetric };
    });
  });
}

/** Models beside the numbered checkpoints that are called the best and have the weights of another step. */
function wrongCopies(
  { checkpoints }: InventorySummary,
  { path, bestStep }: TrainerState,
): readonly { readonly checkpoint: string; readonly holds: number }[] {
  const folder = outputFolder(path);
  const models = checkpoints
    .filter((one) => one.weights !== null && one.path.startsWith(folder))
    .map((one) => ({ ...one, inside: one.path.slice(folder.length) }));
  const numbered = models.flatMap(({ inside, weights }) => {
    const step = /^checkpoint-(\d+)\//.exec(inside)?.[1];
    return step === undefined ? [] : [{ step: Number(step), weights }];
  });
  const best = new Set(numbered.filter(({ step }) => step === bestStep).map(({ weights }) => weights));
  if (best.size === 0) return [];
  return models.flatMap(({ inside, neutralPath, weights }) => {
    if (!/(?:^|[^a-z])best(?:[^a-z]|$)/i.test(inside) || best.has(weights)) return [];
    const held = numbered.find((one) => one.weights === weights);
    return held === undefined ? [] : [{ checkpoint: neutralPath, holds: held.step }];
  });
}

/** Which way is better, by the metric's name; both where it does not tell (`greater_is_better` stands in no text that is read here). */
function modesOf(name: string): readonly Mode[] {
  if (/loss|error|perplexity|(?:^|_)(?:wer|cer|mae|mse|rmse|ppl)(?:_|$)/i.test(name)) return ['min'];
  if (/acc|(?:^|_)(?:f1|auc|auroc|bleu|rouge\w*|iou|map|precision|recall|reward)(?:_|$)/i.test(name)) return ['max'];
  return ['min', 'max'];
}
