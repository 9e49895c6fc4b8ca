/**
 * The second look, after everything has run: each dataset hashed once, and held against the first look. What was too large,
 * unreadable or cut short by Ctrl-C is `unmeasured`, with why and what to do.
 */

import { isCodePath } from '../../formats/records/code-path.ts';
import type { Dataset, DatasetClaim } from '../../model/dataset.ts';
import { samePlace } from '../../model/dataset-subject.ts';
import { formatBytes, quote } from '../../model/format-number.ts';
import { type RunRecord, runSucceeded } from '../../model/run-record.ts';
import { displayPath } from '../../run/path-bytes.ts';
import { changedFiles, filesToHash, type Looks } from './changed-files.ts';
import { ignoredByDvc } from './dvc-ignored.ts';
import { hashDataset } from './hash-dataset.ts';
import { type DatasetLook, lookAtDataset } from './look-at-dataset.ts';
import { namedByRecords } from './named-by-records.ts';
import type { NamedDataset } from './named-dataset.ts';
import type { DatasetHost, DatasetWatch } from './watch-datasets.ts';

/** What nobody asked for by name may cost some minutes (three to five seconds a gigabyte), not an hour: all of it together. */
const unaskedLimitBytes = 50 * 1000 ** 3;
/** A progress bar needs no more steps. */
const progressBytes = 64 * 1024 * 1024;

/**
 * Every dataset that is known, as it lies there now, in the order in which they were named. What the runs themselves write is
 * no data of theirs, though DVC may track it: it is left out with a note.
 * @param claims digests that the records of the runs claim
 */
export async function measureDatasets(
  watch: DatasetWatch,
  runs: readonly RunRecord[],
  claims: readonly DatasetClaim[],
  host: DatasetHost,
  unaskedBytes = unaskedLimitBytes,
): Promise<readonly Dataset[]> {
  const writers = writersOf(runs);
  const named = [
    ...watch.named,
    ...(watch.looks === null
      ? []
      : namedByRecords(claims, watch.root, watch.named, (path) => writers.below(path).length > 0)),
  ];
  const datasets: Dataset[] = [];
  let bytesLeft = unaskedBytes;
  for (const one of named) {
    const after = await lookAtDataset(one.absolutePath, host.stopped);
    const looks = { before: watch.looks?.get(one.absolutePath) ?? null, after };
    if (isResult(one, looks, watch, writers, runs)) {
      const message = `${quote(one.path)} is tracked by DVC and written by the training: a result, not its data.`;
      if (one.dvcFile !== null && after.state !== 'missing') host.listener({ kind: 'note', message });
      continue;
    }
    if (one.origin === 'dvc-lock' && after.files.some(({ key }) => isCodePath(displayPath(key)))) continue;
    const asked = one.origin === 'option';
    if (!asked && after.sizeBytes > bytesLeft) datasets.push(tooLarge(one, after, unaskedBytes));
    else {
      if (!asked) bytesLeft -= after.sizeBytes;
      datasets.push(await measure(one, looks, writers, claims, host));
    }
  }
  return datasets;
}

interface MaybeLooks {
  readonly before: DatasetLook | null;
  readonly after: DatasetLook;
}

