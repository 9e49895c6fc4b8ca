import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  registeredFormats
} from "./chunk-YX5CR3BD.js";
import "./chunk-5G2ENKUY.js";
import {
  openFileSource
} from "./chunk-3AHXOIDF.js";
import "./chunk-QWE4LJPZ.js";
import "./chunk-D7BS742Q.js";
import "./chunk-OJCESHJP.js";
import "./chunk-ROV2ADHM.js";
import {
  LimitProblem,
  isProblem
} from "./chunk-B5J4NNO2.js";
import "./chunk-7ZPLETBH.js";

// src/collect/find-locks.ts
import { lstatSync, readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
var mostFolders = 32;
var mostNames = 5e3;
var mostLocks = 20;
var lockNames = /^(?:uv\.lock|poetry\.lock|pixi\.lock|pylock(?:\.[\w-]+)?\.toml|requirements[\w.-]*\.(?:txt|lock))$/;
var mayBeExplicit = /(?:conda|explicit|spec)[\w.-]*\.(?:txt|lock)$/;
async function findLocks(workingDirectory) {
  const formats = await registeredFormats.records();
  const locks = [];
  for (const folder of foldersUpward(workingDirectory))
    for (const name of candidates(folder)) {
      if (locks.length >= mostLocks) return locks;
      const path = relative(workingDirectory, join(folder, name)).split(sep).join("/");
      const lock = await readLock(join(folder, name), path, formats);
      if (lock !== null) locks.push(lock);
    }
  return locks;
}
function withoutWritten(locks, runs) {
  const written = new Set(runs.flatMap((run) => [...run.written, ...run.outside].map(({ path }) => path)));
  return locks.filter(({ path }) => !written.has(path));
}
function foldersUpward(start) {
  const folders = [];
  let folder = start;
  while (folders.length < mostFolders) {
    folders.push(folder);
    if (exists(join(folder, ".git"))) return folders;
    const above = dirname(folder);
    if (above === folder) break;
    folder = above;
  }
  return [start];
}
function exists(path) {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
function candidates(folder) {
  try {
    return readdirSync(folder).slice(0, mostNames).filter((name) => lockNames.test(name) || mayBeExplicit.test(name)).sort();
  } catch {
    return [];
  }
}
async function readLock(file, path, formats) {
  try {
    const source = openFileSource(file, null, path);
    try {
      const format = formats.find((one) => one.recognizes(path, source));
      const record = await format?.read(path, path, source);
      return record?.kind === "requirements" && isLock(record) ? record : null;
    } finally {
      source.close();
    }
  } catch (error) {
    if (!isProblem(error)) throw error;
    return error instanceof LimitProblem ? unread(path, error) : null;
  }
}
function unread(path, { code, message }) {
  const problems = [{ code, message }];
  const identity = { kind: "requirements", path, neutralPath: path, format: "lock", scope: "locked" };
  return { ...identity, manager: "pip", problems, lines: [] };
}
function isLock(record) {
  switch (record.format) {
    case "requirements":
      return record.problems.length === 0 && record.lines.some(isPinned) && record.lines.every(mayStandInLock);
    case "conda-list":
      return record.lines.length > 0 && record.lines.every(({ text }) => text.includes("://"));
    case "pip-list":
    case "conda-environment":
      return false;
    default:
      return true;
  }
}
function isPinned({ pinned }) {
  return pinned !== null;
}
function mayStandInLock(line) {
  return line.problem === null && (isPinned(line) || line.source === "editable" || line.source === "path");
}
export {
  findLocks,
  withoutWritten
};
