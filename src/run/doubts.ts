/**
 * Doubts: what weakens a comparison, each with a stable code and one sentence. Whether a doubt takes the verdict away is
 * for judge/ to say; nothing that is unknown or unequal is left unsaid here.
 */
import { formatBytes, formatList, plural, quote } from '../model/format-number.ts';
import type { RunRecord, WrittenFile } from '../model/run-record.ts';
import { looksSame } from './compare-snapshots.ts';
import type { LogSummary } from './log-file.ts';
import type { OpenWriter } from './open-writers.ts';
import { displayPath } from './path-bytes.ts';
import type { Snapshot } from './snapshot.ts';

export type DoubtCode =
  /** The next run did not start from the same files. */
  | 'STATE_CHANGED'
  /** Processes outlived the run and were killed. */
  | 'SURVIVORS'
  /** Processes outlived even SIGKILL: the machine is not clean. */
  | 'SURVIVORS_LEFT'
  /** Outputs changed after the run had ended. */
  | 'STILL_WRITING'
  /** Someone has an output open for writing. */
  | 'OPEN_WRITERS'
  /** Outputs were there before, and the run wrote none anew. */
  | 'STALE_OUTPUTS'
  /** Outputs were there before, beside those that the run wrote: listed, not compared. */
  | 'OLD_OUTPUTS'
  /** A later run read what an earlier one had written. */
  | 'READ_EARLIER_RUN'
  /** A folder cannot be listed: what is in it is not known. */
  | 'UNREADABLE_FOLDER'
  /** A folder behind a symlink changed: what is in it is not compared. */
  | 'WROTE_BEHIND_SYMLINK'
  /** The fresh output folder was replaced by something else. */
  | 'OUTPUT_DIR_REPLACED'
  /** The middle of the log is not kept. */
  | 'LOG_CUT'
  /** The log could not be written to its end. */
  | 'LOG_INCOMPLETE'
  /** What the run wrote was not listed: the audit was cancelled, or the folder could not be. */
  | 'NOT_LISTED'
  /** The run removed the audit's own folder: logs, and what earlier runs wrote. */
  | 'AUDIT_FOLDER_GONE'
  /** The next run was not started: it could not have started from the same state. */
  | 'NOT_REPEATED';

export interface Doubt {
  readonly code: DoubtCode;
  readonly message: string;
}

/** Processes that had to be killed, and those that could not be. */
export function survivorDoubts(run: number, survivors: RunRecord['survivors']): readonly Doubt[] {
  const doubts: Doubt[] = [];
  const killed = survivors.filter((one) => one.killed);
  const left = survivors.filter((one) => !one.killed);
  const names = (list: RunRecord['survivors']): string =>
    formatList(
      list.map((one) => `${one.pid} ${quote(one.command)}`),
      3,
    );
  if (killed.length > 0) {
    const message = `${plural(killed.length, 'process', 'processes')} of run ${run} outlived it and had to be stopped: ${names(killed)}. What they were writing may be cut off.`;
    doubts.push({ code: 'SURVIVORS', message });
  }
  if (left.length > 0) {
    const message = `${plural(left.length, 'process', 'processes')} of run ${run} could not be stopped: ${names(left)}. End them before the next audit.`;
    doubts.push({ code: 'SURVIVORS_LEFT', message });
  }
  return doubts;
}

/** A `git clean -x` in a training does it. */
export function auditFolderDoubt(run: number): Doubt {
  const message = `Run ${run} removed ".train-twice", where the audit keeps its logs and what earlier runs wrote. Let the training leave that folder alone.`;
  return { code: 'AUDIT_FOLDER_GONE', message };
}

export function logDoubts(run: number, log: LogSummary): readonly Doubt[] {
  const doubts: Doubt[] = [];
  if (log.leftOut > 0) {
    const message = `${formatBytes(log.leftOut)} in the middle of run-${run}.log are not kept: metrics that stood there are not compared.`;
    doubts.push({ code: 'LOG_CUT', message });
  }
  if (log.problem !== null) {
    doubts.push({ code: 'LOG_INCOMPLETE', message: `run-${run}.log is not whole: ${log.problem}.` });
  }
  return doubts;
}

/** Files that were still changing when everything of the run was gone. */
export function writingDoubts(run: number, paths: readonly string[], writers: readonly OpenWriter[]): readonly Doubt[] {
  const doubts: Doubt[] = [];
  if (paths.length > 0) {
    const message = `${plural(paths.length, 'output')} still changed after run ${run} had ended: ${formatList(paths.map((path) => quote(path)))}.`;
    doubts.push({ code: 'STILL_WRITING', message });
  }
  if (writers.length > 0) {
    const who = writers.map((one) => `${one.pid} ${quote(one.command)} has ${quote(one.path)}`);
    const message = `Outputs of run ${run} are still open for writing: ${formatList(who, 3)}. Such a process cannot be stopped from here (container, sudo, emptied environment), or does not belong to the training.`;
    doubts.push({ code: 'OPEN_WRITERS', message });
  }
  return doubts;
}

