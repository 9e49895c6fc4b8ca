/** Files other than checkpoints that only one of the two runs wrote. */
import { defineCheck } from '../../model/check.ts';
import { missingFiles } from '../missing-files.ts';

type Facts = { readonly run: number; readonly other: number; readonly role: string };

export const filesMissingInOneRun = defineCheck<Facts>({
  id: 'files/missing-in-one-run',
  title: 'A file stands in one run only',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `The runs did not leave the same files. One of them did something that the other did not, or the file's name carries something
that the pairing could not recognize as a time or an id.`,
  fix: `Give files names that do not change from run to run, or set the file aside by name:

\`\`\`yaml
ignore:
  files: ["**/core.*"]
\`\`\``,
  find: (evidence) =>
    missingFiles(evidence)
      .filter(({ role }) => role !== 'checkpoint')
      .map(({ place, role, run, other }) => ({ place, facts: { run, other, role } })),
  message: ({ run, other, role }) =>
    `Only run ${run} has this file (${role === 'metrics' ? 'metrics' : role === 'image' ? 'a picture' : 'compared by bytes'}); run ${other} has none that belongs to it.`,
});
