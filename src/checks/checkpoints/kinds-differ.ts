/** Entries that are a tensor in one run and something else in the other, or containers of another size. */
import { defineCheck } from '../../model/check.ts';
import { plural, quote } from '../../model/format-number.ts';
import { leavesPerFile } from '../leaves-per-file.ts';

type Facts = { readonly differing: number; readonly example: string; readonly first: string; readonly second: string };

export const checkpointsKindsDiffer = defineCheck<Facts>({
  id: 'checkpoints/kinds-differ',
  title: 'Entries are of different kinds',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `The same place holds another kind of thing in each run: a tensor here, a number there; a list of another length. The two
files were not made by the same steps, even where their numbers look alike.`,
  fix: `Give each key one kind of value, and give lists a length that does not depend on the run:

\`\`\`python
state["best_metric"] = float(best)      # never sometimes a tensor, sometimes None
\`\`\``,
  find: (evidence) =>
    leavesPerFile(evidence, 'entry-kind')
      .filter(({ decides }) => decides)
      .flatMap(({ place, leaves }) => {
        const [example] = leaves;
        if (example === undefined) return [];
        const { first, second } = example.kinds;
        return [
          {
            place: { ...place, entry: example.place },
            facts: { differing: leaves.length, example: example.place, first, second },
          },
        ];
      }),
  message: ({ differing, example, first, second }) =>
    `${plural(differing, 'entry', 'entries')} ${differing === 1 ? 'is' : 'are'} of another kind in the second run: ${quote(
      example,
    )} is ${quote(first, 80)} in the first and ${quote(second, 80)} in the second.`,
});
