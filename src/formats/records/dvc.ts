/** DVC's own files among the outputs: a run that copies `data.dvc` or `dvc.lock` beside its results has recorded its data. */
import { isDvcFile, parseDvcFile } from './dvc-file.ts';
import type { RecordFormat } from './record-format.ts';
import { readRecordText } from './record-text.ts';

const claimLimit = 1000;

export const dvc: RecordFormat = {
  id: 'dvc',
  title: 'DVC file',
  recognizes: (path) => isDvcFile(path),
  read(path, neutralPath, source) {
    const { text, problems } = readRecordText(source);
    const read = parseDvcFile(path, text);
    const claims = read.data.slice(0, claimLimit).flatMap((entry) =>
      entry.expected === null
        ? []
        : [
            {
              subject: entry.path,
              algorithm: 'dvc' as const,
              digest: entry.expected.digest.replace(/\.dir$/, ''),
              pointer: null,
              line: null,
            },
          ],
    );
    return {
      kind: 'dataset',
      path,
      neutralPath,
      format: 'dvc',
      problems: [...problems, ...read.problems],
      claims,
      value: read.value,
    };
  },
};
