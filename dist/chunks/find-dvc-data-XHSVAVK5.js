import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  isDvcFile,
  parseDvcFile,
  stageFolders
} from "./chunk-3KEFOMGN.js";
import "./chunk-DKZC3ZM6.js";
import "./chunk-ROV2ADHM.js";
import "./chunk-KTXJ6UXU.js";
import "./chunk-B5J4NNO2.js";
import {
  pathFrom,
  readSmallText
} from "./chunk-V3H2KL5C.js";
import "./chunk-5TPXC3BE.js";
import {
  startBreathing
} from "./chunk-FXEMV6M7.js";
import "./chunk-7ZPLETBH.js";

// src/collect/datasets/find-dvc-data.ts
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
var namesLimit = 1e5;
var depthLimit = 12;
var filesLimit = 200;
var patienceMs = 1e4;
var closedFolders = /^(?:\.git|\.hg|\.dvc|\.train-twice|node_modules|site-packages|__pycache__|\.venv|venv|\.tox|\.nox|\.mypy_cache|\.pytest_cache|\.ruff_cache|mlruns|wandb|outputs|multirun|lightning_logs)$/;
async function findDvcData(root, results, stopped) {
  const { files, note: cut } = await dvcFilesBelow(root, results, stopped);
  const began = performance.now();
  let note = cut;
  const named = /* @__PURE__ */ new Map();
  const made = /* @__PURE__ */ new Set();
  for (const lock of [false, true])
    for (const file of files.filter((path) => path.endsWith(".lock") === lock)) {
      const text = readSmallText(join(root, file));
      if (text === null) continue;
      if (performance.now() - began > patienceMs) {
        note = `DVC files were given up after ${patienceMs / 1e3} s; the first unread one is ${JSON.stringify(file)}`;
        break;
      }
      const { data, results: written, wdir } = parseDvcFile(file, text);
      const folders = lock ? stageFolders(readSmallText(join(root, dirname(file), "dvc.yaml")) ?? "") : /* @__PURE__ */ new Map();
      const locate = (entry) => {
        const stage = entry.stage ?? "";
        const folder = lock ? folders.get(stage) ?? folders.get(stage.replace(/@.*$/s, "")) : wdir;
        if (folder === null) return null;
        const absolutePath = resolve(root, dirname(file), folder ?? ".", entry.path);
        return { path: pathFrom(root, absolutePath), absolutePath };
      };
      for (const entry of written) {
        const found = locate(entry);
        if (found !== null) made.add(found.path);
      }
      for (const entry of data) {
        const found = locate(entry);
        if (found === null || named.has(found.path)) continue;
        named.set(found.path, {
          ...found,
          origin: lock ? "dvc-lock" : "dvc-file",
          dvcFile: file,
          expected: entry.expected
        });
      }
    }
  return { named: [...named.values()], results: made, note };
}
async function dvcFilesBelow(root, results, stopped) {
  const breath = startBreathing();
  const files = [];
  let level = [""];
  let names = 0;
  for (let depth = 0; depth < depthLimit && level.length > 0; depth += 1) {
    const below = [];
    for (const folder of level) {
      for (const entry of entriesOf(join(root, folder))) {
        names += 1;
        const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) {
          if (!closedFolders.test(entry.name) && !results.includes(join(root, path))) below.push(path);
        }
        if (entry.isFile() && isDvcFile(path)) files.push(path);
        if (files.length >= filesLimit) return { files, note: `only the first ${filesLimit} DVC files were read` };
      }
      const pause = breath();
      if (pause !== void 0) await pause;
      if (stopped()) return { files: [], note: null };
      if (names > namesLimit)
        return { files, note: `DVC files were looked for among the first ${names.toLocaleString("en-US")} names only` };
    }
    level = below.filter((folder) => !existsSync(join(root, folder, "pyvenv.cfg")));
  }
  return { files, note: null };
}
function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : 1);
  } catch {
    return [];
  }
}
export {
  findDvcData
};
