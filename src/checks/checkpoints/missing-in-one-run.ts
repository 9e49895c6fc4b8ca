/** A checkpoint that only one of the two runs wrote. */
import { defineCheck } from '../../model/check.ts';
import { plural } from '../../model/format-number.ts';
import { missingFiles } from '../missing-files.ts';

type Facts = { readonly run: number; readonly other: number; readonly checkpoints: number };

export const checkpointsMissingInOneRun = defineCheck<Facts>({
  id: 'checkpoints/missing-in-one-run',
  title: 'A checkpoint stands in one run only',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `The runs saved different sets of checkpoints: they took a different number of epochs, stopped early at different points,
or named another epoch the best. A name that carries a metric (\`epoch=3-val_loss=0.412.ckpt\`) shows the same: that metric differs.`,
  fix: `Look at the first metric that differs: it decided what was saved. Where the name itself carries something random or the
time, name checkpoints by epoch or step:

\`\`\`python
path = out / f"checkpoint_epoch_{epoch}.pt"
\`\`\``,
  find: (evidence) =>
    missingFiles(evidence)
      .filter(({ role }) => role === 'checkpoint')
      .map(({ place, run, other }) => ({
        place,
        facts: {
          run,
          other,
          checkpoints:
            evidence.inventories
              .find((inventory) => inventory.run === other)
              ?.files.filter((file) => file.role === 'checkpoint').length ?? 0,
        },
      })),
  message: ({ run, other, checkpoints }) =>
    `Only run ${run} has this checkpoint; run ${other} has ${plural(checkpoints, 'checkpoint')}, none of which belongs to it.`,
});
