import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);

// src/model/run-record.ts
function runSucceeded(end) {
  return end.kind === "exited" && end.code === 0;
}
function describeRunEnd(end) {
  switch (end.kind) {
    case "exited":
      return end.code > 128 && end.code < 160 ? `exited with code ${end.code} (a shell's way to say: killed by signal ${end.code - 128})` : `exited with code ${end.code}`;
    case "signalled":
      return `was killed by ${end.signal}${end.signal === "SIGKILL" ? " (often the kernel, out of memory)" : ""}`;
    case "timed-out":
      return end.limit === "timeout" ? `ran longer than the timeout of ${Math.round(end.limitMs / 1e3)} s` : `printed nothing for the idle timeout of ${Math.round(end.limitMs / 1e3)} s`;
    case "not-started":
      return `could not be started: ${end.why}`;
    case "cancelled":
      return `was cancelled by ${end.signal}`;
    default:
      end;
      return "";
  }
}

export {
  runSucceeded,
  describeRunEnd
};
