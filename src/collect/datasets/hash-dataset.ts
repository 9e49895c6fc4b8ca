/**
 * Every digest of a dataset in one pass: each file is opened once, read in megabytes into one buffer, and fed to all hashes.
 * A file is held against what it was when the folder was listed, and again when it was read: what changes under the hand has no
 * digest.
 */
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { startBreathing } from '../../formats/codecs/breath.ts';
import type { DatasetDigest, DatasetMember, LfsPointer } from '../../model/dataset.ts';
import { displayPath, systemPath } from '../../run/path-bytes.ts';
import { dos2UnixDigest } from './dos2unix-digest.ts';
import { type FileDigests, type FolderDigests, folderDigests, newHash } from './folder-digests.ts';
import { lfsPointer, pointerLimitBytes } from './lfs-pointer.ts';
import type { DatasetFile } from './look-at-dataset.ts';

/** DVC's own step: its old MD5 tells text from binary once in each. */
const chunkBytes = 1024 * 1024;
const mostPointers = 20;
const mostMembers = 1000;

export interface HashWishes {
  /** Whether the MD5 over the contents of a folder is of use to anybody. */
  readonly md5OfContents: boolean;
  /** Whether a record names this file of the folder with a digest of its own. */
  isClaimed(path: string): boolean;
  isIgnoredByDvc(path: string): boolean;
  onBytes(done: number): void;
  stopped(): boolean;
}

export interface HashedDataset {
  readonly digests: readonly DatasetDigest[];
  readonly members: readonly DatasetMember[];
  readonly pointers: readonly LfsPointer[];
}

/** @returns why it could not be hashed, as text */
export async function hashDataset(
  absolutePath: string,
  files: readonly DatasetFile[],
  isFolder: boolean,
  wishes: HashWishes,
): Promise<HashedDataset | string> {
  const buffer = Buffer.allocUnsafe(chunkBytes);
  const breath = startBreathing();
  const folder = isFolder ? folderDigests(wishes.md5OfContents) : null;
  const digests: DatasetDigest[] = [];
  const members: DatasetMember[] = [];
  const pointers: LfsPointer[] = [];
  let done = 0;
  for (const file of files) {
    const shown = displayPath(file.key);
    const path = Buffer.from(file.key, 'latin1');
    folder?.beginFile(path);
    const steps = hashFile(systemPath(absolutePath, file.key), file, buffer, folder);
    let hashed: HashedFile | string;
    for (;;) {
      const step = steps.next();
      if (step.done === true) {
        hashed = step.value;
        break;
      }
      done += step.value;
      wishes.onBytes(done);
      const pause = breath();
      if (pause !== undefined) await pause;
      if (wishes.stopped()) {
        // Closes the file.
        steps.return('');
        return 'the audit was cancelled';
      }
    }
    if (typeof hashed === 'string') return isFolder ? `"${shown}" in it ${hashed}` : `it ${hashed}`;
    // Also after empty files, which have no step.
    const pause = breath();
    if (pause !== undefined) await pause;
    folder?.endFile(path, hashed, wishes.isIgnoredByDvc(shown));
    if (hashed.pointer !== null && pointers.length < mostPointers) pointers.push({ ...hashed.pointer, path: shown });
    if (folder === null) digests.push(...fileDigests(hashed));
    else if (members.length < mostMembers && wishes.isClaimed(shown))
      members.push({ path: shown, digests: fileDigests(hashed) });
  }
  return { digests: folder?.finish() ?? digests, members, pointers };
}

interface HashedFile extends FileDigests {
  readonly pointer: LfsPointer | null;
}

function fileDigests({ sha256, md5, legacyMd5 }: FileDigests): readonly DatasetDigest[] {
  const of = (algorithm: 'sha256' | 'md5', digest: string) => ({ algorithm, scheme: 'file', digest }) as const;
  return [
    of('sha256', sha256),
    ...(md5 === null ? [] : [of('md5', md5)]),
    ...(legacyMd5 === null ? [] : [of('md5', legacyMd5)]),
  ];
}

/** Yields the bytes of each step; returns the digests, or what is wrong with the file. */
function* hashFile(
  path: string | Buffer,
  expected: DatasetFile,
  buffer: Buffer,
  folder: FolderDigests | null,
): Generator<number, HashedFile | string> {
  let fd: number;
  try {
    // Without waiting: what was a file a moment ago could be a FIFO now.
    fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return `cannot be opened (${codeOf(error)})`;
  }
  try {
    const before = fstatSync(fd);
    if (!before.isFile() || !isSame(expected, before)) return 'changed while it was hashed';
    const sha256 = createHash('sha256');
    const md5 = newHash('md5');
    const legacy = dos2UnixDigest();
    let pointer: LfsPointer | null = null;
    for (let at = 0; at < before.size; ) {
      const length = readFully(fd, buffer, at, Math.min(buffer.length, before.size - at));
      if (length === 0) return 'became shorter while it was hashed';
      const chunk = buffer.subarray(0, length);
      sha256.update(chunk);
      if (md5 !== null) legacy.add(chunk, md5);
      md5?.update(chunk);
      folder?.bytes(chunk);
      if (before.size <= pointerLimitBytes) pointer = lfsPointer('', chunk);
      at += length;
      yield length;
    }
    if (!isSame(expected, fstatSync(fd))) return 'changed while it was hashed';
    return {
      sha256: sha256.digest('hex'),
      md5: md5?.digest('hex') ?? null,
      legacyMd5: legacy.finish(),
      pointer,
    };
  } catch (error) {
    return `cannot be read (${codeOf(error)})`;
  } finally {
    closeSync(fd);
  }
}

function readFully(fd: number, buffer: Buffer, position: number, wanted: number): number {
  let filled = 0;
  while (filled < wanted) {
    const got = readSync(fd, buffer, filled, wanted - filled, position + filled);
    if (got === 0) break;
    filled += got;
  }
  return filled;
}

function isSame(file: DatasetFile, now: Stats): boolean {
  return file.device === now.dev && file.inode === now.ino && file.size === now.size && file.mtimeMs === now.mtimeMs;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
}
