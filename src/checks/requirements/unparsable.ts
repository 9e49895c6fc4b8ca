/** Lines of a package list that cannot be read as a requirement, and lists that are not whole; locks beside the code, too. */
import { defineCheck } from '../../model/check.ts';
import { formatClauses, plural, quote } from '../../model/format-number.ts';
import type { RequirementsRecord } from '../../model/record.ts';
import { sharedRecords } from '../records-in-runs.ts';

type Facts = { readonly bad: readonly { readonly line: number | null; readonly what: string }[] };

export const requirementsUnparsable = defineCheck<Facts>({
  id: 'requirements/unparsable',
  title: 'The package list cannot be read',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `A line that pip cannot read is a package that nobody can install again. An included file (\`-r other.txt\`) is not part of the
record: next year it may say something else.`,
  fix: `Write the list with pip itself, and not by hand:

\`\`\`sh
python -m pip freeze > "$TRAIN_TWICE_OUTPUT_DIR/requirements.txt"
\`\`\``,
  find: (evidence) => [
    ...sharedRecords(evidence, 'requirements').flatMap(({ file, copies }) => {
      const found = new Map<string, { runs: Set<number>; bad: Facts['bad'] }>();
      for (const { run, record } of copies) {
        const bad = badLines(record);
        if (bad.length === 0) continue;
        const known = found.get(JSON.stringify(bad));
        if (known === undefined) found.set(JSON.stringify(bad), { runs: new Set([run]), bad });
        else known.runs.add(run);
      }
      return [...found.values()].map(({ runs, bad }) => ({
        place: {
          file,
          run: runs.size === copies.length && copies.length > 1 ? null : ([...runs][0] ?? null),
          line: bad[0]?.line ?? null,
        },
        facts: { bad: bad.slice(0, 50) },
      }));
    }),
    // No run wrote it: what it says is then only missing from what could be checked.
    ...evidence.locks.flatMap((lock) => {
      const bad = badLines(lock);
      const place = { file: lock.path, line: bad[0]?.line ?? null };
      return bad.length === 0 ? [] : [{ place, facts: { bad: bad.slice(0, 50) }, severity: 'warning' as const }];
    }),
  ],
  message: ({ bad }) =>
    `${plural(bad.length, 'line')} cannot be read: ${formatClauses(
      bad.map(({ line, what }) => `${line === null ? '' : `line ${line}, `}${what}`),
      3,
    )}.`,
});

function badLines(record: RequirementsRecord): Facts['bad'] {
  return [
    ...record.problems.map(({ line, message }) => ({ line: line ?? null, what: message })),
    ...record.lines.flatMap(({ problem, text, line }) =>
      problem === null ? [] : [{ line, what: `${quote(text, 80)}: ${problem}` }],
    ),
  ];
}
