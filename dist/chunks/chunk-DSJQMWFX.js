import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  RunProblem
} from "./chunk-B5J4NNO2.js";
import {
  displayPath,
  keyOf,
  location,
  parentOf,
  systemPath
} from "./chunk-JVLJLPS6.js";
import {
  formatBytes,
  formatList,
  plural,
  quote
} from "./chunk-5YLZBCQB.js";

// src/run/compare-snapshots.ts
function compareSnapshots(before, after, sameContent) {
  const changes = [];
  for (const [key, node] of after) {
    const old = before.get(key);
    if (old === void 0) {
      changes.push({ key, change: "created", node });
    } else if (old.type !== node.type && (old.type === "folder" || node.type === "folder")) {
      changes.push({ key, change: "deleted", node: old }, { key, change: "created", node });
    } else if (isChanged(old, node) && !onlyTouched(old, node, () => sameContent(key))) {
      changes.push({ key, change: "changed", node });
    }
  }
  for (const [key, node] of before) if (!after.has(key)) changes.push({ key, change: "deleted", node });
  return changes;
}
function isChanged(old, node) {
  if (node.type === "folder" && old.type === "folder") return false;
  return old.type !== node.type || old.device !== node.device || old.inode !== node.inode || old.size !== node.size || old.mtimeNs !== node.mtimeNs || old.ctimeNs !== node.ctimeNs;
}
function onlyTouched(old, node, sameContent) {
  const ctimeAlone = old.type === node.type && old.device === node.device && old.inode === node.inode && old.size === node.size && old.mtimeNs === node.mtimeNs;
  if (!ctimeAlone) return false;
  return node.type === "file" ? sameContent() === true : old.detail === node.detail;
}
function looksSame(old, node) {
  if (old.type !== node.type) return false;
  if (node.type === "folder") return true;
  if (node.type === "symlink") return old.linkTarget === node.linkTarget;
  if (node.type !== "file" && node.type !== "unreadable") return true;
  return old.size === node.size && old.mtimeNs === node.mtimeNs;
}
function changedBehindLinks(before, after) {
  const keys = [];
  for (const [key, node] of after) {
    const old = before.get(key);
    if (old?.type !== "symlink" || node.type !== "symlink" || old.detail !== node.detail) continue;
    if (old.targetChangedNs !== node.targetChangedNs) keys.push(key);
  }
  return keys;
}

