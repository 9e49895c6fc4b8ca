/** The digests of data that the runs recorded, each with where it stands: what all checks about datasets start from. */
import type { Dataset, DatasetClaim, DatasetDigest } from '../model/dataset.ts';
import { claimsOfRecord } from '../model/dataset-claims.ts';
import type { Evidence } from '../model/evidence.ts';
import type { FindingPlace } from '../model/finding.ts';
import { formatList, quote } from '../model/format-number.ts';
import type { RecordDocument } from '../model/record.ts';

export interface RecordedClaim {
  readonly run: number;
  readonly record: RecordDocument;
  readonly claim: DatasetClaim;
}

/** Readers take at most a thousand out of one file; a run with more of such files lists every file of its data. */
const mostOfRun = 2000;

/** The claims of every run, in the order of runs and records. */
export function recordedClaims(evidence: Evidence): readonly RecordedClaim[] {
  return evidence.inventories.flatMap(({ run, records }) =>
    records.flatMap((record) => claimsOfRecord(record).map((claim) => ({ run, record, claim }))).slice(0, mostOfRun),
  );
}

/** True where one digest is the beginning of the other. */
export function sameDigest(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/** A claim that stands in several places, with all of them. */
export interface ClaimGroup {
  /** The longest spelling. */
  readonly digest: string;
  readonly subject: string | null;
  readonly algorithm: DatasetClaim['algorithm'];
  readonly claims: readonly RecordedClaim[];
  readonly runs: readonly number[];
}

/** Claims of the same digest put together, in the order of their first places. */
export function groupedClaims(claims: readonly RecordedClaim[]): readonly ClaimGroup[] {
  const groups: { digest: string; claims: RecordedClaim[] }[] = [];
  for (const one of claims) {
    const { digest } = one.claim;
    const known = groups.find((group) => sameDigest(group.digest, digest));
    if (known === undefined) groups.push({ digest, claims: [one] });
    else {
      known.claims.push(one);
      if (digest.length > known.digest.length) known.digest = digest;
    }
  }
  return groups.map((group) => ({
    ...group,
    subject: group.claims.find(({ claim }) => claim.subject !== null)?.claim.subject ?? null,
    algorithm: group.claims.find(({ claim }) => claim.algorithm !== null)?.claim.algorithm ?? null,
    runs: [...new Set(group.claims.map(({ run }) => run))],
  }));
}

/** The first place of a group; under no run where every run has it. */
export function placeOfGroup(evidence: Evidence, { claims, runs }: ClaimGroup): Partial<FindingPlace> {
  const [first] = claims;
  if (first === undefined) return {};
  const alike = claims.filter(({ record }) => record.neutralPath === first.record.neutralPath);
  const samePath = alike.every(({ record }) => record.path === first.record.path);
  const alone = runs.length === 1 && evidence.inventories.length > 1;
  return {
    run: alone ? first.run : null,
    file: samePath ? first.record.path : first.record.neutralPath,
    entry: first.claim.pointer,
    line: alike.every(({ claim }) => claim.line === first.claim.line) ? first.claim.line : null,
  };
}

/** `dataset.json` and `train.log`, each once: where a group stands, for a message. */
export function filesOfGroup({ claims }: ClaimGroup): readonly string[] {
  return [...new Set(claims.map(({ record }) => record.neutralPath.replace(/ \(\d+\)$/, '')))];
}

/** `in "a" and "b"`. */
export function inFiles(files: readonly string[]): string {
  return `in ${formatList(
    files.map((file) => quote(file, 80)),
    3,
  )}`;
}

/** A digest for a message: whole where it is short, else its first 16 digits. */
export function shortDigest(digest: string): string {
  return digest.length <= 20 ? digest : `${digest.slice(0, 16)}…`;
}

/** How a digest was made, for a message. */
export function schemeText({ algorithm, scheme }: DatasetDigest): string {
  const name = algorithm === 'sha256' ? 'SHA-256' : 'MD5';
  switch (scheme) {
    case 'file':
      return name;
    case 'dvc-folder':
      return "DVC's digest of the folder";
    case 'contents':
      return `${name} of the contents`;
    case 'paths-and-contents':
      return `${name} of paths and contents`;
    case 'manifest':
      return `${name} of the list of digests`;
    default:
      scheme satisfies never;
      return name;
  }
}

/** True for data that the user named. */
export function isDeclared(evidence: Evidence, { path }: Dataset): boolean {
  return evidence.policy.datasets.some((request) => request.path === path);
}
