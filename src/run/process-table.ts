/**
 * Questions to /proc (Linux, proc(5)): which processes there are, whose children they are, what marks them. Every answer
 * may be outdated when it arrives: a process that is gone is null, never an error. Elsewhere the table is absent.
 */
import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessInfo {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** `Z` and `X` are dead already. */
  readonly state: string;
  /** Clock ticks since boot: together with the pid it names one process for ever. */
  readonly startTicks: number;
}

/** True where /proc can be asked. */
export function hasProcessTable(): boolean {
  return process.platform === 'linux' && readProcess(process.pid) !== null;
}

/** All process ids that can be seen, ascending as the kernel lists them. */
export function listPids(): readonly number[] {
  const pids: number[] = [];
  try {
    for (const name of readdirSync('/proc')) {
      const first = name.charCodeAt(0);
      if (first >= 0x30 && first <= 0x39) pids.push(Number(name));
    }
  } catch {
    return [];
  }
  return pids;
}

/** One process, or null where it is gone. */
export function readProcess(pid: number): ProcessInfo | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return null;
  }
  // The command's name stands in brackets and may contain spaces and brackets itself: what counts follows the last one.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const number = (index: number): number => Number(fields[index] ?? Number.NaN);
  const info = {
    pid,
    state: fields[0] ?? '',
    parent: number(1),
    group: number(2),
    session: number(3),
    startTicks: number(19),
  };
  return Number.isFinite(info.startTicks) ? info : null;
}

/** True for a process that runs or could run again. */
export function isAlive(info: ProcessInfo): boolean {
  return info.state !== 'Z' && info.state !== 'X' && info.state !== 'x';
}

/** True where the process was started with exactly this `NAME=value` in its environment. */
export function hasMarker(pid: number, marker: string): boolean {
  try {
    return `\0${readFileSync(`/proc/${pid}/environ`, 'latin1')}`.includes(`\0${marker}\0`);
  } catch {
    return false;
  }
}

/** The command line, word by word; empty where the process is gone or has none. */
export function argvOf(pid: number): readonly string[] {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return words.slice(0, -1);
  } catch {
    return [];
  }
}

/** The command line for people, at most 200 characters. */
export function commandOf(pid: number): string {
  try {
    const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      .replace(/[\0-\x1f\x7f]+/g, ' ')
      .trim();
    if (line !== '') return line.slice(0, 200);
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return '(unknown)';
  }
}

/** Our own process and everything above it: never to be signalled. */
export function ownLine(): ReadonlySet<number> {
  const line = new Set<number>([0, 1]);
  for (let pid = process.pid; pid > 1 && !line.has(pid); ) {
    line.add(pid);
    pid = readProcess(pid)?.parent ?? 0;
  }
  return line;
}
