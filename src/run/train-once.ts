/** One run: start it, watch it, list what it wrote, put that into a record; and afterwards set it aside. */
import { lstatSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isProblem, RunProblem } from '../model/problem.ts';
import { describeRunEnd, type RunRecord, runSucceeded, type WrittenFile } from '../model/run-record.ts';
import { askMachine } from './ask-machine.ts';
import { askWorkingTree } from './ask-working-tree.ts';
import type { Change } from './compare-snapshots.ts';
import { copiedDoubts, type Doubt, logDoubts, survivorDoubts } from './doubts.ts';
import { auditMarker, childEnvironment } from './environment.ts';
import { type Originals, sameAsOriginal } from './keep-originals.ts';
import { type FolderBefore, listOutcome, type Outcome } from './list-outcome.ts';
import { moveTree } from './move-tree.ts';
import { observedFolder } from './observer.ts';
import { type MarkedFile, markUnread } from './read-marks.ts';
import { readObserved } from './read-observed.ts';
import type { RunPlan } from './run-plan.ts';
import { setAside } from './set-aside.ts';
import { look, type Snapshot } from './snapshot.ts';
import { supervise } from './supervise.ts';
import { byPath, isBelow, outputFolderName, recordedPath, writtenFiles } from './written-files.ts';

/** Makes the folder anew. What is in it belongs to an earlier run and must have been moved. @throws RunProblem `CANNOT_MOVE` */
export function freshOutputDir(path: string): void {
  try {
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) rmdirSync(path);
    mkdirSync(path);
  } catch (cause) {
    throw new RunProblem('CANNOT_MOVE', `The folder "${path}" could not be made fresh for the next run: ${cause}.`, {
      remedy: 'Give the audit a folder of its own that this user may write to.',
      cause,
    });
  }
}

/**
 * The record of one run, with the files where the run put them.
 * @returns `outcome` null where what it wrote was not listed, because the audit was cancelled
 */
export async function trainOnce(
  plan: RunPlan,
  number: number,
  before: Snapshot,
  originals: Originals,
  expectedMs: number | null,
): Promise<{ readonly record: RunRecord; readonly outcome: Outcome | null }> {
  const { request, host, root, command } = plan;
  const of = request.runs;
  const identity = {
    run: number,
    auditId: host.auditId,
    auditDir: host.auditDir,
    outputDir: plan.outputDir,
    datasets: host.datasets ?? [],
  };
  const { environment, recorded } = childEnvironment(request, host.baseEnvironment, identity);
  const logPath = join(host.logDir, `run-${number}.log`);
  const [machine, workingTree] = await Promise.all([askMachine(root, environment), askWorkingTree(root, environment)]);
  if (command.script !== null) {
    rmSync(plan.scriptFile, { force: true });
    writeFileSync(plan.scriptFile, command.script, { mode: 0o600, flag: 'wx' });
  }
  // The clock of the file system, which need not be ours: the folder was just made.
  const startNs = look(plan.outputDir, '')?.mtimeNs ?? null;
  host.listener({ kind: 'run-started', run: number, of, command: command.text, expectedMs });
  const ran = await supervise(
    {
      run: number,
      of,
      argv: command.argv,
      workingDirectory: root,
      environment,
      marker: auditMarker(host.auditId),
      logPath,
      timeoutMs: request.timeoutMs,
      idleTimeoutMs: request.idleTimeoutMs,
      expectedMs,
    },
    host,
  );
  host.listener({
    kind: 'run-ended',
    run: number,
    of,
    sentence: describeRunEnd(ran.end),
    success: runSucceeded(ran.end),
    durationMs: ran.durationMs,
  });
  // A cancelled audit has seconds for its report, and what a cancelled run wrote is not compared.
  const listed = ran.end.kind !== 'cancelled' && !plan.stopped();
  const watched = [watchedRoot(plan, before, originals), ...watchedOutputDir(plan)];
  let notListed = `What run ${number} wrote was not listed: the audit was cancelled.`;
  let outcome: Outcome | null = null;
  try {
    outcome = listed ? await listOutcome(number, watched, plan.select, plan.stopped) : null;
  } catch (error) {
    // The run is over and its record must not be lost; a training may well delete its own folder.
    if (!isProblem(error)) throw error;
    notListed = `What run ${number} wrote could not be listed: ${error.message}`;
  }
  const files = outcome?.folders.flatMap((folder) => [...writtenFiles(folder, folder.changes)]) ?? [];
  const divided = divide(plan, files);
  const record: RunRecord = {
    number,
    argv: command.argv,
    workingDirectory: root,
    environment: recorded,
    seed: request.seed,
    start: ran.start,
    end: ran.end,
    durationMs: ran.durationMs,
    survivors: ran.survivors,
    logPath,
    logBytes: ran.log.bytes,
    logTail: ran.log.tail,
    ...divided,
    hostName: hostname(),
    pid: ran.pid,
    observed: request.observe ? readObserved(observedFolder(host.auditDir, number)) : [],
    unobserved: request.observe ? ran.unobserved : [],
    machine,
    workingTree,
    doubts: [
      ...survivorDoubts(number, ran.survivors),
      ...(outcome?.doubts ?? [{ code: 'NOT_LISTED', message: notListed }]),
      ...replacedOutputDir(plan, number),
      ...copiedDoubts(number, startNs, divided.written),
      ...logDoubts(number, ran.log),
    ],
  };
  return { record, outcome };
}

