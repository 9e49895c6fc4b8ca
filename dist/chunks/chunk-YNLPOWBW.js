import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  displayPath,
  systemPath
} from "./chunk-JVLJLPS6.js";
import {
  startBreathing
} from "./chunk-FXEMV6M7.js";

// src/collect/datasets/look-at-dataset.ts
import { lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
var filesLimit = 1e6;
var foldersLimit = 3e5;
var depthLimit = 2e3;
var books = /* @__PURE__ */ new Set([".git", ".hg", ".dvc", ".train-twice"]);
var pseudoFolders = /^\/(?:proc|sys|dev)(?:\/|$)/;
async function lookAtDataset(absolutePath, stopped, mostFiles = filesLimit) {
  let root;
  try {
    root = statSync(absolutePath);
    if (pseudoFolders.test(realpathSync.native(absolutePath)))
      return unmeasured("it lies among the files of the system itself");
  } catch (error) {
    const code = codeOf(error);
    return code === "ENOENT" || code === "ENOTDIR" ? missing : unmeasured(`it cannot be looked at (${code})`);
  }
  if (root.isFile()) return { state: "file", reason: null, files: [fileOf("", root)], sizeBytes: root.size };
  if (!root.isDirectory()) return unmeasured("it is neither a folder nor a regular file");
  return lookBelow(absolutePath, root, stopped, mostFiles);
}
async function lookBelow(absolutePath, root, stopped, mostFiles) {
  const breath = startBreathing();
  const files = [];
  const leftOut = [];
  const open = [{ key: "", stat: root, parent: null, depth: 0 }];
  let folders = 0;
  for (let folder = open.pop(); folder !== void 0; folder = open.pop()) {
    let names;
    try {
      names = readdirSync(systemPath(absolutePath, folder.key), { encoding: "buffer" });
    } catch (error) {
      return unmeasured(`the folder "${displayPath(folder.key)}" in it cannot be listed (${codeOf(error)})`);
    }
    for (const name of names) {
      const base = name.toString("latin1");
      if (books.has(base)) continue;
      const key = folder.key === "" ? base : `${folder.key}/${base}`;
      const stat = follow(absolutePath, key);
      if (typeof stat === "string") {
        if (stat.startsWith("!"))
          return unmeasured(`"${displayPath(key)}" in it cannot be looked at (${stat.slice(1)})`);
        leftOut.push(`"${displayPath(key)}" ${stat}`);
      } else if (stat.isFile()) files.push(fileOf(key, stat));
      else if (stat.isDirectory()) {
        if (folder.depth === depthLimit)
          return unmeasured(`folders in it are nested more than ${depthLimit} levels deep`);
        if (!isWithinItself(stat, folder)) open.push({ key, stat, parent: folder, depth: folder.depth + 1 });
      } else leftOut.push(`"${displayPath(key)}" is no regular file`);
      if (files.length > mostFiles || leftOut.length > mostFiles) return tooMany(mostFiles);
      const pause = breath();
      if (pause !== void 0) await pause;
      if (stopped()) return unmeasured("the audit was cancelled");
    }
    folders += 1;
    if (folders > Math.min(mostFiles, foldersLimit))
      return unmeasured(
        `it has more than ${foldersLimit.toLocaleString("en-US")} folders, links to folders counted in`
      );
  }
  files.sort((a, b) => a.key < b.key ? -1 : 1);
  const [example] = leftOut;
  const more = leftOut.length > 1 ? `, and ${leftOut.length - 1} more` : "";
  const reason = example === void 0 ? null : `left out: ${example}${more}`;
  return { state: "folder", reason, files, sizeBytes: files.reduce((sum, file) => sum + file.size, 0) };
}
function follow(root, key) {
  const path = systemPath(root, key);
  try {
    const own = lstatSync(path);
    if (!own.isSymbolicLink()) return own;
    const target = statSync(path);
    return pseudoFolders.test(realpathSync.native(path)) ? "leads to a file of the system itself" : target;
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return "is a link that leads nowhere";
    return code === "ELOOP" ? "is a link that leads in a circle" : `!${code}`;
  }
}
function isWithinItself(stat, parent) {
  for (let above = parent; above !== null; above = above.parent)
    if (above.stat.ino === stat.ino && above.stat.dev === stat.dev) return true;
  return false;
}
function fileOf(key, stat) {
  return {
    key,
    size: stat.size,
    device: stat.dev,
    inode: stat.ino,
    mtimeMs: stat.mtimeMs,
    ctimeMs: stat.ctimeMs
  };
}
var missing = { state: "missing", reason: null, files: [], sizeBytes: 0 };
function unmeasured(reason) {
  return { state: "unmeasured", reason, files: [], sizeBytes: 0 };
}
function tooMany(most) {
  return unmeasured(
    `it has more than ${most.toLocaleString("en-US")} files; pack them into archives, or name the folders in it one by one`
  );
}
function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : "unreadable";
}

export {
  lookAtDataset
};
