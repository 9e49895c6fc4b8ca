/** Recorded digests that are not those of the data. */
import { defineCheck, type Found } from '../../model/check.ts';
import type { Dataset, DatasetDigest } from '../../model/dataset.ts';
import { formatList, plural, quote } from '../../model/format-number.ts';
import { type JudgedClaim, judgedClaims } from '../judged-claims.ts';
import { filesOfGroup, groupedClaims, inFiles, placeOfGroup, schemeText, shortDigest } from '../recorded-claims.ts';

type Facts = {
  /** The data that the digest names, or all that is known. */
  readonly datasets: readonly string[];
  readonly files: readonly string[];
  readonly runs: readonly number[];
  readonly recorded: string;
  /** The digest that was expected: of the same kind, as far as one is said. */
  readonly actual: string;
  /** Digits in which the two differ, where these are so few that it is a slip; null where it is another digest. */
  readonly differing: number | null;
  /** The first of them, from 1. */
  readonly position: number | null;
  /** Ways of hashing that were tried. */
  readonly tried: readonly string[];
  readonly certain: boolean;
};

export const datasetNotTrue = defineCheck<Facts>({
  id: 'dataset/not-true',
  title: 'A recorded digest is not that of the data',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `The record says that the model was trained on data that is not here. Either the data was exchanged, or the digest was copied
from somewhere, computed before the data was changed, or cut and mistyped. Nobody can train on the right data by this record.`,
  fix: `Let the run compute the digest of the very file that it reads:

\`\`\`python
digest = hashlib.sha256(path.read_bytes()).hexdigest()
(out / "dataset.json").write_text(json.dumps({"path": str(path), "sha256": digest}))
\`\`\`

Of a folder, hash the files one after the other in the order of their paths:

\`\`\`python
digest = hashlib.sha256()
for file in sorted((p for p in path.rglob("*") if p.is_file()), key=lambda p: p.relative_to(path).as_posix()):
    digest.update(file.read_bytes())
\`\`\``,
  find: (evidence) => {
    const wrong = judgedClaims(evidence).filter(({ verdict }) => verdict.kind === 'false');
    return groupedByData(wrong).flatMap((claims) =>
      groupedClaims(claims).map((group): Found<Facts> => {
        const verdicts = claims.filter((one) => group.claims.some(({ claim }) => claim === one.claim));
        const facts = { ...factsOf(verdicts, group.digest), files: filesOfGroup(group), runs: group.runs };
        const severity = facts.certain ? {} : { severity: 'warning' as const };
        return { place: placeOfGroup(evidence, group), facts, ...severity };
      }),
    );
  },
  message: ({ datasets, files, recorded, actual, differing, position, tried, certain }) => {
    const what = `${quote(shortDigest(recorded))} is recorded ${inFiles(files)}`;
    if (datasets.length > 1)
      return `${what}, and none of ${plural(datasets.length, 'dataset')} (${names(datasets)}) has that digest.`;
    const [name = ''] = datasets;
    if (differing !== null && position !== null) {
      const digit = `digit ${position} is ${recorded[position - 1]} instead of ${actual[position - 1]}`;
      const first = differing === 1 ? `one digit differs: ${digit}` : `${differing} digits differ; the first: ${digit}`;
      return `${what} for ${quote(name)}, and ${first}.`;
    }
    if (!certain)
      return `${what} for ${quote(name)}, and none of the usual ways to hash a folder gives it (tried: ${tried.join(', ')}).`;
    return `${what} for ${quote(name)}, which has ${quote(shortDigest(actual))}.`;
  },
});

function names(datasets: readonly string[]): string {
  return formatList(
    datasets.map((name) => quote(name, 60)),
    3,
  );
}

/** Claims about the same data, together. */
function groupedByData(claims: readonly JudgedClaim[]): readonly (readonly JudgedClaim[])[] {
  const groups = new Map<string, JudgedClaim[]>();
  for (const claim of claims) {
    const key = JSON.stringify(namesOf(claim));
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()];
}

function namesOf({ verdict }: JudgedClaim): readonly string[] {
  if (verdict.kind !== 'false') return [];
  return verdict.about.map(({ dataset, member }) =>
    member === null ? dataset.path : `${dataset.path}/${member.path}`,
  );
}

function factsOf(claims: readonly JudgedClaim[], recorded: string): Omit<Facts, 'files' | 'runs'> {
  const [first] = claims;
  const verdict = first?.verdict;
  if (first === undefined || verdict?.kind !== 'false')
    return { datasets: [], recorded, actual: '', differing: null, position: null, tried: [], certain: false };
  const [candidate] = verdict.about;
  const digests = candidate === undefined ? [] : (candidate.member?.digests ?? candidate.dataset.digests);
  const expected =
    verdict.near?.digest ?? likeliest(digests, first.claim.algorithm, candidate?.dataset.state ?? 'file');
  const actual = expected?.digest.slice(0, Math.max(recorded.length, 12)) ?? '';
  return {
    datasets: namesOf(first).slice(0, 20),
    recorded,
    actual,
    differing: verdict.near?.differing ?? null,
    position: verdict.near === null ? null : firstDifference(recorded, actual),
    tried: [...new Set(digests.map(schemeText))],
    certain: claims.some(({ verdict: one }) => one.kind === 'false' && one.certain),
  };
}

/** The digest that a record of this kind would rightly hold. */
function likeliest(
  digests: readonly DatasetDigest[],
  algorithm: JudgedClaim['claim']['algorithm'],
  state: Dataset['state'],
): DatasetDigest | undefined {
  if (algorithm === 'dvc' && state === 'folder') return digests.find(({ scheme }) => scheme === 'dvc-folder');
  const wanted = algorithm === null ? null : algorithm === 'sha256' ? 'sha256' : 'md5';
  return digests.find((digest) => wanted === null || digest.algorithm === wanted) ?? digests[0];
}

function firstDifference(one: string, other: string): number | null {
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return at + 1;
  return null;
}
