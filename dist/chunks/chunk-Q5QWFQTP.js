import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);

// src/run/process-table.ts
import { readdirSync, readFileSync } from "node:fs";
function hasProcessTable() {
  return process.platform === "linux" && readProcess(process.pid) !== null;
}
function listPids() {
  const pids = [];
  try {
    for (const name of readdirSync("/proc")) {
      const first = name.charCodeAt(0);
      if (first >= 48 && first <= 57) pids.push(Number(name));
    }
  } catch {
    return [];
  }
  return pids;
}
function readProcess(pid) {
  let text;
  try {
    text = readFileSync(`/proc/${pid}/stat`, "latin1");
  } catch {
    return null;
  }
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const number = (index) => Number(fields[index] ?? Number.NaN);
  const info = {
    pid,
    state: fields[0] ?? "",
    parent: number(1),
    group: number(2),
    session: number(3),
    startTicks: number(19)
  };
  return Number.isFinite(info.startTicks) ? info : null;
}
function isAlive(info) {
  return info.state !== "Z" && info.state !== "X" && info.state !== "x";
}
function hasMarker(pid, marker) {
  try {
    return `\0${readFileSync(`/proc/${pid}/environ`, "latin1")}`.includes(`\0${marker}\0`);
  } catch {
    return false;
  }
}
function argvOf(pid) {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return words.slice(0, -1);
  } catch {
    return [];
  }
}
function commandOf(pid) {
  try {
    const line = readFileSync(`/proc/${pid}/cmdline`, "utf8").replace(/[\0-\x1f\x7f]+/g, " ").trim();
    if (line !== "") return line.slice(0, 200);
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim();
  } catch {
    return "(unknown)";
  }
}
function ownLine() {
  const line = /* @__PURE__ */ new Set([0, 1]);
  for (let pid = process.pid; pid > 1 && !line.has(pid); ) {
    line.add(pid);
    pid = readProcess(pid)?.parent ?? 0;
  }
  return line;
}

export {
  hasProcessTable,
  listPids,
  readProcess,
  isAlive,
  hasMarker,
  argvOf,
  commandOf,
  ownLine
};
