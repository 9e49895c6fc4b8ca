/** Gaps in a row of `checkpoint_epoch_N`: the interval holds everywhere but here. */
import { defineCheck } from '../../model/check.ts';
import { formatList, plural } from '../../model/format-number.ts';
import { conventionFolders } from '../checkpoint-names.ts';
import { sameInAllRuns } from '../same-in-all-runs.ts';

type Facts = { readonly interval: number; readonly missing: readonly number[]; readonly found: readonly number[] };

/** Fewer epochs than this show no interval that could be broken. */
const enoughEpochs = 4;

export const checkpointsEpochGap = defineCheck<Facts>({
  id: 'checkpoints/epoch-gap',
  title: 'An epoch has no checkpoint',
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `Checkpoints were saved at a fixed interval, and some are missing in between: a save failed, or files were cleaned up by
hand. What is gone can be neither compared nor resumed from.`,
  fix: `Save at a fixed interval, and keep either all of them or the last N (which leaves no gap in between):

\`\`\`python
if epoch % config.save_every == 0:
    torch.save(state, out / f"checkpoint_epoch_{epoch}.pt")
\`\`\``,
  find: (evidence) =>
    sameInAllRuns(
      evidence,
      evidence.inventories.flatMap((inventory) =>
        [...conventionFolders(inventory)].flatMap(([folder, names]) => {
          const epochs = [...new Set(names.flatMap((name) => (name.kind === 'epoch' ? [name.epoch] : [])))].sort(
            (a, b) => a - b,
          );
          const gap = gapOf(epochs);
          return gap === null
            ? []
            : [
                {
                  place: { run: inventory.run, file: folder === '' ? null : folder },
                  facts: { ...gap, found: epochs.slice(0, 50) },
                },
              ];
        }),
      ),
    ),
  message: ({ interval, missing }) =>
    `Checkpoints were saved every ${interval === 1 ? 'epoch' : plural(interval, 'epoch')}, except epoch ${formatList(missing.map(String))}.`,
});

/** The usual interval and what is missing by it; null where more than a third of the steps do not keep to it. */
function gapOf(epochs: readonly number[]): { readonly interval: number; readonly missing: readonly number[] } | null {
  if (epochs.length < enoughEpochs) return null;
  const steps = epochs.slice(1).map((epoch, index) => epoch - (epochs[index] ?? 0));
  const interval = Math.min(...steps.slice(0, 1000));
  const odd = steps.filter((step) => step !== interval);
  if (odd.length === 0 || odd.length * 3 > steps.length || odd.some((step) => step % interval !== 0)) return null;
  const missing: number[] = [];
  for (const [index, step] of steps.entries())
    for (let at = interval; at < step && missing.length < 1000; at += interval) missing.push((epochs[index] ?? 0) + at);
  return { interval, missing };
}
