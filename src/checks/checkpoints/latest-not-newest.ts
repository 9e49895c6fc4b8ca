/** A latest checkpoint that is older than another one of the same run. */
import { defineCheck } from '../../model/check.ts';
import type { InventorySummary } from '../../model/evidence.ts';
import { quote } from '../../model/format-number.ts';
import { globalStep, isLightning } from '../lightning-best.ts';
import { sameInAllRuns } from '../same-in-all-runs.ts';
import { epochOf, scriptCheckpoints } from '../script-checkpoints.ts';

type Facts = {
  readonly latest: string;
  readonly newest: string;
  readonly unit: string;
  /** Null where only the weights tell that it is another. */
  readonly holds: number | null;
  readonly of: number;
};

export const checkpointsLatestNotNewest = defineCheck<Facts>({
  id: 'checkpoints/latest-not-newest',
  title: 'The latest checkpoint is not the newest',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `A training that is resumed goes on from the latest checkpoint. Where that is an older one, epochs are trained twice, and nobody notices.`,
  fix: `Write the latest one at every save, from the same state:

\`\`\`python
torch.save(state, out / f"checkpoint_epoch_{epoch}.pt")
torch.save(state, out / "checkpoint_latest.pt")
\`\`\``,
  find: (evidence) =>
    sameInAllRuns(
      evidence,
      evidence.inventories.flatMap((inventory) =>
        [...scriptLatest(inventory), ...lightningLast(inventory)].map((facts) => ({
          place: { run: inventory.run, file: facts.latest },
          facts,
        })),
      ),
    ),
  message: ({ latest, newest, unit, holds, of }) =>
    holds === null
      ? `${quote(latest, 80)} says ${unit} ${of}, and does not hold the weights of ${quote(newest, 80)}.`
      : `${quote(latest, 80)} holds ${unit} ${holds}, and ${quote(newest, 80)} holds ${unit} ${of}.`,
});

function scriptLatest(inventory: InventorySummary): readonly Facts[] {
  return [...scriptCheckpoints(inventory).values()].flatMap((checkpoints): readonly Facts[] => {
    const latest = checkpoints.find(({ name }) => name.kind === 'latest');
    const [newest] = checkpoints
      .filter((one) => one.name.kind === 'epoch' && epochOf(one) !== null)
      .toSorted((a, b) => (epochOf(b) ?? 0) - (epochOf(a) ?? 0));
    const of = newest === undefined ? null : epochOf(newest);
    if (latest === undefined || newest === undefined || of === null) return [];
    const facts = { latest: latest.checkpoint.neutralPath, newest: newest.checkpoint.neutralPath, unit: 'epoch', of };
    if (latest.epoch !== null && latest.epoch < of) return [{ ...facts, holds: latest.epoch }];
    const [a, b] = [latest.checkpoint.weights, newest.checkpoint.weights];
    return latest.epoch === of && a !== null && b !== null && a !== b ? [{ ...facts, holds: null }] : [];
  });
}

function lightningLast(inventory: InventorySummary): readonly Facts[] {
  const all = inventory.checkpoints.filter(isLightning);
  return all
    .filter(({ path }) => /(?:^|\/)last(?:-v\d+)?\.ckpt$/.test(path))
    .flatMap((last): readonly Facts[] => {
      const folder = last.path.slice(0, last.path.lastIndexOf('/') + 1);
      const beside = all.filter(({ path }) => path.startsWith(folder) && !/\/last(?:-v\d+)?\.ckpt$/.test(`/${path}`));
      const [newest] = beside.toSorted((a, b) => globalStep(b) - globalStep(a));
      if (newest === undefined || globalStep(newest) <= globalStep(last)) return [];
      const { neutralPath } = newest;
      return [
        {
          latest: last.neutralPath,
          newest: neutralPath,
          unit: 'step',
          holds: globalStep(last),
          of: globalStep(newest),
        },
      ];
    });
}
