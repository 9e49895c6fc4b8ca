/** Folders that use the names of the convention, but not all three of them. */
import { defineCheck } from '../../model/check.ts';
import type { Evidence } from '../../model/evidence.ts';
import { formatList, quote } from '../../model/format-number.ts';
import { conventionFolders } from '../checkpoint-names.ts';

type Facts = {
  readonly present: readonly string[];
  readonly missing: readonly string[];
  readonly runs: readonly number[];
};

const spelled = { best: 'best_model', epoch: 'checkpoint_epoch_N', latest: 'checkpoint_latest' } as const;

export const checkpointsNamesMissing = defineCheck<Facts>({
  id: 'checkpoints/names-missing',
  title: 'A kind of checkpoint is missing',
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `The best model is what is released, the latest is what a stopped training goes on from, and the ones by epoch show when two
runs parted. Each of the three answers a question that the others cannot.`,
  fix: `Save all three:

\`\`\`python
torch.save(state, out / f"checkpoint_epoch_{epoch}.pt")
torch.save(state, out / "checkpoint_latest.pt")
if metric > best:
    torch.save(state, out / "best_model.pt")
\`\`\``,
  find: (evidence) =>
    [...missingByFolder(evidence)].map(([, { folder, present, missing, runs }]) => ({
      place: {
        file: folder === '' ? null : folder,
        run: runs.length === evidence.inventories.length ? null : (runs[0] ?? null),
      },
      facts: { present, missing, runs },
    })),
  message: ({ present, missing }) =>
    `${formatList(present.map((name) => quote(name)))} ${present.length === 1 ? 'is' : 'are'} there; ${formatList(
      missing.map((name) => quote(name)),
    )} ${missing.length === 1 ? 'was' : 'were'} expected beside ${present.length === 1 ? 'it' : 'them'}.`,
});

interface Missing {
  readonly folder: string;
  readonly present: readonly string[];
  readonly missing: readonly string[];
  readonly runs: number[];
}

function missingByFolder(evidence: Evidence): ReadonlyMap<string, Missing> {
  const found = new Map<string, Missing>();
  for (const inventory of evidence.inventories)
    for (const [folder, names] of conventionFolders(inventory)) {
      const kinds = (['best', 'epoch', 'latest'] as const).map((kind) => ({
        kind,
        there: names.some((name) => name.kind === kind),
      }));
      const missing = kinds.filter(({ there }) => !there).map(({ kind }) => spelled[kind]);
      if (missing.length === 0) continue;
      const present = kinds.filter(({ there }) => there).map(({ kind }) => spelled[kind]);
      const key = JSON.stringify([folder, missing]);
      const known = found.get(key);
      if (known === undefined) found.set(key, { folder, present, missing, runs: [inventory.run] });
      else known.runs.push(inventory.run);
    }
  return found;
}
