/** Data that somebody named, before anything of it was looked at. */
import { isAbsolute, relative, sep } from 'node:path';
import type { ExpectedDigest } from '../../model/dataset.ts';

export interface NamedDataset {
  /** As it stands in the report: relative to the folder where relative paths start, where it lies below that. */
  readonly path: string;
  readonly absolutePath: string;
  /**
   * Who named it. What the user named is measured whatever its size; `dvc-lock` also names code and results, and a record
   * (`dataset.json` of a run) could name anything.
   */
  readonly origin: 'option' | 'dvc-file' | 'dvc-lock' | 'record';
  readonly dvcFile: string | null;
  readonly expected: ExpectedDigest | null;
}

/** A path as reports show it: relative to the root where it lies near it, with `/`. */
export function pathFrom(root: string, absolutePath: string): string {
  const path = relative(root, absolutePath);
  const far = isAbsolute(path) || path.split(sep).filter((part) => part === '..').length > 3;
  return (far ? absolutePath : path === '' ? '.' : path).split(sep).join('/');
}
