/** Names in a pickle that loading it would import and call: said, since nobody expects code in a file of weights. */
import { defineCheck } from '../../model/check.ts';
import { formatList, plural } from '../../model/format-number.ts';
import { shownRun } from '../leaves-per-file.ts';

type Facts = { readonly names: readonly string[] };

export const checkpointsExecutableReferences = defineCheck<Facts>({
  id: 'checkpoints/executable-references',
  title: 'Loading this checkpoint runs code',
  severity: 'notice',
  certainty: 'measured',
  since: '0.1.0',
  why: `\`torch.load(..., weights_only=False)\` imports and calls what the file names. This tool never does: it reads the file as
data. Whoever receives the checkpoint has to trust it like a program, and must have the same modules installed.`,
  fix: `Save tensors and plain values, and load with \`weights_only=True\`:

\`\`\`python
torch.save({"model_state_dict": model.state_dict(), "config": dict(config)}, path)
state = torch.load(path, weights_only=True)
\`\`\``,
  find: (evidence) =>
    evidence.comparisons.flatMap((comparison) =>
      comparison.coverage.checkpoints
        .filter((checkpoint) => checkpoint.executableReferences.length > 0)
        .map((checkpoint) => ({
          place: { run: shownRun(evidence, comparison), file: checkpoint.place },
          facts: { names: [...new Set(checkpoint.executableReferences)].sort() },
        })),
    ),
  message: ({ names }) =>
    `Unpickling this file would import and call ${plural(names.length, 'name')} that ${names.length === 1 ? 'is' : 'are'} no plain data: ${formatList(names, 4)}.`,
});
