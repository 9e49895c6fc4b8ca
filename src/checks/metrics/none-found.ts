/** No series of numbers was found in any file, nor in what the runs printed. */
import { defineCheck } from '../../model/check.ts';
import { plural } from '../../model/format-number.ts';

type Facts = { readonly files: number; readonly runs: number };

export const metricsNoneFound = defineCheck<Facts>({
  id: 'metrics/none-found',
  title: 'No metrics were found',
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `A metric at every step is the only thing that tells *when* two runs parted. Without one, a difference in the final weights
has no beginning to look at.`,
  fix: `Write one JSON object a line, with a step:

\`\`\`python
with open(out / "metrics.jsonl", "a") as log:
    log.write(json.dumps({"step": step, "train/loss": loss.item()}) + "\\n")
\`\`\`

or let the audit read what the training prints:

\`\`\`yaml
metrics:
  stdout: ['^step (?P<step>\\d+) loss (?P<loss>\\S+)']
\`\`\``,
  find: (evidence) => {
    if (evidence.inventories.length === 0) return [];
    const files = evidence.inventories.reduce((sum, inventory) => sum + inventory.files.length, 0);
    const found =
      evidence.inventories.some((inventory) => inventory.files.some((file) => file.role === 'metrics')) ||
      evidence.comparisons.some((comparison) => comparison.coverage.series.length > 0);
    return found ? [] : [{ facts: { files, runs: evidence.inventories.length } }];
  },
  message: ({ files, runs }) =>
    `None of the ${plural(files, 'file')} of ${plural(runs, 'run')} holds a metric series, nor was one read from the log; at least one was expected.`,
});
