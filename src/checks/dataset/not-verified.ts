/** Recorded digests that could not be held against any data. */
import { defineCheck } from '../../model/check.ts';
import { formatClauses, plural, quote } from '../../model/format-number.ts';
import { judgedClaims, type OpenReason } from '../judged-claims.ts';
import { filesOfGroup, groupedClaims, inFiles, placeOfGroup, sameDigest, shortDigest } from '../recorded-claims.ts';

type Facts = {
  readonly claims: readonly {
    readonly subject: string | null;
    readonly digest: string;
    readonly files: readonly string[];
    readonly why: string;
  }[];
  readonly count: number;
};

/** Reasons that no other finding tells. */
const untold: readonly OpenReason[] = ['unknown', 'other-way', 'unmeasured'];

export const datasetNotVerified = defineCheck<Facts>({
  id: 'dataset/not-verified',
  title: 'A recorded digest could not be verified',
  severity: 'notice',
  certainty: 'measured',
  since: '0.1.0',
  why: `The run recorded a digest of its data, which is right. Whether it is true is not known: the audit does not know where that data
lies, or cannot compute that digest.`,
  fix: `Name the data, as it is seen from the working directory:

\`\`\`yaml
datasets:
  - data/train.csv
  - data/images
\`\`\`

SHA-256 and MD5 of a file are recomputed, and those of a folder in the ways that are in use: contents, paths and contents, the list of
\`sha256sum\`, and DVC's.`,
  find: (evidence) => {
    const judged = judgedClaims(evidence);
    const settled = judged.filter(({ verdict }) => verdict.kind !== 'open' || !untold.includes(verdict.why));
    const open = judged.filter(
      (one) =>
        one.verdict.kind === 'open' &&
        untold.includes(one.verdict.why) &&
        // The same digest, with a name beside it elsewhere.
        !settled.some(({ claim }) => sameDigest(claim.digest, one.claim.digest)),
    );
    const groups = groupedClaims(open);
    const [first] = groups;
    if (first === undefined) return [];
    const claims = groups.slice(0, 10).map((group) => {
      const verdict = open.find(({ claim }) => claim === group.claims[0]?.claim)?.verdict;
      const why =
        verdict?.kind === 'open'
          ? reasonText(verdict.why, verdict.dataset?.path ?? null, verdict.dataset?.reason ?? null)
          : '';
      return { subject: group.subject, digest: shortDigest(group.digest), files: filesOfGroup(group), why };
    });
    return [{ place: placeOfGroup(evidence, first), facts: { claims, count: groups.length } }];
  },
  message: ({ claims, count }) =>
    `${plural(count, 'recorded digest')} could not be held against data: ${formatClauses(
      claims.map(
        ({ subject, digest, files, why }) =>
          `${quote(digest)}${subject === null ? '' : ` of ${quote(subject, 60)}`} ${inFiles(files)}, ${why}`,
      ),
      3,
    )}.`,
});

function reasonText(why: OpenReason, dataset: string | null, reason: string | null): string {
  const name = dataset === null ? 'the data' : quote(dataset, 60);
  switch (why) {
    case 'unknown':
      return 'for which no data is known';
    case 'other-way':
      return `which is no SHA-256 or MD5 of ${name}, and does not say how it was made`;
    case 'unmeasured':
      return reason === null
        ? `a file in ${name} that was not hashed by itself`
        : `because ${name} was not hashed: ${reason.replace(/\.$/, '')}`;
    case 'missing':
    case 'changed':
    case 'not-as-declared':
      return '';
    default:
      why satisfies never;
      return '';
  }
}
