/** What `.dvcignore` leaves out of a folder that DVC tracks: the files of that name from the root of DVC's repository down to it. */
import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { dvcIgnored } from '../../formats/records/dvc-ignore.ts';
import { readSmallText } from './read-small-text.ts';

/** Repositories lie no deeper in each other than this. */
const levelsUp = 64;

/** A function that tells whether DVC leaves out a file, by its path below `folder` (absolute). Nothing is left out outside of DVC. */
export function ignoredByDvc(folder: string): (path: string) => boolean {
  const root = dvcRoot(folder);
  if (root === null) return () => false;
  const below = relative(root, folder)
    .split(sep)
    .filter((part) => part !== '');
  const folders = ['', ...below.slice(0, -1).map((_, index) => below.slice(0, index + 1).join('/'))];
  const files = folders.flatMap((at) => {
    const text = readSmallText(join(root, at, '.dvcignore'));
    return text === null ? [] : [{ folder: at, text }];
  });
  if (files.length === 0) return () => false;
  const isIgnored = dvcIgnored(files);
  return (path) => isIgnored([...below, path].join('/'));
}

function dvcRoot(folder: string): string | null {
  let at = folder;
  for (let level = 0; level < levelsUp; level += 1) {
    if (existsSync(join(at, '.dvc'))) return at;
    const above = dirname(at);
    if (above === at) return null;
    at = above;
  }
  return null;
}
