/** No file that any run wrote was recognized as a checkpoint. */
import { defineCheck } from '../../model/check.ts';
import { plural } from '../../model/format-number.ts';

type Facts = { readonly files: number; readonly runs: number };

export const checkpointsNoneFound = defineCheck<Facts>({
  id: 'checkpoints/none-found',
  title: 'No checkpoint was found',
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `Weights are the strongest evidence that two trainings did the same: a metric that is printed in four digits agrees long
after the weights parted. Without a checkpoint the verdict rests on metrics alone.`,
  fix: `Save one, into the folder that the run was given:

\`\`\`python
out = pathlib.Path(os.environ.get("TRAIN_TWICE_OUTPUT_DIR", "outputs"))
torch.save({"epoch": epoch, "model_state_dict": model.state_dict()}, out / "checkpoint_latest.pt")
\`\`\`

If there is one and it was not found, it lies outside \`outputs\` or under an \`ignore\` glob: the table of files that were not
compared says which.`,
  find: (evidence) => {
    const files = evidence.inventories.reduce((sum, inventory) => sum + inventory.files.length, 0);
    const found = evidence.inventories.some((inventory) => inventory.files.some((file) => file.role === 'checkpoint'));
    return found || evidence.inventories.length === 0 ? [] : [{ facts: { files, runs: evidence.inventories.length } }];
  },
  message: ({ files, runs }) =>
    `None of the ${plural(files, 'file')} of ${plural(runs, 'run')} is a checkpoint in a format that can be read; at least one was expected.`,
});
