import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);

// src/model/stamped-name.ts
function realTime(parts) {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  const time = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const text = `${parts.slice(0, 3).join("-")}T${parts.slice(3).join(":")}`;
  return year >= 1970 && Number.isFinite(time.getTime()) && time.toISOString().slice(0, 19) === text ? text : null;
}
var stampPattern = String.raw`(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})[T_/-](\d{2})[-:_.]?(\d{2})[-:_.]?(\d{2})`;
var slackMs = 6e4;
var minuteMs = 6e4;
var quarters = Array.from({ length: (12 + 14) * 4 + 1 }, (_, index) => (index - 12 * 4) * 15);
function namedTime(named, startMs, durationMs, utcOffsetMinutes) {
  const at = (offset) => {
    const ms = Date.parse(`${named}Z`) - offset * minuteMs;
    return ms >= startMs - slackMs && ms <= startMs + durationMs + slackMs;
  };
  if (at(0) || utcOffsetMinutes !== null && at(utcOffsetMinutes)) return "within";
  if (!quarters.some(at)) return "outside";
  return utcOffsetMinutes === null ? "within" : "in-another-zone";
}

export {
  realTime,
  stampPattern,
  namedTime
};
