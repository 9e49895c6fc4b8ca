/** A best checkpoint that the run names, and that is not among its checkpoints. */
import { defineCheck } from '../../model/check.ts';
import type { InventorySummary } from '../../model/evidence.ts';
import { quote } from '../../model/format-number.ts';
import { lightningClaims } from '../lightning-best.ts';
import { sameInAllRuns } from '../same-in-all-runs.ts';
import { trainerStates } from '../trainer-best.ts';

type Facts = { readonly named: string; readonly source: string };

export const checkpointsBestMissing = defineCheck<Facts>({
  id: 'checkpoints/best-missing',
  title: 'The best checkpoint is not there',
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `The run itself says which checkpoint is the best, and that one was not kept: it was deleted to save space, or moved away. What is
left is another model than the one that the record speaks of.`,
  fix: `Keep the best one whatever else is deleted:

\`\`\`python
ModelCheckpoint(monitor="val_loss", mode="min", save_top_k=1)          # Lightning
TrainingArguments(load_best_model_at_end=True, save_total_limit=2)     # Trainer: keeps the best beside the last
\`\`\``,
  find: (evidence) =>
    sameInAllRuns(
      evidence,
      evidence.inventories.flatMap((inventory) =>
        missing(inventory).map((facts) => ({ place: { run: inventory.run, file: facts.source }, facts })),
      ),
    ),
  message: ({ named, source }) =>
    `${quote(source, 80)} names ${quote(named, 80)} as the best, and the run left no such checkpoint.`,
});

function missing(inventory: InventorySummary): readonly Facts[] {
  const paths = inventory.files.map(({ path }) => path);
  const lightning = lightningClaims(inventory)
    .filter(({ best }) => !paths.some((path) => path === best || path.includes(`/${best}`)))
    .map(({ best, source }) => ({ named: best, source: source.neutralPath }));
  const trainer = trainerStates(inventory).flatMap(({ bestStep, neutralPath }) => {
    const named = `checkpoint-${bestStep ?? ''}`;
    // A folder that is audited alone stands for itself.
    const elsewhere = paths.some((path) => /(?:^|\/)checkpoint-\d+\//.test(path));
    if (bestStep === null || !elsewhere || paths.some((path) => new RegExp(`(?:^|/)${named}/`).test(path))) return [];
    return [{ named, source: neutralPath }];
  });
  return [...lightning, ...trainer];
}
