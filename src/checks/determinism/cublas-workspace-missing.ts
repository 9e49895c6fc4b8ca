/** cuBLAS without a fixed workspace, where torch used a GPU. */
import { defineCheck } from '../../model/check.ts';
import { formatList } from '../../model/format-number.ts';
import { onGpu } from '../on-gpu.ts';
import { suspicionText } from '../suspicion.ts';

type Facts = { readonly diverged: boolean; readonly devices: readonly string[] };

export const determinismCublasWorkspaceMissing = defineCheck<Facts>({
  id: 'determinism/cublas-workspace-missing',
  title: 'The workspace of cuBLAS is not fixed',
  severity: 'warning',
  certainty: 'inferred',
  since: '0.1.0',
  why: `When several streams multiply matrices at the same time, cuBLAS gives each the workspace that is free, and sums in another order.
torch no longer insists on the setting, so that its absence is silent.`,
  fix: `Leave it to the determinism set (it is set by default), or set it before the first use of the GPU:

\`\`\`yaml
environment-variables:
  CUBLAS_WORKSPACE_CONFIG: ":4096:8"   # about 24 MiB; ":16:8" is smaller and slower
\`\`\``,
  find: (evidence) => onGpu(evidence, (_torch, { variables }) => (variables.CUBLAS_WORKSPACE_CONFIG ?? '') === ''),
  message: ({ diverged, devices }) => {
    const missing = `\`CUBLAS_WORKSPACE_CONFIG\` was not set when the training ended${devices.length === 0 ? '' : `, on ${formatList(devices)}`}`;
    return suspicionText(diverged, missing, `The variable ${missing}`);
  },
});
