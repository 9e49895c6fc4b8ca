/**
 * Git LFS pointers: the few lines that stand in the place of a file which was not fetched
 * (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md). Only the exact form counts: a text about LFS is no pointer.
 */
import type { LfsPointer } from '../../model/dataset.ts';

/** The specification's own limit: a longer file is no pointer. */
export const pointerLimitBytes = 1024;

const form =
  /^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\/v1\n(?:ext-\d-[a-z0-9.-]{1,80} sha256:[0-9a-f]{64}\n){0,10}oid sha256:([0-9a-f]{64})\nsize (\d{1,16})\n$/;

/** What the pointer points to, or null for any other content. */
export function lfsPointer(path: string, content: Uint8Array): LfsPointer | null {
  if (content.length === 0 || content.length > pointerLimitBytes) return null;
  const match = form.exec(Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1'));
  const [, sha256 = '', size = ''] = match ?? [];
  return match === null ? null : { path, sha256, sizeBytes: Number(size) };
}