export interface RunAside {
  readonly record: RunRecord;
  readonly restored: ReadonlySet<string>;
  readonly marked: readonly MarkedFile[];
}

/**
 * Moves what the run wrote out of the next one's way; the record then says where it is.
 * @throws RunProblem `CANNOT_MOVE`
 */
export async function setRunAside(
  plan: RunPlan,
  record: RunRecord,
  outcome: Outcome,
  originals: Originals,
): Promise<RunAside> {
  const files: WrittenFile[] = [];
  const restless: string[] = [];
  const restored = new Set<string>();
  const marked: MarkedFile[] = [];
  for (const folder of outcome.folders) {
    const target = join(plan.host.auditDir, `run-${record.number}${folder.isOutputDir ? '-output' : ''}`);
    mkdirSync(target, { recursive: true });
    const kept: Originals = folder.isOutputDir ? new Map() : originals;
    const aside = await setAside(folder.root, folder.before, folder.changes, kept, target, plan.stopped);
    if (!folder.isOutputDir) for (const key of aside.restored) restored.add(key);
    const rootOf = (key: string): string => (isBelow(key, aside.moved) ? target : folder.root);
    marked.push(...markUnread(folder.changes, (key) => (isBelow(key, aside.moved) ? target : null)));
    const changes = folder.changes.map((change) => lookAgain(change, rootOf(change.key)));
    files.push(...writtenFiles(folder, changes, rootOf));
    for (const [index, change] of changes.entries()) {
      if (!isSame(folder.changes[index], change)) restless.push(recordedPath(folder, change.key));
    }
  }
  const replaced = look(plan.outputDir, '');
  if (replaced !== null && replaced.type !== 'folder') {
    await moveTree(plan.outputDir, join(plan.host.auditDir, `run-${record.number}-output`));
  }
  const doubts: Doubt[] =
    restless.length === 0
      ? []
      : [
          {
            code: 'STILL_WRITING',
            message: `Outputs of run ${record.number} changed while they were moved: ${restless.slice(0, 3).join(', ')}.`,
          },
        ];
  return { record: { ...record, ...divide(plan, files), doubts: [...record.doubts, ...doubts] }, restored, marked };
}

/** A rename moves ctime, and a copy has an identity of its own: the state is that of the file where it is now. */
function lookAgain(change: Change, root: string): Change {
  if (change.change === 'deleted' || change.node.type === 'unreadable') return change;
  const node = look(root, change.key);
  return node === null
    ? { ...change, node: { ...change.node, type: 'unreadable', detail: 'it is gone' } }
    : { ...change, node };
}

/**
 * Node sets times as doubles: a copy and then the mark of `read-marks.ts` can each be a microsecond or two off. Who writes
 * on within ten microseconds of the last look, to the same size, cannot be told apart from that.
 */
const copiedTimeNs = 10_000n;

function isSame(then: Change | undefined, now: Change): boolean {
  if (then === undefined || then.change === 'deleted' || then.node.type === 'folder') return true;
  if (then.node.type !== now.node.type) return false;
  if (then.node.type !== 'file') return true;
  const apart = then.node.mtimeNs - now.node.mtimeNs;
  return then.node.size === now.node.size && apart <= copiedTimeNs && apart >= -copiedTimeNs;
}

function watchedRoot(plan: RunPlan, before: Snapshot, originals: Originals): FolderBefore {
  const { root, excluded } = plan;
  return { root, isOutputDir: false, before, excluded, sameContent: (key) => sameAsOriginal(root, originals, key) };
}

function watchedOutputDir(plan: RunPlan): readonly FolderBefore[] {
  if (look(plan.outputDir, '')?.type !== 'folder') return [];
  const nothing = { before: new Map(), excluded: null, sameContent: () => null };
  return [{ root: plan.outputDir, isOutputDir: true, ...nothing }];
}

function divide(plan: RunPlan, files: readonly WrittenFile[]): Pick<RunRecord, 'written' | 'outside'> {
  const { select } = plan;
  const isOutput = ({ path }: WrittenFile): boolean =>
    select === null || path.startsWith(`${outputFolderName}/`) || select(path.replace(/^\.\//, ''));
  return {
    written: files.filter(isOutput).sort(byPath),
    outside: files.filter((file) => !isOutput(file)).sort(byPath),
  };
}

function replacedOutputDir(plan: RunPlan, number: number): readonly Doubt[] {
  const type = look(plan.outputDir, '')?.type ?? 'folder';
  if (type === 'folder') return [];
  const message = `Run ${number} put a ${type} in the place of $TRAIN_TWICE_OUTPUT_DIR: what it wrote there is not compared.`;
  return [{ code: 'OUTPUT_DIR_REPLACED', message }];
}
