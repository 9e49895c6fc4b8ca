/**
 * Data that nobody declared, but whose path a run wrote beside a digest (`{"path": "data/points.csv", "sha256": …}`): what
 * a record names can be held against it without further ado. A record is written by the training, so only what lies below the
 * working directory is opened, and never what a run itself wrote.
 */
import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { isCodePath } from '../../formats/records/code-path.ts';
import type { DatasetClaim } from '../../model/dataset.ts';
import { plainPath } from '../../model/dataset-subject.ts';
import { type NamedDataset, pathFrom } from './named-dataset.ts';

const mostNamed = 20;

/** @param isResult whether a run wrote this file, or something below it (absolute path) */
export function namedByRecords(
  claims: readonly DatasetClaim[],
  root: string,
  known: readonly NamedDataset[],
  isResult: (absolutePath: string) => boolean,
): readonly NamedDataset[] {
  const found = new Map<string, NamedDataset>();
  for (const { subject } of claims) {
    if (found.size >= mostNamed) break;
    if (subject === null || subject.length > 1024 || subject.includes('\0') || !isPath(subject)) continue;
    const absolutePath = resolve(root, plainPath(subject));
    if (found.has(absolutePath) || !isBelow(root, absolutePath) || !existsSync(absolutePath)) continue;
    if (!isBelow(realpathSync(root), realpathSync(absolutePath))) continue;
    if (known.some((one) => one.absolutePath === absolutePath || isBelow(one.absolutePath, absolutePath))) continue;
    if (isResult(absolutePath)) continue;
    found.set(absolutePath, {
      path: pathFrom(root, absolutePath),
      absolutePath,
      origin: 'record',
      dvcFile: null,
      expected: null,
    });
  }
  return [...found.values()];
}

/** `cifar10` is a name, and a folder may happen to be called so. */
function isPath(subject: string): boolean {
  return /[/\\]|.\.[A-Za-z][A-Za-z0-9]*$/.test(subject) && !isCodePath(subject);
}

function isBelow(folder: string, path: string): boolean {
  const below = relative(folder, path);
  return below !== '' && !isAbsolute(below) && below.split(sep)[0] !== '..' && below.split(sep)[0] !== '.train-twice';
}
