/**
 * Each recorded digest held against the data: true, false, or open, with why. A digest is held against the data that it
 * names; one that names nothing is true where any data has it. Open is also what another finding explains: a
 * changed file, a missing one, data that is not what was declared. One cause is one finding.
 */
import type { Dataset, DatasetDigest, DatasetMember } from '../model/dataset.ts';
import { namesDataset, plainPath, samePlace } from '../model/dataset-subject.ts';
import type { Evidence } from '../model/evidence.ts';
import { isDeclared, type RecordedClaim, recordedClaims, sameDigest } from './recorded-claims.ts';

export type ClaimVerdict =
  | { readonly kind: 'true'; readonly dataset: Dataset }
  /** `certain`: no way of hashing that is not tried here could explain it. */
  | {
      readonly kind: 'false';
      readonly about: readonly Candidate[];
      readonly certain: boolean;
      readonly near: Near | null;
    }
  | { readonly kind: 'open'; readonly why: OpenReason; readonly dataset: Dataset | null };

export type OpenReason =
  /** Nothing is known that it could be about. */
  | 'unknown'
  /** Of an algorithm that is not computed here, or made in an unsaid way of data that nobody declared. */
  | 'other-way'
  | 'unmeasured'
  /** What follows is told by another finding. */
  | 'missing'
  | 'changed'
  | 'not-as-declared';

/** Data, or one file in it, that a claim could be about. */
export interface Candidate {
  readonly dataset: Dataset;
  /** Null: the dataset as a whole. */
  readonly member: DatasetMember | null;
}

/** A digest of the data from which the recorded one differs in a few digits. */
export interface Near {
  readonly digest: DatasetDigest;
  readonly differing: number;
}

export interface JudgedClaim extends RecordedClaim {
  readonly verdict: ClaimVerdict;
}

/** Every claim with its verdict. */
export function judgedClaims(evidence: Evidence): readonly JudgedClaim[] {
  return recordedClaims(evidence).map((one) => ({ ...one, verdict: verdictOn(one, evidence) }));
}

function verdictOn({ claim }: RecordedClaim, evidence: Evidence): ClaimVerdict {
  const named = claim.subject === null ? [] : candidatesFor(claim.subject, evidence.datasets);
  const candidates = named.length > 0 ? named : wholes(evidence.datasets);
  const holder =
    candidates.find((candidate) => has(candidate, claim.digest)) ?? pointerHolder(candidates, claim.digest);
  if (holder !== undefined) return { kind: 'true', dataset: holder.dataset };
  // A digest of a file that nobody hashed one by one.
  const folder = claim.subject === null ? undefined : folderOf(claim.subject, evidence.datasets);
  if (named.length === 0 && folder !== undefined) return { kind: 'open', why: 'unmeasured', dataset: folder };
  const near = candidates.map((candidate) => nearest(candidate, claim.digest)).find((found) => found !== null) ?? null;
  // Of data that only records tell of nobody knows whether it is all there is.
  const isLoose = claim.subject !== null || candidates.every((one) => isUndeclared(one, evidence));
  if (named.length === 0 && isLoose && near === null) return { kind: 'open', why: 'unknown', dataset: null };
  const explained = candidates.map((candidate) => explanation(candidate, claim.digest)).find((why) => why !== null);
  if (explained !== undefined && explained !== null) return explained;
  const [only] = candidates;
  if (
    near === null &&
    claim.algorithm === null &&
    ([40, 56].includes(claim.digest.length) || candidates.every((one) => isUndeclared(one, evidence)))
  )
    return { kind: 'open', why: 'other-way', dataset: only?.dataset ?? null };
  const isFile =
    only !== undefined && candidates.length === 1 && (only.member !== null || only.dataset.state === 'file');
  return { kind: 'false', about: candidates, certain: isFile || near !== null || claim.algorithm === 'dvc', near };
}

function wholes(datasets: readonly Dataset[]): readonly Candidate[] {
  return datasets.map((dataset) => ({ dataset, member: null }));
}

/** What a name could mean: datasets by their paths, else files in them that were hashed for such a record. */
function candidatesFor(subject: string, datasets: readonly Dataset[]): readonly Candidate[] {
  const whole = datasets.filter(({ path }) => namesDataset(subject, path));
  const exact = whole.filter(({ path }) => plainPath(path) === plainPath(subject));
  if (exact.length > 0) return wholes(exact);
  if (whole.length > 0) return wholes(whole);
  return datasets.flatMap((dataset) =>
    (dataset.members ?? []).filter((member) => samePlace(subject, member.path)).map((member) => ({ dataset, member })),
  );
}

/** The folder in which a path lies. */
function folderOf(subject: string, datasets: readonly Dataset[]): Dataset | undefined {
  const path = `/${plainPath(subject)}`;
  return datasets.find(
    (dataset) =>
      dataset.state === 'folder' && path.includes(`/${plainPath(dataset.path).replace(/^(?:\.\.\/)+|^\//, '')}/`),
  );
}

function digestsOf({ dataset, member }: Candidate): readonly DatasetDigest[] {
  return member?.digests ?? dataset.digests;
}

function has(candidate: Candidate, digest: string): boolean {
  return digestsOf(candidate).some((known) => known.digest.startsWith(digest));
}

/** Of a file that was not fetched the digest of the real content is known. */
function pointerHolder(candidates: readonly Candidate[], digest: string): Candidate | undefined {
  return candidates.find(({ dataset }) => dataset.pointers.some(({ sha256 }) => sha256.startsWith(digest)));
}

function explanation({ dataset }: Candidate, digest: string): ClaimVerdict | null {
  const open = (why: OpenReason): ClaimVerdict => ({ kind: 'open', why, dataset });
  if (dataset.state === 'missing') return open('missing');
  if (dataset.state === 'unmeasured' || dataset.digests.length === 0) return open('unmeasured');
  if (dataset.changed !== null && dataset.changed.length > 0) return open('changed');
  const declared = dataset.expected?.digest.replace(/\.dir$/, '');
  return declared !== undefined && sameDigest(declared, digest) ? open('not-as-declared') : null;
}

/** Data whose path a record alone told: a hash of no named kind may have been made of what was read from it. */
function isUndeclared({ dataset }: Candidate, evidence: Evidence): boolean {
  return dataset.dvcFile === null && !isDeclared(evidence, dataset);
}

/** A slip of the pen, a damaged record: one digit in six, at most. Digests of other data differ in fifteen of sixteen. */
function nearest(candidate: Candidate, digest: string): Near | null {
  let best: Near | null = null;
  for (const known of digestsOf(candidate)) {
    if (known.digest.length < digest.length) continue;
    let differing = 0;
    for (let at = 0; at < digest.length; at += 1) if (digest[at] !== known.digest[at]) differing += 1;
    if (differing <= digest.length / 6 && (best === null || differing < best.differing))
      best = { digest: known, differing };
  }
  return best;
}
