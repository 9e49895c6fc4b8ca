/** TensorFloat-32, where torch used a GPU: it repeats on one model of GPU, and on no other. */
import { defineCheck } from '../../model/check.ts';
import { formatList } from '../../model/format-number.ts';
import type { SeenProcess } from '../../model/observed-process.ts';
import { processesOf, runsDiverged } from '../suspicion.ts';

type Facts = { readonly where: readonly string[]; readonly devices: readonly string[]; readonly several: boolean };

export const determinismReducedPrecision = defineCheck<Facts>({
  id: 'determinism/reduced-precision',
  title: 'Products are rounded to TensorFloat-32',
  severity: 'notice',
  certainty: 'measured',
  since: '0.1.0',
  why: `TF32 keeps 10 bits of the mantissa, in units that differ between generations of GPUs: the same seed gives the same numbers on the same
model only. A baseline from another model will not be met.`,
  fix: `Switch it off where results must agree between models of GPUs; matrix products become slower:

\`\`\`python
torch.set_float32_matmul_precision("highest")
torch.backends.cudnn.allow_tf32 = False
\`\`\`

Or record the model of the GPU, and compare only runs of one model.`,
  find: (evidence) => {
    const seen = processesOf(evidence)
      .map((one) => one.seen)
      .filter(({ torch }) => torch?.cudaUsed === true && torch.matmulTf32 === true);
    if (seen.length === 0) return [];
    const devices = [...new Set(seen.flatMap(devicesOf))].sort();
    // On one model it repeats; between two it is a cause.
    const several = devices.length > 1 && runsDiverged(evidence);
    return [
      {
        facts: { where: ['matrix products'], devices, several },
        ...(several ? { severity: 'warning' as const, certainty: 'inferred' as const } : {}),
      },
    ];
  },
  message: ({ where, devices, several }) =>
    several
      ? `Likely cause: the runs used ${formatList(devices)}, with TensorFloat-32 for ${formatList(where)}, which differs between them.`
      : `TensorFloat-32 was on for ${formatList(where)}${devices.length === 0 ? '' : `, on ${formatList(devices)}`}: another model of GPU gives other results.`,
});

function devicesOf({ torch }: SeenProcess): readonly string[] {
  return torch?.devices.map(({ name }) => name) ?? [];
}
