/** Runs without a list of the packages that were installed. */
import { defineCheck } from '../../model/check.ts';
import { quote } from '../../model/format-number.ts';
import { sawImports } from '../imported-packages.ts';
import { missingRecords } from '../missing-records.ts';

type Facts = {
  readonly runs: readonly number[];
  readonly of: number;
  /** The lock files that were held against the imports instead. */
  readonly locks: readonly string[];
};

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
\`\`\`

A lock file beside the code (\`uv.lock\`, \`poetry.lock\`, \`pixi.lock\`, a pinned \`requirements.txt\`) does not go with the results, but it is held
against what was imported.`,
  find: (evidence) =>
    missingRecords(evidence, (record) => record.kind === 'requirements').map(({ place, facts, partly }) => {
      const readable = evidence.locks.filter(({ lines }) => lines.length > 0).map(({ path }) => path);
      const locks = !partly && sawImports(evidence) ? readable : [];
      const severity = partly ? 'error' : locks.length > 0 ? 'notice' : 'warning';
      return { place, facts: { ...facts, locks }, severity };
    }),
  message: ({ runs, of, locks }) =>
    locks.length > 0
      ? `No run left a list of its packages; ${locks.map((lock) => quote(lock)).join(' and ')} beside the code ${
          locks.length === 1 ? 'was' : 'were'
        } held against the imported packages instead.`
      : runs.length === of
        ? 'No run left a list of its packages; "requirements.txt" from pip freeze was expected beside the results.'
        : `Run ${runs.join(', ')} left no list of its packages, the other did; "requirements.txt" was expected in both.`,
});