async function measure(
  named: NamedDataset,
  { before, after }: MaybeLooks,
  writers: Writers,
  claims: readonly DatasetClaim[],
  host: DatasetHost,
): Promise<Dataset> {
  const { path, absolutePath, dvcFile, expected } = named;
  const looks: Looks | null = before === null ? null : { before, after };
  const name = path.slice(path.lastIndexOf('/') + 1);
  const changed =
    looks === null ? null : changedFiles(looks, name, (key) => writers.of(filePath(absolutePath, key)).length > 0);
  const base = { path, dvcFile, expected, state: after.state, reason: after.reason, changed };
  const nothing = { files: after.files.length, sizeBytes: after.sizeBytes, digests: [], pointers: [] };
  if (after.state === 'missing' || after.state === 'unmeasured') return { ...base, ...nothing };
  const files = looks === null ? after.files : filesToHash(looks);
  const sizeBytes = files.reduce((sum, file) => sum + file.size, 0);
  const isFolder = after.state === 'folder';
  const within = (subject: string, file: string): boolean => samePlace(subject, file) && !samePlace(subject, path);
  const subjects = new Map<string, string[]>();
  for (const { subject } of claims) {
    const base = subject?.slice(Math.max(subject.lastIndexOf('/'), subject.lastIndexOf('\\')) + 1);
    if (subject !== null && base !== undefined) subjects.set(base, [...(subjects.get(base) ?? []), subject]);
  }
  let told = 0;
  const tell = (bytesDone: number): void => {
    if (bytesDone < sizeBytes && bytesDone - told < progressBytes && told > 0) return;
    told = bytesDone;
    host.listener({ kind: 'hashing', file: path, bytesDone, bytesTotal: sizeBytes });
  };
  const hashed = await hashDataset(absolutePath, files, isFolder, {
    md5OfContents: claims.some(({ algorithm, digest }) => algorithm !== 'sha256' && digest.length <= 32),
    isClaimed: (file) =>
      (subjects.get(file.slice(file.lastIndexOf('/') + 1)) ?? []).some((subject) => within(subject, file)),
    isIgnoredByDvc: isFolder ? ignoredByDvc(absolutePath) : () => false,
    onBytes: tell,
    stopped: host.stopped,
  });
  if (typeof hashed === 'string') return { ...base, ...nothing, state: 'unmeasured', reason: hashed };
  const { digests, members, pointers } = hashed;
  return {
    ...base,
    files: files.length,
    sizeBytes,
    digests: usualFirst(digests, dvcFile !== null),
    ...(members.length === 0 ? {} : { members }),
    pointers,
  };
}

/** Of a folder that DVC keeps the usual digest is DVC's. */
function usualFirst(digests: Dataset['digests'], isDvc: boolean): Dataset['digests'] {
  if (!isDvc) return digests;
  const usual = digests.filter(
    ({ algorithm, scheme }) => algorithm === 'md5' && scheme !== 'manifest' && scheme !== 'contents',
  );
  return [...usual, ...digests.filter((digest) => !usual.includes(digest))];
}

function tooLarge(named: NamedDataset, after: DatasetLook, limit: number): Dataset {
  const { path, dvcFile, expected } = named;
  const reason = `it has ${formatBytes(after.sizeBytes)}, and data that is not named in \`datasets\` is hashed up to ${formatBytes(limit)} in all; name it there to have it hashed`;
  const measured = { files: after.files.length, sizeBytes: after.sizeBytes, digests: [], pointers: [], changed: null };
  return { path, dvcFile, expected, state: 'unmeasured', reason, ...measured };
}

/** What DVC tracks and every run wrote anew, or what a stage of its pipelines writes and a run wrote or nobody has made yet. */
function isResult(
  named: NamedDataset,
  { before, after }: MaybeLooks,
  watch: DatasetWatch,
  writers: Writers,
  runs: readonly RunRecord[],
): boolean {
  if (named.origin !== 'dvc-file' && named.origin !== 'dvc-lock') return false;
  const staged = watch.results.has(named.path);
  if (staged && (after.state === 'missing' || writers.below(named.absolutePath).length > 0)) return true;
  const ended = runs.filter(({ end }) => end !== null && runSucceeded(end));
  if (ended.length === 0) return false;
  const files = before === null || before.files.length === 0 ? after.files : before.files;
  return (
    files.length > 0 && files.every(({ key }) => writers.of(filePath(named.absolutePath, key)).length >= ended.length)
  );
}

interface Writers {
  /** The runs that wrote this file (absolute path as it is shown). */
  of(path: string): readonly number[];
  /** The runs that wrote this file or anything below it. */
  below(path: string): readonly number[];
}

function writersOf(runs: readonly RunRecord[]): Writers {
  const files = new Map<string, Set<number>>();
  const folders = new Map<string, Set<number>>();
  const note = (map: Map<string, Set<number>>, path: string, run: number): void => {
    map.set(path, (map.get(path) ?? new Set()).add(run));
  };
  for (const { number, workingDirectory, written, outside } of runs)
    for (const { path } of [...written, ...outside]) {
      const whole = `${workingDirectory}/${path.replace(/^\.\//, '')}`;
      note(files, whole, number);
      for (let at = whole.lastIndexOf('/'); at > workingDirectory.length; at = whole.lastIndexOf('/', at - 1))
        note(folders, whole.slice(0, at), number);
    }
  return {
    of: (path) => [...(files.get(path) ?? [])],
    below: (path) => [...new Set([...(files.get(path) ?? []), ...(folders.get(path) ?? [])])],
  };
}

function filePath(absolutePath: string, key: string): string {
  return key === '' ? absolutePath : `${absolutePath}/${displayPath(key)}`;
}
