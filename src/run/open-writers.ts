/**
 * Who still has a file open for writing (Linux: /proc/PID/fd and fdinfo). This finds the writer that no kill ladder reaches:
 * detached, environment emptied, or inside a container. Processes of other users cannot be asked.
 */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { commandOf, hasProcessTable, listPids } from './process-table.ts';

export interface OpenWriter {
  readonly pid: number;
  readonly command: string;
  readonly path: string;
}

/** At most so many are told. */
const maxWriters = 10;

/** Processes other than this one that hold one of these absolute paths open for writing. */
export function openWriters(paths: ReadonlySet<string>): readonly OpenWriter[] {
  const found: OpenWriter[] = [];
  if (paths.size === 0 || !hasProcessTable()) return found;
  for (const pid of listPids()) {
    if (pid === process.pid) continue;
    for (const fd of descriptors(pid)) {
      const path = pathBehind(pid, fd);
      if (path === null || !paths.has(path) || !isForWriting(pid, fd)) continue;
      found.push({ pid, command: commandOf(pid), path });
      if (found.length >= maxWriters) return found;
      break;
    }
  }
  return found;
}

function descriptors(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`);
  } catch {
    return [];
  }
}

function pathBehind(pid: number, fd: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/fd/${fd}`);
  } catch {
    return null;
  }
}

function isForWriting(pid: number, fd: string): boolean {
  try {
    const flags = /^flags:\s*([0-7]+)/m.exec(readFileSync(`/proc/${pid}/fdinfo/${fd}`, 'latin1'))?.[1];
    return flags !== undefined && (Number.parseInt(flags, 8) & 0o3) !== 0;
  } catch {
    return false;
  }
}
