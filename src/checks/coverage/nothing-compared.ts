/** Comparisons in which neither a tensor nor a metric point was compared. */
import { defineCheck } from '../../model/check.ts';
import { plural } from '../../model/format-number.ts';
import { shownRun } from '../leaves-per-file.ts';

type Facts = { readonly files: number; readonly checkpoints: number; readonly setAside: number };

export const coverageNothingCompared = defineCheck<Facts>({
  id: 'coverage/nothing-compared',
  title: 'No result was compared',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `A pass is proven, never the absence of a finding. Without one element of a tensor and without one point of a metric there is
no evidence that anything was trained, and the audit is inconclusive.`,
  fix: `See what was found and set aside in the report's table of files that were not compared. Then let the training save a
checkpoint or metrics into its outputs, or take less into \`ignore\`:

\`\`\`yaml
outputs: [outputs]
metrics:
  stdout: ['^step (?P<step>\\d+) loss (?P<loss>\\S+)']
\`\`\``,
  find: (evidence) =>
    evidence.comparisons
      .filter(({ coverage }) => coverage.totals.elements === 0 && coverage.totals.points === 0)
      .map((comparison) => ({
        place: { run: shownRun(evidence, comparison) },
        facts: {
          files: comparison.coverage.totals.files,
          checkpoints: comparison.coverage.totals.checkpoints,
          setAside: comparison.coverage.notCompared.length,
        },
      })),
  message: ({ files, checkpoints, setAside }) =>
    `${plural(files, 'file')} and ${plural(checkpoints, 'checkpoint')} were compared, with no tensor element and no metric point in them; ${plural(
      setAside,
      'file',
    )} ${setAside === 1 ? 'was' : 'were'} not compared. At least one element or point was expected.`,
});
