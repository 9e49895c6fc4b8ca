/** Times in the names of folders: which moment they say, and whether the calendar has it. */

/** `2024-01-15T14:30:00` out of year, month, day, hour, minute, second; null where the calendar or the clock has no such moment. */
export function realTime(parts: readonly string[]): string | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  const time = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const text = `${parts.slice(0, 3).join('-')}T${parts.slice(3).join(':')}`;
  return year >= 1970 && Number.isFinite(time.getTime()) && time.toISOString().slice(0, 19) === text ? text : null;
}

/** How a time to the second is written in names: `20240115_143000`, `2024-01-15_14-30-00`, `20240115T143000`, `2024-01-15/14-30-00`. */
export const stampPattern = String.raw`(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})[T_/-](\d{2})[-:_.]?(\d{2})[-:_.]?(\d{2})`;

/** How a moment that a name says lies to a run. */
export type NamedTime = 'within' | 'in-another-zone' | 'outside';

/** Names are made before or after the clock was read for the log. */
const slackMs = 60_000;
const minuteMs = 60_000;
/** Offsets from UTC are multiples of a quarter of an hour, from −12 to +14 hours. */
const quarters = Array.from({ length: (12 + 14) * 4 + 1 }, (_, index) => (index - 12 * 4) * 15);

/**
 * Whether the local time of a name is one of the run's.
 * @param named `2024-01-15T14:30:00`, in a time zone that nobody said
 * @param startMs the run's start, milliseconds since the epoch
 * @param utcOffsetMinutes of the machine; null where it is not known
 */
export function namedTime(
  named: string,
  startMs: number,
  durationMs: number,
  utcOffsetMinutes: number | null,
): NamedTime {
  const at = (offset: number): boolean => {
    const ms = Date.parse(`${named}Z`) - offset * minuteMs;
    return ms >= startMs - slackMs && ms <= startMs + durationMs + slackMs;
  };
  if (at(0) || (utcOffsetMinutes !== null && at(utcOffsetMinutes))) return 'within';
  if (!quarters.some(at)) return 'outside';
  return utcOffsetMinutes === null ? 'within' : 'in-another-zone';
}
