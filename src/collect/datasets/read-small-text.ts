/** The text of a small file of the repository, opened with care: what stands at the path is not ours. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** `dvc.lock` of a large pipeline has some hundred kilobytes. */
const limitBytes = 4 * 1024 * 1024;

/** The text of a small regular file; null for anything else. */
export function readSmallText(path: string): string | null {
  let fd: number | null = null;
  try {
    fd = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(fd);
    if (!stat.isFile() || stat.size > limitBytes) return null;
    const buffer = Buffer.alloc(stat.size);
    let filled = 0;
    for (let got = -1; got !== 0 && filled < buffer.length; filled += got)
      got = readSync(fd, buffer, filled, buffer.length - filled, filled);
    return buffer.toString('utf8', 0, filled);
  } catch {
    return null;
  } finally {
    if (fd !== null) closeSync(fd);
  }
}
