/** Git LFS pointers in the place of data. */
import { defineCheck } from '../../model/check.ts';
import { formatBytes, formatList, plural, quote } from '../../model/format-number.ts';

type Facts = {
  readonly dataset: string;
  /** At most 20; a single file has no path in itself. */
  readonly files: readonly string[];
  /** Of the content that is not there. */
  readonly sizeBytes: number;
};

export const datasetPointerFile = defineCheck<Facts>({
  id: 'dataset/pointer-file',
  title: 'Git LFS pointers stand in the place of data',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `The repository was checked out without its large files: in their place stand texts of three lines. A training that reads them
reads no data, or fails; one that does not read them has its data from elsewhere.`,
  fix: `Fetch the files when the repository is checked out:

\`\`\`yaml
- uses: actions/checkout@v4
  with:
    lfs: true
\`\`\`

or with \`git lfs pull\`.`,
  find: (evidence) =>
    evidence.datasets.flatMap(({ path, pointers }) =>
      pointers.length === 0
        ? []
        : [
            {
              place: { file: path },
              facts: {
                dataset: path,
                files: pointers.map((pointer) => pointer.path),
                sizeBytes: pointers.reduce((sum, pointer) => sum + pointer.sizeBytes, 0),
              },
            },
          ],
    ),
  message: ({ dataset, files, sizeBytes }) => {
    if (files.length === 1 && files[0] === '')
      return `${quote(dataset)} is a Git LFS pointer; the file of ${formatBytes(sizeBytes)} that it stands for was not fetched.`;
    const count = files.length === 20 ? '20 files or more' : plural(files.length, 'file');
    return `${count} of ${quote(dataset)} ${files.length === 1 ? 'is a Git LFS pointer' : 'are Git LFS pointers'} (${formatList(
      files.map((file) => quote(file, 60)),
      3,
    )}); their content was not fetched.`;
  },
});
