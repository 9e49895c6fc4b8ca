/** Series in which a step was written more than once: the last value counts. */
import { defineCheck } from '../../model/check.ts';
import { plural } from '../../model/format-number.ts';
import { notesPerFile } from '../notes-per-file.ts';

type Facts = { readonly series: number; readonly example: string };

export const metricsRewrittenSteps = defineCheck<Facts>({
  id: 'metrics/rewritten-steps',
  title: 'Steps were written more than once',
  severity: 'notice',
  certainty: 'measured',
  since: '0.1.0',
  why: `The last value of a step counts, as in TensorBoard. In a fresh run no step comes twice, unless the file was appended to, or
several processes log under one name: then the values of one hide those of another.`,
  fix: `Log from one process, and write into a fresh folder:

\`\`\`python
if torch.distributed.get_rank() == 0:
    logger.log(metrics, step=step)
\`\`\``,
  find: (evidence) =>
    notesPerFile(evidence, (code) => code === 'REWRITTEN_STEPS').map(({ place, messages }) => ({
      place,
      facts: { series: messages.length, example: messages[0] ?? '' },
    })),
  message: ({ series, example }) =>
    `${plural(series, 'series', 'series')} ${series === 1 ? 'has' : 'have'} steps that were written more than once: ${example.replace(/\.$/, '')}.`,
});
