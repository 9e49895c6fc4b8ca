/** Pictures that differ, by pixels where they could be read, else by bytes. */
import { defineCheck } from '../../model/check.ts';
import { describeDelta } from '../../model/describe-delta.ts';
import { formatInteger, formatShape } from '../../model/format-number.ts';
import { leavesPerFile } from '../leaves-per-file.ts';

type Facts = { readonly how: string };

export const filesImageDiffers = defineCheck<Facts>({
  id: 'files/image-differs',
  title: 'A picture differs',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `A plot of the same numbers by the same program has the same pixels. Where it has not, the numbers differ, or the picture
shows something of the run itself, such as the date.`,
  fix: `Compare the numbers behind it first. A picture that shows the time or a folder can be set aside:

\`\`\`yaml
ignore:
  files: ["**/*.png"]
\`\`\``,
  find: (evidence) => [
    ...leavesPerFile(evidence, 'values', (leaf) => !leaf.tolerated)
      .filter(({ decides, role }) => decides && role === 'image')
      .flatMap(({ place, leaves }) =>
        leaves.slice(0, 1).map((leaf) => ({ place, facts: { how: `Of the pixels, ${describeDelta(leaf.delta)}` } })),
      ),
    ...leavesPerFile(evidence, 'shape')
      .filter(({ decides, role }) => decides && role === 'image')
      .flatMap(({ place, leaves }) =>
        leaves.slice(0, 1).map(({ shapes }) => ({
          place,
          facts: {
            how: `The picture is ${formatShape(shapes.first)} in the first run and ${formatShape(shapes.second)} in the second`,
          },
        })),
      ),
    ...leavesPerFile(evidence, 'dtype')
      .filter(({ decides, role }) => decides && role === 'image')
      .flatMap(({ place, leaves }) =>
        leaves.slice(0, 1).map(({ dtypes }) => ({
          place,
          facts: { how: `The pixels are ${dtypes.first} in the first run and ${dtypes.second} in the second` },
        })),
      ),
    ...leavesPerFile(evidence, 'bytes')
      .filter(({ decides, role }) => decides && role === 'image')
      .flatMap(({ place, leaves }) =>
        leaves.slice(0, 1).map((leaf) => ({
          place,
          facts: { how: `The bytes differ from byte ${formatInteger(leaf.firstOffset)} on` },
        })),
      ),
  ],
  message: ({ how }) => `${how}.`,
});
