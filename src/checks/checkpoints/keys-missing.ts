/** Training checkpoints that lack one of the six keys which resuming and judging need. */
import { defineCheck } from '../../model/check.ts';
import { formatList, plural, quote } from '../../model/format-number.ts';
import { looksLikeTraining, trainingKeys } from '../training-keys.ts';

type Facts = { readonly missing: readonly string[]; readonly checkpoints: number; readonly example: string };

export const checkpointsKeysMissing = defineCheck<Facts>({
  id: 'checkpoints/keys-missing',
  title: 'A checkpoint lacks a key',
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `Without the optimizer's and the scheduler's state a training cannot be resumed as it was; without epoch, best metric and
configuration nobody can tell where the file came from.`,
  fix: `Save all six:

\`\`\`python
torch.save({
    "epoch": epoch,
    "model_state_dict": model.state_dict(),
    "optimizer_state_dict": optimizer.state_dict(),
    "scheduler_state_dict": scheduler.state_dict(),
    "best_metric": best_metric,
    "config": dict(config),
}, path)
\`\`\``,
  find: (evidence) => {
    const byMissing = new Map<string, { missing: readonly string[]; paths: Set<string> }>();
    for (const inventory of evidence.inventories)
      for (const checkpoint of inventory.checkpoints.filter(looksLikeTraining)) {
        const missing = trainingKeys.filter((key) => !checkpoint.keys.includes(key));
        if (missing.length === 0) continue;
        const group = byMissing.get(missing.join()) ?? { missing, paths: new Set() };
        group.paths.add(checkpoint.neutralPath);
        byMissing.set(missing.join(), group);
      }
    return [...byMissing.values()].map(({ missing, paths }) => {
      const [example = ''] = paths;
      return { place: { file: example }, facts: { missing, checkpoints: paths.size, example } };
    });
  },
  message: ({ missing, checkpoints, example }) =>
    `${plural(checkpoints, 'checkpoint')} (${checkpoints === 1 ? '' : 'e.g. '}${quote(example)}) ${
      checkpoints === 1 ? 'lacks' : 'lack'
    } ${formatList(
      missing.map((key) => quote(key)),
      6,
    )}; all of ${formatList(
      trainingKeys.map((key) => quote(key)),
      6,
    )} were expected.`,
});
