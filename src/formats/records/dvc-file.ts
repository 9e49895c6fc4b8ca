/**
 * DVC's own files (https://dvc.org/doc/user-guide/project-structure): `*.dvc`, which names data with its MD5, and
 * `dvc.lock`, which names what the stages of a pipeline read and wrote. `md5` ends in `.dir` for a folder; without
 * `hash: md5` it is the one of DVC before version 3. `wdir` of a stage stands in `dvc.yaml` only.
 *
 * Left out on purpose: data in a remote store (`s3://…`), `etag` and `checksum`, parameters, commands.
 */
import type { ExpectedDigest } from '../../model/dataset.ts';
import type { PlainValue } from '../../model/record.ts';
import { isCodePath } from './code-path.ts';
import type { RecordProblem } from './record-text.ts';
import { parseYaml } from './yaml-value.ts';

export interface DvcEntry {
  /** As written: relative to the file's folder, or to the stage's `wdir`. */
  readonly path: string;
  /** Null where DVC has not hashed it yet, or only a remote store did. */
  readonly expected: ExpectedDigest | null;
  /** Of `dvc.lock`; null in a `.dvc` file. */
  readonly stage: string | null;
}

export interface DvcFile {
  readonly value: PlainValue;
  readonly problems: readonly RecordProblem[];
  /** The folder in which paths begin, relative to the file's own: of a `.dvc` file. */
  readonly wdir: string;
  /** What is data: outputs of a `.dvc` file, dependencies of the stages of a pipeline (without its code). */
  readonly data: readonly DvcEntry[];
  /** Outputs of stages. */
  readonly results: readonly DvcEntry[];
}

/** More than any repository that we know of names. */
const entryLimit = 10_000;

/** What a `.dvc` file or a `dvc.lock` says. Never throws: what cannot be read has problems. */
export function parseDvcFile(path: string, text: string): DvcFile {
  const { value, problems } = parseYaml(text);
  const base = { value, problems, wdir: textAt(value, 'wdir') ?? '.' };
  if (!isDvcLock(path)) {
    const outs = entriesAt(value, 'outs', null);
    // A stage of DVC before version 1: it has a command, and its outputs are results.
    if (memberOf(value, 'cmd') !== null)
      return { ...base, data: entriesAt(value, 'deps', null).filter(isNoCode), results: outs };
    return { ...base, data: outs, results: [] };
  }
  const stages = memberOf(value, 'schema') === null ? value : memberOf(value, 'stages');
  const data: DvcEntry[] = [];
  const results: DvcEntry[] = [];
  for (const [name, stage] of stages?.type === 'map' ? stages.items : []) {
    if (data.length + results.length > entryLimit) break;
    data.push(...entriesAt(stage, 'deps', name).filter(isNoCode));
    results.push(...entriesAt(stage, 'outs', name));
  }
  return { ...base, data, results };
}

/** True for the name of a file that `parseDvcFile` reads. */
export function isDvcFile(path: string): boolean {
  return /(?:^|\/)[^/]+\.dvc$/.test(path) || isDvcLock(path);
}

function isDvcLock(path: string): boolean {
  return /(?:^|\/)dvc\.lock$/.test(path);
}

/**
 * The `wdir` of each stage in the text of a `dvc.yaml`; null for one that is only known once DVC has filled in a variable.
 * Stages of a `foreach` or `matrix` (`train@a` in the lock) stand under their common name.
 */
export function stageFolders(dvcYaml: string): ReadonlyMap<string, string | null> {
  const stages = memberOf(parseYaml(dvcYaml).value, 'stages');
  const folders = new Map<string, string | null>();
  for (const [name, stage] of stages?.type === 'map' ? stages.items : []) {
    const wdir = textAt(stage, 'wdir') ?? textAt(memberOf(stage, 'do') ?? stage, 'wdir');
    if (wdir !== null) folders.set(name, wdir.includes('${') ? null : wdir);
  }
  return folders;
}

function entriesAt(value: PlainValue, key: string, stage: string | null): readonly DvcEntry[] {
  const list = memberOf(value, key);
  if (list?.type !== 'list') return [];
  return list.items.slice(0, entryLimit).flatMap((item) => {
    const path = textAt(item, 'path');
    if (path === null || path === '' || /^[a-z][a-z0-9+.-]*:\/\//i.test(path) || path.includes('\0')) return [];
    return [{ path, stage, expected: expectedOf(item) }];
  });
}

function expectedOf(entry: PlainValue): ExpectedDigest | null {
  const md5 = textAt(entry, 'md5')?.toLowerCase() ?? '';
  if (!/^[0-9a-f]{32}(?:\.dir)?$/.test(md5)) return null;
  const sizeBytes = countAt(entry, 'size');
  const files = countAt(entry, 'nfiles');
  return {
    algorithm: 'md5',
    digest: md5,
    ...(sizeBytes === null ? {} : { sizeBytes }),
    ...(files === null ? {} : { files }),
  };
}

function isNoCode({ path }: DvcEntry): boolean {
  return !isCodePath(path);
}

function memberOf(value: PlainValue, key: string): PlainValue | null {
  return value.type === 'map' ? (value.items.find(([name]) => name === key)?.[1] ?? null) : null;
}

function textAt(value: PlainValue, key: string): string | null {
  const member = memberOf(value, key);
  // An MD5 without letters is a number to YAML.
  return member?.type === 'str' || member?.type === 'int' ? member.text : null;
}

function countAt(value: PlainValue, key: string): number | null {
  const member = memberOf(value, key);
  return member?.type === 'int' && /^\d{1,15}$/.test(member.text) ? Number(member.text) : null;
}
