/**
 * Trains as often as asked for, each time from the same state: the only place that starts a training. A run is watched,
 * what it wrote is listed, and before the next run it is set aside. Stops after a run that did not succeed.
 *
 * On disk, below the audit's folder: `output` (the fresh folder of every run), `run-N` and `run-N-output` (what the earlier
 * runs wrote), `originals` (removed at the end), `command.sh`.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { InputProblem, isProblem } from '../model/problem.ts';
import type { TrainingRequest } from '../model/request.ts';
import { type RunRecord, runSucceeded } from '../model/run-record.ts';
import { auditFolderDoubt, type Doubt, readingDoubts, stateDoubts } from './doubts.ts';
import { childEnvironment } from './environment.ts';
import { keepOriginals, type Originals } from './keep-originals.ts';
import { prepareCommand, requireWorkingDirectory, unreachableStarters } from './prepare-command.ts';
import { type MarkedFile, readSince } from './read-marks.ts';
import type { RunHost, RunPlan } from './run-plan.ts';
import { refuseLinkedOutputs, selectOutputs } from './select-outputs.ts';
import { excludedKeys, type Snapshot, snapshot } from './snapshot.ts';
import { freshOutputDir, setRunAside, trainOnce } from './train-once.ts';

/**
 * The records of the runs, in their order: fewer than asked for when one did not succeed or the audit was cancelled.
 * A training that fails is data, not an error.
 * Both Problems come before anything runs; what goes wrong later is a doubt in the last record.
 * @throws InputProblem for platform, working directory, command, outputs, variables
 * @throws RunProblem `TOO_MANY_FILES`, `FOLDER_UNREADABLE`, `CANNOT_MOVE`: what a run writes could not be told apart
 */
export async function train(request: TrainingRequest, host: RunHost): Promise<readonly RunRecord[]> {
  refuseWindows(process.platform);
  requireWorkingDirectory(request.workingDirectory);
  const root = resolve(request.workingDirectory);
  refuseLinkedOutputs(request.outputs, root);
  const outputDir = join(host.auditDir, 'output');
  const scriptFile = join(host.auditDir, 'command.sh');
  const { environment } = childEnvironment(request, host.baseEnvironment, {
    run: 1,
    auditId: host.auditId,
    auditDir: host.auditDir,
    outputDir,
  });
  const plan: RunPlan = {
    request,
    host,
    root,
    outputDir,
    scriptFile,
    command: prepareCommand(request, environment, scriptFile),
    select: request.outputs === 'auto' ? null : selectOutputs(request.outputs, root),
    excluded: excludedKeys(root, [host.auditDir, host.logDir, ...(host.excluded ?? [])]),
    stopped: () => host.cancellation.signal !== null,
  };
  const originalsDir = join(host.auditDir, 'originals');
  mkdirSync(host.auditDir, { recursive: true });
  mkdirSync(host.logDir, { recursive: true });
  for (const name of unreachableStarters(plan.command.text)) {
    const message = `"${name}" starts processes that cannot be stopped from here when the audit is cancelled or a run times out.`;
    host.listener({ kind: 'note', message });
  }
  try {
    return await trainAll(plan, originalsDir);
  } finally {
    rmSync(originalsDir, { recursive: true, force: true });
  }
}

/** @throws InputProblem `WINDOWS` */
export function refuseWindows(platform: string): void {
  if (platform !== 'win32') return;
  throw new InputProblem(
    'WINDOWS',
    'A training cannot be run on Windows: its processes could not be stopped reliably.',
    {
      remedy: 'Run it in WSL (Windows Subsystem for Linux), or on Linux or macOS. `compare` works on Windows.',
    },
  );
}

/** How things stood before run 1: every later run is to start like that. */
interface Beginning {
  readonly snapshot: Snapshot;
  readonly originals: Originals;
}

async function trainAll(plan: RunPlan, originalsDir: string): Promise<readonly RunRecord[]> {
  const { request, host, stopped } = plan;
  const first = await firstState(plan, originalsDir);
  const records: RunRecord[] = [];
  const restored = new Set<string>();
  const marked: MarkedFile[] = [];
  let before: Snapshot | null = first?.snapshot ?? null;
  while (first !== null && before !== null && !stopped()) {
    const number = records.length + 1;
    await clockTick(before);
    if (stopped()) break;
    const expectedMs = records[0]?.durationMs ?? null;
    const { record, outcome } = await trainOnce(plan, number, before, first.originals, expectedMs);
    records.push(record);
    addToLast(records, readingDoubts(number, readSince(marked)));
    if (!existsSync(host.logDir)) {
      addToLast(records, [auditFolderDoubt(number)]);
      break;
    }
    if (record.end === null || !runSucceeded(record.end) || outcome === null) break;
    if (number === request.runs || stopped()) break;
    try {
      const aside = await setRunAside(plan, records.at(-1) ?? record, outcome, first.originals);
      marked.push(...aside.marked);
      records[number - 1] = aside.record;
      for (const key of aside.restored) restored.add(key);
      freshOutputDir(plan.outputDir);
      before = await snapshot(plan.root, plan.excluded, stopped);
    } catch (error) {
      if (!isProblem(error)) throw error;
      const message = `Run ${number + 1} was not started: ${error.message} ${error.remedy}`.trimEnd();
      addToLast(records, [{ code: 'NOT_REPEATED', message }]);
      break;
    }
    if (before !== null) addToLast(records, stateDoubts(number + 1, first.snapshot, before, restored));
  }
  return records;
}

async function firstState(plan: RunPlan, originalsDir: string): Promise<Beginning | null> {
  if (plan.stopped()) return null;
  freshOutputDir(plan.outputDir);
  const before = await snapshot(plan.root, plan.excluded, plan.stopped);
  if (before === null) return null;
  return {
    snapshot: before,
    originals: await keepOriginals(plan.root, before, plan.select, originalsDir, plan.stopped),
  };
}

function addToLast(records: RunRecord[], doubts: readonly Doubt[]): void {
  const last = records.pop();
  if (last !== undefined) records.push({ ...last, doubts: [...last.doubts, ...doubts] });
}

/** A kernel's clock tick is 10 ms at most. */
const tickMs = 20;
/** Whole seconds (HFS+, some network file systems), two on FAT. */
const coarseTickMs = 2000;

/**
 * Lets the file system's clock move on: a file written just before the snapshot and again right after it would else have
 * the same times in both states.
 */
async function clockTick(before: Snapshot): Promise<void> {
  const recent = BigInt(Date.now() - 2 * coarseTickMs) * 1_000_000n;
  let coarse = before.size > 0;
  let anyRecent = false;
  for (const node of before.values()) {
    if (node.ctimeNs % 1_000_000_000n !== 0n) coarse = false;
    if (node.ctimeNs > recent) anyRecent = true;
  }
  await sleep(coarse && anyRecent ? coarseTickMs : tickMs);
}
