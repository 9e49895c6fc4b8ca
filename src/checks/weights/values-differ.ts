/** Tensors of the same dtype and shape whose elements differ beyond the tolerance, one finding per checkpoint. */
import { defineCheck } from '../../model/check.ts';
import { describeDelta } from '../../model/describe-delta.ts';
import { formatInteger, formatShape, plural, quote } from '../../model/format-number.ts';
import { leavesPerFile } from '../leaves-per-file.ts';
import { worstValues } from '../worst-values.ts';

type Facts = {
  readonly differing: number;
  readonly tensors: number;
  readonly worst: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly size: string;
};

export const weightsValuesDiffer = defineCheck<Facts>({
  id: 'weights/values-differ',
  title: 'Tensors have different values',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `The two runs had the same command, the same seed and the same starting state, and trained different numbers. Whoever
runs this training again will get a third result: a measured improvement may then be chance, and a model that was released
cannot be made again.`,
  fix: `Find the first point in time at which the runs part: the report names the first divergent step. At step 0 or 1 look at
seeding and at the order of the data; later, look at nondeterministic kernels. Seed everything before the model is built:

\`\`\`python
import os, random, numpy, torch

def set_seed(seed: int) -> None:
    random.seed(seed)
    numpy.random.seed(seed)
    torch.manual_seed(seed)            # seeds all CUDA devices too
    torch.backends.cudnn.benchmark = False
    torch.backends.cudnn.deterministic = True
    torch.use_deterministic_algorithms(True)

set_seed(int(os.environ["TRAIN_TWICE_SEED"]))
\`\`\`

Give every \`DataLoader\` a \`generator\` and a \`worker_init_fn\`. If the kernels you need have no deterministic form, declare a
\`tolerance\` and \`require: within-tolerance\`.`,
  find: (evidence) =>
    leavesPerFile(evidence, 'values', (leaf) => !leaf.tolerated)
      .filter(({ decides, role }) => decides && role !== 'image')
      .map(({ comparison, place, neutralPath, leaves }) => {
        const worst = worstValues(leaves);
        const compared = comparison.coverage.checkpoints.find((checkpoint) => checkpoint.place === neutralPath);
        return {
          place: { ...place, entry: worst.place },
          facts: {
            differing: leaves.length,
            tensors: Math.max(compared?.tensors ?? 0, leaves.length),
            worst: worst.place,
            dtype: worst.dtype,
            shape: worst.shape,
            size: describeDelta(worst.delta),
          },
        };
      }),
  message: ({ differing, tensors, worst, dtype, shape, size }) =>
    `${formatInteger(differing)} of ${plural(tensors, 'tensor')} ${differing === 1 ? 'differs' : 'differ'}; ${
      differing === 1 ? 'it is' : 'the most in'
    } ${quote(worst)} (${dtype} ${formatShape(shape)}): ${size}.`,
});
