/** Hydra folders that lack one of the three files which Hydra writes. */
import { defineCheck } from '../../model/check.ts';
import { formatList, quote } from '../../model/format-number.ts';
import { recordsOf } from '../records-in-runs.ts';
import { sameInAllRuns } from '../same-in-all-runs.ts';

type Facts = { readonly missing: readonly string[] };

const expected = ['config.yaml', 'hydra.yaml', 'overrides.yaml'] as const;

export const layoutHydraIncomplete = defineCheck<Facts>({
  id: 'layout/hydra-incomplete',
  title: "Hydra's record is not whole",
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `The three files together say what was used, what was asked for, and how Hydra itself was set. Hydra writes them before the
training begins; where one is missing, it was removed, or not kept.`,
  fix: `Leave \`hydra.output_subdir\` at its default, and keep the whole folder:

\`\`\`yaml
hydra:
  output_subdir: .hydra
\`\`\``,
  find: (evidence) =>
    sameInAllRuns(
      evidence,
      evidence.inventories.flatMap((inventory) =>
        recordsOf(inventory, 'layout')
          .filter((record) => record.layout === 'hydra')
          .flatMap((record) => {
            const missing = expected.filter((name) => !record.files.includes(`.hydra/${name}`));
            return missing.length === 0
              ? []
              : [{ place: { run: inventory.run, file: record.neutralPath }, facts: { missing } }];
          }),
      ),
    ),
  message: ({ missing }) =>
    `${formatList(missing.map((name) => quote(`.hydra/${name}`)))} ${missing.length === 1 ? 'is' : 'are'} missing; all of ${formatList(
      expected.map((name) => quote(name)),
    )} were expected.`,
});
