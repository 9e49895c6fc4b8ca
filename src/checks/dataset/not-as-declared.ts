/** Data that is not what the option `datasets`, or DVC, says it is. */
import { defineCheck, type Found } from '../../model/check.ts';
import type { Dataset } from '../../model/dataset.ts';
import { formatBytes, plural, quote } from '../../model/format-number.ts';
import { sameDigest, shortDigest } from '../recorded-claims.ts';

type Facts = {
  readonly dataset: string;
  /** The DVC file that says what the data is; null for the option `datasets`. */
  readonly dvcFile: string | null;
  readonly expected: string;
  /** Null where the size alone tells. */
  readonly actual: string | null;
  readonly isFolder: boolean;
  /** Null where they are the same, or nobody said. */
  readonly sizes: readonly [expected: number, actual: number] | null;
  readonly counts: readonly [expected: number, actual: number] | null;
};

export const datasetNotAsDeclared = defineCheck<Facts>({
  id: 'dataset/not-as-declared',
  title: 'The data is not what it was declared to be',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `Somebody wrote down which data this training is to use, and other data lies there. What was trained belongs to the data that was
there, and cannot be compared with results on the data that was meant.`,
  fix: `Fetch the right data (\`dvc checkout\`, \`git lfs pull\`), or write down what is right now:

\`\`\`yaml
datasets:
  - path: data/train.csv
    sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08   # sha256sum data/train.csv
\`\`\`

\`dvc add data/train.csv\` (or \`dvc commit\`) writes DVC's digest anew. Of a folder \`sha256\` is that of its files one after the other in
the order of their paths: \`find . -type f -print0 | LC_ALL=C sort -z | xargs -0 cat | sha256sum\`.`,
  find: (evidence) => evidence.datasets.flatMap(wrong),
  message: ({ dataset, dvcFile, expected, actual, isFolder, sizes, counts }) => {
    const source = dvcFile === null ? '`datasets` says' : `${quote(dvcFile, 80)} says`;
    const is =
      actual === null
        ? ''
        : ` has ${quote(shortDigest(actual))}${isFolder && dvcFile === null ? ' over its contents' : ''}`;
    const differences = [
      ...(counts === null ? [] : [`${plural(counts[1], 'file')} instead of ${counts[0]}`]),
      ...(sizes === null ? [] : [sizeText(sizes)]),
    ];
    const also = differences.length === 0 ? '' : `${is === '' ? ' has' : ','} ${differences.join(', ')}`;
    return `${quote(dataset)}${is}${also}; ${source} ${quote(shortDigest(expected))}.`;
  },
});

function sizeText([expected, actual]: readonly [number, number]): string {
  const alike = formatBytes(expected) === formatBytes(actual);
  const show = (size: number): string => (alike ? plural(size, 'byte') : formatBytes(size));
  return `${show(actual)} instead of ${show(expected)}`;
}

function wrong(dataset: Dataset): readonly Found<Facts>[] {
  const { path, expected, state, digests, pointers, changed, dvcFile } = dataset;
  // Each of these is told by a finding of its own.
  if (expected === null || state === 'missing' || pointers.length > 0 || (changed !== null && changed.length > 0))
    return [];
  const declared = expected.digest.replace(/\.dir$/, '');
  const sizes = pairOf(expected.sizeBytes, dataset.sizeBytes);
  const counts = expected.digest.endsWith('.dir') ? pairOf(expected.files, dataset.files) : null;
  const same = digests.some(
    ({ algorithm, digest }) => algorithm === expected.algorithm && sameDigest(digest, declared),
  );
  if (same) return [];
  // What was not hashed can only be told by what is lacking: more may be what `.dvcignore` leaves out.
  const lacks = [sizes, counts].some((pair) => pair !== null && pair[1] < pair[0]);
  if (digests.length === 0 && !lacks) return [];
  const wanted = digests.filter(({ algorithm }) => algorithm === expected.algorithm);
  const isFolder = state === 'folder';
  const actual = isFolder
    ? wanted.find(({ scheme }) => scheme === (dvcFile === null ? 'contents' : 'dvc-folder'))
    : wanted.find(({ scheme }) => scheme === 'file');
  const facts = { dataset: path, dvcFile, expected: declared, actual: actual?.digest ?? null, isFolder, sizes, counts };
  // A lock says what was there when a stage last ran; the next run of the pipeline writes it anew.
  const severity = dvcFile?.endsWith('.lock') === true ? { severity: 'warning' as const } : {};
  return [{ place: { file: dvcFile ?? path }, facts, ...severity }];
}

function pairOf(expected: number | undefined, actual: number): readonly [number, number] | null {
  return expected === undefined || expected === actual ? null : [expected, actual];
}
