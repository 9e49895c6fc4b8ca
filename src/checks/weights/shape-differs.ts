/** Tensors that both runs have, in different shapes. */
import { defineCheck } from '../../model/check.ts';
import { formatShape, plural, quote } from '../../model/format-number.ts';
import { leavesPerFile } from '../leaves-per-file.ts';

type Facts = {
  readonly differing: number;
  readonly example: string;
  readonly first: readonly number[];
  readonly second: readonly number[];
};

export const weightsShapeDiffers = defineCheck<Facts>({
  id: 'weights/shape-differs',
  title: 'Tensors have different shapes',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `The two runs built different models. A shape usually follows from the data (vocabulary, number of classes) or from the
configuration: one of these was not the same in both runs.`,
  fix: `Build vocabularies and label maps from sorted input, and write their sizes into the configuration:

\`\`\`python
labels = sorted({sample.label for sample in dataset})
\`\`\``,
  find: (evidence) =>
    leavesPerFile(evidence, 'shape')
      .filter(({ decides, role }) => decides && role !== 'image')
      .flatMap(({ place, leaves }) => {
        const [example] = leaves;
        if (example === undefined) return [];
        const { first, second } = example.shapes;
        return [
          {
            place: { ...place, entry: example.place },
            facts: { differing: leaves.length, example: example.place, first, second },
          },
        ];
      }),
  message: ({ differing, example, first, second }) =>
    `${plural(differing, 'tensor')} ${differing === 1 ? 'has' : 'have'} another shape in the second run: ${quote(example)} is ${formatShape(first)} in the first and ${formatShape(second)} in the second.`,
});
