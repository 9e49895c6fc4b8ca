/** A best checkpoint that is not of the epoch which the metrics show as the best. */
import { defineCheck } from '../../model/check.ts';
import type { InventorySummary } from '../../model/evidence.ts';
import { formatList, quote } from '../../model/format-number.ts';
import type { BestFacts } from '../best-facts.ts';
import { lightningBest } from '../lightning-best.ts';
import { bestOf } from '../metric-courses.ts';
import { sameInAllRuns } from '../same-in-all-runs.ts';
import { chosenBy, epochOf, type ScriptCheckpoint, scriptCheckpoints } from '../script-checkpoints.ts';
import { trainerBest } from '../trainer-best.ts';

export const checkpointsBestNotBest = defineCheck<BestFacts>({
  id: 'checkpoints/best-not-best',
  title: 'The best checkpoint is not the best',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `The best checkpoint is the one that ships. The metrics of the same run show another epoch as the best: the file is left over from an
earlier epoch, was copied from the wrong one, or was chosen by another metric than the one it names.`,
  fix: `Compare, remember and save in one place:

\`\`\`python
if val_accuracy > best_metric:
    best_metric = val_accuracy
    torch.save(state_of(epoch, best_metric), out / "best_model.pt")
\`\`\``,
  find: (evidence) =>
    sameInAllRuns(
      evidence,
      evidence.inventories.flatMap((inventory) =>
        [...scriptBest(inventory), ...lightningBest(inventory), ...trainerBest(inventory)].map((facts) => ({
          place: { run: inventory.run, file: facts.checkpoint },
          facts,
        })),
      ),
    ),
  message: ({ checkpoint, metric, mode, unit, holds, value, bestAt, best }) =>
    `${quote(checkpoint, 80)} holds ${holds === null ? `another ${unit}` : `${unit} ${holds}`}${
      value === null ? '' : ` (${quote(metric)} ${value})`
    }; ${quote(metric)} is ${mode === 'min' ? 'lowest' : 'highest'} at ${unit} ${formatList(bestAt.map(String), 3)} (${best}).`,
});

/** Of plain scripts: by the epoch inside `best_model`, and by its weights where the best epoch has a checkpoint of its own. */
function scriptBest(inventory: InventorySummary): readonly BestFacts[] {
  return [...scriptCheckpoints(inventory).values()].flatMap((checkpoints) => {
    const best = checkpoints.find(({ name }) => name.kind === 'best');
    const chosen = chosenBy(inventory, checkpoints);
    if (best === undefined || chosen === null) return [];
    const { course, mode, shift } = chosen;
    const extreme = bestOf(course.points, mode);
    if (extreme === null) return [];
    const bestAt = extreme.at.flatMap(({ epoch }) => (epoch === null ? [] : [epoch - shift]));
    const holds = heldEpoch(best, checkpoints, bestAt);
    if (holds === 'best') return [];
    const value = course.points.find(({ epoch }) => epoch !== null && epoch - shift === holds)?.value ?? null;
    return [
      {
        checkpoint: best.checkpoint.neutralPath,
        metric: course.name,
        mode,
        unit: 'epoch',
        holds,
        value,
        bestAt: bestAt.slice(0, 5),
        best: extreme.value,
      },
    ];
  });
}

/** `best` where nothing speaks against it; else the epoch that is held, or null where only the weights tell that it is another. */
function heldEpoch(
  best: ScriptCheckpoint,
  checkpoints: readonly ScriptCheckpoint[],
  bestAt: readonly number[],
): number | null | 'best' {
  if (best.epoch !== null && !bestAt.includes(best.epoch)) return best.epoch;
  const { weights } = best.checkpoint;
  if (weights === null) return 'best';
  const numbered = checkpoints.filter(({ name, checkpoint }) => name.kind === 'epoch' && checkpoint.weights !== null);
  const same = numbered.find(({ checkpoint }) => checkpoint.weights === weights);
  if (same !== undefined) return bestAt.includes(epochOf(same) ?? Number.NaN) ? 'best' : epochOf(same);
  // Equal to none of them: wrong only where each epoch that it could be of has a checkpoint of its own.
  const candidates = best.epoch === null ? bestAt : [best.epoch];
  const known = candidates.every((epoch) => numbered.some((one) => epochOf(one) === epoch));
  return known ? null : 'best';
}
