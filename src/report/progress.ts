/**
 * What happens, as text: pure functions from Progress to lines. `plainProgress` is for logs: a line per event and a heartbeat;
 * `liveProgress` keeps a few lines that a terminal redraws. Writing them, and the only clock, are publish/console.ts's.
 */
import { formatBytes, formatDuration, plural } from '../model/format-number.ts';
import type { Progress } from '../model/progress.ts';
import { escapeTerminal } from './text/escape-terminal.ts';
import { fitted } from './text/width.ts';

/** A log without a line for so long looks dead. */
const heartbeatMs = 60_000;

/** Compared or hashed in about a second. */
const quickBytes = 1024 ** 3;

export interface PlainState {
  readonly lastBeatMs: number;
  /** How much of the comparison was told, in tenths: a line per file would be 20,000 lines for 20,000 files. */
  readonly comparedTenths: number | null;
  /** The same of what is hashed, with its name. */
  readonly hashed: string | null;
}

export const plainStart: PlainState = { lastBeatMs: 0, comparedTenths: null, hashed: null };

export interface Told<S> {
  readonly state: S;
  readonly lines: readonly string[];
}

/** The lines for one event. The training's own output (`run-output`) is no progress: the console echoes it by itself. */
export function plainProgress(state: PlainState, progress: Progress): Told<PlainState> {
  switch (progress.kind) {
    case 'run-started':
    case 'run-ended':
    case 'collected':
    case 'stopping':
    case 'note':
      return { state: plainStart, lines: [eventLine(progress)] };
    case 'run-output':
      return { state, lines: [] };
    case 'run-tick': {
      if (progress.elapsedMs - state.lastBeatMs < heartbeatMs) return { state, lines: [] };
      return {
        state: { ...state, lastBeatMs: progress.elapsedMs },
        lines: [`${tickText(progress)}${silence(progress)}`],
      };
    }
    case 'comparing': {
      const { file, bytesDone, bytesTotal } = progress;
      const tenth = bytesTotal <= 0 ? 10 : Math.floor((10 * bytesDone) / bytesTotal);
      if (file === '' || tenth === state.comparedTenths || tenth === 10) return { state, lines: [] };
      // What takes a second needs no more than its beginning.
      const isQuick = bytesTotal < quickBytes;
      if (isQuick && state.comparedTenths !== null) return { state, lines: [] };
      const done = isQuick ? '' : `, ${10 * tenth} % done`;
      const line = `Comparing ${formatBytes(bytesTotal)}${done}: ${shown(file)}`;
      return { state: { ...state, comparedTenths: tenth }, lines: [line] };
    }
    case 'hashing': {
      const { file, bytesDone, bytesTotal } = progress;
      const tenth = bytesTotal <= 0 ? 10 : Math.floor((10 * bytesDone) / bytesTotal);
      const told = `${tenth} ${file}`;
      if (bytesTotal < quickBytes || tenth === 10 || told === state.hashed) return { state, lines: [] };
      const line = `Hashing ${formatBytes(bytesTotal)}, ${10 * tenth} % done: ${shown(file)}`;
      return { state: { ...state, hashed: told }, lines: [line] };
    }
    default:
      progress satisfies never;
      return { state, lines: [] };
  }
}

export interface LiveState {
  readonly tick: (Progress & { readonly kind: 'run-tick' }) | null;
  readonly lastLine: string;
  readonly lastMetric: string;
  readonly comparing: (Progress & { readonly kind: 'comparing' }) | null;
  readonly hashing: (Progress & { readonly kind: 'hashing' }) | null;
}

export const liveStart: LiveState = { tick: null, lastLine: '', lastMetric: '', comparing: null, hashing: null };

/** The next state, and the lines that stay above the live ones for good. */
export function liveProgress(state: LiveState, progress: Progress): Told<LiveState> {
  switch (progress.kind) {
    case 'run-started':
      return {
        state: {
          ...liveStart,
          tick: {
            kind: 'run-tick',
            run: progress.run,
            of: progress.of,
            elapsedMs: 0,
            silentMs: 0,
            expectedMs: progress.expectedMs,
          },
        },
        lines: [eventLine(progress)],
      };
    case 'run-ended':
    case 'collected':
      return { state: liveStart, lines: [eventLine(progress)] };
    case 'stopping':
    case 'note':
      return { state, lines: [eventLine(progress)] };
    case 'run-output': {
      const line = progress.line.trim();
      if (line === '') return { state, lines: [] };
      return { state: { ...state, lastLine: line, lastMetric: metricIn(line) ?? state.lastMetric }, lines: [] };
    }
    case 'run-tick':
      return { state: { ...state, tick: progress }, lines: [] };
    case 'comparing':
      return { state: { ...state, tick: null, comparing: progress }, lines: [] };
    case 'hashing':
      return {
        state: { ...state, tick: null, hashing: progress.bytesDone < progress.bytesTotal ? progress : null },
        lines: [],
      };
    default:
      progress satisfies never;
      return { state, lines: [] };
  }
}

