/** Single values (epoch, best metric, a learning rate, a state of a random generator) that differ. */
import { defineCheck } from '../../model/check.ts';
import { plural, quote } from '../../model/format-number.ts';
import { leavesPerFile } from '../leaves-per-file.ts';

type Facts = { readonly differing: number; readonly example: string; readonly first: string; readonly second: string };

export const checkpointsScalarsDiffer = defineCheck<Facts>({
  id: 'checkpoints/scalars-differ',
  title: 'Values in a checkpoint differ',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `Counters, metrics, settings and the states of random generators belong to the result: a training that is resumed goes on
from them. Values are compared exactly (an int is no float, −0 is not +0). The folders and times of each run are taken out of
texts before, so what is left is a real difference.`,
  fix: `Where the value is a time, a duration, a random id or a path that no run can repeat, do not save it, or set it aside by name:

\`\`\`yaml
ignore:
  scalars: ["**/wall_time", "run_id"]
\`\`\``,
  find: (evidence) =>
    leavesPerFile(evidence, 'scalar', (leaf) => !leaf.tolerated)
      .filter(({ decides }) => decides)
      .flatMap(({ place, leaves }) => {
        const [example] = leaves;
        if (example === undefined) return [];
        const { first, second } = example.values;
        return [
          {
            place: { ...place, entry: example.place },
            facts: {
              differing: leaves.length,
              example: example.place,
              first: `${first.type} ${quote(first.text, 80)}`,
              second: `${second.type} ${quote(second.text, 80)}`,
            },
          },
        ];
      }),
  message: ({ differing, example, first, second }) =>
    `${plural(differing, 'value')} ${differing === 1 ? 'differs' : 'differ'}${
      differing === 1 ? '' : ', the first of them'
    }: ${quote(example)} is ${first} in the first run and ${second} in the second.`,
});
