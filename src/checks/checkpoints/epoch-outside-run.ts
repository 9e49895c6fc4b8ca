/** Checkpoints of an epoch or step that the run, by its metrics and its configuration, never reached. */
import { defineCheck } from '../../model/check.ts';
import { checkpointNumber } from '../../model/checkpoint-name.ts';
import type { InventorySummary } from '../../model/evidence.ts';
import { quote } from '../../model/format-number.ts';
import { configurationsOf } from '../configurations.ts';
import { plainLeaves } from '../plain-values.ts';
import { sameInAllRuns } from '../same-in-all-runs.ts';
import { trainerStates } from '../trainer-best.ts';

type Facts = {
  readonly checkpoint: string;
  readonly unit: string;
  readonly number: number;
  readonly last: number;
  /** What says so: a series, or a setting. */
  readonly by: string;
};

export const checkpointsEpochOutsideRun = defineCheck<Facts>({
  id: 'checkpoints/epoch-outside-run',
  title: 'A checkpoint is of an epoch that never was',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `The number in the name lies beyond the last epoch of the run: the file is left over from a longer training, or was renamed. Whoever
takes the highest number takes a model of another run.`,
  fix: `Start every run in an empty folder:

\`\`\`python
out.mkdir(parents=True, exist_ok=False)
\`\`\``,
  find: (evidence) =>
    sameInAllRuns(
      evidence,
      evidence.inventories.flatMap((inventory) =>
        ['epoch' as const, 'step' as const].flatMap((unit) => {
          const end = unit === 'epoch' ? lastEpoch(inventory) : lastStep(inventory);
          if (end === null) return [];
          const [beyond] = inventory.checkpoints
            .flatMap(({ neutralPath }) => {
              const number = checkpointNumber(neutralPath);
              return number?.kind === unit && number.number > end.last ? [{ neutralPath, number: number.number }] : [];
            })
            .toSorted((a, b) => b.number - a.number);
          if (beyond === undefined) return [];
          const { neutralPath: checkpoint, number } = beyond;
          return [
            {
              place: { run: inventory.run, file: checkpoint },
              facts: { checkpoint, unit: unit as string, number, ...end },
            },
          ];
        }),
      ),
    ),
  message: ({ checkpoint, unit, number, last, by }) =>
    `${quote(checkpoint, 80)} is of ${unit} ${number}, and the run ended with ${unit} ${last} by ${by}.`,
});

interface End {
  readonly last: number;
  readonly by: string;
}

const epochSettings = /^(?:epochs|max_epochs|num_epochs|n_epochs|num_train_epochs|total_epochs)$/i;

/** By the metrics, which may count from 0 where names count from 1; by the configuration, where it says more. */
function lastEpoch(inventory: InventorySummary): End | null {
  const counted = inventory.series.filter(({ stepKind, steps }) => stepKind === 'epoch' && steps.length > 0);
  const ends = counted.map(({ name, steps }) => {
    const fromZero = steps[0] === 0;
    return { last: (steps.at(-1) ?? 0) + (fromZero ? 1 : 0), by: quote(name) };
  });
  const [longest] = ends.toSorted((a, b) => b.last - a.last);
  if (longest !== undefined) return longest;
  for (const { value } of configurationsOf(inventory))
    for (const { key, pointer, value: setting } of plainLeaves(value))
      if (epochSettings.test(key) && setting.type === 'int')
        return { last: Number(setting.text), by: `${quote(pointer)} of the configuration` };
  return null;
}

/** Only the Trainer counts the same steps in names and in its state. */
function lastStep(inventory: InventorySummary): End | null {
  const [longest] = trainerStates(inventory).toSorted((a, b) => b.globalStep - a.globalStep);
  return longest === undefined || longest.globalStep <= 0
    ? null
    : { last: longest.globalStep, by: quote(longest.neutralPath, 80) };
}
