/** `version_N` folders in which something is missing that Lightning writes unless it is told not to. */
import { defineCheck } from '../../model/check.ts';
import { formatList } from '../../model/format-number.ts';
import { recordsOf } from '../records-in-runs.ts';
import { sameInAllRuns } from '../same-in-all-runs.ts';

type Facts = { readonly missing: readonly string[] };

const parts: readonly (readonly [what: string, there: RegExp])[] = [
  ['"hparams.yaml"', /^hparams\.yaml$/],
  ['metrics ("metrics.csv" or TensorBoard events)', /(?:^|\/)(?:metrics\.csv$|events\.out\.tfevents\.)/],
  ['a checkpoint', /\.ckpt(?:$|\/)/],
];

export const layoutLightningIncomplete = defineCheck<Facts>({
  id: 'layout/lightning-incomplete',
  title: "Lightning's record is not whole",
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `Lightning keeps hyperparameters, metrics and checkpoints of a run together in \`version_N\`. Where one of them is missing, a
logger or the checkpoint callback was switched off, or writes to another place.`,
  fix: `Save the hyperparameters, and leave logger and checkpoints on:

\`\`\`python
class Model(L.LightningModule):
    def __init__(self, lr: float, seed: int):
        super().__init__()
        self.save_hyperparameters()

trainer = L.Trainer(logger=CSVLogger("outputs"), enable_checkpointing=True)
\`\`\``,
  find: (evidence) =>
    sameInAllRuns(
      evidence,
      evidence.inventories.flatMap((inventory) =>
        recordsOf(inventory, 'layout')
          .filter((record) => record.layout === 'lightning')
          .flatMap((record) => {
            const missing = parts
              .filter(([, there]) => !record.files.some((file) => there.test(file)))
              .map(([what]) => what);
            return missing.length === 0
              ? []
              : [{ place: { run: inventory.run, file: record.neutralPath }, facts: { missing } }];
          }),
      ),
    ),
  message: ({ missing }) =>
    `The folder lacks ${formatList(missing)}; hyperparameters, metrics and a checkpoint were expected.`,
});
