/**
 * When something behind a symlink last changed. What a training writes there is not compared, so that at least the writing
 * must be noticed, also deep below and also into files that were there before.
 *
 * Left out: links that stay inside the root (their targets are seen themselves), and compiled Python code.
 */
import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Outputs are few; a data set behind a link has more names, and nobody writes into the last of them. */
const mostNames = 2000;
const notLookedInto: ReadonlySet<string> = new Set(['__pycache__', '.git']);

/** Nanoseconds since the epoch; null for a link inside the root, one that leads nowhere, and one to no file or folder. */
export function changedBehindLink(root: string | Buffer, link: string | Buffer): bigint | null {
  try {
    const target = realpathSync(link);
    const inside = realpathSync(root);
    if (target === inside || target.startsWith(`${inside}/`)) return null;
    const stat = statSync(target, { bigint: true });
    if (stat.isFile()) return stat.mtimeNs;
    return stat.isDirectory() ? newestBelow(target, stat.mtimeNs) : null;
  } catch {
    return null;
  }
}

/** The time of the folder itself and of all files below it, the nearest first. */
function newestBelow(folder: string, ownNs: bigint): bigint {
  let newest = ownNs;
  let names = 0;
  const folders = [folder];
  for (let at = folders.shift(); at !== undefined && names < mostNames; at = folders.shift())
    for (const entry of entriesOf(at)) {
      names += 1;
      if (names > mostNames || notLookedInto.has(entry.name)) continue;
      const path = join(at, entry.name);
      if (entry.isDirectory()) folders.push(path);
      const stat = entry.isFile() ? lstatSync(path, { bigint: true, throwIfNoEntry: false }) : undefined;
      if (stat !== undefined && stat.mtimeNs > newest) newest = stat.mtimeNs;
    }
  return newest;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
