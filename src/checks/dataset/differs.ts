/** Dataset records that differ between the runs. */
import { defineCheck } from '../../model/check.ts';
import type { Evidence } from '../../model/evidence.ts';
import { formatClauses, plural, quote } from '../../model/format-number.ts';
import { type JudgedClaim, judgedClaims } from '../judged-claims.ts';
import { plainDifferences, showPlain } from '../plain-values.ts';
import { sameDigest, shortDigest } from '../recorded-claims.ts';
import { type PairedRecords, pairedRecords } from '../records-in-runs.ts';

type Facts = {
  readonly differing: readonly Differing[];
};

type Differing = {
  /** The name beside a digest, or the JSON pointer of another value. */
  readonly what: string;
  readonly first: string;
  readonly second: string;
};

/** Values that say when, where and by which process the record was written. */
const volatile =
  /(?:^|[/_])(?:time|timestamp|date|datetime|created|created_at|modified|mtime|pid|run_id|host|hostname)$/i;

export const datasetDiffers = defineCheck<Facts>({
  id: 'dataset/differs',
  title: 'The runs recorded different data',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `Two runs on different data are two experiments. Where their results differ, this is the first place to look; where they agree,
the record of one of them is wrong.`,
  fix: `Read the same data in both runs, from a path and a version that do not depend on the time:

\`\`\`python
dataset = load_dataset("you/data", revision="<commit>")   # not: the newest
\`\`\`

If the data is prepared by the training, prepare it from one seed.`,
  find: (evidence) => {
    const judged = judgedClaims(evidence);
    const told = new Set<string>();
    return pairedRecords(evidence, 'dataset').flatMap((pair) => {
      const differing = [...digestsOf(pair, judged, evidence), ...valuesOf(pair)].filter((one) => {
        // The same two digests in a file and in the log are one difference.
        const key = `${one.first.slice(0, 12)} ${one.second.slice(0, 12)}`;
        if (told.has(key)) return false;
        told.add(key);
        return true;
      });
      const { run, file } = pair;
      return differing.length === 0 ? [] : [{ place: { run, file }, facts: { differing: differing.slice(0, 20) } }];
    });
  },
  message: ({ differing }) =>
    `${plural(differing.length, 'value')} ${differing.length === 1 ? 'differs' : 'differ'}: ${formatClauses(
      differing.map(({ what, first, second }) => `${what} is ${first} in the first run and ${second} in the second`),
      5,
    )}.`,
});

/** Digests that no data is known for: where it is, each is true or false by itself, and another finding says so. */
function digestsOf(
  { records }: PairedRecords<'dataset'>,
  judged: readonly JudgedClaim[],
  evidence: Evidence,
): readonly Differing[] {
  const isOpen = (claim: JudgedClaim['claim']): boolean => {
    const verdict = judged.find((one) => one.claim === claim)?.verdict;
    return verdict?.kind === 'open' && verdict.why !== 'changed' && verdict.why !== 'not-as-declared';
  };
  if (evidence.datasets.some(({ changed }) => changed !== null && changed.length > 0)) return [];
  return records.first.claims.flatMap((claim, index): readonly Differing[] => {
    const other =
      records.second.claims.find((one) => one.subject === claim.subject && one.pointer === claim.pointer) ??
      records.second.claims[index];
    if (other === undefined || sameDigest(claim.digest, other.digest) || !isOpen(claim) || !isOpen(other)) return [];
    const what = claim.subject === null ? 'the digest' : `the digest of ${quote(claim.subject, 80)}`;
    return [{ what, first: quote(shortDigest(claim.digest)), second: quote(shortDigest(other.digest)) }];
  });
}

/** Whatever else stands in the two records. */
function valuesOf({ records, ownNames }: PairedRecords<'dataset'>): readonly Differing[] {
  const { first, second } = records;
  if (first.value === undefined || second.value === undefined) return [];
  const digests = new Set([...first.claims, ...second.claims].map(({ pointer }) => pointer));
  return plainDifferences({ first: first.value, second: second.value }, ownNames)
    .filter(({ pointer }) => !digests.has(pointer) && !volatile.test(pointer))
    .map(({ pointer, values }) => ({
      what: `"${pointer}"`,
      first: showPlain(values.first),
      second: showPlain(values.second),
    }));
}
