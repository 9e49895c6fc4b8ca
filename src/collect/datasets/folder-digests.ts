/**
 * The digests of a folder by every scheme that is in use, fed in one pass over its files in the order of the bytes of their
 * paths (which is the order of Python's `sorted` over paths as texts, and of `LC_ALL=C sort`):
 *
 * - `contents`: the bytes of all files, one after the other;
 * - `paths-and-contents`: for each file its path below the folder, with `/`, and then its bytes;
 * - `manifest`: the lines of `sha256sum` (`<digest>  <path>\n`); its MD5 is that of the lines of `md5sum`;
 * - `dvc-folder`: DVC's `.dir`: `[{"md5": …, "relpath": …}, …]` as Python's `json.dumps(…, sort_keys=True)` writes it.
 */
import { createHash, type Hash } from 'node:crypto';
import type { DatasetDigest, DigestAlgorithm, DigestScheme } from '../../model/dataset.ts';

/** Digests of one file. Null where the machine has no MD5 (FIPS). */
export interface FileDigests {
  readonly sha256: string;
  readonly md5: string | null;
  /** By DVC before its version 3, where that differs. */
  readonly legacyMd5: string | null;
}

export interface FolderDigests {
  beginFile(path: Buffer): void;
  bytes(chunk: Uint8Array): void;
  /** @param ignoredByDvc `.dvcignore` names it: DVC's folder is without it */
  endFile(path: Buffer, digests: FileDigests, ignoredByDvc: boolean): void;
  finish(): readonly DatasetDigest[];
}

/** @param md5 whether the MD5 of contents is wanted too: it takes twice the time of SHA-256 */
export function folderDigests(md5: boolean): FolderDigests {
  const streams: { readonly algorithm: DigestAlgorithm; readonly scheme: DigestScheme; readonly hash: Hash }[] = [];
  const open = (algorithm: DigestAlgorithm, scheme: DigestScheme): void => {
    const hash = newHash(algorithm);
    if (hash !== null) streams.push({ algorithm, scheme, hash });
  };
  for (const algorithm of md5 ? (['sha256', 'md5'] as const) : (['sha256'] as const)) {
    open(algorithm, 'contents');
    open(algorithm, 'paths-and-contents');
  }
  const withPaths = streams.filter(({ scheme }) => scheme === 'paths-and-contents');
  const manifest = createHash('sha256');
  const md5Manifest = newHash('md5');
  const dvc = dvcFolder((digests) => digests.md5);
  const legacyDvc = dvcFolder((digests) => digests.legacyMd5 ?? digests.md5);
  return {
    beginFile: (path) => {
      for (const { hash } of withPaths) hash.update(path);
    },
    bytes: (chunk) => {
      for (const { hash } of streams) hash.update(chunk);
    },
    endFile: (path, digests, ignoredByDvc) => {
      manifest.update(`${digests.sha256}  `).update(path).update('\n');
      md5Manifest?.update(`${digests.md5}  `).update(path).update('\n');
      if (ignoredByDvc) return;
      dvc.add(path, digests);
      legacyDvc.add(path, digests);
    },
    finish: () => {
      const dvcDigests = [...new Set([dvc.finish(), legacyDvc.finish()])].filter((digest) => digest !== null);
      return [
        ...streams.map(({ hash, ...kind }) => ({ ...kind, digest: hash.digest('hex') })),
        { algorithm: 'sha256', scheme: 'manifest', digest: manifest.digest('hex') },
        ...(md5Manifest === null
          ? []
          : [{ algorithm: 'md5', scheme: 'manifest', digest: md5Manifest.digest('hex') } as const]),
        ...dvcDigests.map((digest) => ({ algorithm: 'md5', scheme: 'dvc-folder', digest }) as const),
      ];
    },
  };
}

/** Null where the machine refuses MD5. */
export function newHash(algorithm: DigestAlgorithm): Hash | null {
  try {
    return createHash(algorithm);
  } catch (error) {
    if (algorithm === 'md5') return null;
    throw error;
  }
}

function dvcFolder(digestOf: (digests: FileDigests) => string | null) {
  let hash = newHash('md5')?.update('[') ?? null;
  let first = true;
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return {
    add(path: Buffer, digests: FileDigests): void {
      const md5 = digestOf(digests);
      let text: string | null = null;
      try {
        text = decoder.decode(path);
      } catch {
        // A name that is no UTF-8 has no place in JSON: DVC cannot add such a folder.
      }
      if (md5 === null || text === null) hash = null;
      hash?.update(`${first ? '' : ', '}{"md5": "${md5}", "relpath": ${asciiJson(text ?? '')}}`);
      first = false;
    },
    finish: (): string | null => hash?.update(']').digest('hex') ?? null,
  };
}

/** A JSON string as Python writes it by default: DEL and everything beyond ASCII as `\uXXXX`. */
function asciiJson(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
