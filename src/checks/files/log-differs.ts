/** Logs whose lines differ once times, durations, paths, host and process id are out. */
import { defineCheck } from '../../model/check.ts';
import { formatInteger, quote } from '../../model/format-number.ts';
import { leavesPerFile } from '../leaves-per-file.ts';

type Facts = { readonly line: number; readonly first: string | null; readonly second: string | null };

export const filesLogDiffers = defineCheck<Facts>({
  id: 'files/log-differs',
  title: 'The logs differ',
  severity: 'notice',
  certainty: 'measured',
  since: '0.1.0',
  why: `Logs never decide. But the first line that differs often names the cause before any number does: another device, another
number of workers, a warning in one run only.`,
  fix: `Read the two logs around that line. Nothing has to be changed for the verdict:

\`\`\`sh
diff train-twice-report/run-1.log train-twice-report/run-2.log | head
\`\`\``,
  find: (evidence) =>
    leavesPerFile(evidence, 'line').flatMap(({ place, leaves }) =>
      leaves.slice(0, 1).map(({ line, lines }) => ({
        place: { ...place, line },
        facts: { line, first: lines.first, second: lines.second },
      })),
    ),
  message: ({ line, first, second }) =>
    `The first line that differs is ${formatInteger(line)}: ${shown(first)} in the first run, ${shown(second)} in the second.`,
});

function shown(line: string | null): string {
  return line === null ? 'the end of the log' : quote(line.trim());
}
