/**
 * The whole story on one screen: train, take stock, pair, compare, inspect, judge, report.
 *
 * Everything down to `compareRuns` reads files and takes time; everything after it is a pure function of the Evidence.
 */
import { resolve } from 'node:path';
import { datasetsNow } from './collect/datasets/datasets-now.ts';
import { type DatasetWatch, type WatchMode, watchDatasets, watchedPaths } from './collect/datasets/watch-datasets.ts';
import { pairInventories } from './collect/pair-inventories.ts';
import { summarizeInventory } from './collect/summarize.ts';
import { takeInventory } from './collect/take-inventory.ts';
import { compareRuns } from './compare/compare-runs.ts';
import { digestBest } from './fingerprint/digest-best.ts';
import { type WeightsDigests, weightsCompared, weightsOfRun } from './fingerprint/weights-digest.ts';
import { chooseBest } from './judge/best-checkpoint.ts';
import { firstDifference } from './judge/first-difference.ts';
import { appliedChecks, inspect } from './judge/inspect.ts';
import { judge } from './judge/judge.ts';
import { judgeRecord } from './judge/judge-record.ts';
import type { Comparison, Evidence } from './model/evidence.ts';
import type { Inventory } from './model/inventory.ts';
import type { Pair } from './model/pair.ts';
import type { ProgressListener } from './model/progress.ts';
import type { Report, ReportMeta } from './model/report.ts';
import type { Policy, Request } from './model/request.ts';
import { type RunRecord, runSucceeded } from './model/run-record.ts';
import type { Cancellation } from './run/cancellation.ts';
import { describeExisting } from './run/describe-existing.ts';

/** What an audit needs of the world: clock, places, who listens, and a way to be stopped. */
export interface AuditHost {
  readonly meta: ReportMeta;
  /** `<working directory>/.train-twice/<audit id>`; holds logs and what the earlier runs wrote. */
  readonly auditDir: string;
  /** Absolute: the current directory, where the paths of an audit that starts nothing begin. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether the best checkpoints are identified by their digests: they are read once more. */
  readonly identifiesBest: boolean;
  readonly listener: ProgressListener;
  readonly cancellation: Cancellation;
}

/** Trains as often as asked for and judges what came out. @throws InputProblem | RunProblem before anything is trained */
export async function auditTraining(request: Request, host: AuditHost): Promise<Report> {
  // Loaded here, so that comparing what exists never pays for starting processes.
  const { train } = await import('./run/train.ts');
  const { findLocks, withoutWritten } = await import('./collect/find-locks.ts');
  const folder = resolve(request.training.workingDirectory);
  const locks = await findLocks(folder);
  const watch = await watchDatasets(
    request.policy.datasets,
    folder,
    { dvc: true, look: true, results: [] },
    hashingHost(host),
  );
  const runs = await train(request.training, {
    auditId: host.meta.auditId,
    auditDir: host.auditDir,
    logDir: `${host.auditDir}/logs`,
    baseEnvironment: host.environment,
    listener: host.listener,
    cancellation: host.cancellation,
    datasets: watchedPaths(watch),
  });
  return examine(runs, request.training.runs, request.policy, { watch, locks: withoutWritten(locks, runs) }, host);
}

/** Judges two folders (or files) that exist already. @throws InputProblem for a path that cannot be read */
export async function auditExisting(paths: Pair<string>, policy: Policy, host: AuditHost): Promise<Report> {
  const runs = [describeExisting(paths.first, 1), describeExisting(paths.second, 2)];
  return examine(runs, 2, policy, await besideExisting(policy, host, { dvc: false, results: [] }), host);
}

/** Audits the record of one folder that exists already: nothing is compared. @throws InputProblem for a path that cannot be read */
export async function auditRecord(path: string, policy: Policy, host: AuditHost): Promise<Report> {
  return examine(
    [describeExisting(path, 1)],
    1,
    policy,
    await besideExisting(policy, host, { dvc: true, results: [path] }),
    host,
  );
}

/** What lies beside the code, where no run wrote it: the data as it was before the first run, and the lock files. */
interface BesideTheCode {
  readonly watch: DatasetWatch;
  readonly locks: Evidence['locks'];
}

/** Nothing will run: there is no first look, and what lies there now is all that can be told. */
async function besideExisting(policy: Policy, host: AuditHost, how: Omit<WatchMode, 'look'>): Promise<BesideTheCode> {
  const results = how.results.map((path) => resolve(host.cwd, path));
  const watch = await watchDatasets(policy.datasets, host.cwd, { ...how, results, look: false }, hashingHost(host));
  return { watch, locks: [] };
}

