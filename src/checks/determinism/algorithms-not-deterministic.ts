/** torch's deterministic algorithms switched off, where a GPU was used. */
import { defineCheck } from '../../model/check.ts';
import { formatList } from '../../model/format-number.ts';
import { onGpu } from '../on-gpu.ts';
import { suspicionText } from '../suspicion.ts';

type Facts = { readonly diverged: boolean; readonly devices: readonly string[] };

export const determinismAlgorithmsNotDeterministic = defineCheck<Facts>({
  id: 'determinism/algorithms-not-deterministic',
  title: 'Operations on the GPU may sum in any order',
  severity: 'warning',
  certainty: 'inferred',
  since: '0.1.0',
  why: `Many operations on a GPU add with atomic instructions, in the order in which threads happen to arrive: scatter_add, index_add,
backward passes of embeddings and of some convolutions. The same seed then gives sums that differ in the last bits.`,
  fix: `Ask for deterministic ones; an operation that has none then says so:

\`\`\`python
torch.use_deterministic_algorithms(True)
\`\`\``,
  find: (evidence) => onGpu(evidence, (torch) => !torch.deterministicAlgorithms),
  message: ({ diverged, devices }) => {
    const off = `\`torch.use_deterministic_algorithms\` was off when the training ended${devices.length === 0 ? '' : `, on ${formatList(devices)}`}`;
    return suspicionText(diverged, off, `The setting ${off}`);
  },
});
