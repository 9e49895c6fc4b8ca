/**
 * The first look, before anything is trained: which data is known (by the option `datasets`, by DVC), and what every file of it
 * looks like from outside. Nothing is opened: hashing a hundred gigabytes twice would cost more than many a training.
 */
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ProgressListener } from '../../model/progress.ts';
import type { DatasetRequest } from '../../model/request.ts';
import type { DvcData } from './find-dvc-data.ts';
import { type DatasetLook, lookAtDataset } from './look-at-dataset.ts';
import type { NamedDataset } from './named-dataset.ts';

export interface DatasetHost {
  readonly listener: ProgressListener;
  readonly stopped: () => boolean;
}

export interface DatasetWatch {
  /** Absolute: where relative paths begin. */
  readonly root: string;
  readonly named: readonly NamedDataset[];
  /** What stages of DVC's pipelines write, as paths. */
  readonly results: ReadonlySet<string>;
  /** By absolute path; null where there is no first look, because what is audited ran before. */
  readonly looks: ReadonlyMap<string, DatasetLook> | null;
}

export interface WatchMode {
  /** Whether DVC's files are looked for below the root. */
  readonly dvc: boolean;
  /** Whether something will run now, so that there is a before and an after. */
  readonly look: boolean;
  /** Absolute: results that are audited, in which no data is looked for. */
  readonly results: readonly string[];
}

/**
 * Knows the data. Never throws for what is there.
 * @param root absolute: where relative paths begin
 */
export async function watchDatasets(
  requests: readonly DatasetRequest[],
  root: string,
  how: WatchMode,
  host: DatasetHost,
): Promise<DatasetWatch> {
  // The reader of YAML takes longer to load than a small comparison takes: only where it is needed.
  const dvc: DvcData = how.dvc
    ? await (await import('./find-dvc-data.ts')).findDvcData(root, how.results, host.stopped)
    : { named: [], results: new Set(), note: null };
  if (dvc.note !== null) host.listener({ kind: 'note', message: `Datasets: ${dvc.note}.` });
  const named = merged(requests, root, dvc.named);
  if (!how.look) return { root, named, results: dvc.results, looks: null };
  const looks = new Map<string, DatasetLook>();
  for (const { absolutePath } of named) looks.set(absolutePath, await lookAtDataset(absolutePath, host.stopped));
  return { root, named, results: dvc.results, looks };
}

/** A digest that the user gave counts more than DVC's; without one DVC's is held against the data. */
function merged(
  requests: readonly DatasetRequest[],
  root: string,
  dvc: readonly NamedDataset[],
): readonly NamedDataset[] {
  const found = new Map<string, NamedDataset>();
  for (const { path, sha256 } of requests) {
    const absolutePath = resolve(root, path);
    const known = dvc.find((one) => one.absolutePath === absolutePath);
    if (found.has(absolutePath)) continue;
    found.set(absolutePath, {
      path,
      absolutePath,
      origin: 'option',
      dvcFile: sha256 === null ? (known?.dvcFile ?? null) : null,
      expected: sha256 === null ? (known?.expected ?? null) : { algorithm: 'sha256', digest: sha256 },
    });
  }
  for (const one of dvc) if (!found.has(one.absolutePath)) found.set(one.absolutePath, one);
  return [...found.values()];
}

/** Linux takes at most 128 KiB for one variable, and this goes into one. */
const pathsLimit = 60_000;

/** Absolute paths whose reading the observer notes; where a link leads elsewhere, also the path behind it. */
export function watchedPaths({ named }: DatasetWatch): readonly string[] {
  const paths = new Set<string>();
  let length = 0;
  for (const { absolutePath } of named)
    for (const path of [absolutePath, realPath(absolutePath)]) {
      if (path === null || paths.has(path)) continue;
      length += Buffer.byteLength(JSON.stringify(path)) + 1;
      if (length > pathsLimit) return [...paths];
      paths.add(path);
    }
  return [...paths];
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
