/** Metric files (and pictures, and others that were taken apart) whose bytes differ although nothing that counts in them does. */
import { defineCheck } from '../../model/check.ts';
import { formatList } from '../../model/format-number.ts';
import { leavesPerFile } from '../leaves-per-file.ts';

type Facts = { readonly causes: readonly string[] };

export const metricsBytesDifferContentEqual = defineCheck<Facts>({
  id: 'metrics/bytes-differ-content-equal',
  title: 'Bytes differ, points are equal',
  severity: 'notice',
  certainty: 'measured',
  since: '0.1.0',
  why: `Every point that decides is the same. The rest of the file is not: wall times, host names and durations belong to the run and
not to the result.`,
  fix: `Nothing has to be done. To get the same bytes too, keep times out of the file:

\`\`\`python
log.write(json.dumps({"step": step, "loss": loss}, sort_keys=True) + "\\n")
\`\`\``,
  find: (evidence) =>
    leavesPerFile(evidence, 'container-bytes')
      .filter(({ decides, role }) => decides && role !== 'checkpoint')
      .map(({ place, leaves }) => ({ place, facts: { causes: [...new Set(leaves.flatMap((leaf) => leaf.causes))] } })),
  message: ({ causes }) =>
    causes.length === 0
      ? 'The bytes differ and everything that decides is equal.'
      : `The bytes differ and everything that decides is equal; the rest differs in ${formatList(causes, 8)}.`,
});
