/**
 * Finds and ends what an audit left behind: for the Action's post step, which runs even when our own process was killed
 * (the runner kills node alone, not its tree). The marker in the environment is the only proof left then.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunRecord } from '../model/run-record.ts';
import { commandOf, hasMarker, hasProcessTable, isAlive, listPids, ownLine, readProcess } from './process-table.ts';

const graceMs = 1000;
const lookMs = 50;
const maxPasses = 20;

interface Marked {
  readonly pid: number;
  readonly startTicks: number;
  readonly command: string;
}

/**
 * Ends every process that carries the marker (`auditMarker(auditId)`): SIGTERM, a second, SIGKILL until none is left.
 * @returns what was found, each with whether it is gone; empty when nothing was, and where /proc does not exist
 */
export async function sweepSurvivors(marker: string): Promise<RunRecord['survivors']> {
  // A name without a value would match nothing; an empty marker would match everything.
  if (!/^[A-Z_]+=.+/.test(marker) || !hasProcessTable()) return [];
  const untouchable = ownLine();
  const found = new Map<string, Marked>();
  const look = (): readonly Marked[] => {
    const living: Marked[] = [];
    for (const pid of listPids()) {
      if (untouchable.has(pid) || !hasMarker(pid, marker)) continue;
      const info = readProcess(pid);
      if (info === null || !isAlive(info)) continue;
      const marked = { pid, startTicks: info.startTicks, command: commandOf(pid) };
      living.push(marked);
      found.set(`${pid}:${info.startTicks}`, marked);
    }
    return living;
  };
  let living = look();
  if (living.length === 0) return [];
  signalAll(living, 'SIGTERM');
  const end = performance.now() + graceMs;
  for (living = look(); living.length > 0 && performance.now() < end; living = look()) await sleep(lookMs);
  for (let pass = 0; pass < maxPasses && living.length > 0; pass += 1) {
    signalAll(living, 'SIGKILL');
    await sleep(lookMs);
    living = look();
  }
  const left = new Set(living.map((one) => `${one.pid}:${one.startTicks}`));
  return [...found].map(([key, { pid, command }]) => ({ pid, command, killed: !left.has(key) }));
}

function signalAll(processes: readonly Marked[], signal: NodeJS.Signals): void {
  for (const { pid, startTicks } of processes) {
    if (readProcess(pid)?.startTicks !== startTicks) continue;
    try {
      process.kill(pid, signal);
    } catch {
      // Gone since the look, or not ours to kill: the next look tells which.
    }
  }
}
