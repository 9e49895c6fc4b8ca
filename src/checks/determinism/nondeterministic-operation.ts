/** Operations that torch itself named as not deterministic while the training ran. */
import { defineCheck } from '../../model/check.ts';
import { formatList, plural } from '../../model/format-number.ts';
import { processesOf, runsDiverged, suspicionText, weightOf } from '../suspicion.ts';

type Facts = { readonly diverged: boolean; readonly operations: readonly string[] };

export const determinismNondeterministicOperation = defineCheck<Facts>({
  id: 'determinism/nondeterministic-operation',
  title: 'An operation without a deterministic form was used',
  severity: 'warning',
  certainty: 'inferred',
  since: '0.1.0',
  why: `\`use_deterministic_algorithms(True, warn_only=True)\` lets operations through that have no deterministic form, and warns. Each of them may
give other sums in each run, whatever the seed is.`,
  fix: `Replace the operation, or move it to the CPU, and let torch refuse what is left:

\`\`\`python
torch.use_deterministic_algorithms(True)      # without warn_only
\`\`\``,
  find: (evidence) => {
    const diverged = runsDiverged(evidence);
    const operations = [...new Set(processesOf(evidence).flatMap(({ seen }) => seen.torch?.operations ?? []))].sort();
    return operations.length === 0
      ? []
      : [{ facts: { diverged, operations: operations.slice(0, 20) }, ...weightOf(diverged) }];
  },
  message: ({ diverged, operations }) => {
    const used = `${plural(operations.length, 'operation')} that ${operations.length === 1 ? 'has' : 'have'} no deterministic form: ${formatList(
      operations.map((name) => `\`${name.replaceAll('`', '')}\``),
    )}`;
    return suspicionText(diverged, `torch warned of ${used}`, `Torch warned of ${used}`);
  },
});
