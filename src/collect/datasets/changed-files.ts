/**
 * Which files of a dataset are not what they were before run 1.
 *
 * Told by size and time of change: identity and ctime also move when an archive is unpacked again, or when the run room puts a
 * file back that a run had changed. What the run room itself saw a run change counts, whatever the file looks like now. Data
 * that was not there before run 1 was made by the training; there is nothing that it could have changed.
 */
import { displayPath } from '../../run/path-bytes.ts';
import type { DatasetFile, DatasetLook } from './look-at-dataset.ts';

const mostNames = 20;
/** A file that is put back is a microsecond or two off (see run/train-once.ts). */
const sameTimeMs = 0.01;

export interface Looks {
  readonly before: DatasetLook;
  readonly after: DatasetLook;
}

/** Paths in the dataset (of a single file its own name), at most 20, in order; null where one of the looks saw nothing. */
export function changedFiles(
  { before, after }: Looks,
  name: string,
  wasWritten: (key: string) => boolean,
): readonly string[] | null {
  if (before.state === 'unmeasured' || after.state === 'unmeasured') return null;
  if (before.files.length === 0) return [];
  const changed: string[] = [];
  const now = new Map(after.files.map((file) => [file.key, file]));
  for (const file of before.files) {
    const same = now.get(file.key);
    now.delete(file.key);
    if (same === undefined || !looksSame(file, same) || wasWritten(file.key)) changed.push(file.key);
  }
  changed.push(...now.keys());
  return changed
    .sort()
    .slice(0, mostNames)
    .map((key) => (key === '' ? name : displayPath(key)));
}

/** The files that are hashed: those of the first look, where there was one. What a run added is told as a change. */
export function filesToHash({ before, after }: Looks): readonly DatasetFile[] {
  if (before.files.length === 0 || before.state !== after.state) return after.files;
  const known = new Set(before.files.map(({ key }) => key));
  return after.files.filter(({ key }) => known.has(key));
}

function looksSame(one: DatasetFile, other: DatasetFile): boolean {
  return one.size === other.size && Math.abs(one.mtimeMs - other.mtimeMs) <= sameTimeMs;
}
