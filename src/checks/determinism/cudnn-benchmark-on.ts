/** cuDNN's autotuner, where a GPU was used. */
import { defineCheck } from '../../model/check.ts';
import { formatList } from '../../model/format-number.ts';
import { onGpu } from '../on-gpu.ts';
import { suspicionText } from '../suspicion.ts';

type Facts = { readonly diverged: boolean; readonly devices: readonly string[] };

export const determinismCudnnBenchmarkOn = defineCheck<Facts>({
  id: 'determinism/cudnn-benchmark-on',
  title: 'Autotuning: cuDNN chooses its algorithms by timing them',
  severity: 'warning',
  certainty: 'inferred',
  since: '0.1.0',
  why: `With \`cudnn.benchmark\` the fastest of several algorithms is found out in each run anew. Another one may win, and sums in
another order.`,
  fix: `Switch it off; convolutions may become somewhat slower:

\`\`\`python
torch.backends.cudnn.benchmark = False
torch.backends.cudnn.deterministic = True
\`\`\``,
  find: (evidence) => onGpu(evidence, (torch) => torch.cudnnBenchmark),
  message: ({ diverged, devices }) => {
    const on = `\`torch.backends.cudnn.benchmark\` was on when the training ended${devices.length === 0 ? '' : `, on ${formatList(devices)}`}`;
    return suspicionText(diverged, on, `The setting ${on}`);
  },
});
