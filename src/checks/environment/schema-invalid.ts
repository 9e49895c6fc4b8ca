/**
 * Environment records that do not fit the schema: ours, or the one that the user brought. What a tracker noted by itself has
 * the form that the tracker gives it, and no schema is meant for it.
 */
import environmentSchema from '../../../schemas/environment.v1.json' with { type: 'json' };
import { defineCheck } from '../../model/check.ts';
import { formatClauses, plural } from '../../model/format-number.ts';
import { sharedRecords } from '../records-in-runs.ts';
import { schemaProblems } from '../schema-problems.ts';

type Facts = {
  readonly runs: readonly number[];
  readonly problems: readonly { readonly pointer: string; readonly message: string }[];
};

export const environmentSchemaInvalid = defineCheck<Facts>({
  id: 'environment/schema-invalid',
  title: 'The environment record does not fit its schema',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `A record with a missing version, or with "unknown" where a number should stand, looks like a record and tells nothing. It can
be neither compared across runs nor read by a program.`,
  fix: `Write the five keys with values that the libraries themselves give, and null where there is none:

\`\`\`json
{
  "python_version": "3.12.4",
  "torch_version": "2.6.0+cu124",
  "cuda_version": "12.4",
  "gpu_model": "NVIDIA A100-SXM4-80GB",
  "gpu_count": 1
}
\`\`\`

If your record has another form, bring its JSON Schema: \`environment-schema: schemas/our-environment.json\`.`,
  find: (evidence) => {
    const schema = evidence.policy.environmentSchema ?? environmentSchema;
    return sharedRecords(evidence, 'environment').flatMap(({ file, copies: all }) => {
      const copies = all.filter(({ record }) => record.format !== 'wandb' || record.problems.length > 0);
      const byProblems = new Map<string, { runs: number[]; problems: Facts['problems'] }>();
      for (const { run, record } of copies) {
        const problems =
          record.problems.length > 0
            ? record.problems.map(({ message, line }) => ({
                pointer: '',
                message: `cannot be read${line === undefined ? '' : ` (line ${line})`}: ${message}`,
              }))
            : schemaProblems(schema, record.value).map(({ pointer, message }) => ({ pointer, message }));
        if (problems.length === 0) continue;
        const known = byProblems.get(JSON.stringify(problems));
        if (known === undefined) byProblems.set(JSON.stringify(problems), { runs: [run], problems });
        else known.runs.push(run);
      }
      return [...byProblems.values()].map((facts) => ({
        place: {
          file,
          run: facts.runs.length === copies.length && copies.length > 1 ? null : (facts.runs[0] ?? null),
          entry: facts.problems[0]?.pointer ?? null,
        },
        facts,
      }));
    });
  },
  message: ({ problems }) =>
    `${plural(problems.length, 'problem')}: ${formatClauses(
      problems.map(({ pointer, message }) => `${pointer === '' ? 'the document' : `"${pointer}"`} ${message}`),
      10,
    )}.`,
});
