/**
 * Times and dates inside a path, in the forms in which trackers and people write them: Hydra's `2024-01-15/14-30-00`,
 * `20240115_143000`, ISO 8601, TensorBoard's `Jan15_14-30-00`, seconds since the epoch. A number counts as a time only where
 * the calendar has it, no step word stands before it, and it is near the run, so that `checkpoint-1700000000` stays.
 */
import type { TakenName } from '../model/own-names.ts';

/** A stretch of a path that is taken out. */
export interface Span extends TakenName {
  readonly start: number;
  readonly end: number;
}

/** When the run was, in milliseconds since the epoch; null where it is not known (`compare`): then any real time counts. */
export interface TimeWindow {
  readonly fromMs: number;
  readonly toMs: number;
}

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly fraction: string;
}

interface TimeForm {
  readonly pattern: RegExp;
  readonly placeholder: string;
  /** `date` and `moment` are held against the run's window; `clock` has no day, so it cannot be. */
  readonly kind: 'moment' | 'date' | 'clock';
  readonly needsNoStepWord?: true;
}

const date = String.raw`(?<year>(?:19|20)\d{2})(?<sep>[-_.]?)(?<month>\d{2})\k<sep>(?<day>\d{2})`;
const clock = String.raw`(?<hour>\d{2})(?:(?<tsep>[-_.:]?)(?<minute>\d{2})\k<tsep>(?<second>\d{2})|h(?<minuteH>\d{2})m(?<secondS>\d{2})s?)`;
/** Fractions as `datetime` and `strftime('%f')` write them. */
const fraction = String.raw`(?:[._,-](?<fraction>\d{6}|\d{9})|\.(?<millis>\d{3}))?`;
const zone = String.raw`(?:Z|[+-]\d{2}:?\d{2})?`;
const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';

const forms: readonly TimeForm[] = [
  { kind: 'moment', placeholder: '‹time›', pattern: form(`${date}[T_ -]?${clock}${fraction}${zone}`) },
  {
    kind: 'moment',
    placeholder: '‹time›',
    pattern: form(
      String.raw`(?<year>(?:19|20)\d{2})(?<sep>-?)(?<month>\d{2})\k<sep>(?<day>\d{2})[T_-](?<hour>\d{2})[-:]?(?<minute>\d{2})`,
    ),
  },
  {
    kind: 'moment',
    placeholder: '‹time›',
    pattern: form(String.raw`(?<day>\d{2})(?<sep>[-_.])(?<month>\d{2})\k<sep>(?<year>20\d{2})[T_ -]${clock}`),
  },
  {
    kind: 'moment',
    placeholder: '‹time›',
    pattern: form(
      String.raw`(?<yy>\d{2})(?<month>\d{2})(?<day>\d{2})[_-](?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})`,
    ),
  },
  // torch.utils.tensorboard.SummaryWriter and %b%d_%H-%M-%S in general.
  {
    kind: 'moment',
    placeholder: '‹time›',
    pattern: new RegExp(`(?<![A-Za-z\\d›])(?<name>${months})(?<day>\\d{2})_${clock}(?!\\d)`, 'g'),
  },
  // Hydra: a folder for the day, one for the time in it.
  {
    kind: 'clock',
    placeholder: '‹time›',
    pattern: new RegExp(`(?<=/\\d{4}-\\d{2}-\\d{2}/)${clock}${fraction}(?=/|$)`, 'g'),
  },
  {
    kind: 'clock',
    placeholder: '‹time›',
    pattern: /(?<=^|\/)(?<hour>\d{2})(?<tsep>[-_:])(?<minute>\d{2})\k<tsep>(?<second>\d{2})(?=\/|$)/g,
  },
  { kind: 'date', placeholder: '‹date›', needsNoStepWord: true, pattern: form(date) },
];

function form(source: string): RegExp {
  return new RegExp(`(?<![\\d›])${source}(?![\\d‹])`, 'g');
}