// src/run/doubts.ts
function survivorDoubts(run, survivors) {
  const doubts = [];
  const killed = survivors.filter((one) => one.killed);
  const left = survivors.filter((one) => !one.killed);
  const names = (list) => formatList(
    list.map((one) => `${one.pid} ${quote(one.command)}`),
    3
  );
  if (killed.length > 0) {
    const message = `${plural(killed.length, "process", "processes")} of run ${run} outlived it and had to be stopped: ${names(killed)}. What they were writing may be cut off.`;
    doubts.push({ code: "SURVIVORS", message });
  }
  if (left.length > 0) {
    const message = `${plural(left.length, "process", "processes")} of run ${run} could not be stopped: ${names(left)}. End them before the next audit.`;
    doubts.push({ code: "SURVIVORS_LEFT", message });
  }
  return doubts;
}
function auditFolderDoubt(run) {
  const message = `Run ${run} removed ".train-twice", where the audit keeps its logs and what earlier runs wrote. Let the training leave that folder alone.`;
  return { code: "AUDIT_FOLDER_GONE", message };
}
function logDoubts(run, log) {
  const doubts = [];
  if (log.leftOut > 0) {
    const message = `${formatBytes(log.leftOut)} in the middle of run-${run}.log are not kept: metrics that stood there are not compared.`;
    doubts.push({ code: "LOG_CUT", message });
  }
  if (log.problem !== null) {
    doubts.push({ code: "LOG_INCOMPLETE", message: `run-${run}.log is not whole: ${log.problem}.` });
  }
  return doubts;
}
function writingDoubts(run, paths, writers) {
  const doubts = [];
  if (paths.length > 0) {
    const message = `${plural(paths.length, "output")} still changed after run ${run} had ended: ${formatList(paths.map((path) => quote(path)))}.`;
    doubts.push({ code: "STILL_WRITING", message });
  }
  if (writers.length > 0) {
    const who = writers.map((one) => `${one.pid} ${quote(one.command)} has ${quote(one.path)}`);
    const message = `Outputs of run ${run} are still open for writing: ${formatList(who, 3)}. Such a process cannot be stopped from here (container, sudo, emptied environment), or does not belong to the training.`;
    doubts.push({ code: "OPEN_WRITERS", message });
  }
  return doubts;
}
function staleDoubts(run, stale, written) {
  if (stale.length === 0) return [];
  const fresh = written.some((file) => file.change !== "deleted");
  const list = formatList(
    stale.map((path) => quote(path)),
    3
  );
  const message = fresh ? `${plural(stale.length, "file")} among the outputs ${stale.length === 1 ? "is" : "are"} older than run ${run} and not compared: ${list}.` : `Run ${run} wrote none of its outputs anew; ${plural(stale.length, "file")} there ${stale.length === 1 ? "is" : "are"} older than the run: ${list}.`;
  return [{ code: fresh ? "OLD_OUTPUTS" : "STALE_OUTPUTS", message }];
}
function copiedDoubts(run, startNs, written) {
  const files = written.filter(({ type }) => type === "file");
  const isOlder = ({ state }) => startNs !== null && state !== null && BigInt(state.mtimeNs) < startNs;
  if (files.length === 0 || !files.every(isOlder)) return [];
  const list = formatList(
    files.map(({ path }) => quote(path)),
    3
  );
  const message = `Every output of run ${run} was last written before the run began, so it was copied or moved there: ${list}. Let the training write its results anew.`;
  return [{ code: "STALE_OUTPUTS", message }];
}
function readingDoubts(run, names) {
  if (names.length === 0) return [];
  const list = formatList(
    names.map((name) => quote(name)),
    3
  );
  const message = `While run ${run} went on, ${plural(names.length, "file")} of an earlier run in ".train-twice" ${names.length === 1 ? "was" : "were"} read: ${list}. It may have resumed from there, or copied. Let the training search for checkpoints in its own output folder only.`;
  return [{ code: "READ_EARLIER_RUN", message }];
}
function unseenDoubts(run, unreadable, behindLinks) {
  const doubts = [];
  if (unreadable.length > 0) {
    const message = `${plural(unreadable.length, "folder")} cannot be listed by this user, so what run ${run} wrote there is not known: ${formatList(unreadable)}. Let this user list it, or keep it out of the working directory.`;
    doubts.push({ code: "UNREADABLE_FOLDER", message });
  }
  if (behindLinks.length > 0) {
    const message = `Run ${run} wrote behind ${plural(behindLinks.length, "symlink")}, and what is there is not compared: ${formatList(behindLinks)}. Let the training write into the working directory or to $TRAIN_TWICE_OUTPUT_DIR.`;
    doubts.push({ code: "WROTE_BEHIND_SYMLINK", message });
  }
  return doubts;
}
function stateDoubts(nextRun, first, now, restored) {
  const changed = [];
  const missing = [];
  const added = [];
  for (const [key, old] of first) {
    const node = now.get(key);
    if (node === void 0) missing.push(key);
    else if (!restored.has(key) && !looksSame(old, node)) changed.push(key);
  }
  for (const key of now.keys()) if (!first.has(key)) added.push(key);
  const parts = [];
  const tell = (keys, what) => {
    if (keys.length === 0) return;
    const list = formatList(
      keys.map((key) => quote(displayPath(key))),
      3
    );
    parts.push(`${what} ${list}`);
  };
  tell(changed, "changed in place:");
  tell(missing, "missing:");
  tell(added, "new:");
  if (parts.length === 0) return [];
  const message = `Run ${nextRun} did not start from the same files as run 1 (${parts.join("; ")}).`;
  return [{ code: "STATE_CHANGED", message }];
}

// src/run/snapshot.ts
import { lstatSync as lstatSync2, readdirSync as readdirSync2, readlinkSync } from "node:fs";

// src/run/behind-link.ts
import { lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
var mostNames = 2e3;
var notLookedInto = /* @__PURE__ */ new Set(["__pycache__", ".git"]);
function changedBehindLink(root, link) {
  try {
    const target = realpathSync(link);
    const inside = realpathSync(root);
    if (target === inside || target.startsWith(`${inside}/`)) return null;
    const stat = statSync(target, { bigint: true });
    if (stat.isFile()) return stat.mtimeNs;
    return stat.isDirectory() ? newestBelow(target, stat.mtimeNs) : null;
  } catch {
    return null;
  }
}
function newestBelow(folder, ownNs) {
  let newest = ownNs;
  let names = 0;
  const folders = [folder];
  for (let at = folders.shift(); at !== void 0 && names < mostNames; at = folders.shift())
    for (const entry of entriesOf(at)) {
      names += 1;
      if (names > mostNames || notLookedInto.has(entry.name)) continue;
      const path = join(at, entry.name);
      if (entry.isDirectory()) folders.push(path);
      const stat = entry.isFile() ? lstatSync(path, { bigint: true, throwIfNoEntry: false }) : void 0;
      if (stat !== void 0 && stat.mtimeNs > newest) newest = stat.mtimeNs;
    }
  return newest;
}
function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

// src/run/snapshot.ts
var maxNodes = 2e6;
var nodesPerBreath = 2e3;
var noKeys = /* @__PURE__ */ new Set();
function* walk(root, excluded = noKeys) {
  const found = /* @__PURE__ */ new Map();
  const folders = [""];
  let sinceBreath = 0;
  for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) {
    const names = namesIn(root, folder);
    if (!Array.isArray(names)) {
      const node = found.get(folder);
      if (node === void 0) {
        throw new RunProblem("FOLDER_UNREADABLE", `The folder "${root}" cannot be listed: ${names}.`, {
          remedy: "Give this user the right to read it."
        });
      }
      found.set(folder, { ...node, type: "unreadable", detail: names });
      continue;
    }
    const below = [];
    for (const name of names) {
      const key = folder === "" ? name : `${folder}/${name}`;
      if (excluded !== null && (name === ".git" || key === ".train-twice" || excluded.has(key))) continue;
      const node = look(root, key);
      if (node === null) continue;
      found.set(key, node);
      if (node.type === "folder") below.push(key);
      if (found.size > maxNodes) throw tooMany(root);
      sinceBreath += 1;
    }
    for (const key of below.reverse()) folders.push(key);
    if (sinceBreath >= nodesPerBreath) {
      sinceBreath = 0;
      yield;
    }
  }
  return found;
}
function snapshotAtOnce(root, excluded) {
  const steps = walk(root, excluded);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}
