/** Float tensors that hold no finite number at all: that both runs have them equal proves nothing. */
import { defineCheck } from '../../model/check.ts';
import { plural } from '../../model/format-number.ts';
import { shownRun } from '../leaves-per-file.ts';

type Facts = { readonly nonFinite: number; readonly floatTensors: number };

export const weightsNonFinite = defineCheck<Facts>({
  id: 'weights/non-finite',
  title: 'Tensors hold only NaN or infinity',
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `A training whose weights became NaN is reproducible in a way that helps nobody: every seed ends there. Where *all* float
tensors of a checkpoint are like this, the audit is inconclusive.`,
  fix: `Stop at the first bad step, so that the cause is near:

\`\`\`python
if not torch.isfinite(loss):
    raise RuntimeError(f"loss is {loss.item()} at step {step}")
torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
\`\`\``,
  find: (evidence) =>
    evidence.comparisons.flatMap((comparison) =>
      comparison.coverage.checkpoints
        .filter((checkpoint) => checkpoint.nonFiniteTensors > 0)
        .map(({ place, nonFiniteTensors, floatTensors }) => ({
          place: { run: shownRun(evidence, comparison), file: place },
          facts: { nonFinite: nonFiniteTensors, floatTensors },
        })),
    ),
  message: ({ nonFinite, floatTensors }) =>
    `${nonFinite} of ${plural(floatTensors, 'float tensor')} ${nonFinite === 1 ? 'holds' : 'hold'} not a single finite number; at least one was expected in each.`,
});
