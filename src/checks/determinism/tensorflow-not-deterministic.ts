/** TensorFlow's operations free to sum in any order, where it had a GPU. */
import { defineCheck } from '../../model/check.ts';
import { formatList } from '../../model/format-number.ts';
import { processesOf, runsDiverged, suspicionText, weightOf } from '../suspicion.ts';

type Facts = { readonly diverged: boolean; readonly devices: readonly string[] };

export const determinismTensorflowNotDeterministic = defineCheck<Facts>({
  id: 'determinism/tensorflow-not-deterministic',
  title: "TensorFlow's operations need not repeat",
  severity: 'warning',
  certainty: 'inferred',
  since: '0.1.0',
  why: `Many of TensorFlow's operations on a GPU sum in an order that is another in each run, unless determinism is asked for.`,
  fix: `Ask for it before the first operation; an operation that has no deterministic form then says so:

\`\`\`python
tf.keras.utils.set_random_seed(seed)
tf.config.experimental.enable_op_determinism()
\`\`\``,
  find: (evidence) => {
    const diverged = runsDiverged(evidence);
    const loose = processesOf(evidence).flatMap(({ seen: { tensorflow, variables } }) =>
      tensorflow !== null &&
      tensorflow.gpus.length > 0 &&
      tensorflow.opDeterminism === false &&
      !/^(?:1|true)$/i.test(variables.TF_DETERMINISTIC_OPS ?? '')
        ? [tensorflow]
        : [],
    );
    if (loose.length === 0) return [];
    const devices = [...new Set(loose.flatMap(({ gpus }) => gpus))].sort();
    return [{ facts: { diverged, devices }, ...weightOf(diverged) }];
  },
  message: ({ diverged, devices }) => {
    const off = `determinism of TensorFlow's operations was off when the training ended, on ${formatList(devices)}`;
    return suspicionText(diverged, off, `D${off.slice(1)}`);
  },
});
