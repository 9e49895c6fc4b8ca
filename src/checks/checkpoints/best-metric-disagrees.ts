/** Checkpoints whose `best_metric` is not what the metrics of the run show. */
import { defineCheck, type Found } from '../../model/check.ts';
import type { InventorySummary } from '../../model/evidence.ts';
import { plural, quote } from '../../model/format-number.ts';
import { bestOf, coursesOf, sameMetric } from '../metric-courses.ts';
import { sameInAllRuns } from '../same-in-all-runs.ts';
import { chosenBy, type ScriptCheckpoint, scriptCheckpoints } from '../script-checkpoints.ts';
import { evaluated, metricsOfBest, trainerStates } from '../trainer-best.ts';

type Facts = {
  readonly checkpoint: string;
  readonly recorded: number;
  /** Where in the run: `epoch 4`, `step 500`. */
  readonly at: string;
  /** The metric that the others follow; null where none was found at all. */
  readonly metric: string | null;
  readonly shown: number | null;
  readonly others: number;
  /** False where the value follows no metric at all: one that was never logged, perhaps. */
  readonly logged: boolean;
};

export const checkpointsBestMetricDisagrees = defineCheck<Facts>({
  id: 'checkpoints/best-metric-disagrees',
  title: 'The recorded best metric is not what the metrics show',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `\`best_metric\` is the number that stands in the model card. It has to be a number that the run really reached, by its own metrics, up
to the epoch of the checkpoint.`,
  fix: `Take both from the same variable, at full precision:

\`\`\`python
metrics.write(json.dumps({"epoch": epoch, "val_accuracy": val_accuracy}) + "\\n")
best_metric = max(best_metric, val_accuracy)
\`\`\``,
  find: (evidence) =>
    sameInAllRuns(
      evidence,
      evidence.inventories.flatMap((inventory) =>
        [...scriptDisagreements(inventory), ...trainerDisagreements(inventory)].map(
          (facts): Found<Facts> => ({
            place: { run: inventory.run, file: facts.checkpoint, entry: 'best_metric' },
            facts,
            ...(facts.logged ? {} : { severity: 'warning' as const }),
          }),
        ),
      ),
    ),
  message: ({ checkpoint, recorded, at, metric, shown, others, logged }) =>
    `${quote(checkpoint, 80)} records ${recorded} at ${at}${others === 0 ? '' : ` (and ${plural(others, 'more checkpoint')} disagree)`}; ${
      metric === null
        ? logged
          ? 'no evaluated metric has that value there'
          : 'no metric that was logged until then had that value'
        : `${quote(metric)} was ${shown === null ? 'not logged until then' : `at best ${shown} until then`}`
    }.`,
});

function scriptDisagreements(inventory: InventorySummary): readonly Facts[] {
  return [...scriptCheckpoints(inventory).values()].flatMap((checkpoints) => {
    const chosen = chosenBy(inventory, checkpoints);
    if (chosen === null) return nowhereLogged(inventory, checkpoints);
    // Of an epoch without metrics nothing can be held against it; that it never was is another finding.
    const [first, ...others] = chosen.unexplained.filter((one) =>
      chosen.course.points.some(({ epoch }) => epoch !== null && epoch === (one.epoch ?? 0) + chosen.shift),
    );
    if (first === undefined || first.epoch === null || first.bestMetric === null) return [];
    const until = (one: ScriptCheckpoint) =>
      chosen.course.points.filter(({ epoch }) => epoch !== null && epoch <= (one.epoch ?? 0) + chosen.shift);
    return [
      {
        checkpoint: first.checkpoint.neutralPath,
        recorded: first.bestMetric,
        at: `epoch ${first.epoch}`,
        metric: chosen.course.name,
        shown: bestOf(until(first), chosen.mode)?.value ?? null,
        others: others.length,
        logged: true,
      },
    ];
  });
}

/** Of values that follow no metric: whether one was logged until then at all. Before the first evaluation there is a 0. */
function nowhereLogged(inventory: InventorySummary, checkpoints: readonly ScriptCheckpoint[]): readonly Facts[] {
  const courses = coursesOf(inventory).filter(({ points }) => points.some(({ epoch }) => epoch !== null));
  const [first, ...others] = checkpoints.filter(({ epoch, bestMetric }) => {
    if (epoch === null || bestMetric === null || bestMetric === 0) return false;
    const until = courses.map(({ points }) =>
      points.filter((point) => point.epoch !== null && point.epoch <= epoch + 1),
    );
    const isCovered = until.some((points) => points.some((point) => Math.abs((point.epoch ?? 0) - epoch) <= 1));
    return isCovered && !until.some((points) => points.some(({ value }) => sameMetric(value, bestMetric)));
  });
  if (first === undefined || first.epoch === null || first.bestMetric === null) return [];
  return [
    {
      checkpoint: first.checkpoint.neutralPath,
      recorded: first.bestMetric,
      at: `epoch ${first.epoch}`,
      metric: null,
      shown: null,
      others: others.length,
      logged: false,
    },
  ];
}

function trainerDisagreements(inventory: InventorySummary): readonly Facts[] {
  return trainerStates(inventory).flatMap((state) => {
    const { bestMetric, bestStep, neutralPath } = state;
    if (bestMetric === null || bestStep === null || evaluated(inventory, state).length === 0) return [];
    if (metricsOfBest(inventory, state).length > 0) return [];
    return [
      {
        checkpoint: neutralPath,
        recorded: bestMetric,
        at: `step ${bestStep}`,
        metric: null,
        shown: null,
        others: 0,
        logged: true,
      },
    ];
  });
}
