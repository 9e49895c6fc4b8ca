import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  textLines
} from "./chunk-SRILAZ7U.js";
import {
  numberFromText
} from "./chunk-GIKQZ7E4.js";
import {
  openFileSource
} from "./chunk-3AHXOIDF.js";
import {
  seriesFromRows
} from "./chunk-PQM6PUSA.js";
import "./chunk-ROV2ADHM.js";
import {
  InputProblem,
  isProblem
} from "./chunk-B5J4NNO2.js";
import {
  RE2JS
} from "./chunk-VKVGQ27Q.js";
import "./chunk-7ZPLETBH.js";

// src/formats/metrics/stdout.ts
var maxPatternCharacters = 1e3;
var maxLineCharacters = 64 * 1024;
function compileStdoutPatterns(patterns) {
  const faults = [];
  const compiled = patterns.flatMap((text) => {
    const fault = (why) => {
      faults.push(`${JSON.stringify(text.slice(0, 100))}: ${why}`);
      return [];
    };
    if (text.length > maxPatternCharacters)
      return fault(`it has ${text.length} characters; at most ${maxPatternCharacters} are allowed`);
    let pattern;
    try {
      pattern = RE2JS.compile(text);
    } catch (error) {
      return fault(error instanceof Error ? error.message : String(error));
    }
    const groups = Object.keys(pattern.namedGroups());
    if (!groups.some((name) => name !== "step" && name !== "epoch"))
      return fault('it names no series; name a group after one, as in "loss=(?<loss>[-+.0-9e]+)"');
    return [{ pattern, groups }];
  });
  if (faults.length === 0) return compiled;
  throw new InputProblem("STDOUT_PATTERN", `Patterns of metrics.stdout cannot be used: ${faults.join("; ")}.`, {
    remedy: "Patterns are RE2 (no look-around, no back-references) with named groups `step` or `epoch` and one for each series."
  });
}
function readStdoutMetrics(source, patterns) {
  const rows = [];
  let long = 0;
  let unreadable = 0;
  for (const line of textLines(source, { characters: maxLineCharacters })) {
    if (line === null) {
      long++;
      continue;
    }
    for (const { pattern, groups } of patterns) {
      const matcher = pattern.matcher(line);
      if (!matcher.find()) continue;
      const row = /* @__PURE__ */ new Map();
      for (const name of groups) {
        const text = matcher.group(name);
        if (text === null || text === "") continue;
        const number = numberFromText(text);
        if (number === null) unreadable++;
        else row.set(name, number);
      }
      if (row.size > 0) rows.push(row);
    }
  }
  const notes = [];
  if (long > 0)
    notes.push({
      code: "STDOUT_LONG_LINE",
      message: `${long} lines of more than ${maxLineCharacters} characters were not searched.`
    });
  if (unreadable > 0)
    notes.push({
      code: "STDOUT_NOT_A_NUMBER",
      message: `${unreadable} matched groups are no numbers and were not compared.`
    });
  const { series, notes: more } = seriesFromRows(source.name, rows);
  return { series, notes: [...notes, ...more] };
}

// src/collect/stdout-series.ts
var stdoutPath = "(stdout)";
function readStdoutSeries(record, patterns) {
  const compiled = compileStdoutPatterns(patterns);
  const base = { path: stdoutPath, neutralPath: stdoutPath, format: "stdout" };
  if (record.logPath === null) {
    const message = "`metrics: stdout` was asked for, but these results carry no log of what was printed.";
    return { metrics: { ...base, series: [], notes: [{ code: "STDOUT_NO_LOG", message }] }, unread: null };
  }
  try {
    const source = openFileSource(record.logPath, null, stdoutPath);
    try {
      const { series, notes } = readStdoutMetrics(source, compiled);
      const message = "No line of the log matched a pattern of `metrics: stdout`.";
      const all = series.length > 0 ? notes : [...notes, { code: "STDOUT_NO_MATCH", message }];
      return { metrics: { ...base, series, notes: all }, unread: null };
    } finally {
      source.close();
    }
  } catch (error) {
    if (!isProblem(error)) throw error;
    const { code, message: reason, remedy } = error;
    return {
      metrics: null,
      unread: { path: stdoutPath, role: "metrics", code, reason, remedy, place: { file: stdoutPath } }
    };
  }
}
export {
  readStdoutSeries
};
