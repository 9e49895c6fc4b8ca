/** Runs that recorded no digest of their data. */
import { defineCheck, type Found } from '../../model/check.ts';
import type { Dataset } from '../../model/dataset.ts';
import { namesDataset, plainPath } from '../../model/dataset-subject.ts';
import type { Evidence, InventorySummary } from '../../model/evidence.ts';
import { formatList, plural, quote } from '../../model/format-number.ts';
import { type JudgedClaim, judgedClaims } from '../judged-claims.ts';
import { isDeclared } from '../recorded-claims.ts';
import { recordsOf } from '../records-in-runs.ts';
import { sameInAllRuns } from '../same-in-all-runs.ts';

type Facts = {
  /** Known data without a record; empty where no data is known. */
  readonly datasets: readonly string[];
  readonly count: number;
  readonly runs: readonly number[];
  readonly of: number;
  /** Why a file that was named as the record is none; null for all else. */
  readonly why: string | null;
};

export const datasetNotRecorded = defineCheck<Facts>({
  id: 'dataset/not-recorded',
  title: 'The data was not recorded',
  severity: 'warning',
  certainty: 'measured',
  since: '0.1.0',
  why: `Code and configuration do not say what was trained: the same path holds other data next month. A digest beside the results, twelve
digits of it are enough, tells for ever whether the data is still the one.`,
  fix: `Write the digest of what the training reads beside the results, or into the log:

\`\`\`python
digest = hashlib.sha256(Path("data/train.csv").read_bytes()).hexdigest()
logging.info("Dataset: %s sha256 %s", "data/train.csv", digest[:12])
\`\`\`

Data that DVC tracks is recorded by its \`.dvc\` file. Which data that is, the audit learns from there, or from \`datasets\`:

\`\`\`yaml
datasets: [data/train.csv]
\`\`\``,
  find: (evidence) => {
    const inventories = evidence.inventories.filter(({ files }) => files.length > 0);
    const claims = judgedClaims(evidence);
    const isWithout = ({ run }: InventorySummary): boolean => !claims.some((one) => one.run === run);
    const known = evidence.datasets.filter((dataset) => dataset.dvcFile !== null || isDeclared(evidence, dataset));
    // What is not there, another finding says, cannot be recorded.
    const lacking = known
      .filter(({ state }) => state !== 'missing')
      .map((dataset) => ({
        dataset,
        runs: inventories.filter(({ run }) => !isRecorded(dataset, run, claims)).map(({ run }) => run),
      }))
      .filter(({ runs }) => runs.length > 0);
    const nowhere = lacking.filter(({ runs }) => runs.length === inventories.length).map(({ dataset }) => dataset);
    const partly = inventories.filter(isWithout).length > 0 && inventories.some((one) => !isWithout(one));
    const some = lacking.filter(({ runs }) => runs.length < inventories.length);
    return [
      ...unreadable(evidence),
      ...(nowhere.length > 0
        ? [
            notRecorded(
              nowhere,
              inventories.map(({ run }) => run),
              inventories.length,
            ),
          ]
        : []),
      ...some.map(({ dataset, runs }) => notRecorded([dataset], runs, inventories.length)),
      ...(known.length === 0 && inventories.length > 0 && (partly || inventories.every(isWithout))
        ? [
            notRecorded(
              [],
              inventories.filter(isWithout).map(({ run }) => run),
              inventories.length,
            ),
          ]
        : []),
    ];
  },
  message: ({ datasets, count, runs, of, why }) => {
    if (why !== null) return `The file that is named as the record of the data is none: ${why}.`;
    const all = runs.length === of;
    const who = all ? 'No run recorded' : `Run ${formatList(runs.map(String))} recorded`;
    const names = formatList(
      datasets.map((name) => quote(name, 80)),
      3,
    );
    const what = count === 0 ? 'its data' : count === 1 ? names : `${plural(count, 'dataset')} (${names})`;
    if (all && count === 0)
      return `No run recorded a digest of its data, and no data is known: neither \`datasets\` nor DVC names any.`;
    return all
      ? `${who} a digest of ${what}; one was expected in "dataset.json" or in the log.`
      : `${who} no digest of ${what}, the other did.`;
  },
});

function notRecorded(datasets: readonly Dataset[], runs: readonly number[], of: number): Found<Facts> {
  const all = runs.length === of;
  const names = datasets.map(({ path }) => path);
  return {
    place: {
      run: runs.length === 1 && of > 1 ? (runs[0] ?? null) : null,
      file: names.length === 1 ? (names[0] ?? null) : null,
    },
    facts: { datasets: names.slice(0, 20), count: names.length, runs, of, why: null },
    // One run that did record it and one that did not are different runs.
    ...(all ? (datasets.length === 0 ? { severity: 'notice' as const } : {}) : { severity: 'error' as const }),
  };
}

function isRecorded(dataset: Dataset, run: number, claims: readonly JudgedClaim[]): boolean {
  if (dataset.dvcFile !== null) return true;
  return claims.some(({ run: of, claim, verdict }) => {
    if (of !== run) return false;
    if (claim.subject === null || namesDataset(claim.subject, dataset.path)) return true;
    // Under another name, but it is the one; or the one but for a slip.
    if (verdict.kind === 'true' && verdict.dataset === dataset) return true;
    if (verdict.kind === 'false' && verdict.near !== null && verdict.about.some((one) => one.dataset === dataset))
      return true;
    return dataset.state === 'folder' && isInside(claim.subject, dataset);
  });
}

function isInside(subject: string, { path, members }: Dataset): boolean {
  const inside = `/${plainPath(path).replace(/^(?:\.\.\/)+|^\//, '')}/`;
  return (
    `/${plainPath(subject)}`.includes(inside) || (members ?? []).some((member) => namesDataset(subject, member.path))
  );
}

/** A record that the user named, or that DVC wrote, and that says nothing. */
function unreadable(evidence: Evidence): readonly Found<Facts>[] {
  return sameInAllRuns(
    evidence,
    evidence.inventories.flatMap((inventory) =>
      recordsOf(inventory, 'dataset').flatMap(({ neutralPath, claims, problems }) => {
        const [problem] = problems;
        if (claims.length > 0 || problem === undefined) return [];
        const why = problem.message.replace(/\.$/, '');
        return [
          {
            place: { run: inventory.run, file: neutralPath, line: problem.line ?? null },
            facts: { datasets: [], count: 0, runs: [], of: evidence.inventories.length, why },
            severity: 'error' as const,
          },
        ];
      }),
    ),
  );
}
