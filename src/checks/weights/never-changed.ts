/** Checkpoints of different epochs whose model weights are equal: nothing was trained between them. */
import { defineCheck } from '../../model/check.ts';
import { plural, quote } from '../../model/format-number.ts';
import { unchangedWeights } from '../../model/unchanged-weights.ts';
import { shownRun } from '../leaves-per-file.ts';

type Facts = { readonly first: string; readonly last: string; readonly tensors: number };

export const weightsNeverChanged = defineCheck<Facts>({
  id: 'weights/never-changed',
  title: 'The weights never changed',
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `Two runs that train nothing always agree. Equal weights in checkpoints of different epochs mean that the optimizer never
stepped, that the learning rate was 0, or that the same file was written under several names: agreement then proves nothing,
and the audit is inconclusive.`,
  fix: `Look whether the optimizer holds the parameters of the model that is saved, and whether \`optimizer.step()\` is reached:

\`\`\`python
optimizer = torch.optim.AdamW(model.parameters(), lr=config.lr)   # after model.to(device), after wrapping
\`\`\``,
  find: (evidence) =>
    evidence.comparisons.flatMap((comparison) =>
      unchangedWeights(comparison.coverage.checkpoints).map(({ first, last, tensors }) => ({
        place: { run: shownRun(evidence, comparison), file: last },
        facts: { first, last, tensors },
      })),
    ),
  message: ({ first, last, tensors }) =>
    `${tensors === 1 ? 'The only float tensor of the model is' : `All ${plural(tensors, 'float tensor')} of the model are`} the same in ${quote(first)} and ${quote(last)}; training was expected to change some.`,
});
