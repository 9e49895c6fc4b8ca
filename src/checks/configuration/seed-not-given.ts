/** A seed in the configuration that is not the one which the audit gave to the training. */
import { defineCheck } from '../../model/check.ts';
import { quote } from '../../model/format-number.ts';
import { placeText, seedOfRun } from '../configurations.ts';
import { sameInAllRuns } from '../same-in-all-runs.ts';

type Facts = { readonly recorded: string; readonly given: string; readonly place: string };

export const configurationSeedNotGiven = defineCheck<Facts>({
  id: 'configuration/seed-not-given',
  title: 'The seed in the configuration is not the one given',
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `The audit gave the training a seed in \`$TRAIN_TWICE_SEED\`, and the training wrote down another one: the audit's \`seed\` has no effect, and
what was proven holds for the seed in the code only.`,
  fix: `Pass it on, or give the audit the seed that the training uses:

\`\`\`yaml
command: python train.py seed=$TRAIN_TWICE_SEED
seed: 1234
\`\`\``,
  find: (evidence) =>
    sameInAllRuns(
      evidence,
      evidence.inventories.flatMap((inventory) => {
        const given = evidence.runs.find(({ number }) => number === inventory.run)?.seed ?? null;
        const found = seedOfRun(inventory);
        if (given === null || found === null || found.seed === String(given)) return [];
        const { place, pointer, seed } = found;
        return [
          {
            place: { run: inventory.run, file: place.neutralFile, entry: pointer, line: place.line },
            facts: { recorded: seed, given: String(given), place: placeText(place) },
          },
        ];
      }),
    ),
  message: ({ recorded, given, place }) =>
    `The seed ${quote(recorded)} stands in ${place}, and ${quote(given)} was given in $TRAIN_TWICE_SEED.`,
});
