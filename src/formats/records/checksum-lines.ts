/**
 * Digests that stand in a text, one a line: the output of `sha256sum` and `md5sum` (also with `--tag`, as BSD and OpenSSL
 * write it), a bare digest, or a name and its digest. What is none of these is passed over. Every pattern runs in linear time.
 */
import type { DatasetClaim, DigestAlgorithm } from '../../model/dataset.ts';
import { digestIn } from '../../model/dataset-words.ts';

/** More digests than this are a listing that nobody holds against anything. */
const claimLimit = 1000;
/** A path and a digest; what is longer is no such line. */
const lineLimit = 5000;

const sumLine = /^\\?([0-9a-f]{32}|[0-9a-f]{64}) [ *](\S.*)$/i;
const tagLine = /^\\?(SHA2?-?256|MD5) ?\((.+)\) ?= ?([0-9a-f]{32,64})$/i;
const digestAtEnd = /(?:^|[\s:=("'@])(?:(sha-?256|md5)[\s:=]{1,3})?([0-9a-f]{12,64})(?:\.dir)?["')]?$/i;

export interface ChecksumLine extends DatasetClaim {
  /** False where the line is a name and a digest of no known tool. */
  readonly strict: boolean;
}

/**
 * The claims of a text, in its order.
 * @param usual what a digest is that does not say it, e.g. by the ending of the file's name
 */
export function checksumLines(text: string, usual: DigestAlgorithm | null): readonly ChecksumLine[] {
  const claims: ChecksumLine[] = [];
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    if (claims.length >= claimLimit) break;
    const line = raw.trim();
    if (line === '' || line.length > lineLimit || line.startsWith('#')) continue;
    const found = claimIn(line, usual);
    if (found !== null) claims.push({ ...found, pointer: null, line: index + 1 });
  }
  return claims;
}

type Found = Pick<ChecksumLine, 'subject' | 'algorithm' | 'digest' | 'strict'>;

function claimIn(line: string, usual: DigestAlgorithm | null): Found | null {
  const sum = sumLine.exec(line);
  if (sum !== null) {
    const [, digest = '', subject = ''] = sum;
    return { subject, digest: digest.toLowerCase(), algorithm: digest.length === 64 ? 'sha256' : 'md5', strict: true };
  }
  const tag = tagLine.exec(line);
  if (tag !== null) {
    const [, name = '', subject = '', digest = ''] = tag;
    const algorithm = name.toLowerCase() === 'md5' ? 'md5' : 'sha256';
    return digest.length === (algorithm === 'md5' ? 32 : 64)
      ? { subject, digest: digest.toLowerCase(), algorithm, strict: true }
      : null;
  }
  const ending = digestAtEnd.exec(line);
  if (ending === null) return null;
  const label = ending[1]?.toLowerCase().replace('-', '');
  const said = label === 'md5' ? 'md5' : label === 'sha256' ? 'sha256' : (usual ?? 'unsaid');
  const written = ending[0].slice(ending[0].toLowerCase().lastIndexOf((ending[2] ?? '').toLowerCase()));
  const found = digestIn(written.replace(/["')]$/, ''), said);
  const subject = line
    .slice(0, ending.index)
    .replace(/[\s:=(-]+$/, '')
    .replace(/^["']|["']$/g, '');
  return found === null ? null : { ...found, subject: subject === '' ? null : subject, strict: false };
}
