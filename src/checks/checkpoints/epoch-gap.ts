/** Gaps in a row of `checkpoint_epoch_N`: by the interval that the configuration declares, else by the one that holds everywhere but here. */
import { defineCheck } from '../../model/check.ts';
import type { InventorySummary } from '../../model/evidence.ts';
import { formatList, plural, quote } from '../../model/format-number.ts';
import { conventionFolders } from '../checkpoint-names.ts';
import { configurationsOf } from '../configurations.ts';
import { plainLeaves } from '../plain-values.ts';
import { sameInAllRuns } from '../same-in-all-runs.ts';

type Facts = {
  readonly interval: number;
  readonly missing: readonly number[];
  readonly found: readonly number[];
  /** The setting that declares the interval; null where it was told from the names. */
  readonly declaredBy: string | null;
};

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
          const declared = declaredInterval(inventory);
          const gap = declared === null ? gapOf(epochs) : declaredGap(epochs, declared);
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
  message: ({ interval, missing, declaredBy }) =>
    `Checkpoints were ${declaredBy === null ? 'saved' : 'to be saved'} every ${interval === 1 ? 'epoch' : plural(interval, 'epoch')}${
      declaredBy === null ? '' : ` by ${quote(declaredBy)} of the configuration`
    }, ${declaredBy === null ? 'except' : 'and there is none of'} epoch ${formatList(missing.map(String))}.`,
});

type Gap = Pick<Facts, 'interval' | 'missing' | 'declaredBy'>;

interface Declared {
  readonly interval: number;
  readonly pointer: string;
  /** Older ones are deleted: there may be gaps before the first that was kept. */
  readonly keepsAll: boolean;
}

const intervalSettings =
  /^(?:(?:save|checkpoint|ckpt)[_-]?(?:every|interval|freq(?:uency)?|period)(?:_(?:n_)?epochs?)?|(?:save|checkpoint)_every_n_epochs|every_n_epochs)$/i;
const keepSettings = /^(?:keep_last(?:_n)?|save_total_limit|max_to_keep|save_top_k|keep_checkpoints)$/i;

/** Of the configuration; null where it says nothing, or nothing that two places agree on. */
function declaredInterval(inventory: InventorySummary): Declared | null {
  const leaves = configurationsOf(inventory).flatMap(({ value }) => plainLeaves(value));
  const found = leaves.filter(
    ({ key, value }) => intervalSettings.test(key) && value.type === 'int' && Number(value.text) > 0,
  );
  const [first] = found;
  if (
    first?.value.type !== 'int' ||
    found.some(
      ({ value }) =>
        value.type === 'int' && Number(value.text) !== Number(first.value.type === 'int' ? first.value.text : 0),
    )
  )
    return null;
  const keepsAll = !leaves.some(
    ({ key, value }) => keepSettings.test(key) && value.type === 'int' && Number(value.text) > 0,
  );
  return { interval: Number(first.value.text), pointer: first.pointer, keepsAll };
}

/** Multiples of the declared interval that are not there, up to the last one that is. Names may count from 0. */
function declaredGap(epochs: readonly number[], { interval, pointer, keepsAll }: Declared): Gap | null {
  const last = epochs.at(-1);
  const first = epochs[0];
  if (last === undefined || first === undefined) return null;
  // With names from 0 the epochs are those before each multiple.
  const offset = epochs.filter((epoch) => epoch % interval === 0).length * 2 >= epochs.length ? 0 : interval - 1;
  const begin = keepsAll ? offset || interval : first;
  const there = new Set(epochs);
  const missing: number[] = [];
  for (let epoch = begin; epoch < last && missing.length < 1000; epoch += interval)
    if (!there.has(epoch)) missing.push(epoch);
  return missing.length === 0 ? null : { interval, missing, declaredBy: pointer };
}

/** The usual interval and what is missing by it; null where more than a third of the steps do not keep to it. */
function gapOf(epochs: readonly number[]): Gap | null {
  if (epochs.length < enoughEpochs) return null;
  const steps = epochs.slice(1).map((epoch, index) => epoch - (epochs[index] ?? 0));
  const interval = Math.min(...steps.slice(0, 1000));
  const odd = steps.filter((step) => step !== interval);
  if (odd.length === 0 || odd.length * 3 > steps.length || odd.some((step) => step % interval !== 0)) return null;
  const missing: number[] = [];
  for (const [index, step] of steps.entries())
    for (let at = interval; at < step && missing.length < 1000; at += interval) missing.push((epochs[index] ?? 0) + at);
  return { interval, missing, declaredBy: null };
}
