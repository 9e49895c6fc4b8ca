import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  PublishProblem
} from "./chunk-B5J4NNO2.js";

// src/model/verdict.ts
var exitCodes = {
  passed: 0,
  failed: 1,
  badInput: 2,
  inconclusive: 3,
  runFailed: 4,
  internal: 70,
  cancelled: 130
};
var rank = ["identical", "equivalent", "within-tolerance", "divergent", "inconclusive"];
function satisfies(verdict, required) {
  return rank.indexOf(verdict) <= rank.indexOf(required);
}

// src/publish/print-to.ts
var surviving = /* @__PURE__ */ new WeakSet();
function surviveBreaks(stream) {
  if (surviving.has(stream)) return;
  surviving.add(stream);
  stream.on("error", () => {
  });
}
function printTo(stream, text) {
  surviveBreaks(stream);
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      const code = error && "code" in error ? error.code : null;
      if (!error || code === "EPIPE" || code === "ERR_STREAM_DESTROYED") resolve();
      else
        reject(
          new PublishProblem("WRITE_FAILED", `The result could not be printed: ${error.message}.`, {
            remedy: "Free some space where stdout leads to, or name a file on another disk with --output.",
            cause: error
          })
        );
    });
  });
}

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
  namedTime,
  exitCodes,
  satisfies,
  surviveBreaks,
  printTo
};