/** The lines to be redrawn, none wider than `columns`. */
export function liveView(state: LiveState, columns: number): readonly string[] {
  const lines: string[] = [];
  if (state.tick !== null) {
    lines.push(`${tickText(state.tick)}${silence(state.tick)}`);
    if (state.lastMetric !== '' && state.lastMetric !== state.lastLine)
      lines.push(`  metric  ${escapeTerminal(state.lastMetric)}`);
    if (state.lastLine !== '') lines.push(`  output  ${escapeTerminal(state.lastLine)}`);
  } else if (state.hashing !== null) {
    const { bytesDone, bytesTotal, file } = state.hashing;
    lines.push(`Hashing ${bar(bytesDone, bytesTotal)} ${formatBytes(bytesDone)} of ${formatBytes(bytesTotal)}`);
    lines.push(`  ${escapeTerminal(file)}`);
  } else if (state.comparing !== null) {
    const { bytesDone, bytesTotal, file } = state.comparing;
    lines.push(`Comparing ${bar(bytesDone, bytesTotal)} ${formatBytes(bytesDone)} of ${formatBytes(bytesTotal)}`);
    lines.push(`  ${escapeTerminal(file)}`);
  }
  return lines.map((line) => fitted(line, Math.max(1, columns - 1)));
}

type Event = Exclude<Progress, { kind: 'run-output' | 'run-tick' | 'comparing' | 'hashing' }>;

function eventLine(event: Event): string {
  switch (event.kind) {
    case 'run-started': {
      const expected = event.expectedMs === null ? '' : `, about ${formatDuration(event.expectedMs)}`;
      return `Run ${event.run} of ${event.of}${expected}: ${shown(event.command)}`;
    }
    case 'run-ended':
      return `${event.success ? '✓' : '✗'} Run ${event.run} of ${event.of} ${shown(event.sentence)} after ${formatDuration(event.durationMs)}`;
    case 'collected':
      return `Run ${event.run} left ${plural(event.files, 'file')}: ${plural(event.checkpoints, 'checkpoint')}, ${plural(event.series, 'metric series', 'metric series')}`;
    case 'stopping':
      return `Stopping: ${shown(event.why)}`;
    case 'note':
      return shown(event.message);
    default:
      event satisfies never;
      return '';
  }
}

function tickText(tick: Progress & { readonly kind: 'run-tick' }): string {
  const { elapsedMs, expectedMs } = tick;
  const left =
    expectedMs === null
      ? ''
      : elapsedMs <= expectedMs
        ? `, about ${formatDuration(expectedMs - elapsedMs)} left`
        : `, ${formatDuration(elapsedMs - expectedMs)} longer than run 1`;
  return `Run ${tick.run} of ${tick.of}: ${formatDuration(elapsedMs)}${left}`;
}

/** Half a minute without output is worth a word. */
function silence(tick: Progress & { readonly kind: 'run-tick' }): string {
  return tick.silentMs < 30_000 ? '' : `, silent for ${formatDuration(tick.silentMs)}`;
}

/** A line that looks like `loss 0.41` or `acc=0.93`: good enough to be shown, never used for anything. */
function metricIn(line: string): string | null {
  return /(?:loss|acc|accuracy|error|reward|f1|auc|perplexity|ppl)\S{0,20}\s*[:=]?\s*-?\d/i.test(line) ? line : null;
}

function bar(done: number, total: number): string {
  const width = 20;
  const share = total <= 0 ? 1 : Math.min(1, Math.max(0, done / total));
  const full = Math.round(share * width);
  return `${'█'.repeat(full)}${'░'.repeat(width - full)}`;
}

function shown(text: string): string {
  return escapeTerminal(text, 300);
}
