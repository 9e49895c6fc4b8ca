/** Facts about entries that are no content: key order, class of a container, strides, device, sharing of storages. */
import { defineCheck } from '../../model/check.ts';
import { formatList, plural, quote } from '../../model/format-number.ts';
import { leavesPerFile } from '../leaves-per-file.ts';

type Facts = {
  readonly places: number;
  readonly aspects: readonly string[];
  readonly example: string;
  readonly aspect: string;
  readonly first: string;
  readonly second: string;
};

export const checkpointsStructureDiffers = defineCheck<Facts>({
  id: 'checkpoints/structure-differs',
  title: 'Structure differs, values are equal',
  severity: 'notice',
  certainty: 'measured',
  since: '0.1.0',
  why: `The numbers agree; how they are kept does not. Key order and storage sharing can matter to whoever loads the file (tied
weights that are no longer tied will part when training goes on), and another device or another class shows that the two runs
did not take quite the same path.`,
  fix: `For key order, build dictionaries from sorted or fixed lists, never from a set:

\`\`\`python
metrics = {name: values[name] for name in sorted(values)}
\`\`\``,
  find: (evidence) =>
    leavesPerFile(evidence, 'structure')
      .filter(({ decides }) => decides)
      .flatMap(({ place, leaves }) => {
        const [example] = leaves;
        if (example === undefined) return [];
        return [
          {
            place: { ...place, entry: example.place === '' ? null : example.place },
            facts: {
              places: leaves.length,
              aspects: [...new Set(leaves.map((leaf) => leaf.aspect))].sort(),
              example: example.place,
              aspect: example.aspect,
              first: example.values.first,
              second: example.values.second,
            },
          },
        ];
      }),
  message: ({ places, aspects, example, aspect, first, second }) =>
    `${plural(places, 'fact')} about structure ${places === 1 ? 'differs' : 'differ'} (${formatList(aspects, 10)}), e.g. ${aspect}${
      example === '' ? '' : ` of ${quote(example)}`
    }: ${quote(first, 60)} in the first run, ${quote(second, 60)} in the second.`,
});
