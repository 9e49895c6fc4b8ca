/** Files of no known kind, compared as bytes, that differ. */
import { defineCheck } from '../../model/check.ts';
import { formatInteger, formatSizes, quote } from '../../model/format-number.ts';
import { leavesPerFile } from '../leaves-per-file.ts';

type Facts = { readonly what: string; readonly first: number; readonly second: number; readonly firstOffset: number };

/** Roles whose bytes have a check of their own. */
const elsewhere = new Set(['checkpoint', 'metrics', 'image']);

export const filesBytesDiffer = defineCheck<Facts>({
  id: 'files/bytes-differ',
  title: 'A file has other bytes in each run',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `The run wrote this file, and nothing is known about it but its bytes, so its bytes decide. It may be a result (predictions,
an exported model), or it may carry the time of day.`,
  fix: `If it is a result, find out why it differs. If it cannot be the same twice, set it aside by name; it is then listed as not
compared:

\`\`\`yaml
ignore:
  files: ["**/profile.json"]
\`\`\`

If it holds metrics, name it in \`metrics.include\`.`,
  find: (evidence) =>
    leavesPerFile(evidence, 'bytes')
      .filter(({ decides, role }) => decides && !elsewhere.has(role))
      .flatMap(({ place, leaves }) =>
        leaves.slice(0, 1).map(({ what, sizes, firstOffset }) => ({
          place,
          facts: { what, first: sizes.first, second: sizes.second, firstOffset },
        })),
      ),
  message: ({ what, first, second, firstOffset }) =>
    `The bytes differ from byte ${formatInteger(firstOffset)} on (${quote(what, 60)}, ${formatSizes(first, second)}). If it cannot be the same twice, name it in "ignore".`,
});
