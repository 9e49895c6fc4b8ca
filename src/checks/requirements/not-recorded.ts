/** Runs without a list of the packages that were installed. */
import { defineCheck } from '../../model/check.ts';
import { missingRecords } from '../missing-records.ts';

type Facts = { readonly runs: readonly number[]; readonly of: number };

export const requirementsNotRecorded = defineCheck<Facts>({
  id: 'requirements/not-recorded',
  title: 'The packages were not recorded',
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `A \`requirements.txt\` in the repository says what was asked for; only \`pip freeze\` at the time of the run says what was there.`,
  fix: `Write it beside the results:

\`\`\`python
freeze = subprocess.run([sys.executable, "-m", "pip", "freeze"], capture_output=True, text=True, check=True)
(out / "requirements.txt").write_text(freeze.stdout)
\`\`\``,
  find: (evidence) =>
    missingRecords(evidence, (record) => record.kind === 'requirements').map(({ place, facts, partly }) => ({
      place,
      facts,
      ...(partly ? { severity: 'error' as const } : {}),
    })),
  message: ({ runs, of }) =>
    runs.length === of
      ? 'No run left a list of its packages; "requirements.txt" from pip freeze was expected beside the results.'
      : `Run ${runs.join(', ')} left no list of its packages, the other did; "requirements.txt" was expected in both.`,
});
