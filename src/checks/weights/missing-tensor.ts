/** Tensors and other entries of a checkpoint that only one of the two runs has. */
import { defineCheck } from '../../model/check.ts';
import { plural, quote } from '../../model/format-number.ts';
import { leavesPerFile } from '../leaves-per-file.ts';

type Facts = {
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly example: string;
  readonly summary: string;
  readonly run: number;
};

export const weightsMissingTensor = defineCheck<Facts>({
  id: 'weights/missing-tensor',
  title: 'Entries stand in one run only',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `What one run saved and the other did not cannot be compared, and loading the checkpoint gives another object. Typical
reasons: a wrapper that renames keys (\`module.\`, \`_orig_mod.\`), optimizer state that was only made after the first step,
keys that come from a set or from the time of day.`,
  fix: `Save under names that do not depend on how the model was wrapped:

\`\`\`python
bare = getattr(model, "_orig_mod", model)
torch.save({"model_state_dict": bare.state_dict(), ...}, path)
\`\`\``,
  find: (evidence) =>
    leavesPerFile(evidence, 'missing', (leaf) => leaf.what === 'entry')
      .filter(({ decides }) => decides)
      .flatMap(({ comparison, place, leaves }) => {
        const [example] = leaves;
        if (example === undefined) return [];
        const onlyFirst = leaves.filter((leaf) => leaf.presentIn === 'first').length;
        return [
          {
            place: { ...place, entry: example.place },
            facts: {
              onlyFirst,
              onlySecond: leaves.length - onlyFirst,
              example: example.place,
              summary: example.summary,
              run: example.presentIn === 'first' ? comparison.first : comparison.second,
            },
          },
        ];
      }),
  message: ({ onlyFirst, onlySecond, example, summary, run }) =>
    `${plural(onlyFirst, 'entry', 'entries')} ${onlyFirst === 1 ? 'stands' : 'stand'} in the first run only and ${plural(
      onlySecond,
      'entry',
      'entries',
    )} in the second only, e.g. ${quote(example)} (${summary}) in run ${run}.`,
});
