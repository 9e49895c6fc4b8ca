/** Configuration files that cannot be read whole: syntax, a key that stands twice, too deep. */
import { defineCheck } from '../../model/check.ts';
import { formatClauses, plural } from '../../model/format-number.ts';
import type { DocumentRecord } from '../../model/record.ts';
import { sharedRecords } from '../records-in-runs.ts';

type Facts = { readonly runs: readonly number[]; readonly problems: readonly string[] };

export const configurationUnparsable = defineCheck<Facts>({
  id: 'configuration/unparsable',
  title: 'A configuration cannot be read',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `A record that no program can read is no record. A key that stands twice is read differently by different programs: the value
that was used is not the one that people see.`,
  fix: `Let a library write the file:

\`\`\`python
OmegaConf.save(config, out / "config.yaml", resolve=True)
\`\`\``,
  find: (evidence) =>
    (['configuration', 'overrides'] as const).flatMap((kind) =>
      sharedRecords(evidence, kind).flatMap(({ file, copies }) => {
        const bad = copies.filter(({ record }) => record.problems.length > 0);
        const [example] = bad;
        if (example === undefined) return [];
        return [
          {
            place: {
              file,
              run: bad.length === copies.length && copies.length > 1 ? null : example.run,
              line: example.record.problems[0]?.line ?? null,
            },
            facts: { runs: bad.map(({ run }) => run), problems: problemsOf(example.record) },
          },
        ];
      }),
    ),
  message: ({ problems }) => `${plural(problems.length, 'problem')}: ${formatClauses(problems, 3)}.`,
});

function problemsOf(record: DocumentRecord): readonly string[] {
  return record.problems
    .slice(0, 20)
    .map(({ message, line }) => `${line === undefined ? '' : `line ${line}, `}${message.replace(/\.$/, '')}`);
}
