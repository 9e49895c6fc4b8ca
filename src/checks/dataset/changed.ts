/** Data that changed between the start of the first run and the end of the last one. */
import { defineCheck, type Found } from '../../model/check.ts';
import type { Dataset } from '../../model/dataset.ts';
import { plainPath } from '../../model/dataset-subject.ts';
import type { Evidence } from '../../model/evidence.ts';
import { formatList, plural, quote } from '../../model/format-number.ts';
import { judgedClaims } from '../judged-claims.ts';
import { sameDigest } from '../recorded-claims.ts';

type Facts = {
  readonly dataset: string;
  readonly isFolder: boolean;
  /** Nothing of it is left. */
  readonly isGone: boolean;
  /** At most 20. */
  readonly files: readonly string[];
  /** Runs that were seen to write them; empty where nobody knows who did. */
  readonly writers: readonly number[];
  /** Every run wrote every one of them: each run saw what it made. */
  readonly everyRun: boolean;
};

export const datasetChanged = defineCheck<Facts>({
  id: 'dataset/changed',
  title: 'The data changed while the audit ran',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `The runs did not read the same data: what one of them changed, or another process in the meantime, the next one found changed.
Caches that a library writes beside the data count too; a second run reads them instead of the data.`,
  fix: `Let the training write nothing into its data, and make the data read-only while it is audited:

\`\`\`sh
chmod -R a-w data/
\`\`\`

A cache belongs into the outputs: \`cache_dir=os.environ["TRAIN_TWICE_OUTPUT_DIR"]\`.`,
  find: (evidence) => evidence.datasets.flatMap((dataset) => changeOf(dataset, evidence)),
  message: ({ dataset, isFolder, isGone, files, writers, everyRun }) => {
    const many = `${files.length === 20 ? '20 files or more' : plural(files.length, 'file')} of ${quote(dataset)} changed (${formatList(
      files.map((file) => quote(file, 60)),
      3,
    )})`;
    const removers = writers.length === 0 ? 'while the audit ran' : `by run ${formatList(writers.map(String))}`;
    if (isGone) return `${quote(dataset)} was removed ${removers}.`;
    const what = isFolder ? many : `${quote(dataset)} changed`;
    if (everyRun) return `${what}: every run wrote ${files.length === 1 ? 'it' : 'them'} anew.`;
    if (writers.length === 0) return `${what} while the audit ran.`;
    return `${what}: run ${formatList(writers.map(String))} wrote ${files.length === 1 ? 'it' : 'them'}.`;
  },
});

function changeOf(dataset: Dataset, evidence: Evidence): readonly Found<Facts>[] {
  const files = dataset.changed ?? [];
  if (files.length === 0) return [];
  const writersByFile = files.map((file) => writersOf(dataset, file, evidence));
  const writers = [...new Set(writersByFile.flat())].toSorted((a, b) => a - b);
  const everyRun = evidence.runs.length > 0 && writersByFile.every((runs) => runs.length === evidence.runs.length);
  const found = {
    place: { file: dataset.path },
    facts: {
      dataset: dataset.path,
      isFolder: dataset.state === 'folder',
      isGone: dataset.state === 'missing',
      files,
      writers,
      everyRun,
    },
  };
  if (!everyRun) return [found];
  // Data that each run prepares: what was recorded or declared tells whether it is what it was.
  const told = toldOf(dataset, evidence);
  if (told === 'true') return [];
  return [told === 'false' ? found : { ...found, severity: 'notice' }];
}

function writersOf({ path, state }: Dataset, file: string, { runs }: Evidence): readonly number[] {
  const whole = plainPath(state === 'folder' ? `${path}/${file}` : path);
  return runs
    .filter((run) =>
      [...run.written, ...run.outside].some(
        (written) => written.path === whole || `${run.workingDirectory}/${written.path}` === whole,
      ),
    )
    .map(({ number }) => number);
}

/** Whether somebody said what the data is, and was right. */
function toldOf(dataset: Dataset, evidence: Evidence): 'true' | 'false' | 'nothing' {
  const declared = dataset.expected?.digest.replace(/\.dir$/, '');
  if (declared !== undefined)
    return dataset.digests.some(({ digest }) => sameDigest(digest, declared)) ? 'true' : 'false';
  const verdicts = judgedClaims(evidence)
    .map(({ verdict }) => verdict)
    .filter((verdict) => verdict.kind !== 'false' && verdict.dataset?.path === dataset.path);
  if (verdicts.length === 0) return 'nothing';
  return verdicts.every(({ kind }) => kind === 'true') ? 'true' : 'false';
}