/** Outputs that were there before the run and that it did not touch. */
export function staleDoubts(run: number, stale: readonly string[], written: readonly WrittenFile[]): readonly Doubt[] {
  if (stale.length === 0) return [];
  const fresh = written.some((file) => file.change !== 'deleted');
  const list = formatList(
    stale.map((path) => quote(path)),
    3,
  );
  const message = fresh
    ? `${plural(stale.length, 'file')} among the outputs ${stale.length === 1 ? 'is' : 'are'} older than run ${run} and not compared: ${list}.`
    : `Run ${run} wrote none of its outputs anew; ${plural(stale.length, 'file')} there ${stale.length === 1 ? 'is' : 'are'} older than the run: ${list}.`;
  return [{ code: fresh ? 'OLD_OUTPUTS' : 'STALE_OUTPUTS', message }];
}

/** Outputs with the times of an earlier writing: copied or moved to where they are, out of a cache or another run. */
export function copiedDoubts(run: number, startNs: bigint | null, written: readonly WrittenFile[]): readonly Doubt[] {
  const files = written.filter(({ type }) => type === 'file');
  const isOlder = ({ state }: WrittenFile): boolean =>
    startNs !== null && state !== null && BigInt(state.mtimeNs) < startNs;
  if (files.length === 0 || !files.every(isOlder)) return [];
  const list = formatList(
    files.map(({ path }) => quote(path)),
    3,
  );
  const message = `Every output of run ${run} was last written before the run began, so it was copied or moved there: ${list}. Let the training write its results anew.`;
  return [{ code: 'STALE_OUTPUTS', message }];
}

/** @param names files that earlier runs had written */
export function readingDoubts(run: number, names: readonly string[]): readonly Doubt[] {
  if (names.length === 0) return [];
  const list = formatList(
    names.map((name) => quote(name)),
    3,
  );
  const message = `While run ${run} went on, ${plural(names.length, 'file')} of an earlier run in ".train-twice" ${names.length === 1 ? 'was' : 'were'} read: ${list}. It may have resumed from there, or copied. Let the training search for checkpoints in its own output folder only.`;
  return [{ code: 'READ_EARLIER_RUN', message }];
}

export function unseenDoubts(
  run: number,
  unreadable: readonly string[],
  behindLinks: readonly string[],
): readonly Doubt[] {
  const doubts: Doubt[] = [];
  if (unreadable.length > 0) {
    const message = `${plural(unreadable.length, 'folder')} cannot be listed by this user, so what run ${run} wrote there is not known: ${formatList(unreadable)}. Let this user list it, or keep it out of the working directory.`;
    doubts.push({ code: 'UNREADABLE_FOLDER', message });
  }
  if (behindLinks.length > 0) {
    const message = `Run ${run} wrote behind ${plural(behindLinks.length, 'symlink')}, and what is there is not compared: ${formatList(behindLinks)}. Let the training write into the working directory or to $TRAIN_TWICE_OUTPUT_DIR.`;
    doubts.push({ code: 'WROTE_BEHIND_SYMLINK', message });
  }
  return doubts;
}

/**
 * Where the files before a later run are not those before run 1, as far as size, time and kept originals tell.
 * @param restored keys whose content was put back byte by byte
 */
export function stateDoubts(
  nextRun: number,
  first: Snapshot,
  now: Snapshot,
  restored: ReadonlySet<string>,
): readonly Doubt[] {
  const changed: string[] = [];
  const missing: string[] = [];
  const added: string[] = [];
  for (const [key, old] of first) {
    const node = now.get(key);
    if (node === undefined) missing.push(key);
    else if (!restored.has(key) && !looksSame(old, node)) changed.push(key);
  }
  for (const key of now.keys()) if (!first.has(key)) added.push(key);
  const parts: string[] = [];
  const tell = (keys: readonly string[], what: string): void => {
    if (keys.length === 0) return;
    const list = formatList(
      keys.map((key) => quote(displayPath(key))),
      3,
    );
    parts.push(`${what} ${list}`);
  };
  tell(changed, 'changed in place:');
  tell(missing, 'missing:');
  tell(added, 'new:');
  if (parts.length === 0) return [];
  const message = `Run ${nextRun} did not start from the same files as run 1 (${parts.join('; ')}).`;
  return [{ code: 'STATE_CHANGED', message }];
}
