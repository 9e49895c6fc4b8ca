/** Files that could belong to several of the other run: shown, never guessed. */
import { defineCheck } from '../../model/check.ts';
import { formatList, quote } from '../../model/format-number.ts';
import { shownRun } from '../leaves-per-file.ts';

type Facts = { readonly first: readonly string[]; readonly second: readonly string[] };

export const filesAmbiguousPairing = defineCheck<Facts>({
  id: 'files/ambiguous-pairing',
  title: 'It is not clear which files belong together',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `Once times and ids are taken out of the names, several files are called the same. Comparing a wrong pair would show a
difference that is none, or hide one; so they were not compared, and the audit is inconclusive.`,
  fix: `Write each run into one folder of its own, and name files by what they are:

\`\`\`python
out = pathlib.Path(os.environ.get("TRAIN_TWICE_OUTPUT_DIR", "outputs"))
\`\`\``,
  find: (evidence) =>
    evidence.comparisons.flatMap((comparison) =>
      comparison.coverage.ambiguous.map(({ neutralPath, first, second }) => ({
        place: { run: shownRun(evidence, comparison), file: neutralPath },
        facts: { first: first.slice(0, 20), second: second.slice(0, 20) },
      })),
    ),
  message: ({ first, second }) =>
    `${shown(first)} of the first run could each belong to ${shown(second)} of the second; one of each was expected.`,
});

function shown(paths: readonly string[]): string {
  return paths.length === 0
    ? 'no file'
    : formatList(
        paths.map((path) => quote(path)),
        3,
      );
}
