import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  escapeTerminal
} from "./chunk-HB5ZGLCK.js";
import {
  exitCodes
} from "./chunk-3BT4K2KX.js";
import {
  isProblem
} from "./chunk-B5J4NNO2.js";

// src/report/problem-text.ts
function problemText(problem) {
  const place = placeText(problem.place);
  const lines = problem.message.split("\n").map((line) => escapeTerminal(line));
  if (place !== "") lines.push(`  in ${escapeTerminal(place)}`);
  if (problem.remedy !== "") lines.push(`  ${escapeTerminal(problem.remedy)}`);
  return lines.join("\n");
}
function placeText(place) {
  const line = place.line === void 0 ? "" : `:${place.line}${place.column === void 0 ? "" : `:${place.column}`}`;
  const parts = [`${place.file ?? ""}${line}`];
  if (place.entry !== void 0) parts.push(`entry ${place.entry}`);
  if (place.offset !== void 0) parts.push(`byte ${place.offset}`);
  return parts.filter((part) => part !== "").join(", ");
}

// src/commands/failure.ts
function failureOf(error) {
  if (isProblem(error)) {
    return { exitCode: error.tag === "input" ? exitCodes.badInput : exitCodes.internal, text: problemText(error) };
  }
  const refusal = systemRefusal(error);
  if (refusal !== null) return { exitCode: exitCodes.internal, text: refusal };
  const shown = error instanceof Error ? error.stack ?? error.message : String(error);
  return {
    exitCode: exitCodes.internal,
    text: `This is a fault of train-twice itself; please report it with the lines below.
${shown.split("\n").map((line) => escapeTerminal(line)).join("\n")}`
  };
}
var refusals = {
  ENOSPC: "Free some space on that disk and start again.",
  EDQUOT: "Free some of the quota on that disk and start again.",
  EROFS: "Let the working directory and report-dir lie where this user may write.",
  EACCES: "Give this user the right to it and start again.",
  EPERM: "Give this user the right to it and start again.",
  EMFILE: "Raise the limit of open files (ulimit -n) and start again.",
  ENFILE: "Close some programs: this machine has no file handles left.",
  ENOMEM: "Close some programs: this machine has no memory left.",
  EIO: "Look at the disk: it could not read or write."
};
function systemRefusal(error) {
  if (!(error instanceof Error && "code" in error && "syscall" in error)) return null;
  const remedy = refusals[String(error.code)];
  if (remedy === void 0) return null;
  return `The system refused what the audit needed: ${escapeTerminal(error.message)}.
  ${remedy}`;
}

export {
  failureOf
};
