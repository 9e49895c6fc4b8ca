/** Tensors that both runs have, in different element types. */
import { defineCheck } from '../../model/check.ts';
import { plural, quote } from '../../model/format-number.ts';
import { leavesPerFile } from '../leaves-per-file.ts';

type Facts = { readonly differing: number; readonly example: string; readonly first: string; readonly second: string };

export const weightsDtypeDiffers = defineCheck<Facts>({
  id: 'weights/dtype-differs',
  title: 'Tensors have different element types',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `The same tensor in another precision is another result, even where rounding makes the numbers look alike. It usually
means that the two runs took different paths: autocast on or off, another device, another default dtype.`,
  fix: `Set the precision explicitly, and not from what the machine offers:

\`\`\`python
torch.set_default_dtype(torch.float32)
with torch.autocast("cuda", dtype=torch.bfloat16, enabled=config.amp):
    ...
\`\`\``,
  find: (evidence) =>
    leavesPerFile(evidence, 'dtype')
      .filter(({ decides, role }) => decides && role !== 'image')
      .flatMap(({ place, leaves }) => {
        const [worst] = leaves;
        if (worst === undefined) return [];
        const { first, second } = worst.dtypes;
        return [
          {
            place: { ...place, entry: worst.place },
            facts: { differing: leaves.length, example: worst.place, first, second },
          },
        ];
      }),
  message: ({ differing, example, first, second }) =>
    `${plural(differing, 'tensor')} ${differing === 1 ? 'has' : 'have'} another element type in the second run: ${quote(example)} is ${first} in the first and ${second} in the second.`,
});
