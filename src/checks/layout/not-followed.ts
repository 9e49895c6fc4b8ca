/** Outputs that do not lie in a folder by any known layout, or not by the one that was asked for. */
import { defineCheck } from '../../model/check.ts';
import { formatList, quote } from '../../model/format-number.ts';
import { recordsOf } from '../records-in-runs.ts';

type Facts = {
  readonly runs: readonly number[];
  readonly of: number;
  readonly expected: string;
  readonly folders: readonly string[];
};

const spelled = {
  hydra: '"outputs/DATE/TIME/.hydra"',
  'experiment-timestamp': '"{experiment}_{timestamp}"',
  lightning: '"version_N"',
  'hugging-face': '"checkpoint-N"',
  auto: '"{experiment}_{timestamp}", "outputs/DATE/TIME/.hydra", "version_N" or "checkpoint-N"',
} as const;

export const layoutNotFollowed = defineCheck<Facts>({
  id: 'layout/not-followed',
  title: 'The outputs follow no layout',
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `A folder for each run, named by experiment and time, keeps runs apart. Where every run writes to the same place, the second
overwrites or, worse, resumes from the first.`,
  fix: `Make one folder for each run:

\`\`\`python
stamp = datetime.now().strftime("%Y%m%d_%H%M%S")
out = root / f"{config.experiment}_{stamp}"
\`\`\`

Or say that the layout does not matter here: \`layout: none\`.`,
  find: (evidence) => {
    const { layout } = evidence.policy;
    if (layout === 'none' || layout === 'paths') return [];
    const inventories = evidence.inventories.filter((inventory) => inventory.files.length > 0);
    const without = inventories.filter(
      (inventory) => !recordsOf(inventory, 'layout').some((record) => layout === 'auto' || record.layout === layout),
    );
    if (without.length === 0) return [];
    const folders = [
      ...new Set(
        without.flatMap((inventory) =>
          inventory.files.map((file) => file.neutralPath.split('/').slice(0, -1).join('/')),
        ),
      ),
    ];
    return [
      {
        place: { run: without.length === 1 && inventories.length > 1 ? (without[0]?.run ?? null) : null },
        facts: {
          runs: without.map((inventory) => inventory.run),
          of: inventories.length,
          expected: spelled[layout],
          folders: folders.map((folder) => (folder === '' ? '.' : folder)).slice(0, 3),
        },
        // Nobody asked for a layout: then it is only advice.
        ...(layout === 'auto' ? { severity: 'notice' as const } : {}),
      },
    ];
  },
  message: ({ runs, of, expected, folders }) =>
    `${runs.length === of ? 'No run' : `Run ${runs.join(', ')} does not`} ${runs.length === of ? 'wrote' : 'write'} into a folder like ${expected}; found ${formatList(
      folders.map((folder) => quote(folder, 60)),
      3,
    )}.`,
});
