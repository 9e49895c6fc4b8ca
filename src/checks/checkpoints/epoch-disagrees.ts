/** Checkpoints whose name and whose `epoch` inside tell different epochs. */
import { defineCheck } from '../../model/check.ts';
import { checkpointNumber } from '../../model/checkpoint-name.ts';
import type { CheckpointSummary } from '../../model/evidence.ts';
import { formatInteger, plural, quote } from '../../model/format-number.ts';
import { sameInAllRuns } from '../same-in-all-runs.ts';

type Facts = {
  readonly checkpoints: number;
  readonly disagreeing: number;
  readonly example: string;
  readonly named: number;
  readonly inside: string;
};

export const checkpointsEpochDisagrees = defineCheck<Facts>({
  id: 'checkpoints/epoch-disagrees',
  title: 'Name and content tell different epochs',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `One of the two is wrong, and whoever picks the file by its name gets another epoch than they think. Counting from 0 in one
place and from 1 in the other is accepted, as long as it is the same in all checkpoints of the run.`,
  fix: `Take both from one variable:

\`\`\`python
torch.save({"epoch": epoch, ...}, out / f"checkpoint_epoch_{epoch}.pt")
\`\`\``,
  find: (evidence) =>
    sameInAllRuns(
      evidence,
      evidence.inventories.flatMap((inventory) => {
        const numbered = inventory.checkpoints.flatMap(namedAndInside);
        const bad = disagreeing(numbered);
        const [example] = bad;
        if (example === undefined) return [];
        return [
          {
            place: { run: inventory.run, file: example.path, entry: 'epoch' },
            facts: {
              checkpoints: numbered.length,
              disagreeing: bad.length,
              example: example.path,
              named: example.named,
              inside: example.inside.toString(),
            },
          },
        ];
      }),
    ),
  message: ({ checkpoints, disagreeing: count, example, named, inside }) =>
    `${formatInteger(count)} of ${plural(checkpoints, 'checkpoint')} ${count === 1 ? 'disagrees' : 'disagree'} with the name: ${quote(
      example,
    )} says epoch ${formatInteger(named)}, "epoch" inside is ${formatInteger(inside)}.`,
});

interface Numbered {
  readonly path: string;
  readonly named: number;
  readonly inside: bigint;
}

function namedAndInside(checkpoint: CheckpointSummary): readonly Numbered[] {
  const number = checkpointNumber(checkpoint.neutralPath);
  const value = Object.hasOwn(checkpoint.values, 'epoch') ? checkpoint.values.epoch : undefined;
  if (number?.kind !== 'epoch' || value?.type !== 'int') return [];
  return [{ path: checkpoint.neutralPath, named: number.number, inside: BigInt(value.text) }];
}

/** Those that do not keep to the offset (0, or ±1 for counting from 0 here and 1 there) that most of them have. */
function disagreeing(numbered: readonly Numbered[]): readonly Numbered[] {
  const off = (offset: bigint) => numbered.filter(({ named, inside }) => inside - BigInt(named) !== offset);
  return [off(0n), off(-1n), off(1n)].reduce((best, next) => (next.length < best.length ? next : best));
}
