/**
 * Every process of one run, found by three proofs: ancestry (followed while the run lives, so that orphans stay known),
 * session or group, and the marker in the environment. `kill(-group)` alone misses torchrun's workers, which lead sessions
 * of their own. Out of reach: a process that detached with an emptied environment between two looks,
 * containers, sudo, srun, ssh. Without /proc (macOS) the process group is all there is.
 */
import { isolatingOption } from './isolated-python.ts';
import {
  argvOf,
  commandOf,
  hasMarker,
  hasProcessTable,
  isAlive,
  listPids,
  ownLine,
  type ProcessInfo,
  readProcess,
} from './process-table.ts';

export interface TreeProcess {
  readonly pid: number;
  readonly startTicks: number;
  readonly command: string;
}

export interface IsolatedPython {
  readonly command: string;
  readonly why: string;
}

export interface ProcessTree {
  /** A quick look for new descendants; to be called every `pollMs`. */
  look(): void;
  /** Python processes met so far in which no observer can ride; those that lived between two looks were not met. */
  isolated(): readonly IsolatedPython[];
  /** All living processes of the run, by a thorough look. */
  alive(): readonly TreeProcess[];
  /** Sends a signal to each living process once. */
  signal(signal: NodeJS.Signals): void;
}

/** Commands of one kind are told once; nobody reads more. */
const mostIsolated = 20;

/** How long a fork may stay unseen. */
export const pollMs = 250;

/** The tree under a process that was started as leader of its own session and group. */
export function watchTree(leader: number, marker: string): ProcessTree {
  const start = hasProcessTable() ? readProcess(leader) : null;
  return start === null ? groupOnly(leader) : linuxTree(start, marker);
}

function linuxTree(leader: ProcessInfo, marker: string): ProcessTree {
  const members = new Map<number, number>([[leader.pid, leader.startTicks]]);
  const sessions = new Set<number>([leader.pid]);
  /** Processes older than the run: they cannot belong to it and are not read again. */
  const elders = new Set<number>();
  const untouchable = ownLine();
  /** By pid: the command line at the last look. A process is a shell's copy first, and becomes what it is by `exec`. */
  const commands = new Map<number, string>();
  const isolated = new Map<string, IsolatedPython>();
  const ourOwnSession = readProcess(process.pid)?.session;

  /** A session's number is ours as long as it is not the pid of a stranger that came later. */
  const ourSession = (session: number, byPid: ReadonlyMap<number, ProcessInfo>): boolean => {
    if (!sessions.has(session)) return false;
    const holder = byPid.get(session);
    return holder === undefined || members.get(session) === holder.startTicks;
  };
  const adopt = (infos: ReadonlyMap<number, ProcessInfo>, byMarker: boolean): void => {
    for (const [pid, ticks] of members) {
      const now = infos.get(pid);
      if (now === undefined || now.startTicks !== ticks) members.delete(pid);
    }
    for (let grown = true; grown; ) {
      grown = false;
      for (const info of infos.values()) {
        if (members.has(info.pid) || untouchable.has(info.pid) || info.startTicks < leader.startTicks) continue;
        const belongs =
          members.has(info.parent) || ourSession(info.session, infos) || (byMarker && hasMarker(info.pid, marker));
        if (!belongs) continue;
        members.set(info.pid, info.startTicks);
        // Nobody joins a session: it is inherited or new. Only ours could hold strangers.
        if (info.session !== ourOwnSession) sessions.add(info.session);
        grown = true;
      }
    }
  };

  const lookAtCommands = (): void => {
    for (const pid of commands.keys()) if (!members.has(pid)) commands.delete(pid);
    for (const pid of members.keys()) {
      if (isolated.size >= mostIsolated) return;
      const argv = argvOf(pid);
      const command = argv.join(' ').slice(0, 200);
      if (argv.length === 0 || commands.get(pid) === command) continue;
      commands.set(pid, command);
      const why = isolatingOption(argv);
      if (why !== null) isolated.set(command, { command, why });
    }
  };

  const thoroughLook = (): readonly ProcessInfo[] => {
    const infos = new Map<number, ProcessInfo>();
    for (const pid of listPids()) {
      const info = readProcess(pid);
      if (info !== null) infos.set(pid, info);
    }
    adopt(infos, true);
    return [...infos.values()].filter((info) => members.has(info.pid) && isAlive(info));
  };

  return {
    look() {
      const pids = listPids();
      const present = new Set(pids);
      for (const pid of elders) if (!present.has(pid)) elders.delete(pid);
      const infos = new Map<number, ProcessInfo>();
      for (const pid of pids) {
        if (elders.has(pid)) continue;
        const info = readProcess(pid);
        if (info === null) continue;
        if (info.startTicks < leader.startTicks) elders.add(pid);
        else infos.set(pid, info);
      }
      adopt(infos, false);
      lookAtCommands();
    },
    isolated: () => [...isolated.values()],
    alive: () => thoroughLook().map(({ pid, startTicks }) => ({ pid, startTicks, command: commandOf(pid) })),
    signal(signal) {
      const living = thoroughLook();
      const groupIsOurs = living.some((info) => info.pid === leader.pid);
      // The group gets it in one stroke, forks in flight included; whoever left the group gets it by name.
      if (groupIsOurs) send(-leader.pid, signal);
      for (const info of living) {
        if (groupIsOurs && info.group === leader.pid) continue;
        if (readProcess(info.pid)?.startTicks === info.startTicks) send(info.pid, signal);
      }
    },
  };
}

function groupOnly(leader: number): ProcessTree {
  return {
    look() {},
    isolated: () => [],
    alive: () => (send(-leader, 0) ? [{ pid: leader, startTicks: 0, command: `process group ${leader}` }] : []),
    signal: (signal) => {
      send(-leader, signal);
    },
  };
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    // Not allowed means: it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