function hashingHost({ listener, cancellation }: AuditHost) {
  return { listener, stopped: () => cancellation.signal !== null };
}

async function examine(
  runs: readonly RunRecord[],
  runsRequested: number,
  policy: Policy,
  { watch, locks }: BesideTheCode,
  host: AuditHost,
): Promise<Report> {
  const inventories = await takeStock(runs, policy, host);
  const comparisons = await compareWithFirst(inventories, policy, host);
  const evidence: Evidence = {
    policy,
    runs,
    runsRequested,
    inventories: await summarizeAll(inventories, comparisons, runsRequested === 1),
    comparisons,
    datasets: await datasetsNow(watch, runs, inventories, hashingHost(host)),
    locks,
    today: host.meta.createdAt.slice(0, 10),
  };
  const findings = inspect(evidence);
  const { today: _today, ...measured } = evidence;
  return {
    reportVersion: 1,
    meta: host.meta,
    judgement:
      runsRequested === 1 ? judgeRecord(evidence, findings) : judge(evidence, findings, host.cancellation.signal),
    firstDifference: firstDifference(evidence),
    checks: appliedChecks(policy),
    findings,
    ...measured,
    bestCheckpoints: host.identifiesBest ? await identifyBest(evidence, inventories, host) : [],
  };
}

/** The checkpoints by which the runs would be released: what an attestation of this report is about. */
function identifyBest(evidence: Evidence, inventories: readonly Inventory[], host: AuditHost) {
  const choices = evidence.inventories.map((inventory) => ({
    run: inventory.run,
    chosen: chooseBest(inventory, evidence.runs.find(({ number }) => number === inventory.run) ?? null),
  }));
  return digestBest(choices, inventories, evidence.comparisons, hashingHost(host));
}

/** A run that did not end well is not compared: what it left says nothing about reproducibility. */
async function takeStock(runs: readonly RunRecord[], policy: Policy, host: AuditHost): Promise<readonly Inventory[]> {
  const inventories: Inventory[] = [];
  for (const run of runs) {
    if (run.end !== null && !runSucceeded(run.end)) continue;
    if (host.cancellation.signal !== null && inventories.length > 0) break;
    const inventory = await takeInventory(run, policy);
    host.listener({
      kind: 'collected',
      run: run.number,
      files: inventory.files.length,
      checkpoints: inventory.files.filter((file) => file.role === 'checkpoint').length,
      series: inventory.metrics.reduce((sum, file) => sum + file.series.length, 0),
    });
    inventories.push(inventory);
  }
  return inventories;
}

async function compareWithFirst(
  inventories: readonly Inventory[],
  policy: Policy,
  host: AuditHost,
): Promise<readonly Comparison[]> {
  const [first, ...others] = inventories;
  const comparisons: Comparison[] = [];
  if (first === undefined) return comparisons;
  for (const second of others) {
    const pairing = pairInventories(first, second);
    const compared = await untilCancelled(host, (listener) =>
      compareRuns({ first, second }, pairing, policy, listener),
    );
    if (compared === null) break;
    comparisons.push({ first: first.run, second: second.run, ...compared, ownNames: pairing.ownNames });
  }
  return comparisons;
}

/** A cancelled audit has seconds for its report, and half a comparison says nothing: null where the work was given up. */
async function untilCancelled<T>(host: AuditHost, work: (listener: ProgressListener) => Promise<T>): Promise<T | null> {
  const givenUp = new Error('The audit was cancelled while it compared.');
  const listener: ProgressListener = (progress) => {
    if (host.cancellation.signal !== null) throw givenUp;
    host.listener(progress);
  };
  try {
    return await work(listener);
  } catch (error) {
    if (error === givenUp) return null;
    throw error;
  }
}

async function summarizeAll(
  inventories: readonly Inventory[],
  comparisons: readonly Comparison[],
  alone: boolean,
): Promise<Evidence['inventories']> {
  const summaries = [];
  for (const inventory of inventories) {
    const weights = alone ? await weightsOfRun(inventory) : weightsOf(inventory.run, comparisons);
    summaries.push(await summarizeInventory(inventory, weights));
  }
  return summaries;
}

function weightsOf(run: number, comparisons: readonly Comparison[]): WeightsDigests {
  const first = comparisons.find((comparison) => comparison.first === run);
  if (first !== undefined) return weightsCompared(first, 'first');
  const second = comparisons.find((comparison) => comparison.second === run);
  return second === undefined ? new Map() : weightsCompared(second, 'second');
}
