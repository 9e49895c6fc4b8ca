/** cuDNN free to choose algorithms that do not repeat, where torch used a GPU. */
import { defineCheck } from '../../model/check.ts';
import { formatList } from '../../model/format-number.ts';
import { onGpu } from '../on-gpu.ts';
import { suspicionText } from '../suspicion.ts';

type Facts = { readonly diverged: boolean; readonly devices: readonly string[] };

export const determinismCudnnNotDeterministic = defineCheck<Facts>({
  id: 'determinism/cudnn-not-deterministic',
  title: 'The algorithms of cuDNN need not repeat',
  severity: 'warning',
  certainty: 'inferred',
  since: '0.1.0',
  why: `Some of cuDNN's backward passes of convolutions and poolings add with atomic instructions. It uses them unless it is told not to.`,
  fix: `Either of the two tells it:

\`\`\`python
torch.use_deterministic_algorithms(True)
torch.backends.cudnn.deterministic = True
\`\`\``,
  // Where all algorithms are to be deterministic, cuDNN's are too.
  find: (evidence) => onGpu(evidence, (torch) => !torch.cudnnDeterministic && !torch.deterministicAlgorithms),
  message: ({ diverged, devices }) => {
    const off = `\`torch.backends.cudnn.deterministic\` was off when the training ended${devices.length === 0 ? '' : `, on ${formatList(devices)}`}`;
    return suspicionText(diverged, off, `The setting ${off}`);
  },
});
