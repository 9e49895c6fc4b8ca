/**
 * A path without the names that belong to one run only: times, dates, host, process id, counters, random ids. Files of two
 * runs with equal neutral paths belong together. A step or epoch is no such name: `checkpoint-500` and `epoch=3-step=100`
 * stay as they are; so do hashes of content (40 and 64 hexadecimal digits).
 */
import type { TakenName } from '../model/own-names.ts';
import { findTimes, type Span, type TimeWindow } from './path-times.ts';

/** What is known of the run when its paths are read. */
export interface PathContext {
  /** Host names that may stand in paths: the runner's, and those that event files tell. */
  readonly hosts: readonly string[];
  readonly window: TimeWindow | null;
  /** Random ids whose owners have names: what stands in their place. Absent: none. */
  readonly named?: ReadonlyMap<string, string>;
}

export interface NeutralPath {
  readonly neutralPath: string;
  /** From left to right. */
  readonly taken: readonly TakenName[];
}

/** What stands for the one file of each side in `compare A.pt B.pt`, where the user has said what belongs together. */
export const onlyFilePlaceholder = '‹file›';

/** `events.out.tfevents.<seconds>.<host>[.<pid>.<counter>][suffix]`; the counter is deterministic and stays. */
const eventFile =
  /(?<=events\.out\.tfevents\.)(?<seconds>\d{9,11})\.(?<host>[^/]+?)(?<pid>\.\d+(?=\.\d+(?:\.[^/\d][^/]*)?$))?(?=(?:\.\d+)?(?:\.(?:v2|profile-empty)[^/]*)?$)/;

const uuid = /(?<![\da-f›])[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\da-f‹])/gi;
/** MLflow's run ids, `uuid.hex` in general; longer runs of hexadecimal digits are hashes of content and stay. */
const hex32 = /(?<![\dA-Za-z›])[\da-f]{32}(?![\dA-Za-z‹])/g;
const mlflowExperiment = /(?<=(?:^|\/)mlruns\/)\d{15,19}(?=\/|$)/g;
/** Only after a time (`run-20240115_143000-ab12cd34`) or as the name of the log (`run-ab12cd34.wandb`). */
const wandbId = /(?<=(?:^|\/)(?:offline-)?run-(?:\d{8}_\d{6}-)?)[\da-z]{8}(?=\.wandb$|\/|$)/g;
/** Python's `tempfile`. */
const temporaryName = /(?<![\dA-Za-z›])tmp[\da-z_]{8}(?![\dA-Za-z_‹])/g;
const version = /(?<![\dA-Za-z›])version_\d+(?![\d‹])/g;
const processId = /(?<![\dA-Za-z›])pid[-_=]?\d+(?![\d‹])/gi;
const slurmJob = /(?<![\dA-Za-z›])slurm[-_]\d+(?:_\d+)?(?![\dA-Za-z‹])/g;

/** The host that an event file's name tells; null for any other file. */
export function hostOfEventFile(path: string): string | null {
  return eventFile.exec(path)?.groups?.host ?? null;
}

/** The path without its run's own names. Taken out of a path that is neutral already, nothing changes. */
export function neutralPath(path: string, context: PathContext): NeutralPath {
  const spans: Span[] = [];
  const add = (span: Span): void => {
    if (span.text !== '' && !spans.some((other) => span.start < other.end && other.start < span.end)) spans.push(span);
  };
  const addAll = (
    pattern: RegExp,
    placeholder: (text: string) => string,
    order: (text: string) => string | null,
  ): void => {
    for (const match of path.matchAll(pattern))
      add(spanOf(match.index, match[0], placeholder(match[0]), order(match[0])));
  };
  addEventFile(path, add);
  const noOrder = (): null => null;
  const { named = new Map<string, string>() } = context;
  if (named.size > 0)
    for (const match of path.matchAll(/[^/]+/g)) {
      const name = named.get(match[0]);
      if (name !== undefined) add(spanOf(match.index, match[0], name, null));
    }
  addAll(uuid, () => '‹id›', noOrder);
  addAll(hex32, (text) => named.get(text) ?? '‹id›', noOrder);
  addAll(mlflowExperiment, () => '‹id›', noOrder);
  for (const match of path.matchAll(wandbId))
    if (isWandbFolder(path, match.index, match[0])) add(spanOf(match.index, match[0], '‹id›', null));
  for (const span of findTimes(path, context.window)) add(span);
  addAll(temporaryName, () => 'tmp‹id›', noOrder);
  addAll(version, () => 'version_‹n›', counterOrder);
  addAll(processId, (text) => text.replace(/\d+$/, '‹pid›'), noOrder);
  addAll(slurmJob, (text) => `slurm${text.charAt(5)}‹job›`, counterOrder);
  addHosts(path, context.hosts, add);
  return render(path, spans);
}

function addEventFile(path: string, add: (span: Span) => void): void {
  const match = eventFile.exec(path);
  if (match === null) return;
  const { seconds = '', pid } = match.groups ?? {};
  const placeholder = pid === undefined ? '‹time›.‹host›' : '‹time›.‹host›.‹pid›';
  add(spanOf(match.index, match[0], placeholder, seconds.padEnd(19, '0')));
}

/** A word of eight letters (`run-baseline`) is a name that someone chose, unless the tracker's own framing stands around it. */
function isWandbFolder(path: string, index: number, id: string): boolean {
  const framed = /run-\d{8}_\d{6}-$/.test(path.slice(0, index)) || path.startsWith('.wandb', index + id.length);
  return framed || (/\d/.test(id) && /[a-z]/.test(id) && /(?:^|\/)wandb\//.test(path.slice(0, index)));
}

function addHosts(path: string, hosts: readonly string[], add: (span: Span) => void): void {
  for (const host of hosts) {
    if (host === '') continue;
    for (let at = path.indexOf(host); at >= 0; at = path.indexOf(host, at + 1)) {
      const afterStamp = /(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\d{2}_\d{2}-\d{2}-\d{2}_$/.test(
        path.slice(0, at),
      );
      const whole = !isWordAt(path, at - 1) && !isWordAt(path, at + host.length);
      if (afterStamp || (whole && isDistinctiveHost(host))) add(spanOf(at, host, '‹host›', null));
    }
  }
}

/** `gpu-node-7` can only be a host; `train` or `vm` also stand in paths for other reasons. */
export function isDistinctiveHost(host: string): boolean {
  return host.length >= 4 && /[\d.-]/.test(host) && /\p{L}/u.test(host) && host !== 'localhost';
}

function isWordAt(path: string, index: number): boolean {
  return index >= 0 && index < path.length && /[\p{L}\d‹›]/u.test(path.charAt(index));
}

/** Counters sort as numbers: all digits, each run of them padded. */
function counterOrder(text: string): string {
  return (text.match(/\d+/g) ?? []).map((digits) => digits.padStart(20, '0')).join('.');
}

function spanOf(start: number, text: string, placeholder: string, order: string | null): Span {
  return { start, end: start + text.length, text, placeholder, order };
}

function render(path: string, spans: readonly Span[]): NeutralPath {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  let neutral = '';
  let done = 0;
  for (const { start, end, placeholder } of sorted) {
    neutral += path.slice(done, start) + placeholder;
    done = end;
  }
  return {
    neutralPath: neutral + path.slice(done),
    taken: sorted.map(({ text, placeholder, order }) => ({ text, placeholder, order })),
  };
}