/** Seconds, milliseconds, microseconds or nanoseconds since the epoch, with or without a fraction of a second. */
const epochForm =
  /(?<![\d›]|\d\.)(?:(?<seconds>\d{10})(?:\.(?<part>\d{1,9}))?|(?<finer>\d{13}|\d{16}|\d{19}))(?![\d‹]|\.[\d‹])/g;

/** What counts steps also counts past any date: never a time, never an id. */
const stepWord =
  /(?:^|[^A-Za-z])(?:global)?[-_]?(?:steps?|epochs?|ep|iter|iters|iteration|iterations|it|checkpoint|ckpt|batch|tokens|samples|seed|rank|shard|fold|part|layer)[-_=. ]?$/i;

/** True where the text before a number says that it counts something. */
export function endsInStepWord(before: string): boolean {
  return stepWord.test(before.slice(-24));
}

/** All times in a path, by position; where two forms overlap the fuller one wins. */
export function findTimes(path: string, window: TimeWindow | null): readonly Span[] {
  const found: Span[] = [];
  const add = (start: number, text: string, placeholder: string, order: string): void => {
    const end = start + text.length;
    if (!found.some((span) => start < span.end && span.start < end))
      found.push({ start, end, text, placeholder, order });
  };
  for (const { pattern, placeholder, kind, needsNoStepWord } of forms)
    for (const match of path.matchAll(pattern)) {
      const moment = momentOf(match.groups ?? {}, window);
      if (moment === null || (kind !== 'clock' && !isNear(utc(moment), window))) continue;
      if (needsNoStepWord && endsInStepWord(path.slice(0, match.index))) continue;
      add(match.index, match[0], placeholder, orderOf(moment));
    }
  for (const match of path.matchAll(epochForm)) {
    const { seconds, part = '', finer } = match.groups ?? {};
    const nanoseconds = seconds !== undefined ? seconds + part.padEnd(9, '0') : (finer ?? '').padEnd(19, '0');
    if (endsInStepWord(path.slice(0, match.index)) || !isNear(Number(nanoseconds) / 1e6, window ?? anyRecentTime))
      continue;
    add(match.index, match[0], '‹time›', nanoseconds);
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** Nine and ten digit numbers are many things; without a run to hold them against, only 2014 to 2049 count as seconds. */
const anyRecentTime: TimeWindow = { fromMs: 1_400_000_000_000, toMs: 2_500_000_000_000 };

function isNear(timeMs: number, window: TimeWindow | null): boolean {
  return window === null || (timeMs >= window.fromMs && timeMs <= window.toMs);
}

/** Null where the calendar or the clock has no such moment. Without a year (`Jan15`) the run's own year is taken. */
function momentOf(groups: Readonly<Record<string, string | undefined>>, window: TimeWindow | null): Moment | null {
  const { name } = groups;
  const midYear = window === null ? 2000 : new Date((window.fromMs + window.toMs) / 2).getUTCFullYear();
  const year =
    groups.year !== undefined ? Number(groups.year) : groups.yy !== undefined ? 2000 + Number(groups.yy) : midYear;
  const moment: Moment = {
    year,
    month: name !== undefined ? months.split('|').indexOf(name) + 1 : Number(groups.month ?? 1),
    day: Number(groups.day ?? 1),
    hour: Number(groups.hour ?? 0),
    minute: Number(groups.minute ?? groups.minuteH ?? 0),
    second: Number(groups.second ?? groups.secondS ?? 0),
    fraction: groups.fraction ?? groups.millis ?? '',
  };
  const real = new Date(utc(moment));
  const exists =
    real.getUTCMonth() === moment.month - 1 &&
    real.getUTCDate() === moment.day &&
    moment.hour < 24 &&
    moment.minute < 60 &&
    moment.second < 61;
  return exists ? moment : null;
}

function utc({ year, month, day, hour, minute, second }: Moment): number {
  return Date.UTC(year, month - 1, day, Math.min(hour, 23), Math.min(minute, 59), Math.min(second, 59));
}

function orderOf({ year, month, day, hour, minute, second, fraction }: Moment): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year}${two(month)}${two(day)}${two(hour)}${two(minute)}${two(second)}${fraction.padEnd(9, '0')}`;
}
