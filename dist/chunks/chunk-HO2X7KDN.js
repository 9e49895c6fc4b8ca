import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  printTo,
  surviveBreaks
} from "./chunk-ER4I6IAB.js";
import {
  escapeTerminal,
  fitted,
  shortened,
  visible,
  withoutCommands
} from "./chunk-HB5ZGLCK.js";
import {
  InputProblem
} from "./chunk-B5J4NNO2.js";
import {
  formatBytes,
  formatDuration,
  formatInteger,
  plural
} from "./chunk-5YLZBCQB.js";

// src/publish/console.ts
import { randomBytes } from "node:crypto";

// src/report/progress.ts
var heartbeatMs = 6e4;
var quickBytes = 1024 ** 3;
var plainStart = { lastBeatMs: 0, comparedTenths: null, hashed: null };
function plainProgress(state, progress) {
  switch (progress.kind) {
    case "run-started":
    case "run-ended":
    case "collected":
    case "stopping":
    case "note":
      return { state: plainStart, lines: [eventLine(progress)] };
    case "run-output":
      return { state, lines: [] };
    case "run-tick": {
      if (progress.elapsedMs - state.lastBeatMs < heartbeatMs) return { state, lines: [] };
      return {
        state: { ...state, lastBeatMs: progress.elapsedMs },
        lines: [`${tickText(progress)}${silence(progress)}`]
      };
    }
    case "comparing": {
      const { file, bytesDone, bytesTotal } = progress;
      const tenth = bytesTotal <= 0 ? 10 : Math.floor(10 * bytesDone / bytesTotal);
      if (file === "" || tenth === state.comparedTenths || tenth === 10) return { state, lines: [] };
      const isQuick = bytesTotal < quickBytes;
      if (isQuick && state.comparedTenths !== null) return { state, lines: [] };
      const done = isQuick ? "" : `, ${10 * tenth} % done`;
      const line = `Comparing ${formatBytes(bytesTotal)}${done}: ${shown(file)}`;
      return { state: { ...state, comparedTenths: tenth }, lines: [line] };
    }
    case "hashing": {
      const { file, bytesDone, bytesTotal } = progress;
      const tenth = bytesTotal <= 0 ? 10 : Math.floor(10 * bytesDone / bytesTotal);
      const told = `${tenth} ${file}`;
      if (bytesTotal < quickBytes || tenth === 10 || told === state.hashed) return { state, lines: [] };
      const line = `Hashing ${formatBytes(bytesTotal)}, ${10 * tenth} % done: ${shown(file)}`;
      return { state: { ...state, hashed: told }, lines: [line] };
    }
    default:
      progress;
      return { state, lines: [] };
  }
}
var liveStart = { tick: null, lastLine: "", lastMetric: "", comparing: null, hashing: null };
function liveProgress(state, progress) {
  switch (progress.kind) {
    case "run-started":
      return {
        state: {
          ...liveStart,
          tick: {
            kind: "run-tick",
            run: progress.run,
            of: progress.of,
            elapsedMs: 0,
            silentMs: 0,
            expectedMs: progress.expectedMs
          }
        },
        lines: [eventLine(progress)]
      };
    case "run-ended":
    case "collected":
      return { state: liveStart, lines: [eventLine(progress)] };
    case "stopping":
    case "note":
      return { state, lines: [eventLine(progress)] };
    case "run-output": {
      const line = progress.line.trim();
      if (line === "") return { state, lines: [] };
      return { state: { ...state, lastLine: line, lastMetric: metricIn(line) ?? state.lastMetric }, lines: [] };
    }
    case "run-tick":
      return { state: { ...state, tick: progress }, lines: [] };
    case "comparing":
      return { state: { ...state, tick: null, comparing: progress }, lines: [] };
    case "hashing":
      return {
        state: { ...state, tick: null, hashing: progress.bytesDone < progress.bytesTotal ? progress : null },
        lines: []
      };
    default:
      progress;
      return { state, lines: [] };
  }
}
function liveView(state, columns) {
  const lines = [];
  if (state.tick !== null) {
    lines.push(`${tickText(state.tick)}${silence(state.tick)}`);
    if (state.lastMetric !== "" && state.lastMetric !== state.lastLine)
      lines.push(`  metric  ${escapeTerminal(state.lastMetric)}`);
    if (state.lastLine !== "") lines.push(`  output  ${escapeTerminal(state.lastLine)}`);
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
function eventLine(event) {
  switch (event.kind) {
    case "run-started": {
      const expected = event.expectedMs === null ? "" : `, about ${formatDuration(event.expectedMs)}`;
      return `Run ${event.run} of ${event.of}${expected}: ${shown(event.command)}`;
    }
    case "run-ended":
      return `${event.success ? "✓" : "✗"} Run ${event.run} of ${event.of} ${shown(event.sentence)} after ${formatDuration(event.durationMs)}`;
    case "collected":
      return `Run ${event.run} left ${plural(event.files, "file")}: ${plural(event.checkpoints, "checkpoint")}, ${plural(event.series, "metric series", "metric series")}`;
    case "stopping":
      return `Stopping: ${shown(event.why)}`;
    case "note":
      return shown(event.message);
    default:
      event;
      return "";
  }
}
function tickText(tick) {
  const { elapsedMs, expectedMs } = tick;
  const left = expectedMs === null ? "" : elapsedMs <= expectedMs ? `, about ${formatDuration(expectedMs - elapsedMs)} left` : `, ${formatDuration(elapsedMs - expectedMs)} longer than run 1`;
  return `Run ${tick.run} of ${tick.of}: ${formatDuration(elapsedMs)}${left}`;
}
function silence(tick) {
  return tick.silentMs < 3e4 ? "" : `, silent for ${formatDuration(tick.silentMs)}`;
}
function metricIn(line) {
  return /(?:loss|acc|accuracy|error|reward|f1|auc|perplexity|ppl)\S{0,20}\s*[:=]?\s*-?\d/i.test(line) ? line : null;
}
function bar(done, total) {
  const width = 20;
  const share = total <= 0 ? 1 : Math.min(1, Math.max(0, done / total));
  const full = Math.round(share * width);
  return `${"█".repeat(full)}${"░".repeat(width - full)}`;
}
function shown(text) {
  return escapeTerminal(text, 300);
}

// src/publish/echo.ts
var longestLine = 1e3;
var linesPerWindow = 500;
var windowMs = 5e3;
var linesPerRun = 2e4;
var lineEnds = /\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/;
var sequences = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g;
function harmlessLines(output) {
  return output.slice(0, longestLine * 64).split(lineEnds).map((line) => line.replace(sequences, "").replaceAll("	", "    ").trimEnd()).filter((line, _, all) => line !== "" || all.length === 1).map((line) => withoutCommands(visible(shortened(line, longestLine))));
}
var echoStart = { windowStartMs: 0, inWindow: 0, inRun: 0, leftOut: 0 };
function echo(state, output, prefix, nowMs2) {
  const fresh = nowMs2 - state.windowStartMs >= windowMs;
  let inWindow = fresh ? 0 : state.inWindow;
  let { inRun, leftOut } = state;
  const lines = [];
  for (const line of harmlessLines(output)) {
    if (inWindow >= linesPerWindow || inRun >= linesPerRun) {
      leftOut++;
      continue;
    }
    if (leftOut > 0) lines.push(leftOutLine(leftOut, prefix));
    leftOut = 0;
    inWindow++;
    inRun++;
    lines.push(`${prefix}${line}`);
  }
  return { state: { windowStartMs: fresh ? nowMs2 : state.windowStartMs, inWindow, inRun, leftOut }, lines };
}
function echoRest(state, prefix) {
  return state.leftOut === 0 ? [] : [leftOutLine(state.leftOut, prefix)];
}
function leftOutLine(count, prefix) {
  return `${prefix}… ${formatInteger(count)} lines left out here; the log file has them.`;
}

// src/publish/console.ts
var redrawMs = 100;
function consoleMode(stderr, environment, quiet) {
  if (quiet) return "quiet";
  return stderr.isTTY === true && environment.TERM !== "dumb" && environment.CI === void 0 ? "live" : "plain";
}
function wantsColor(setting, stream, environment) {
  if (setting !== "auto") return setting === "always";
  const noColor = environment.NO_COLOR;
  if (noColor !== void 0 && noColor !== "") return false;
  return stream.isTTY === true && environment.TERM !== "dumb";
}
function openConsole(options) {
  for (const stream of [options.stdout, options.stderr]) surviveBreaks(stream);
  const told = options.mode === "live" ? liveConsole(options) : lineConsole(options);
  return {
    ...told,
    print: (text) => {
      told.close();
      return printTo(options.stdout, text);
    }
  };
}
function lineConsole(options) {
  const inAction = options.mode === "action";
  const stream = inAction ? options.stdout : options.stderr;
  let state = plainStart;
  let echoed = echoStart;
  let token = null;
  const write = (lines) => {
    if (options.mode !== "quiet" && lines.length > 0) stream.write(lines.map((line) => `${line}
`).join(""));
  };
  const openWindow = (run) => {
    closeWindow();
    token = randomBytes(16).toString("hex");
    write([`::group::Output of run ${run}`, `::stop-commands::${token}`]);
  };
  const closeWindow = () => {
    if (token === null) return;
    write(["", `::${token}::`, "::endgroup::"]);
    token = null;
  };
  const endEcho = () => {
    write(echoRest(echoed, "│ "));
    echoed = echoStart;
  };
  return {
    listener: (progress) => {
      if (progress.kind === "run-output") {
        const next2 = echo(echoed, progress.line, "│ ", options.nowMs());
        echoed = next2.state;
        write(next2.lines);
        return;
      }
      if (progress.kind === "run-ended") {
        endEcho();
        closeWindow();
      }
      const next = plainProgress(state, progress);
      state = next.state;
      write(next.lines);
      if (progress.kind === "run-started" && inAction) openWindow(progress.run);
    },
    note: (message) => write([escapeTerminal(message)]),
    close: () => {
      endEcho();
      closeWindow();
    }
  };
}
function liveConsole(options) {
  const { stderr } = options;
  let state = liveStart;
  let echoed = echoStart;
  let drawn = 0;
  let drawnAtMs = Number.NEGATIVE_INFINITY;
  const erase = () => drawn === 0 ? "" : `\x1B[${drawn}A\r\x1B[J`;
  const draw = (above, force) => {
    const now = options.nowMs();
    if (!force && above.length === 0 && now - drawnAtMs < redrawMs) return;
    const view = liveView(state, stderr.columns ?? 80);
    stderr.write(`${erase()}${[...above, ...view].map((line) => `${line}
`).join("")}`);
    drawn = view.length;
    drawnAtMs = now;
  };
  const shownOutput = (progress) => {
    if (progress.kind === "run-ended") {
      const rest = echoRest(echoed, "│ ");
      echoed = echoStart;
      return rest;
    }
    if (progress.kind !== "run-output" || !options.verbose) return [];
    const next = echo(echoed, progress.line, "│ ", options.nowMs());
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
    }
  };
}

// src/commands/world.ts
import { randomBytes as randomBytes2 } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

// src/version.ts
var version = "0.1.0";

// src/commands/world.ts
function thisProcess() {
  return { cwd: process.cwd(), environment: process.env, stdout: process.stdout, stderr: process.stderr };
}
function nowMs() {
  return performance.now();
}
function hostForExisting(basis, identifiesBest, world) {
  return { ...basisOf(basis, world), identifiesBest, auditDir: "" };
}
function hostForTraining(basis, workingDirectory, world) {
  const host = basisOf(basis, world);
  const folder = path.join(workingDirectory, ".train-twice");
  const auditDir = path.join(folder, host.meta.auditId);
  try {
    mkdirSync(path.join(auditDir, "logs"), { recursive: true });
    writeFileSync(path.join(folder, ".gitignore"), "*\n");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new InputProblem(
      "WORKING_DIRECTORY",
      `The folder ".train-twice" cannot be written in the working directory (${code}); the audit keeps its logs and what run 1 wrote there.`,
      {
        place: { file: workingDirectory },
        remedy: code === "ENOSPC" || code === "EDQUOT" ? "Free some space on its disk: the outputs of two runs must fit there." : "Let this user write to the working directory, or name another one in working-directory.",
        cause: error
      }
    );
  }
  return { ...host, identifiesBest: true, auditDir };
}
function basisOf(basis, world) {
  return {
    meta: {
      tool: { name: "train-twice", version },
      subject: basis.subject,
      createdAt: (/* @__PURE__ */ new Date()).toISOString(),
      auditId: randomBytes2(6).toString("hex"),
      node: process.version,
      platform: `${process.platform}-${process.arch}`,
      ...checkPages(world.environment),
      origins: basis.origins
    },
    cwd: world.cwd,
    environment: world.environment,
    listener: basis.listener,
    cancellation: basis.cancellation
  };
}
function checkPages(environment) {
  const repository = environment.GITHUB_ACTION_REPOSITORY ?? "";
  const ref = environment.GITHUB_ACTION_REF ?? "";
  const server = environment.GITHUB_SERVER_URL ?? "https://github.com";
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || !/^[\w./-]+$/.test(ref) || !/^https:\/\/[\w.-]+$/.test(server))
    return {};
  return { checkPages: `${server}/${repository}/blob/${ref}/docs/checks/` };
}

export {
  version,
  consoleMode,
  wantsColor,
  openConsole,
  thisProcess,
  nowMs,
  hostForExisting,
  hostForTraining
};
