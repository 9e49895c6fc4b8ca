/** Tensors and numbers that differ, and whose every difference lies inside the tolerance that the user declared. */
import { defineCheck } from '../../model/check.ts';
import { describeDelta } from '../../model/describe-delta.ts';
import { plural, quote } from '../../model/format-number.ts';
import { leavesPerFile } from '../leaves-per-file.ts';
import { worstValues } from '../worst-values.ts';

type Facts = { readonly differing: number; readonly worst: string; readonly size: string };

export const weightsWithinTolerance = defineCheck<Facts>({
  id: 'weights/within-tolerance',
  title: 'Tensors differ within the tolerance',
  severity: 'notice',
  certainty: 'measured',
  since: '0.1.0',
  why: `The tolerance was declared by you, so the difference passes; it is still a difference. A tolerance hides a cause, and the
distance between two runs grows with the length of the training.`,
  fix: `Keep the tolerance as small as the differences that you see, by glob where only some tensors need it:

\`\`\`yaml
tolerance:
  rules:
    - glob: "model/attention.**"
      max-ulp: 4
\`\`\``,
  find: (evidence) =>
    leavesPerFile(evidence, 'values', (leaf) => leaf.tolerated)
      .filter(({ decides }) => decides)
      .map(({ place, leaves }) => {
        const worst = worstValues(leaves);
        return {
          place: { ...place, entry: worst.place },
          facts: { differing: leaves.length, worst: worst.place, size: describeDelta(worst.delta) },
        };
      }),
  message: ({ differing, worst, size }) =>
    `${plural(differing, 'tensor')} ${differing === 1 ? 'differs' : 'differ'} inside the tolerance; ${
      differing === 1 ? 'it is' : 'the most in'
    } ${quote(worst)}: ${size}.`,
});
