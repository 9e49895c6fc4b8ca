/**
 * What the checks of seeds and settings share. Where the runs diverged, what the observer saw is a likely cause (inferred);
 * where they agree it is a notice about what could part them one day. The observer's records never make a verdict better.
 */
import { leavesOf } from '../model/difference.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Certainty, FindingPlace, Severity } from '../model/finding.ts';
import { quote } from '../model/format-number.ts';
import { type CodePlace, type SeenProcess, seenProcesses } from '../model/observed-process.ts';
import type { RunRecord } from '../model/run-record.ts';

/** True where any comparison found content that differs. */
export function runsDiverged(evidence: Evidence): boolean {
  return evidence.comparisons.some(({ difference }) => leavesOf(difference).some(({ effect }) => effect === 'content'));
}

/** Added to a finding: nothing where the runs diverged, so that the check's own severity and certainty hold. */
export function weightOf(diverged: boolean): { readonly severity?: Severity; readonly certainty?: Certainty } {
  return diverged ? {} : { severity: 'notice', certainty: 'measured' };
}

/** One sentence: a cause where the runs diverged, else what was seen. `seen` begins with a capital letter, `cause` does not. */
export function suspicionText(diverged: boolean, cause: string, seen: string): string {
  return diverged ? `Likely cause: ${cause}.` : `${seen}.`;
}

export interface ProcessOfRun {
  readonly run: RunRecord;
  readonly seen: SeenProcess;
}

/** Every process that left a record, with its run. */
export function processesOf(evidence: Evidence): readonly ProcessOfRun[] {
  return evidence.runs.flatMap((run) => seenProcesses(run.observed).map((seen) => ({ run, seen })));
}

/** The file as a person names it: relative to the folder where the training was started, where it lies below it. */
export function shownFile(run: RunRecord, { file }: CodePlace): string {
  const folder = run.workingDirectory.replace(/\/+$/, '');
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file;
}

/** `train.py, line 26`. */
export function codeText(file: string, line: number): string {
  return `${/^[\w./-]+$/.test(file) ? file : quote(file)}, line ${line}`;
}

/** The place of a finding about a line of code. */
export function codePlace(file: string, line: number): Partial<FindingPlace> {
  return line > 0 ? { file, line } : { file };
}

/** The first of each key, in order. */
export function firstOfEach<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const found = new Map<string, T>();
  for (const item of items) if (!found.has(keyOf(item))) found.set(keyOf(item), item);
  return [...found.values()];
}
