/** XLA's operations free to sum in any order, where JAX used a GPU. */
import { defineCheck } from '../../model/check.ts';
import { formatList, quote } from '../../model/format-number.ts';
import { processesOf, runsDiverged, suspicionText, weightOf } from '../suspicion.ts';

type Facts = { readonly diverged: boolean; readonly devices: readonly string[]; readonly flags: string | null };

export const determinismXlaNotDeterministic = defineCheck<Facts>({
  id: 'determinism/xla-not-deterministic',
  title: "XLA's operations need not repeat",
  severity: 'warning',
  certainty: 'inferred',
  since: '0.1.0',
  why: `On a GPU XLA chooses kernels by timing them, and scatters with atomic additions, unless deterministic ones are asked for.`,
  fix: `Set the flag before JAX is imported:

\`\`\`yaml
environment-variables:
  XLA_FLAGS: "--xla_gpu_deterministic_ops=true"
\`\`\``,
  find: (evidence) => {
    const diverged = runsDiverged(evidence);
    const loose = processesOf(evidence).filter(
      ({ seen: { jax, variables } }) =>
        jax?.backend === 'gpu' &&
        !/--xla_gpu_(?:deterministic_ops|exclude_nondeterministic_ops)(?:=true|\s|$)/.test(variables.XLA_FLAGS ?? ''),
    );
    const [example] = loose;
    if (example === undefined) return [];
    const devices = [...new Set(loose.flatMap(({ seen }) => seen.jax?.devices ?? []))].sort();
    return [{ facts: { diverged, devices, flags: example.seen.variables.XLA_FLAGS ?? null }, ...weightOf(diverged) }];
  },
  message: ({ diverged, devices, flags }) => {
    const off = `\`XLA_FLAGS\` ${flags === null ? 'was not set' : `was ${quote(flags, 80)}`} when JAX ended on ${formatList(devices)}, without \`--xla_gpu_deterministic_ops\``;
    return suspicionText(diverged, off, `The variable ${off}`);
  },
});
