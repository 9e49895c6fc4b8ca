/**
 * The console while an audit runs. Results go to stdout; progress and notes to stderr: live where that is a terminal, else
 * plain lines with a heartbeat. Inside the Action everything goes through stdout alone, since a runner reads the two streams
 * separately, and what a training prints stands in a group inside a `stop-commands` window with a fresh 128-bit token
 * (runner facts: ActionCommandManager.cs). The window is always closed, and its last line always ended first.
 */
import { randomBytes } from 'node:crypto';
import type { Writable } from 'node:stream';
import type { Progress, ProgressListener } from '../model/progress.ts';
import { liveProgress, liveStart, liveView, plainProgress, plainStart } from '../report/progress.ts';
import { escapeTerminal } from '../report/text/escape-terminal.ts';
import { echo, echoRest, echoStart } from './echo.ts';
import { printTo, surviveBreaks } from './print-to.ts';

export type Stream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

export interface ConsoleOptions {
  readonly stdout: Stream;
  readonly stderr: Stream;
  /** `action`: on a runner as an Action. `live` draws on stderr, `plain` prints lines there, `quiet` says nothing. */
  readonly mode: 'action' | 'live' | 'plain' | 'quiet';
  /** In `live` mode: whether the training's lines are shown as well. */
  readonly verbose: boolean;
  /** Milliseconds on a clock that never goes back. */
  readonly nowMs: () => number;
}

export interface AuditConsole {
  readonly listener: ProgressListener;
  /** A note on stderr (stdout in the Action), one line, escaped. */
  note(message: string): void;
  /** The result itself, as it is, on stdout; resolves once the stream has taken it. @throws PublishProblem `WRITE_FAILED` */
  print(text: string): Promise<void>;
  /** Ends what is open: live lines, the window. To be called in a `finally`; harmless when called twice. */
  close(): void;
}

/** A terminal is redrawn no more often than this. */
const redrawMs = 100;

/** `live` where stderr is a terminal that can move its cursor, else `plain`. */
export function consoleMode(
  stderr: Stream,
  environment: Readonly<Record<string, string | undefined>>,
  quiet: boolean,
): 'live' | 'plain' | 'quiet' {
  if (quiet) return 'quiet';
  return stderr.isTTY === true && environment.TERM !== 'dumb' && environment.CI === undefined ? 'live' : 'plain';
}

/** Whether a stream gets colour: as asked for, else where it is a terminal and NO_COLOR (no-color.org) is not set. */
export function wantsColor(
  setting: 'auto' | 'always' | 'never',
  stream: Stream,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  if (setting !== 'auto') return setting === 'always';
  const noColor = environment.NO_COLOR;
  if (noColor !== undefined && noColor !== '') return false;
  return stream.isTTY === true && environment.TERM !== 'dumb';
}

export function openConsole(options: ConsoleOptions): AuditConsole {
  for (const stream of [options.stdout, options.stderr]) surviveBreaks(stream);
  const told = options.mode === 'live' ? liveConsole(options) : lineConsole(options);
  return {
    ...told,
    print: (text) => {
      told.close();
      return printTo(options.stdout, text);
    },
  };
}

type Told = Omit<AuditConsole, 'print'>;

/** Lines, one after the other: for logs, and for the Action. */
function lineConsole(options: ConsoleOptions): Told {
  const inAction = options.mode === 'action';
  const stream = inAction ? options.stdout : options.stderr;
  let state = plainStart;
  let echoed = echoStart;
  let token: string | null = null;

  const write = (lines: readonly string[]): void => {
    if (options.mode !== 'quiet' && lines.length > 0) stream.write(lines.map((line) => `${line}\n`).join(''));
  };
  const openWindow = (run: number): void => {
    closeWindow();
    token = randomBytes(16).toString('hex');
    write([`::group::Output of run ${run}`, `::stop-commands::${token}`]);
  };
  const closeWindow = (): void => {
    if (token === null) return;
    // Empty line first: a line that something else left open would swallow the token.
    write(['', `::${token}::`, '::endgroup::']);
    token = null;
  };
  const endEcho = (): void => {
    write(echoRest(echoed, '│ '));
    echoed = echoStart;
  };

  return {
    listener: (progress) => {
      if (progress.kind === 'run-output') {
        const next = echo(echoed, progress.line, '│ ', options.nowMs());
        echoed = next.state;
        write(next.lines);
        return;
      }
      if (progress.kind === 'run-ended') {
        endEcho();
        closeWindow();
      }
      const next = plainProgress(state, progress);
      state = next.state;
      write(next.lines);
      if (progress.kind === 'run-started' && inAction) openWindow(progress.run);
    },
    note: (message) => write([escapeTerminal(message)]),
    close: () => {
      endEcho();
      closeWindow();
    },
  };
}

/** A few lines at the bottom of a terminal that are drawn again and again. */
function liveConsole(options: ConsoleOptions): Told {
  const { stderr } = options;
  let state = liveStart;
  let echoed = echoStart;
  let drawn = 0;
  let drawnAtMs = Number.NEGATIVE_INFINITY;

  const erase = (): string => (drawn === 0 ? '' : `\u001b[${drawn}A\r\u001b[J`);
  const draw = (above: readonly string[], force: boolean): void => {
    const now = options.nowMs();
    if (!force && above.length === 0 && now - drawnAtMs < redrawMs) return;
    const view = liveView(state, stderr.columns ?? 80);
    stderr.write(`${erase()}${[...above, ...view].map((line) => `${line}\n`).join('')}`);
    drawn = view.length;
    drawnAtMs = now;
  };
  const shownOutput = (progress: Progress): readonly string[] => {
    if (progress.kind === 'run-ended') {
      const rest = echoRest(echoed, '│ ');
      echoed = echoStart;
      return rest;
    }
    if (progress.kind !== 'run-output' || !options.verbose) return [];
    const next = echo(echoed, progress.line, '│ ', options.nowMs());
    echoed = next.state;
    return next.lines;
  };

  return {
    listener: (progress) => {
      const next = liveProgress(state, progress);
      state = next.state;
      draw([...shownOutput(progress), ...next.lines], next.lines.length > 0);
    },
    note: (message) => draw([escapeTerminal(message)], true),
    close: () => {
      if (drawn > 0) stderr.write(erase());
      drawn = 0;
      state = liveStart;
    },
  };
}