async function snapshot(root, excluded, stopped) {
  const steps = walk(root, excluded);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
    if (stopped()) return null;
  }
}
function look(root, key) {
  const path = systemPath(root, key);
  let stat;
  try {
    stat = lstatSync2(path, { bigint: true, throwIfNoEntry: false });
  } catch (error) {
    return { ...nothingKnown, detail: codeOf(error) };
  }
  if (stat === void 0) return null;
  const type = typeOf(stat);
  return {
    type,
    device: stat.dev,
    inode: stat.ino,
    mode: stat.mode,
    size: stat.size,
    mtimeNs: stat.mtimeNs,
    ctimeNs: stat.ctimeNs,
    ...type === "symlink" ? describeLink(root, path) : { detail: null, linkTarget: null, targetChangedNs: null }
  };
}
function stateOf(node) {
  if (node.inode === 0n && node.ctimeNs === 0n) return null;
  return {
    device: String(node.device),
    inode: String(node.inode),
    size: Number(node.size),
    mtimeNs: String(node.mtimeNs),
    ctimeNs: String(node.ctimeNs)
  };
}
function excludedKeys(root, absolutePaths) {
  return new Set(
    absolutePaths.filter((path) => path.startsWith(`${root}/`)).map((path) => keyOf(path.slice(root.length + 1)))
  );
}
var nothingKnown = {
  type: "unreadable",
  device: 0n,
  inode: 0n,
  mode: 0n,
  size: 0n,
  mtimeNs: 0n,
  ctimeNs: 0n,
  detail: null,
  linkTarget: null,
  targetChangedNs: null
};
function namesIn(root, folder) {
  try {
    const names = readdirSync2(systemPath(root, folder), { encoding: "buffer" });
    return names.map((name) => name.toString("latin1")).sort();
  } catch (error) {
    return codeOf(error);
  }
}
function typeOf(stat) {
  if (stat.isFile()) return "file";
  if (stat.isDirectory()) return "folder";
  if (stat.isSymbolicLink()) return "symlink";
  if (stat.isFIFO()) return "fifo";
  if (stat.isSocket()) return "socket";
  return "device";
}
function describeLink(root, path) {
  let linkTarget;
  try {
    linkTarget = readlinkSync(path, { encoding: "buffer" }).toString("latin1");
  } catch (error) {
    return { detail: codeOf(error), linkTarget: null, targetChangedNs: null };
  }
  return { detail: displayPath(linkTarget), linkTarget, targetChangedNs: changedBehindLink(root, path) };
}
function tooMany(root) {
  return new RunProblem(
    "TOO_MANY_FILES",
    `Below "${root}" there are more than ${maxNodes.toLocaleString("en-US")} files: what a run writes cannot be told from them.`,
    { remedy: "Set `working-directory` to a smaller folder, and keep data sets outside of it." }
  );
}
function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

// src/run/written-files.ts
var outputFolderName = "$TRAIN_TWICE_OUTPUT_DIR";
function recordedPath(folder, key) {
  const path = displayPath(key);
  if (folder.isOutputDir) return `${outputFolderName}/${path}`;
  return path === outputFolderName || path.startsWith(`${outputFolderName}/`) ? `./${path}` : path;
}
function writtenFiles(folder, changes, rootOf = () => folder.root) {
  const files = [];
  for (const { key, change, node } of changes) {
    if (node.type === "folder") continue;
    const path = recordedPath(folder, key);
    if (change === "deleted") {
      files.push({ path, change, type: "deleted", ...location(folder.root, key), state: null });
      continue;
    }
    files.push({
      path,
      change,
      type: node.type,
      ...location(rootOf(key), key),
      state: stateOf(node),
      ...node.detail === null ? {} : { detail: node.detail }
    });
  }
  return files.sort(byPath);
}
function isBelow(key, keys) {
  for (let at = key; at !== ""; at = parentOf(at)) if (keys.has(at)) return true;
  return false;
}
function byPath(a, b) {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

export {
  compareSnapshots,
  changedBehindLinks,
  survivorDoubts,
  auditFolderDoubt,
  logDoubts,
  writingDoubts,
  staleDoubts,
  copiedDoubts,
  readingDoubts,
  unseenDoubts,
  stateDoubts,
  walk,
  snapshotAtOnce,
  snapshot,
  look,
  excludedKeys,
  outputFolderName,
  recordedPath,
  writtenFiles,
  isBelow,
  byPath
};
