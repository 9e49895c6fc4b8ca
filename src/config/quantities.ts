/** Durations and sizes as people write them. Whole numbers only in durations: `1h30m`, not `1.5h`. */

/** 20 days: `setTimeout` overflows after 24.8 and would fire at once. */
export const maxDurationMs = 20 * 24 * 60 * 60 * 1000;

export const durationPattern = '^(?:[0-9]{1,9}|(?:[0-9]{1,9}d)?(?:[0-9]{1,9}h)?(?:[0-9]{1,9}m)?(?:[0-9]{1,9}s)?)$';
const durationParts = /^(?:(\d{1,9})d)?(?:(\d{1,9})h)?(?:(\d{1,9})m)?(?:(\d{1,9})s)?$/;

/** Milliseconds of `6h`, `90s`, `1h30m` or plain seconds; null for anything else, for nothing, and beyond the limit. */
export function parseDuration(text: string): number | null {
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : secondsOfParts(text);
  if (seconds === null || seconds === 0 || seconds * 1000 > maxDurationMs) return null;
  return seconds * 1000;
}

function secondsOfParts(text: string): number | null {
  const match = durationParts.exec(text);
  if (match === null) return null;
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  return Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

const unitBytes: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['B', 1],
  ['kB', 1e3],
  ['KB', 1e3],
  ['MB', 1e6],
  ['GB', 1e9],
  ['TB', 1e12],
  ['KiB', 2 ** 10],
  ['MiB', 2 ** 20],
  ['GiB', 2 ** 30],
  ['TiB', 2 ** 40],
]);

export const sizePattern = '^[0-9]{1,16}(?:\\.[0-9]{1,6})? ?(?:B|kB|KB|MB|GB|TB|KiB|MiB|GiB|TiB)?$';
const sizeParts = /^(\d{1,16}(?:\.\d{1,6})?) ?([A-Za-z]{0,3})$/;

/** Bytes of `2GB`, `500MiB`, `1.5 GiB` or plain bytes; null for anything else, for less than a byte, and beyond 2^53. */
export function parseSize(text: string): number | null {
  const match = sizeParts.exec(text);
  if (match === null) return null;
  const [, amount = '', unit = ''] = match;
  const factor = unitBytes.get(unit);
  if (factor === undefined) return null;
  const bytes = Math.round(Number(amount) * factor);
  return bytes >= 1 && Number.isSafeInteger(bytes) ? bytes : null;
}
