/** Files of the record that one run left and another did not. That a run has none of their kind at all is told by other checks. */
import { defineCheck } from '../../model/check.ts';
import type { InventorySummary } from '../../model/evidence.ts';
import { formatList, quote } from '../../model/format-number.ts';
import { hasConfiguration } from '../configurations.ts';
import { recordsOf } from '../records-in-runs.ts';

type Facts = {
  readonly file: string;
  readonly present: readonly number[];
  readonly missing: readonly number[];
};

/** Of environment, packages and data one file is as good as another; a configuration is made of its files. */
const kinds = ['configuration', 'overrides'] as const;

export const recordMissingInOneRun = defineCheck<Facts>({
  id: 'record/missing-in-one-run',
  title: 'A configuration file stands in one run only',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `Both runs were started alike, so both leave the same record. A configuration that only one of them wrote comes from code that does
something else the second time, and cannot be held against anything.`,
  fix: `Write the record in every run, before the training begins, and not only where there is none yet:

\`\`\`python
(out / "config.json").write_text(json.dumps(vars(args), indent=2, sort_keys=True))   # not: if not path.exists()
\`\`\``,
  find: (evidence) => {
    const inventories = evidence.inventories.filter(({ files }) => files.length > 0);
    return kinds.flatMap((kind) => {
      // That a run left no configuration anywhere is told already.
      const runs = kind === 'configuration' ? inventories.filter(hasConfiguration) : inventories;
      const paths = new Set(runs.flatMap((inventory) => recordsOf(inventory, kind).map((one) => one.neutralPath)));
      return [...paths].sort().flatMap((file) => {
        const present = runs.filter((inventory) => has(inventory, kind, file));
        const missing = runs.filter((inventory) => !has(inventory, kind, file) && !lacksCheckpoint(inventory, file));
        if (missing.length === 0) return [];
        const run = missing.length === 1 && inventories.length > 1 ? (missing[0]?.run ?? null) : null;
        return [
          {
            place: { run, file },
            facts: { file, present: present.map((one) => one.run), missing: missing.map((one) => one.run) },
          },
        ];
      });
    });
  },
  message: ({ file, present, missing }) =>
    `Run ${formatList(present.map(String))} left ${quote(file, 80)}, run ${formatList(missing.map(String))} did not.`,
});

function has(inventory: InventorySummary, kind: (typeof kinds)[number], file: string): boolean {
  return recordsOf(inventory, kind).some((one) => one.neutralPath === file);
}

/** Where the whole folder of a checkpoint is not there, the checkpoint is missing, and that is told. */
function lacksCheckpoint({ files }: InventorySummary, file: string): boolean {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  return /(?:^|\/)checkpoint-\d+\/$/.test(folder) && !files.some(({ neutralPath }) => neutralPath.startsWith(folder));
}
