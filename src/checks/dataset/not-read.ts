/** Declared data of which the observer saw no file opened. */
import { defineCheck } from '../../model/check.ts';
import type { Dataset } from '../../model/dataset.ts';
import { plainPath } from '../../model/dataset-subject.ts';
import { quote } from '../../model/format-number.ts';
import { type ObservedReads, seenProcesses } from '../../model/observed-process.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { isDeclared } from '../recorded-claims.ts';

type Facts = { readonly dataset: string; readonly runs: readonly number[]; readonly of: number };

export const datasetNotRead = defineCheck<Facts>({
  id: 'dataset/not-read',
  title: 'No process was seen to read the declared data',
  severity: 'notice',
  certainty: 'inferred',
  since: '0.1.0',
  why: `The digest of data that the training never opens says nothing about what was trained. The observer sees files that Python opens;
libraries in C (HDF5, Arrow, LMDB, image readers) open theirs unseen, so this is no proof.`,
  fix: `Name what the training really reads:

\`\`\`yaml
datasets: [data/processed/train.parquet]
\`\`\`

If a library in C reads it, nothing is wrong: \`checks: {dataset/not-read: off}\`.`,
  find: (evidence) => {
    const watched = evidence.runs.filter(wasWatched);
    return evidence.datasets.flatMap((dataset) => {
      if (!isDeclared(evidence, dataset) || (dataset.state !== 'file' && dataset.state !== 'folder')) return [];
      const runs = watched
        .filter((run) => !readsOf(run).some((reads) => touches(reads, dataset)))
        .map(({ number }) => number);
      if (runs.length === 0) return [];
      const run = runs.length === 1 && evidence.runs.length > 1 ? (runs[0] ?? null) : null;
      return [{ place: { run, file: dataset.path }, facts: { dataset: dataset.path, runs, of: evidence.runs.length } }];
    });
  },
  message: ({ dataset, runs, of }) =>
    `No Python process ${runs.length === of ? 'of the training' : `of run ${runs.join(', ')}`} was seen to open ${quote(dataset)} for reading.`,
});

/** The observer rode in every Python process, and every one told all that it opened. */
function wasWatched(run: RunRecord): boolean {
  const reads = readsOf(run);
  return (
    reads.length > 0 &&
    reads.every(({ dropped }) => dropped === 0) &&
    run.unobserved.length === 0 &&
    run.observed.every(({ kind }) => kind === 'seen')
  );
}

function readsOf({ observed }: RunRecord): readonly ObservedReads[] {
  return seenProcesses(observed).flatMap(({ reads }) => (reads === null ? [] : [reads]));
}

/** By the end of the path: the data may have been opened through a link, or from another folder. */
function touches({ files }: ObservedReads, { path }: Dataset): boolean {
  const wanted = `/${plainPath(path).replace(/^(?:\.\.\/)+|^\//, '')}`;
  return files.some((file) => `${plainPath(file)}/`.includes(`${wanted}/`));
}
